import type { DesignLayer } from '../design.ts';
import type { Box, Size } from '../geometry.ts';

/**
 * What painting costs, in pixels that are touched once: at 8.6 ns each it comes within a factor of two of what every
 * kind of layer took on one core of 2026, filled as far as the schema lets it be.
 */

/** What each dot of a texture and each picture of a pattern costs besides its own pixels: it is a path, or a call. */
const DOT_COST = 300;
const STAMP_COST = 430;

/** Of a pixel of a cut-out with a sticker's edge, which is painted 49 times in one colour, and of one of its sheet. */
const EDGE_COST = 25;
const SHEET_COST = 8;

/** Of a pixel of a photo's part, which is copied twice, and of one that is shown in two tones besides. */
const PART_COST = 8;
const DUOTONE_COST = 4;

/** Pixels that painting a layer touches on a sheet of that size. */
export function layerCost(layer: DesignLayer, size: Size): number {
  const { box } = layer;
  const seen = seenArea(box, size);
  switch (layer.kind) {
    case 'box':
    case 'disc':
    case 'arch':
    case 'burst':
    case 'blob':
      return seen * (1 + (layer.shadow ? 1 : 0) + (layer.stroke ? 2 : 0));
    case 'frame':
    case 'ring':
    case 'rays':
      return 2 * seen;
    case 'ticket':
      return seen * (layer.shadow ? 3 : 2);
    case 'scrim':
      return seen;
    case 'stripes':
      return 3 * seen;
    case 'dots':
      return seen + DOT_COST * (box.width / layer.pitch + 2) * (box.height / layer.pitch + 2);
    case 'picture': {
      const { part, duotone, shadow, stroke } = layer;
      const copied = part.width * part.height * (PART_COST + (duotone ? DUOTONE_COST : 0));
      return copied + seen * (1 + (shadow ? 1 : 0) + (stroke ? 2 : 0));
    }
    case 'hero': {
      const area = box.width * box.height;
      if (layer.edge === undefined) return 3 * area;
      const around = 4 * layer.edge.width;
      return EDGE_COST * area + SHEET_COST * (box.width + around) * (box.height + around);
    }
    case 'pattern': {
      const { size: side, pitch } = layer;
      const reach = Math.hypot(box.width, box.height) / 2 + side;
      const stamps = (2 * (reach / pitch.width) + 5) * (2 * (reach / pitch.height) + 3);
      return stamps * (STAMP_COST + side ** 2);
    }
  }
}

/** Of a box that may be turned: no more than the sheet, nor than itself. */
function seenArea(box: Box, { width, height }: Size): number {
  return Math.min(box.width * box.height, width * height);
}
