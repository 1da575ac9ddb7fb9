import { createMatte, createRaster, type Matte, type Plane, type Raster } from '../raster.ts';

/** Below this share a rim pixel is left out and above that it is whole: the rim moves inwards by half a pixel. */
const CHOKE_FROM = 0.2;
const CHOKE_TO = 0.95;

/** Narrows the matte a little, so that no trace of the old ground stays along the outline. In place. */
export function choke(shares: Plane): Plane {
  for (let i = 0; i < shares.data.length; i++) {
    const share = (shares.data[i]! - CHOKE_FROM) / (CHOKE_TO - CHOKE_FROM);
    shares.data[i] = Math.max(0, Math.min(1, share));
  }
  return shares;
}

/**
 * The cut-out at the photo's size. Wholly opaque pixels keep the photo's bytes; mixed ones get the product's own
 * colour; see-through ones are empty.
 *
 * @param shares of product, 0–1, at the photo's size or smaller with the same proportions
 * @param colours the product's, three floats a pixel at the size of `shares`
 */
export function assembleCutout(
  photo: Raster,
  shares: Plane,
  colours: Float32Array,
): { readonly image: Raster; readonly matte: Matte } {
  const { width, height } = photo;
  const image = createRaster(width, height);
  const matte = createMatte(width, height);
  const [perX, perY] = [shares.width / width, shares.height / height];
  for (let y = 0; y < height; y++) {
    const row = Math.max(0, Math.min(shares.height - 1, (y + 0.5) * perY - 0.5));
    const top = Math.floor(row);
    const down = row - top;
    const above = top * shares.width;
    const below = Math.min(shares.height - 1, top + 1) * shares.width;
    for (let x = 0; x < width; x++) {
      const column = Math.max(0, Math.min(shares.width - 1, (x + 0.5) * perX - 0.5));
      const left = Math.floor(column);
      const across = column - left;
      const right = Math.min(shares.width - 1, left + 1);
      const corners = [above + left, above + right, below + left, below + right] as const;
      const weights = [
        (1 - across) * (1 - down),
        across * (1 - down),
        (1 - across) * down,
        across * down,
      ] as const;
      let share = 0;
      for (let k = 0; k < 4; k++) share += weights[k]! * shares.data[corners[k]!]!;
      const alpha = Math.round(255 * share);
      if (alpha === 0) continue;
      const i = y * width + x;
      matte.data[i] = alpha;
      image.data[i * 4 + 3] = alpha;
      for (let c = 0; c < 3; c++) {
        let colour = photo.data[i * 4 + c]!;
        if (alpha < 255) {
          colour = 0;
          for (let k = 0; k < 4; k++) colour += weights[k]! * colours[corners[k]! * 3 + c]!;
        }
        image.data[i * 4 + c] = colour;
      }
    }
  }
  return { image, matte };
}
