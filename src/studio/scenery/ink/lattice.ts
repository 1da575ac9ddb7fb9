import { drawn } from '../../../imaging/canvas.ts';
import { gaussianBlur } from '../../../imaging/filter.ts';
import type { Random } from '../../../imaging/random.ts';
import { createPlane } from '../../../imaging/raster.ts';
import type { LinearPicture } from '../../renderer/linear-picture.ts';
import { soak } from './wash.ts';

/** Pine, oiled and old: what it leaves of the light. */
const WOOD = [0.2, 0.105, 0.055] as const;

/**
 * Paper doors with a lattice of thin bars above and below, and plain paper between, lit from the room behind. In place.
 *
 * @param lamp light from behind, as a share of that in front
 */
export function drawLattice(
  stain: LinearPicture,
  { width, height, foot, unit }: { width: number; height: number; foot: number; unit: number },
  lamp: number,
  random: Random,
): void {
  const leaf = unit * (0.46 + 0.06 * random());
  const shift = width / 2 + unit * (0.03 - 0.06 * random());
  const pitch = leaf / (8 + Math.floor(random() * 2));
  const bar = Math.max(1, unit * 0.0062);
  const post = unit * 0.026;
  const sill = foot - unit * 0.03;
  const head = sill - unit * 1.02;
  // The plain paper lies between these rows.
  const upper = Math.max(unit * 0.1, head + unit * 0.2);
  const lower = sill - unit * 0.26;
  const draw = (offset: number) =>
    drawn(width, height, (context) => {
      context.translate(offset, offset * 0.8);
      const first = Math.floor(-shift / leaf) - 1;
      for (let door = first; shift + door * leaf < width; door++) {
        const left = shift + door * leaf;
        for (let k = 1; k * pitch < leaf - post; k++) {
          const x = left + k * pitch - bar / 2;
          context.fillRect(x, -height, bar, upper + height);
          context.fillRect(x, lower, bar, height);
        }
        // Where two doors meet there are two posts.
        context.fillRect(left - post, -height, post * 2, height * 3);
      }
      for (let k = 0; k < 4; k++) {
        context.fillRect(0, upper - bar - k * pitch * 0.66, width, bar);
        context.fillRect(0, lower + k * pitch * 0.66, width, bar);
      }
      context.fillRect(0, sill - pitch * 0.66, width, bar);
      context.fillRect(0, sill, width, height);
      if (head > 0) context.fillRect(0, head - post * 2, width, post * 2);
    });
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const away = Math.hypot((x - width * 0.5) / unit, (y - (upper + lower) / 2) / unit);
      const glow = 1.04 + lamp * Math.exp(-away * away * 3);
      const i = y * width + x;
      stain.r.data[i]! *= glow;
      stain.g.data[i]! *= 1 + (glow - 1) * 0.84;
      stain.b.data[i]! *= 1 + (glow - 1) * 0.6;
    }
  }
  // The bars' own soft shadow on the paper, then the bars.
  const layers = [
    { raster: draw(unit * 0.006), blur: unit * 0.004, strength: 0.16 },
    { raster: draw(0), blur: 0.35, strength: 1 },
  ];
  for (const { raster, blur, strength } of layers) {
    const mask = createPlane(width, height);
    for (let i = 0; i < mask.data.length; i++) mask.data[i] = raster.data[i * 4 + 3]! / 255;
    soak(stain, WOOD, gaussianBlur(mask, blur), strength);
  }
}
