import type { Matte } from '../../../src/imaging/raster.ts';
import type { GlyphMask } from '../../../src/typography/glyph-mask.ts';

/** A pixel that is covered so far is ink, or product. */
const INK = 128;

/** Whether letters lie on other letters. */
export function inkMeets(a: GlyphMask, b: GlyphMask): boolean {
  const from = { x: Math.max(a.box.x, b.box.x), y: Math.max(a.box.y, b.box.y) };
  const to = {
    x: Math.min(a.box.x + a.box.width, b.box.x + b.box.width),
    y: Math.min(a.box.y + a.box.height, b.box.y + b.box.height),
  };
  for (let y = from.y; y < to.y; y++) {
    for (let x = from.x; x < to.x; x++) {
      if (inkAt(a, x, y) >= INK && inkAt(b, x, y) >= INK) return true;
    }
  }
  return false;
}

const inkAt = ({ box, data }: GlyphMask, x: number, y: number): number =>
  data[(y - box.y) * box.width + (x - box.x)] ?? 0;

/** How many pixels of letters lie on a product. */
export function pixelsOn({ box, data }: GlyphMask, matte: Matte): number {
  let count = 0;
  for (let i = 0; i < data.length; i++) {
    if ((data[i] ?? 0) < INK) continue;
    const x = box.x + (i % box.width);
    const y = box.y + Math.floor(i / box.width);
    if (x < 0 || y < 0 || x >= matte.width || y >= matte.height) continue;
    if ((matte.data[y * matte.width + x] ?? 0) >= INK) count++;
  }
  return count;
}
