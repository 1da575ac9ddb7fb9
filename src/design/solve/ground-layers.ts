import type { DesignLayer } from '../../ad/design.ts';
import type { Box } from '../../ad/geometry.ts';
import type { HexColour } from '../../ad/scene.ts';
import { defined } from '../../collections/defined.ts';
import { seedFor } from '../../imaging/random.ts';
import type { DesignStyle } from '../../presets/design.ts';
import type { SurfaceColours } from '../colour/surface-colours.ts';
import type { DesignRequest } from '../design-request.ts';
import { px } from './turning.ts';

/** A box as layers have it: in whole pixels, and turned. */
export interface PlacedBox {
  readonly box: Box;
  readonly angle?: number;
}

/** What the ground of a box is painted with. */
export interface GroundColours {
  readonly surface: SurfaceColours;
  /** Of lines that are as cards are. */
  readonly card: HexColour;
}

/** Of a scrim where a family says nothing. */
const DENSE = 0.62;

/** What a box paints itself, under all that is in it: a shade, a surface in its shape, an outline. */
export function groundLayers(
  style: DesignStyle,
  at: PlacedBox,
  colours: GroundColours,
  { unit, seed }: { readonly unit: number; readonly seed: number },
): readonly DesignLayer[] {
  const { surface, shape = 'box', outline, shadow, perforation, scrim, density = DENSE } = style;
  const { fill, line } = colours.surface;
  const stroke = outline && { colour: lineColour(outline.tone, colours), width: px(outline.width * unit) };
  const radius = style.radius === undefined ? undefined : px(style.radius * unit);
  if (scrim !== undefined)
    return [{ kind: 'scrim', box: at.box, edge: scrim, colour: fill, opacity: density }];
  if (surface !== undefined && shape === 'ticket') {
    const { at: share, way } = perforation ?? { at: 0.62, way: 'across' };
    const length = way === 'across' ? at.box.height : at.box.width;
    const notch = { way, at: Math.round(share * length), radius: px(2.6 * unit), colour: line };
    return [
      { kind: 'ticket', ...at, colour: fill, radius: radius ?? px(3 * unit), notch, ...defined({ shadow }) },
    ];
  }
  if (surface !== undefined && shape !== 'ticket') {
    const blot = shape === 'blob' ? seedFor(seed, 'blob') : undefined;
    return [{ kind: shape, ...at, colour: fill, ...defined({ radius, stroke, shadow, seed: blot }) }];
  }
  if (stroke === undefined) return [];
  return [{ kind: shape === 'disc' ? 'ring' : 'frame', ...at, stroke, ...defined({ radius }) }];
}

/** What lies over a box's surface: rays, dots, stripes, or what is sold again and again. */
export function textureLayers(
  { texture }: DesignStyle,
  at: PlacedBox,
  { step }: SurfaceColours,
  { unit, heroes }: { readonly unit: number } & Pick<DesignRequest, 'heroes'>,
): readonly DesignLayer[] {
  const { box } = at;
  switch (texture) {
    case 'rays': {
      const centre = { x: box.x + 0.66 * box.width, y: box.y + 0.62 * box.height };
      return [{ kind: 'rays', box, colour: step, centre, count: 20 }];
    }
    case 'dots':
    case 'stripes':
      return [{ kind: texture, ...at, colour: step, pitch: px(5 * unit) }];
    case 'pattern': {
      const sources = heroes.map(({ source }) => source);
      if (sources.length === 0) return [];
      const pitch = { width: px(38 * unit), height: px(34 * unit) };
      return [{ kind: 'pattern', box, sources, size: px(30 * unit), pitch, angle: -12 }];
    }
    default:
      return [];
  }
}

/** The colour of a line or an outline on a surface. */
export function lineColour(tone: string, { surface, card }: GroundColours): HexColour {
  switch (tone) {
    case 'card':
      return card;
    case 'accent':
      return surface.accent;
    case 'soft':
      return surface.soft;
    case 'line':
      return surface.line;
    default:
      return surface.ink;
  }
}
