import type { Matte, Raster } from '../raster.ts';
import type { PlacedLayer } from './layer.ts';

/** Composites a layer over a picture and its matte (Porter and Duff's "over", 1984), both in place. What is wholly opaque arrives byte for byte. */
export function compositeOver(picture: Raster, product: Matte, { image, x, y }: PlacedLayer): void {
  const fromX = Math.max(0, -x);
  const toX = Math.min(image.width, picture.width - x);
  for (let row = Math.max(0, -y); row < Math.min(image.height, picture.height - y); row++) {
    for (let column = fromX; column < toX; column++) {
      const i = (row * image.width + column) * 4;
      const alpha = image.data[i + 3]!;
      if (alpha === 0) continue;
      const at = (y + row) * picture.width + x + column;
      const to = at * 4;
      const share = alpha / 255;
      for (let c = 0; c < 3; c++) {
        picture.data[to + c] =
          alpha === 255
            ? image.data[i + c]!
            : picture.data[to + c]! * (1 - share) + image.data[i + c]! * share;
      }
      product.data[at] = Math.max(product.data[at]!, alpha);
    }
  }
}
