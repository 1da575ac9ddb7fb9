import { type Box, intersection } from '../ad/geometry.ts';
import type { TextBlock, Treatment } from '../ad/layout.ts';
import type { HexColour } from '../ad/scene.ts';
import { defined } from '../collections/defined.ts';
import { toHex } from '../imaging/colour.ts';
import type { Pixels } from '../typography/contrast.ts';
import type { Draft } from './draft.ts';
import { pillFor } from './letter-colours.ts';
import type { LetteringContext } from './lettering-context.ts';

/** A draft's block, its letters black until their ground is known. */
export function blockOf(draft: Draft, treatment: Treatment, colour?: HexColour, strength = 1): TextBlock {
  const { slot, shape, style, lines, icons, size, align, box } = draft;
  const { face, weight, lineHeight, tracking } = style;
  return {
    slot,
    ...defined({ shape }),
    lines,
    ...defined({ icons }),
    box,
    face,
    weight,
    size,
    lineHeight,
    tracking,
    align,
    colour: '#000000',
    treatment,
    ...defined({ treatmentColour: colour, treatmentStrength: strength === 1 ? undefined : strength }),
    contrast: { wcag: 1, apca: 0 },
  };
}

/** The block of words on a pill, in the pill's colours. */
export function pillBlock(draft: Draft, pixels: Pixels, { palette }: LetteringContext): TextBlock {
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
