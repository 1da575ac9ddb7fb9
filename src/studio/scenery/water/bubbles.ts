import { shortSide } from '../../../ad/geometry.ts';
import type { Random } from '../../../imaging/random.ts';
import type { LinearPicture } from '../../renderer/linear-picture.ts';
import type { DropLight } from './drops.ts';

export interface BubbleOptions {
  /** Row down to which they float. */
  readonly until: number;
  /** Half width of the middle, which is kept free, pixels. */
  readonly clear: number;
  readonly light: DropLight;
}

/** Soap bubbles float in the air: a thin skin that shows at the rim, in the colours of its thickness. In place. */
export function drawBubbles(picture: LinearPicture, place: BubbleOptions, random: Random): void {
  const { width } = picture;
  const unit = shortSide(picture);
  for (let k = 0; k < Math.round((26 * width) / unit); k++) {
    const side = random() < 0.5 ? -1 : 1;
    const away = place.clear + (width / 2 - place.clear) * random() ** 0.8;
    const radius = unit * (0.008 + 0.052 * random() ** 2.6);
    // Large ones float low; above, where words are, they are small.
    const y = place.until - unit * (0.02 + (radius > unit * 0.03 ? 0.42 : 0.62) * random());
    drawBubble(picture, width / 2 + side * away, y, radius, random() * 6, place.light);
  }
}

function drawBubble(
  picture: LinearPicture,
  cx: number,
  cy: number,
  radius: number,
  phase: number,
  { towards: [tx, ty], key }: DropLight,
): void {
  const { width, height } = picture;
  const planes = [picture.r, picture.g, picture.b];
  for (let y = Math.max(0, Math.floor(cy - radius)); y <= Math.min(height - 1, cy + radius); y++) {
    for (let x = Math.max(0, Math.floor(cx - radius)); x <= Math.min(width - 1, cx + radius); x++) {
      const nx = (x + 0.5 - cx) / radius;
      const ny = (y + 0.5 - cy) / radius;
      const square = nx * nx + ny * ny;
      const cover = Math.min(1, (1 - Math.sqrt(square)) * radius + 0.5);
      if (cover <= 0) continue;
      const nz = Math.sqrt(Math.max(0, 1 - square));
      const rim = (1 - nz) ** 2.2;
      // The lamp on the near skin, and again, upside down, on the far one.
      const near = Math.exp(-((nx - tx * 0.64) ** 2 + (ny - ty * 0.64) ** 2) * 95);
      const far = Math.exp(-((nx + tx * 0.66) ** 2 + (ny + ty * 0.66) ** 2) * 140);
      const i = y * width + x;
      for (let c = 0; c < 3; c++) {
        // Thin-film colours run in bands round the rim and swim with gravity.
        const film = 0.5 + 0.5 * Math.cos(7 * nz + 2.2 * ny + phase + c * 2.1);
        const data = planes[c]!.data;
        data[i] =
          data[i]! * (1 - cover * 0.16 * rim) +
          cover * key[c]! * (0.42 * rim * (0.2 + film) + 0.9 * near + 0.45 * far + 0.02);
      }
    }
  }
}
