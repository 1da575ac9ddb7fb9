import type { Box, Size } from '../../ad/geometry.ts';
import { shortSide } from '../../ad/geometry.ts';
import { defined } from '../../collections/defined.ts';
import { frameOf } from '../../layout/frame.ts';
import { type DesignFamily, type HeroFact, isUsualSheet } from '../../presets/design.ts';
import { materialFor, suitsSheet } from '../choose/rank-families.ts';
import { type DesignRequest, type MaterialKind, toShow } from '../design-request.ts';
import { type Fault, faultOf } from './faults.ts';
import type { FlexLayout, SolvedBox } from './flex-tree.ts';
import { leavesOf, type ResolvedBox, resolveTree } from './resolve-tree.ts';
import { NO_INSETS } from './safe-sheet.ts';
import type { Room, SetWords } from './set-parts.ts';
import { setWords } from './set-words.ts';
import { shapesOf } from './shape.ts';
import { leafType } from './type-styles.ts';
import { logoSize, withLogo } from './with-logo.ts';
import { qrSide, withQr } from './with-qr.ts';
import { type DesignWords, type TextLeaf, type Words, wordsFor } from './words.ts';

/** A family's boxes with their places for one request. */
interface SolvedFamily {
  readonly root: SolvedBox;
  readonly uses: MaterialKind;
}

/** Why a family cannot take a request. */
export type Misfit = Fault | 'sheet' | 'needs' | 'material' | 'words find no room' | 'cannot be read';

type Solved = { readonly solved: SolvedFamily } | { readonly misfit: Misfit };

/** In which order type is given back what it had to give up. */
const FIRST_GROWN: readonly TextLeaf[] = [
  'headline',
  'date',
  'menu',
  'price',
  'badge',
  'sub',
  'details',
  'cta',
  'shop',
];

/** Steps of squeezing that are tried. */
const STEPS = 8;

/** Finds the places of a family's boxes: type as large as the family wants and everything inside. */
export function solveFamily(
  family: DesignFamily,
  words: DesignWords,
  request: DesignRequest,
  flex: FlexLayout,
): Solved {
  if (!suitsSheet(family, request.size, request.round !== undefined)) return { misfit: 'sheet' };
  const uses = materialFor(family, toShow(request));
  if (uses === undefined) return { misfit: 'material' };
  if (family.suits.needs.some((leaf) => !words.of.has(leaf))) return { misfit: 'needs' };
  const parts = { family, words, request, uses };
  const { logo } = request;
  const marked = logo && solveParts(parts, logoSize(logo, request.size), flex);
  // Where the logo finds no place among the words it is set where the sheet is calm.
  return marked !== undefined && 'solved' in marked ? marked : solveParts(parts, undefined, flex);
}

interface Parts {
  readonly family: DesignFamily;
  readonly words: DesignWords;
  readonly request: DesignRequest;
  readonly uses: MaterialKind;
}

/** @param logo pixels that it takes; absent = it is not among the boxes */
function solveParts(
  { family, words, request, uses }: Parts,
  logo: Size | undefined,
  flex: FlexLayout,
): Solved {
  const { qr, size, menu } = request;
  const situation = { shapes: shapesOf(size), uses, seen: factsOf(uses, request) };
  const name: readonly TextLeaf[] = logo === undefined ? [] : ['shop'];
  const offered = new Set<TextLeaf>([...words.of.keys(), 'details', ...name]);
  const drawn = new Set(leavesOf(resolveTree(family, { ...situation, leaves: offered })));
  if (menu !== undefined && (!drawn.has('menu') || words.of.get('menu')?.rows?.length !== menu.length))
    return { misfit: 'needs' };
  const lettered = new Set([...drawn].filter((leaf) => !name.includes(leaf)));
  const content = wordsFor(lettered, words, menu === undefined);
  const leaves = new Set([...content.keys(), ...name]);
  const unit = shortSide(size) / 100;
  const plain = resolveTree(family, { ...situation, leaves });
  const marked = logo === undefined ? plain : withLogo(plain, logo, unit);
  const isAsked = request.asked === family.key;
  const isNarrow = size.width < size.height && !isUsualSheet(size);
  if (marked === undefined) return { misfit: 'words find no room' };
  const trees =
    qr === undefined ? [marked] : withQr(marked, qrSide(qr, size), unit, { isNarrow, byHeadline: isAsked });
  let first: Misfit | undefined;
  for (const tree of trees) {
    const found = new Squeezer(tree, content, family, request, flex).solve();
    if ('root' in found) return { solved: { root: found.root, uses } };
    first ??= found.misfit;
  }
  return { misfit: first ?? 'words find no room' };
}

/** Width to height from which on a product is a broad one. */
const BROAD = 1.2;

/** What of a family's conditions the products answer, or the photo's subject. */
function factsOf(uses: MaterialKind, { heroes, pictures }: DesignRequest): readonly HeroFact[] {
  if (uses === 'type') return [];
  const shown: readonly Size[] =
    uses === 'hero'
      ? heroes.map(({ image }) => image)
      : pictures.map(({ image, subject }) => subject ?? image);
  const broad = shown.every(({ width, height }) => width >= BROAD * height);
  return [
    ...(uses === 'hero' && heroes.length > 1 ? (['several'] as const) : []),
    ...(broad ? (['broad'] as const) : []),
  ];
}

/** What of a story's height is the app's, at its top and at its foot. */
const APPS = 0.1;

/** Where words may be: inside of the family's margin, off where apps lay their buttons over a story, and as the place asks. */
function innerOf(
  { margin }: Pick<DesignFamily, 'margin'>,
  { size, safe = NO_INSETS }: Pick<DesignRequest, 'size' | 'safe'>,
): Box {
  const kept = (margin / 100) * shortSide(size) - 1;
  const { inset, margin: usual } = frameOf(size);
  const isStory = shapesOf(size).includes('story');
  const down = isStory && inset > usual ? Math.max(inset, APPS * size.height) : kept;
  const [x, y] = [Math.max(kept, safe.left), Math.max(down, safe.top)];
  const [end, foot] = [Math.max(kept, safe.right), Math.max(down, safe.bottom)];
  return { x, y, width: size.width - x - end, height: size.height - y - foot };
}

/**
 * How much larger type is on a sheet of 16:9 than on a square as high, by its em in hundredths: a telephone shows every
 * sheet as wide as itself, a wide one at half the height, so that small words have to grow most.
 */
const WIDE_GROWTH = { small: { em: 4, by: 0.6 }, large: { em: 8, by: 0.3 } };

/** Width to height from which on neither grows any more: large words at 16:9, small ones at 2:1. */
const GROWN = { small: 2, large: 1.75 };

/** An em on a sheet, in hundredths: what lies far from a square has more room than its shorter side tells. */
function emOn(size: Size, em: number): number {
  const { small, large } = WIDE_GROWTH;
  const grown = (most: number): number =>
    Math.max(0, (Math.min(most, size.width / size.height) - 1) / (GROWN.large - 1));
  const share = Math.max(0, Math.min(1, (em - small.em) / (large.em - small.em)));
  return em * (1 + (1 - share) * small.by * grown(GROWN.small) + share * large.by * grown(GROWN.large));
}

/** Pixels, so that an em that is rounded down is no smaller than was asked. */
const ROUNDING = 0.01;

class Squeezer {
  readonly #tree: ResolvedBox;
  readonly #content: ReadonlyMap<TextLeaf, Words>;
  readonly #family: DesignFamily;
  readonly #request: DesignRequest;
  readonly #flex: FlexLayout;
  readonly #known = new Map<string, SetWords | undefined>();

  constructor(
    tree: ResolvedBox,
    content: ReadonlyMap<TextLeaf, Words>,
    family: DesignFamily,
    request: DesignRequest,
    flex: FlexLayout,
  ) {
    this.#tree = tree;
    this.#content = content;
    this.#family = family;
    this.#request = request;
    this.#flex = flex;
  }

  solve(): { readonly root: SolvedBox } | { readonly misfit: Misfit } {
    let fault: Misfit = 'words find no room';
    for (let step = 0; step <= STEPS; step++) {
      const found = this.#at(step / STEPS, new Map());
      if (typeof found === 'string') fault = found;
      else return { root: step === 0 ? found : this.#grown(found, step / STEPS) };
    }
    return { misfit: fault };
  }

  /** Each leaf in its turn as large as the others leave room for. */
  #grown(start: SolvedBox, squeeze: number): SolvedBox {
    let best = start;
    const own = new Map<TextLeaf, number>();
    const leaves = new Set(leavesOf(this.#tree));
    for (const leaf of FIRST_GROWN) {
      if (!leaves.has(leaf)) continue;
      for (const share of [0, 0.35, 0.7]) {
        const tried = new Map(own).set(leaf, squeeze * share);
        const found = this.#at(squeeze, tried);
        if (typeof found === 'string') continue;
        best = found;
        own.set(leaf, squeeze * share);
        break;
      }
    }
    return best;
  }

  #at(squeeze: number, own: ReadonlyMap<TextLeaf, number>): SolvedBox | Misfit {
    const { size } = this.#request;
    const unit = shortSide(size) / 100;
    const setLeaf = (leaf: ResolvedBox, room: Room): SetWords | undefined => {
      if (leaf.letters === undefined) return undefined;
      return this.#set(leaf, leaf.letters, room, own.get(leaf.letters) ?? squeeze);
    };
    const root = this.#flex.solve(this.#tree, size, { unit, squeeze }, setLeaf);
    if (root === undefined) return 'words find no room';
    const { heroes, pictures } = this.#request;
    const shown = { heroes: heroes.map(({ image }) => image), picture: pictures[0] };
    const { round } = this.#family.suits.cut === 'round' ? this.#request : {};
    return (
      faultOf(root, { size, inner: innerOf(this.#family, this.#request), ...defined({ round }) }, shown) ??
      root
    );
  }

  #set(leaf: ResolvedBox, letters: TextLeaf, room: Room, squeeze: number): SetWords | undefined {
    const words = this.#content.get(letters);
    if (words === undefined) return undefined;
    const { size, faces } = this.#request;
    const rounded = { width: Math.round(room.width * 4) / 4, height: Math.round(room.height * 4) / 4 };
    const key = [letters, JSON.stringify(leaf.style), rounded.width, rounded.height, squeeze].join('|');
    const known = this.#known.get(key);
    if (known !== undefined || this.#known.has(key)) return known;
    const type = leafType(letters, leaf.style, this.#family, this.#request);
    const [least, wanted] = type.size;
    const unit = frameOf(size).side / 100;
    // In hundredths, as the family's own.
    const readable = ((this.#request.letters ?? 0) + ROUNDING) / unit;
    const sized = {
      ...type,
      size: [Math.max(readable, emOn(size, least)), Math.max(readable, emOn(size, wanted))] as const,
    };
    const set = setWords({ words, type: sized, style: leaf.style, unit, faces }, rounded, squeeze, false);
    this.#known.set(key, set);
    return set;
  }
}
