import type { Face } from '../ad/face.ts';
import { area, type Box, grown, intersection, overlaps } from '../ad/geometry.ts';
import { type TextBlock, TREATMENTS, type Treatment, type Underlay } from '../ad/layout.ts';
import type { HexColour, Palette } from '../ad/scene.ts';
import { hexToOklch, oklchToHex, toHex } from '../imaging/colour.ts';
import { templateAgreement } from '../quality/legibility.ts';
import { contrastOn, groundOf, groundUnder, type Pixels } from '../typography/contrast.ts';
import type { GroundPainter } from '../typography/ground-painter.ts';
import { type Arrangement, boxOf, type Draft, type Group, inkOf } from './draft.ts';
import type { Frame } from './frame.ts';
import { isEnough, pillFor, readableColour, sheetFor, type Tone } from './letter-colours.ts';
import type { MaskStore } from './mask-store.ts';
import type { PictureMap } from './picture-map.ts';
import { underlaysOf } from './underlays.ts';

/** An arrangement whose words can all be read. */
export interface Lettering {
  readonly blocks: readonly TextBlock[];
  readonly underlays: readonly Underlay[];
  /** What was done to each group of the arrangement. */
  readonly treatments: readonly Treatment[];
  /** What that costs in beauty: 0 = nothing was needed. */
  readonly penalty: number;
}

/** The picture that words are made readable on. */
export interface Ground {
  readonly frame: Frame;
  readonly map: PictureMap;
  readonly painter: GroundPainter;
  readonly masks: MaskStore;
  readonly palette: Palette;
  readonly faces: readonly Face[];
}

/** What each step takes from a picture, for the words of one group. */
const PENALTIES: Readonly<Record<Treatment, number>> = {
  none: 0,
  blur: 0.22,
  scrim: 0.28,
  shadow: 0.36,
  outline: 0.7,
  panel: 0.55,
};

/**
 * Agreement with their own shape (see templateAgreement) below which words are lost in a busy ground although their
 * contrast is enough.
 */
export const LEAST_AGREEMENT = 0.75;

/**
 * Gives every block a colour that can be read, measured on the pixels around its letters, with the gentlest means
 * that serve: another colour, then what TREATMENTS lists. The last, a panel, always serves.
 *
 * @param budget penalty from which on nobody wants the answer
 * @returns undefined when the penalty would reach the budget
 */
export function makeReadable(
  arrangement: Arrangement,
  ground: Ground,
  budget = Number.POSITIVE_INFINITY,
): Lettering | undefined {
  const { groups } = arrangement;
  const done: Read[] = [];
  let left = budget;
  for (const group of groups) {
    const underlays = done.flatMap((read) => read.underlays);
    const read = readGroup(group, groups, underlays, toneOf(done), ground, left);
    if (read === undefined) return undefined;
    left -= penaltyOf(read, group, ground);
    if (left <= 0) return undefined;
    done.push(read);
  }
  // What was laid under one group may have changed the ground of another that was done before.
  for (const [i, group] of groups.entries()) {
    const others = done.flatMap((read, j) => (j === i ? [] : read.underlays));
    const all = done.flatMap((read) => read.underlays);
    if (others.length === 0 || stillReads(done[i]!, group, all, ground)) continue;
    done[i] = readGroup(group, groups, others, toneOf(done), ground) ?? done[i]!;
  }
  return {
    blocks: done.flatMap((read) => read.blocks),
    underlays: done.flatMap((read) => read.underlays),
    treatments: done.map((read) => read.treatment),
    penalty: done.reduce((sum, read, i) => sum + penaltyOf(read, groups[i]!, ground), 0),
  };
}

/** What an underlay costs more when all that it lies on is what the picture shows. */
const COVERING = 3;

function penaltyOf({ treatment, underlays }: Read, group: Group, { map }: Ground): number {
  const covered = underlays.reduce((sum, { box }) => sum + map.subjectShare(box), 0);
  return PENALTIES[treatment] * shareOf(group) * (1 + COVERING * covered);
}

interface Read {
  readonly blocks: readonly TextBlock[];
  readonly underlays: readonly Underlay[];
  readonly treatment: Treatment;
  readonly tone: Tone | undefined;
}

const toneOf = (done: readonly Read[]): Tone | undefined =>
  done.find((read) => read.tone !== undefined)?.tone;

/** A footer's trouble weighs less than a headline's. */
const shareOf = (group: Group): number => (group.some(({ slot }) => slot !== 'footer') ? 1 : 0.4);

function readGroup(
  group: Group,
  groups: readonly Group[],
  below: readonly Underlay[],
  tone: Tone | undefined,
  ground: Ground,
  budget = Number.POSITIVE_INFINITY,
): Read | undefined {
  const others = groups.filter((other) => other !== group).flatMap((other) => other.map(({ box }) => box));
  for (const treatment of ladderFor(group, ground)) {
    if (PENALTIES[treatment] * shareOf(group) >= budget) return undefined;
    for (const attempt of attemptsOf(treatment, group, others, tone, ground)) {
      if (!isPromising(group, attempt, ground)) continue;
      const read = tryToRead(group, attempt, below, ground);
      if (read !== undefined) return read;
    }
  }
  throw new Error('Letters could not be read even on a panel of one colour');
}

/** A single small line near an edge is served with a scrim along the edge sooner than with a patch of blur. */
function ladderFor(group: Group, { frame }: Ground): readonly Treatment[] {
  if (boxOf(group).height > 2.5 * frame.unit) return TREATMENTS;
  return ['none', 'scrim', ...TREATMENTS.filter((step) => step !== 'none' && step !== 'scrim')];
}

interface Attempt {
  readonly treatment: Treatment;
  readonly tone: Tone;
  readonly underlays: readonly Underlay[];
  /** Of a shadow or an outline. */
  readonly halo?: { readonly colour: HexColour; readonly strength: number };
}

/** Strengths of shadows that are tried, gentlest first. */
const SHADOWS = [0.6, 1];

function* attemptsOf(
  treatment: Treatment,
  group: Group,
  others: readonly Box[],
  known: Tone | undefined,
  ground: Ground,
): Generator<Attempt> {
  // The call to action has a pill of its own.
  const lettered = group.filter(({ slot }) => slot !== 'cta');
  const words = boxOf(lettered.length === 0 ? group : lettered);
  for (const tone of tonesFor(treatment, words, known, ground)) {
    const colour = sheetFor(tone, ground.palette);
    if (treatment === 'none') yield { treatment, tone, underlays: [] };
    else if (treatment === 'outline') yield { treatment, tone, underlays: [], halo: { colour, strength: 1 } };
    else if (treatment === 'shadow') {
      for (const strength of SHADOWS) yield { treatment, tone, underlays: [], halo: { colour, strength } };
    } else {
      const { frame, map } = ground;
      const request = { words, others, under: coverOf(lettered, map), colour, frame, map };
      for (const underlay of underlaysOf(treatment, request))
        yield { treatment, tone, underlays: [underlay] };
    }
  }
}

/** Share of the words' boxes that lies on what the picture shows. */
function coverOf(drafts: readonly Draft[], map: PictureMap): number {
  const covered = drafts.reduce((sum, { box }) => sum + area(box) * map.subjectShare(box), 0);
  return covered / Math.max(1, inkOf(drafts));
}

/** OKLab lightness, 0–100, from which on a ground calls for dark letters. */
const MIDDLE = 62;

/** Bare words prefer the palette's own ink; what is laid under words should change the picture least. */
function tonesFor(
  treatment: Treatment,
  words: Box,
  known: Tone | undefined,
  { map, palette }: Ground,
): readonly Tone[] {
  const own: Tone = hexToOklch(palette.ink)[0] < 0.55 ? 'dark' : 'light';
  const near: Tone = map.lightness(words).mean >= MIDDLE ? 'dark' : 'light';
  const first = treatment === 'none' || treatment === 'panel' ? (known ?? own) : near;
  return [first, first === 'dark' ? 'light' : 'dark'];
}

/** How far a treatment moves the ground towards its colour, for a guess before anything is painted. */
const REACHES = { none: 0, shadow: 0.65, outline: 0.97 } as const;

/** Whether an attempt can serve at all, judged by the mean lightness of the ground: most cannot, and painting is dear. */
function isPromising(group: Group, { treatment, tone, underlays, halo }: Attempt, ground: Ground): boolean {
  const colour = halo?.colour ?? underlays[0]?.colour;
  const share = underlays[0]?.opacity ?? REACHES[treatment as keyof typeof REACHES] ?? 0;
  const target = colour === undefined ? 0 : 100 * hexToOklch(colour)[0];
  return group.every(({ slot, box }) => {
    if (slot === 'cta') return true;
    const { mean } = ground.map.lightness(box);
    const grey = oklchToHex([(mean + (target - mean) * share) / 100, 0, 0]);
    return readableColour(slot, tone, ground.palette, groundOf(grey)) !== undefined;
  });
}

function tryToRead(
  group: Group,
  attempt: Attempt,
  below: readonly Underlay[],
  ground: Ground,
): Read | undefined {
  const { treatment, tone, halo } = attempt;
  const colour = halo?.colour ?? attempt.underlays[0]?.colour;
  const bare = group.map((draft) => blockOf(draft, treatment, colour, halo?.strength));
  const pixels = groundOfGroup(
    group,
    [...below, ...attempt.underlays],
    halo === undefined ? [] : bare,
    ground,
  );
  const blocks: TextBlock[] = [];
  for (const [i, draft] of group.entries()) {
    const block =
      draft.slot === 'cta'
        ? pillBlock(draft, pixels, ground)
        : letteredBlock(bare[i]!, attempt.tone, pixels, ground);
    if (block === undefined) return undefined;
    blocks.push(block);
  }
  const worded = group.some(({ slot }) => slot !== 'cta');
  return {
    blocks,
    underlays: worded ? attempt.underlays : [],
    treatment: worded ? treatment : 'none',
    tone: worded ? tone : undefined,
  };
}

/** What a group's letters would stand on. */
function groundOfGroup(
  group: Group,
  underlays: readonly Underlay[],
  haloed: readonly TextBlock[],
  { painter, frame, faces }: Ground,
): Pixels {
  const words = grown(boxOf(group), Math.ceil(frame.unit / 2));
  const touching = underlays.filter((underlay) => overlaps(underlay.box, words));
  return painter.pixels(
    words,
    touching,
    haloed.filter(({ slot }) => slot !== 'cta'),
    faces,
  );
}

function letteredBlock(
  bare: TextBlock,
  tone: Tone,
  pixels: Pixels,
  { masks, palette }: Ground,
): TextBlock | undefined {
  const found = readableColour(bare.slot, tone, palette, groundUnder(pixels, masks.thick(bare)));
  if (found === undefined) return undefined;
  if (bare.treatment !== 'panel' && bare.treatment !== 'outline') {
    if (templateAgreement(pixels, masks.thin(bare), found.colour) < LEAST_AGREEMENT) return undefined;
  }
  return { ...bare, ...found };
}

function blockOf(draft: Draft, treatment: Treatment, colour?: HexColour, strength = 1): TextBlock {
  const { slot, style, lines, size, align, box } = draft;
  const { face, weight, lineHeight, tracking } = style;
  return {
    slot,
    lines,
    box,
    face,
    weight,
    size,
    lineHeight,
    tracking,
    align,
    colour: '#000000',
    treatment,
    ...(colour === undefined ? {} : { treatmentColour: colour }),
    ...(strength === 1 ? {} : { treatmentStrength: strength }),
    contrast: { wcag: 1, apca: 0 },
  };
}

function pillBlock(draft: Draft, pixels: Pixels, { palette }: Ground): TextBlock {
  const { fill, letters, contrast } = pillFor(palette, meanOf(pixels, draft.box));
  return { ...blockOf(draft, 'panel', fill), colour: letters, contrast };
}

function meanOf({ data, box }: Pixels, part: Box): HexColour {
  let [r, g, b, count] = [0, 0, 0, 0];
  const { x, y, width, height } = intersection(part, box);
  for (let row = y - box.y; row < y - box.y + height; row++) {
    for (let column = x - box.x; column < x - box.x + width; column++) {
      const i = (row * box.width + column) * 4;
      r += data[i]!;
      g += data[i + 1]!;
      b += data[i + 2]!;
      count++;
    }
  }
  return toHex([r / Math.max(1, count), g / Math.max(1, count), b / Math.max(1, count)]);
}

function stillReads(read: Read, group: Group, underlays: readonly Underlay[], ground: Ground): boolean {
  const haloed = read.treatment === 'shadow' || read.treatment === 'outline' ? read.blocks : [];
  const pixels = groundOfGroup(group, underlays, haloed, ground);
  return read.blocks.every((block) => {
    if (block.slot === 'cta') return true;
    const contrast = contrastOn(groundUnder(pixels, ground.masks.thick(block)), block.colour);
    return isEnough(block.slot, contrast);
  });
}
