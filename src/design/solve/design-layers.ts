import type { DesignLayer } from '../../ad/design.ts';
import type { PlacedPart } from '../../ad/design-part.ts';
import { type Box, centre, shortSide } from '../../ad/geometry.ts';
import type { TextBlock } from '../../ad/layout.ts';
import type { DesignFamily, DesignStyle } from '../../presets/design.ts';
import type { ColourPlan } from '../colour/colour-plan.ts';
import type { SurfaceColours } from '../colour/surface-colours.ts';
import type { DesignRequest } from '../design-request.ts';
import { leavesIn } from './faults.ts';
import type { SolvedBox } from './flex-tree.ts';
import { groundLayers, lineColour, textureLayers } from './ground-layers.ts';
import { letteredBlocks } from './lettered-blocks.ts';
import { heroLayers, pictureLayer, type Showing } from './shown-layers.ts';
import { angleOf, moved, type Turning, turnedBy, whole } from './turning.ts';

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
interface Around extends Turning {
  readonly surface: SurfaceColours;
}

/** Makes layers and blocks of a solved tree: what a box paints lies under all that is in it. */
export function designParts(
  root: SolvedBox,
  family: DesignFamily,
  colours: ColourPlan,
  request: DesignRequest,
): DesignParts {
  const words = leavesIn(root, 0, { heroes: [] }).flatMap(({ kind, box }) => (kind === 'words' ? [box] : []));
  const unit = shortSide(request.size) / 100;
  const writer = new PartsWriter(family, { request, colours, unit, words });
  const sheet = { x: 0, y: 0, ...request.size };
  const surface = colours[root.source.style.surface ?? 'ground'];
  writer.layers.push({ kind: 'box', box: whole(sheet), colour: surface.fill });
  writer.write(root, { surface, angle: 0, about: centre(sheet) }, true);
  return writer;
}

class PartsWriter implements DesignParts {
  readonly layers: DesignLayer[] = [];
  readonly blocks: TextBlock[] = [];
  readonly productBoxes: Box[] = [];
  readonly parts: PlacedPart[] = [];
  logo?: Box;
  readonly #family: DesignFamily;
  readonly #showing: Showing;

  constructor(family: DesignFamily, showing: Showing) {
    this.#family = family;
    this.#showing = showing;
  }

  write(solved: SolvedBox, around: Around, isRoot = false): void {
    const { source, box, children } = solved;
    const { style } = source;
    const { request, colours, unit } = this.#showing;
    const turning = style.turn === undefined ? around : turnedBy(around, style.turn, box);
    const surface = style.surface === undefined ? around.surface : colours[style.surface];
    const at = { box: whole(moved(box, turning)), ...angleOf(turning) };
    const ground = { surface, card: colours.card.fill };
    const { seed } = request.colours;
    if (!isRoot) this.layers.push(...groundLayers(style, at, ground, { unit, seed }));
    this.layers.push(...textureLayers(style, at, surface, { unit, heroes: request.heroes }));
    this.#show(solved, { ...turning, surface });
    const { blocks, rules } = letteredBlocks(solved, surface, turning, { family: this.#family, request });
    this.layers.push(...rules.map((rule): DesignLayer => ({ kind: 'box', box: rule, colour: surface.line })));
    this.blocks.push(...blocks);
    for (const child of children) this.write(child, { ...turning, surface });
  }

  #show({ box, source: { style, show } }: SolvedBox, around: Around): void {
    const { surface } = around;
    const card = this.#showing.colours.card.fill;
    switch (show) {
      case 'rule': {
        const colour = lineColour(style.tone ?? 'line', { surface, card });
        this.layers.push({ kind: 'box', box: whole(box), colour });
        break;
      }
      case 'hero': {
        const heroes = heroLayers(box, style, around, surface.fill, this.#showing);
        this.productBoxes.push(...heroes.map((hero) => hero.box));
        this.layers.push(...heroes);
        break;
      }
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

  #picture(box: Box, style: DesignStyle, around: Around): void {
    const shown = pictureLayer(box, style, around, this.#showing);
    if (shown === undefined) return;
    if (shown.subject !== undefined) this.productBoxes.push(shown.subject);
    this.layers.push(shown.layer);
  }

  #qr(box: Box): void {
    const { request, colours } = this.#showing;
    const { qr: content } = request;
    if (content === undefined) return;
    const { ink } = colours.card;
    this.parts.push({
      part: { kind: 'qr', face: 'Pretendard', weight: 700, content },
      box: whole(box),
      // Readers like black on white best, and its sheet belongs to no palette.
      colours: { ground: '#ffffff', ink, accent: ink },
    });
  }
}
