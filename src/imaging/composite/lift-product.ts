import type { Box } from '../../ad/geometry.ts';
import { copyRaster, createRaster, type Matte, type Raster } from '../raster.ts';

/**
 * What is behind a product: its background, in the light that falls beside it. Under the product nobody has seen its
 * shadow; it goes on upwards from where it is seen below the product.
 */
export function behindProduct(image: Raster, background: Raster, product: Matte, box: Box): Raster {
  const out = copyRaster(image);
  const { width } = image;
  for (let x = box.x; x < box.x + box.width; x++) {
    let light: readonly number[] = [1, 1, 1];
    for (let y = box.y + box.height - 1; y >= box.y; y--) {
      const at = y * width + x;
      const own = [0, 1, 2].map((c) => background.data[at * 4 + c]!);
      if (product.data[at]! === 0) {
        light = own.map((value, c) => Math.min(1, image.data[at * 4 + c]! / Math.max(1, value)));
        continue;
      }
      for (const [c, value] of own.entries()) out.data[at * 4 + c] = value * light[c]!;
    }
  }
  return out;
}

/** The product by itself: what of its soft rim is not the background. */
export function liftedProduct(image: Raster, behind: Raster, product: Matte, box: Box): Raster {
  const out = createRaster(box.width, box.height);
  for (let y = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++) {
      const at = (box.y + y) * image.width + box.x + x;
      const opacity = product.data[at]!;
      if (opacity === 0) continue;
      const to = (y * box.width + x) * 4;
      const share = opacity / 255;
      for (let c = 0; c < 3; c++) {
        out.data[to + c] = (image.data[at * 4 + c]! - (1 - share) * behind.data[at * 4 + c]!) / share;
      }
      out.data[to + 3] = opacity;
    }
  }
  return out;
}
