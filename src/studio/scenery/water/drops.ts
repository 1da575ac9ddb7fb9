import type { LinearRgb } from '../../renderer/linear-colour.ts';
import type { LinearPicture } from '../../renderer/linear-picture.ts';

/** A ball of water in the air, or a bead on a surface. */
export interface Drop {
  /** Middle and radius, pixels. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Height over width. */
  readonly tall: number;
}

export interface DropLight {
  /** Unit vector in the picture towards the lamp; y grows downwards. */
  readonly towards: readonly [x: number, y: number];
  readonly key: LinearRgb;
}

/**
 * Lays drops over the picture, in place. Water turns what is behind it upside down, is dark towards the lamp, bright
 * on the far side where the light gathers, and carries the lamp's small image.
 */
export function drawDrops(picture: LinearPicture, drops: readonly Drop[], light: DropLight): void {
  const { width, height } = picture;
  const planes = [picture.r, picture.g, picture.b];
  const [tx, ty] = light.towards;
  for (const drop of drops) {
    const rx = drop.radius;
    const ry = drop.radius * drop.tall;
    const left = Math.floor(drop.x - rx) - 1;
    const top = Math.floor(drop.y - ry) - 1;
    const columns = Math.ceil(rx * 2) + 3;
    const rows = Math.ceil(ry * 2) + 3;
    const patch = new Float32Array(columns * rows * 4);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const nx = (left + column + 0.5 - drop.x) / rx;
        const ny = (top + row + 0.5 - drop.y) / ry;
        const square = nx * nx + ny * ny;
        // One pixel of soft rim.
        const cover = Math.min(1, Math.max(0, (1 - Math.sqrt(square)) * rx + 0.5));
        if (cover === 0) continue;
        const nz = Math.sqrt(Math.max(0, 1 - square));
        const seenX = Math.max(0, Math.min(width - 1, Math.round(drop.x - nx * rx * 1.5)));
        const seenY = Math.max(0, Math.min(height - 1, Math.round(drop.y - ny * ry * 1.5)));
        const seen = seenY * width + seenX;
        const lean = nx * tx + ny * ty;
        const rim = (1 - nz) ** 2.2;
        const shade = 1 - 0.42 * Math.max(0, lean) * (1 - nz * 0.4) - 0.4 * rim;
        const gathered = Math.max(0, -lean - 0.25) ** 2 * (0.35 + 0.65 * nz) * 1.5;
        const hx = nx - tx * 0.5;
        const hy = ny - ty * 0.5;
        const image = Math.exp(-(hx * hx + hy * hy) * 42);
        const at = (row * columns + column) * 4;
        for (let c = 0; c < 3; c++) {
          patch[at + c] =
            planes[c]!.data[seen]! * Math.max(0.25, shade) +
            light.key[c]! * (0.3 * gathered + 1.25 * image + 0.1 * rim * Math.max(0, lean));
        }
        patch[at + 3] = cover;
      }
    }
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const x = left + column;
        const y = top + row;
        const at = (row * columns + column) * 4;
        const cover = patch[at + 3]!;
        if (cover === 0 || x < 0 || y < 0 || x >= width || y >= height) continue;
        const i = y * width + x;
        for (let c = 0; c < 3; c++) planes[c]!.data[i]! += (patch[at + c]! - planes[c]!.data[i]!) * cover;
      }
    }
  }
}
