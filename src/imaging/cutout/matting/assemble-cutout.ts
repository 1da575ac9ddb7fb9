import { createMatte, createRaster, type Matte, type Plane, type Raster } from '../../raster.ts';

/** Below the first share a rim pixel is left out and above the second it is whole. */
type Choke = readonly [from: number, to: number];

/** The rim moves inwards by half a pixel: rules alone draw it outside rather than inside. */
export const CHOKE: Choke = [0.2, 0.95];

/** A model's rim is where it belongs, and what the ground leaves in its colours is taken off by itself. */
export const LIGHT_CHOKE: Choke = [0.05, 0.95];

/** Narrows the matte a little, so that no trace of the old ground stays along the outline. In place. */
export function choke(shares: Plane, [from, to]: Choke = CHOKE): Plane {
  for (let i = 0; i < shares.data.length; i++) {
    shares.data[i] = Math.max(0, Math.min(1, (shares.data[i]! - from) / (to - from)));
  }
  return shares;
}

/**
 * The cut-out at the photo's size. Wholly opaque pixels keep the photo's bytes; mixed ones get the product's own
 * colour; see-through ones are empty.
 *
 * @param shares of product, 0–1, at the photo's size or smaller with the same proportions
 * @param colours the product's wherever `shares` is mixed or steps, three floats a pixel at the size of `shares`
 */
export function assembleCutout(
  photo: Raster,
  shares: Plane,
  colours: Float32Array,
): { readonly image: Raster; readonly matte: Matte } {
  const { width, height } = photo;
  if (shares.width === width && shares.height === height) return assembledAsIs(photo, shares, colours);
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
      const right = Math.min(shares.width - 1, left + 1);
      const [a, b, c, d] = [above + left, above + right, below + left, below + right];
      const [ofA, ofB] = [shares.data[a]!, shares.data[b]!];
      const [ofC, ofD] = [shares.data[c]!, shares.data[d]!];
      if (ofA === 0 && ofB === 0 && ofC === 0 && ofD === 0) continue;
      const across = column - left;
      const [toA, toB] = [(1 - across) * (1 - down), across * (1 - down)];
      const [toC, toD] = [(1 - across) * down, across * down];
      const alpha = Math.round(255 * (toA * ofA + toB * ofB + toC * ofC + toD * ofD));
      if (alpha === 0) continue;
      const i = y * width + x;
      matte.data[i] = alpha;
      image.data[i * 4 + 3] = alpha;
      for (let k = 0; k < 3; k++) {
        image.data[i * 4 + k] =
          alpha === 255
            ? photo.data[i * 4 + k]!
            : toA * colours[a * 3 + k]! +
              toB * colours[b * 3 + k]! +
              toC * colours[c * 3 + k]! +
              toD * colours[d * 3 + k]!;
      }
    }
  }
  return { image, matte };
}

/** The same where shares and photo have one size. */
function assembledAsIs(
  photo: Raster,
  shares: Plane,
  colours: Float32Array,
): { readonly image: Raster; readonly matte: Matte } {
  const image = createRaster(photo.width, photo.height);
  const matte = createMatte(photo.width, photo.height);
  for (let i = 0; i < matte.data.length; i++) {
    const alpha = Math.round(255 * shares.data[i]!);
    if (alpha === 0) continue;
    matte.data[i] = alpha;
    image.data[i * 4 + 3] = alpha;
    for (let c = 0; c < 3; c++) {
      image.data[i * 4 + c] = alpha === 255 ? photo.data[i * 4 + c]! : colours[i * 3 + c]!;
    }
  }
  return { image, matte };
}
