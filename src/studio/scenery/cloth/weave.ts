import { shortSide } from '../../../ad/geometry.ts';
import type { LinearPicture } from '../../renderer/linear-picture.ts';
import { noiseTile } from '../../renderer/noise-tile.ts';
import { levelFor, sampleLevel } from '../../renderer/tile.ts';

/**
 * The threads of a cloth, at full size. In place.
 *
 * @param grain how far a thread is lighter or darker, as a share
 */
export function weave(picture: LinearPicture, grain: number): void {
  const { width, height } = picture;
  const noise = noiseTile();
  const scale = 1080 / shortSide(picture);
  const thread = levelFor(noise, 0.8 * scale);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const weft = sampleLevel(thread, x * 0.12 * scale, y * 0.8 * scale);
      const warp = sampleLevel(thread, 31 + x * 0.8 * scale, y * 0.12 * scale);
      const level = 1 + grain * (weft + warp);
      const i = y * width + x;
      picture.r.data[i]! *= level;
      picture.g.data[i]! *= level;
      picture.b.data[i]! *= level;
    }
  }
}
