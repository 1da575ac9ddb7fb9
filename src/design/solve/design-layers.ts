import type { DesignLayer, HeroSource } from '../../ad/design.ts';
import type { PlacedPart } from '../../ad/design-part.ts';
import { type Box, centre, type Point, shortSide, turnedBounds } from '../../ad/geometry.ts';
import type { TextBlock } from '../../ad/layout.ts';
import { defined } from '../../collections/defined.ts';
import { seedFor } from '../../imaging/random.ts';
import type { DesignFamily, DesignStyle } from '../../presets/design.ts';
import { backgroundOf, contrastOn } from '../../typography/contrast.ts';
import type { ColourPlan, SurfaceName } from '../colour/colour-plan.ts';
import type { SurfaceColours } from '../colour/surface-colours.ts';
import type { DesignRequest } from '../design-request.ts';
import { inkOf, leavesIn } from './faults.ts';
import type { SolvedBox } from './flex-tree.ts';
import { heroBoxes, shownHeroes } from './hero-boxes.ts';
import { picturePart } from './picture-part.ts';
import { leafType } from './type-styles.ts';

/** What a solved family paints and letters. */
export interface DesignParts {
  readonly layers: readonly DesignLayer[];
  readonly blocks: readonly TextBlock[];
  readonly productBoxes: readonly Box[];
  readonly parts: readonly PlacedPart[];
  /** Where the shop's logo stands; absent = nowhere. */
  readonly logo?: Box;
}

/** What a box inherits from those around it. */
interface Around {
  readonly surface: SurfaceColours;
  /** How all in it is turned, degrees, and about which point. */
  readonly angle: number;
  readonly about: Point;
}

/** Makes layers and blocks of a solved tree: what a box paints lies under all that is in it. */
export function designParts(
  root: SolvedBox,
  family: DesignFamily,
  colours: ColourPlan,
  request: DesignRequest,
): DesignParts {
  const words = leavesIn(root, 0, { heroes: [] }).flatMap(({ kind, box }) => (kind === 'words' ? [box] : []));
  const writer = new PartsWriter(family, colours, request, words);
  const sheet = { x: 0, y: 0, ...request.size };
  const surface = root.source.style.surface ?? 'ground';
  writer.fill(sheet, colours[surface].fill);
  writer.write(root, { surface: colours[surface], angle: 0, about: centre(sheet) }, true);
  return writer;
}

/** Distance of two dots of a halftone, hundredths: large enough to be meant. */
const DOTS = 1.1;

/** Of a scrim where a family says nothing. */
const DENSE = 0.62;

class PartsWriter implements DesignParts {
  readonly layers: DesignLayer[] = [];
  readonly blocks: TextBlock[] = [];
  readonly productBoxes: Box[] = [];
  readonly parts: PlacedPart[] = [];
  logo?: Box;
  readonly #family: DesignFamily;
  readonly #colours: ColourPlan;
  readonly #request: DesignRequest;
  /** Where words are. */
  readonly #words: readonly Box[];
  /** Pixels of a hundredth of the shorter side. */
  readonly #unit: number;

  constructor(family: DesignFamily, colours: ColourPlan, request: DesignRequest, words: readonly Box[]) {
    this.#words = words;
    this.#family = family;
    this.#colours = colours;
    this.#request = request;
    this.#unit = shortSide(request.size) / 100;
  }

  fill(box: Box, colour: SurfaceColours['fill']): void {
    this.layers.push({ kind: 'box', box: whole(box), colour });
  }

  write(solved: SolvedBox, around: Around, isRoot = false): void {
    const { source, box, children } = solved;
    const { style } = source;
    const turned = style.turn === undefined ? around : turnedBy(around, style.turn, centre(box));
    const inside = { ...turned, surface: this.#surfaceOf(style.surface, turned) };
    const angle = inside.angle === 0 ? {} : { angle: inside.angle };
    const at = { box: whole(moved(box, inside)), ...angle };
    if (!isRoot) this.#paint(style, at, inside.surface);
    this.#texture(style, at, inside.surface);
    this.#show(solved, inside);
    if (solved.words !== undefined) this.#letter(solved, inside);
    for (const child of children) this.write(child, inside);
  }

  #surfaceOf(name: SurfaceName | undefined, { surface }: Around): SurfaceColours {
    return name === undefined ? surface : this.#colours[name];
  }

  #paint(style: DesignStyle, at: { box: Box; angle?: number }, colours: SurfaceColours): void {
    const { surface, shape = 'box', radius, outline, shadow, perforation, scrim, density = DENSE } = style;
    const stroke =
      outline === undefined
        ? undefined
        : { colour: this.#lineColour(outline.tone, colours), width: px(outline.width * this.#unit) };
    const rounding = radius === undefined ? undefined : px(radius * this.#unit);
    if (scrim !== undefined) {
      this.layers.push({ kind: 'scrim', box: at.box, edge: scrim, colour: colours.fill, opacity: density });
    } else if (surface !== undefined && shape === 'ticket') {
      const { at: share, way } = perforation ?? { at: 0.62, way: 'across' };
      const length = way === 'across' ? at.box.height : at.box.width;
      this.layers.push({
        kind: 'ticket',
        ...at,
        colour: colours.fill,
        radius: rounding ?? px(3 * this.#unit),
        notch: { way, at: Math.round(share * length), radius: px(2.6 * this.#unit), colour: colours.line },
        ...defined({ shadow }),
      });
    } else if (surface !== undefined && shape !== 'ticket') {
      const seed = shape === 'blob' ? seedFor(this.#request.colours.seed, 'blob') : undefined;
      this.layers.push({
        kind: shape,
        ...at,
        colour: colours.fill,
        ...defined({ radius: rounding, stroke, shadow, seed }),
      });
    } else if (stroke !== undefined) {
      const kind = shape === 'disc' ? 'ring' : 'frame';
      this.layers.push({ kind, ...at, stroke, ...defined({ radius: rounding }) });
    }
  }

  #lineColour(tone: string, colours: SurfaceColours): SurfaceColours['fill'] {
    switch (tone) {
      case 'card':
        return this.#colours.card.fill;
      case 'accent':
        return colours.accent;
      case 'soft':
        return colours.soft;
      case 'line':
        return colours.line;
      default:
        return colours.ink;
    }
  }

  #texture({ texture }: DesignStyle, at: { box: Box; angle?: number }, colours: SurfaceColours): void {
    const { box } = at;
    switch (texture) {
      case 'rays': {
        const centre = { x: box.x + 0.66 * box.width, y: box.y + 0.62 * box.height };
        this.layers.push({ kind: 'rays', box, colour: colours.step, centre, count: 20 });
        break;
      }
      case 'dots':
      case 'stripes':
        this.layers.push({ kind: texture, ...at, colour: colours.step, pitch: px(5 * this.#unit) });
        break;
      case 'pattern':
        this.#pattern(box);
        break;
      default:
    }
  }

  #pattern(box: Box): void {
    const sources = this.#request.heroes.map(({ source }) => source);
    if (sources.length === 0) return;
    const size = px(30 * this.#unit);
    const pitch = { width: px(38 * this.#unit), height: px(34 * this.#unit) };
    this.layers.push({ kind: 'pattern', box, sources, size, pitch, angle: -12 });
  }

  #show(solved: SolvedBox, around: Around): void {
    const { surface, angle } = around;
    const { box, source } = solved;
    const { style, show } = source;
    switch (show) {
      case 'rule':
        this.layers.push({
          kind: 'box',
          box: whole(box),
          colour: this.#lineColour(style.tone ?? 'line', surface),
        });
        break;
      case 'hero':
        this.#heroes(box, style, angle);
        break;
      case 'picture':
        this.#picture(box, style, around);
        break;
      case 'qr':
        this.#qr(box);
        break;
      case 'logo':
        this.logo = whole(box);
        break;
      default:
    }
  }

  #qr(box: Box): void {
    const { qr: content } = this.#request;
    if (content === undefined) return;
    const { ink } = this.#colours.card;
    // Readers like black on white best, and its sheet belongs to no palette.
    const colours = { ground: '#ffffff', ink, accent: ink } as const;
    this.parts.push({
      part: { kind: 'qr', face: 'Pretendard', weight: 700, content },
      box: whole(box),
      colours,
    });
  }

  #heroes(box: Box, style: DesignStyle, angle: number): void {
    const heroes = shownHeroes(this.#request.heroes, style.only);
    const edge =
      style.edge === 'sticker' ? { colour: this.#colours.card.fill, width: px(1.4 * this.#unit) } : undefined;
    for (const [i, place] of heroBoxes(
      box,
      heroes.map(({ image }) => image),
      style.anchor,
    ).entries()) {
      const source: HeroSource | undefined = heroes[i]?.source;
      if (source === undefined) continue;
      this.productBoxes.push(whole(place));
      this.layers.push({
        kind: 'hero',
        box: whole(place),
        source,
        shadow: style.stands ?? 'contact',
        shade: this.#colours.dark.fill,
        ...(angle === 0 ? {} : { angle }),
        ...defined({ edge }),
      });
    }
  }

  #picture(box: Box, style: DesignStyle, around: Around): void {
    const [picture] = this.#request.pictures;
    if (picture === undefined) return;
    const { shape = 'box', radius, colouring } = style;
    const { angle } = around;
    const place = whole(moved(box, around));
    const { part, subject } = picturePart(picture, place, this.#words, this.#request.size);
    if (subject !== undefined) {
      const seen = moved(subject, { ...around, about: centre(place) });
      this.productBoxes.push(whole(turnedBounds(seen, angle)));
    }
    this.layers.push({
      kind: 'picture',
      box: place,
      photo: picture.photo,
      part,
      shape: shape === 'disc' || shape === 'arch' ? shape : 'box',
      ...(angle === 0 ? {} : { angle }),
      ...defined({
        radius: radius === undefined ? undefined : px(radius * this.#unit),
        duotone:
          colouring === 'duotone' || colouring === 'halftone'
            ? {
                dark: this.#colours.dark.fill,
                light: this.#colours.ground.fill,
                ...(colouring === 'halftone' ? { dots: Math.max(4, px(DOTS * this.#unit)) } : {}),
              }
            : undefined,
      }),
    });
  }

  #letter(solved: SolvedBox, around: Around): void {
    const { source, words } = solved;
    if (source.letters === undefined || words === undefined) return;
    const { style } = source;
    const { style: type } = leafType(source.letters, style, this.#family, this.#request);
    const ink = inkOf(solved);
    const colour = this.#toneOf(source.letters, style, around.surface);
    for (const { x, y, width, height } of words.rules ?? []) {
      const rule = { x: ink.x + x, y: ink.y + y, width, height };
      this.layers.push({ kind: 'box', box: whole(moved(rule, around)), colour: around.surface.line });
    }
    for (const part of words.parts) {
      const box = { x: ink.x + part.x, y: ink.y + (part.y ?? 0), width: part.width, height: part.height };
      this.blocks.push({
        slot: part.slot ?? type.slot,
        lines: part.lines,
        ...defined({ icons: part.icons, scales: part.scales, vertical: part.vertical }),
        box: whole(moved(box, around)),
        face: type.face,
        weight: part.weight ?? type.weight,
        size: part.size,
        lineHeight: type.lineHeight,
        tracking: type.tracking,
        align: part.align ?? (words.parts.length > 1 ? 'left' : (style.text ?? 'left')),
        ...(around.angle === 0 ? {} : { angle: around.angle }),
        colour: part.isAccent ? around.surface.accent : colour,
        treatment: 'none',
        contrast: contrastOn(
          backgroundOf(around.surface.fill),
          part.isAccent ? around.surface.accent : colour,
        ),
      });
    }
  }

  #toneOf(letters: string, { tone }: DesignStyle, surface: SurfaceColours): SurfaceColours['fill'] {
    const usual =
      letters === 'price' ? 'accent' : letters === 'sub' || letters === 'details' ? 'soft' : 'ink';
    return surface[tone ?? usual];
  }
}

const px = (length: number): number => Math.max(1, Math.round(length));

const whole = ({ x, y, width, height }: Box): Box => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.max(1, Math.round(width)),
  height: Math.max(1, Math.round(height)),
});

const turnedBy = ({ surface, angle }: Around, by: number, about: Point): Around => ({
  surface,
  angle: angle + by,
  about,
});

/** The box with its middle turned about the point that all around it turns about. */
function moved(box: Box, { angle, about }: Around): Box {
  if (angle === 0) return box;
  const radians = (angle * Math.PI) / 180;
  const middle = centre(box);
  const [dx, dy] = [middle.x - about.x, middle.y - about.y];
  const x = about.x + dx * Math.cos(radians) - dy * Math.sin(radians);
  const y = about.y + dx * Math.sin(radians) + dy * Math.cos(radians);
  return { x: x - box.width / 2, y: y - box.height / 2, width: box.width, height: box.height };
}
