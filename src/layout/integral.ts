import type { Box } from '../ad/geometry.ts';
import type { Plane } from '../imaging/raster.ts';

/** Sums over any upright rectangle of a plane in constant time (Crow, "Summed-Area Tables", 1984). */
export class Integral {
  readonly width: number;
  readonly height: number;
  readonly #sums: Float64Array;

  /** @param value what a pixel counts, from its own value */
  constructor(plane: Plane, value: (pixel: number) => number = (pixel) => pixel) {
    this.width = plane.width;
    this.height = plane.height;
    const stride = plane.width + 1;
    this.#sums = new Float64Array(stride * (plane.height + 1));
    for (let y = 0; y < plane.height; y++) {
      let row = 0;
      for (let x = 0; x < plane.width; x++) {
        row += value(plane.data[y * plane.width + x]!);
        this.#sums[(y + 1) * stride + x + 1] = this.#sums[y * stride + x + 1]! + row;
      }
    }
  }

  /** Sum over the pixels that the box touches; what lies outside of the plane counts nothing. */
  sum(box: Box): number {
    const [x0, y0, x1, y1] = this.#bounds(box);
    const stride = this.width + 1;
    return (
      this.#sums[y1 * stride + x1]! -
      this.#sums[y0 * stride + x1]! -
      this.#sums[y1 * stride + x0]! +
      this.#sums[y0 * stride + x0]!
    );
  }

  /** Mean over the pixels that the box touches; 0 where there are none. */
  mean(box: Box): number {
    const [x0, y0, x1, y1] = this.#bounds(box);
    const count = (x1 - x0) * (y1 - y0);
    return count <= 0 ? 0 : this.sum(box) / count;
  }

  #bounds({ x, y, width, height }: Box): [number, number, number, number] {
    const clamp = (value: number, max: number): number => Math.max(0, Math.min(max, value));
    return [
      clamp(Math.floor(x), this.width),
      clamp(Math.floor(y), this.height),
      clamp(Math.ceil(x + width), this.width),
      clamp(Math.ceil(y + height), this.height),
    ];
  }
}
