import type { Face } from '../ad/face.ts';
import type { TextBlock } from '../ad/layout.ts';
import { type GlyphMask, glyphMask } from '../typography/glyph-mask.ts';
import { contrastReach } from './measure/legibility.ts';

/** Masks of the letters of one picture, which are the same wherever the letters stand. */
export class GlyphMaskCache {
  readonly #faces: readonly Face[];
  readonly #reach: number;
  readonly #known = new Map<string, GlyphMask>();

  /** @param side the picture's shorter side in pixels */
  constructor(faces: readonly Face[], side: number) {
    this.#faces = faces;
    this.#reach = contrastReach(side);
  }

  /** The letters and what touches them: where the contrast is measured. */
  thick(block: TextBlock): GlyphMask {
    return this.#mask(block, this.#reach);
  }

  /** The letters themselves. */
  thin(block: TextBlock): GlyphMask {
    return this.#mask(block, 0);
  }

  #mask(block: TextBlock, reach: number): GlyphMask {
    const { box, slot, face, weight, size, align, lines, icons } = block;
    const key = [reach, slot, face, weight, size, align, box.width, box.height, ...lines, icons?.join()].join(
      '|',
    );
    const known =
      this.#known.get(key) ?? glyphMask({ ...block, box: { ...box, x: 0, y: 0 } }, this.#faces, reach);
    this.#known.set(key, known);
    return { data: known.data, box: { ...known.box, x: known.box.x + box.x, y: known.box.y + box.y } };
  }
}
