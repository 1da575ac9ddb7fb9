import { createRaster, type Raster } from '../raster.ts';
import { componentsOf, type Mask, maskOf } from './mask.ts';

/** Alpha below this is see-through. */
const CLEAR = 250;

/** A photo has real alpha when at least this share of it is see-through. */
const MIN_CLEAR = 0.01;

/** Whether someone cut this product out already. */
export function hasCutoutAlpha(photo: Raster): boolean {
  let clear = 0;
  for (let i = 3; i < photo.data.length; i += 4) if (photo.data[i]! < CLEAR) clear++;
  return clear > (MIN_CLEAR * photo.data.length) / 4;
}

/** Nothing in a baked shadow is more opaque than this … */
const MAX_OPAQUE = 150;

/** … lighter than this, or more colourful (both 0–255, the colour counted by its share of alpha). */
const LIGHTEST = 90;
const MAX_COLOURFUL = 26;

/** Alpha from which a pixel hangs together with its neighbours: below it, shadows of two things run into each other. */
const FAINT = 2;

/**
 * Takes out a shadow that was baked into a cut-out: a separate, dark, colourless, half-transparent piece below the
 * product. Its maker meant the product to float over it; in a new scene it would be a second shadow.
 *
 * @returns the photo without it, or undefined when there is none; the product's pixels are the same bytes
 */
export function withoutBakedShadow(photo: Raster): Raster | undefined {
  const { width, height, data } = photo;
  const visible: Mask = maskOf(width, height, (i) => data[i * 4 + 3]! >= FAINT);
  const pieces = componentsOf(visible);
  const solid = pieces.filter(({ pixels }) => pixels.some((i) => data[i * 4 + 3]! > MAX_OPAQUE));
  if (solid.length === 0 || solid.length === pieces.length) return undefined;
  const foot = Math.max(...solid.map(({ bottom }) => bottom));
  const shadows = pieces.filter(
    (piece) => !solid.includes(piece) && piece.bottom > foot && isColourless(photo, piece.pixels),
  );
  if (shadows.length === 0) return undefined;
  const clean = createRaster(width, height);
  clean.data.set(data);
  for (const { pixels } of shadows) for (const i of pixels) clean.data.fill(0, i * 4, i * 4 + 4);
  // What is fainter than FAINT belongs to the shadow, when it lies below the product.
  for (let i = (foot + 1) * width; i < width * height; i++) {
    if (data[i * 4 + 3]! < FAINT) clean.data.fill(0, i * 4, i * 4 + 4);
  }
  return clean;
}

function isColourless({ data }: Raster, pixels: Int32Array): boolean {
  let [weight, r, g, b] = [0, 0, 0, 0];
  for (const i of pixels) {
    const alpha = data[i * 4 + 3]!;
    weight += alpha;
    r += alpha * data[i * 4]!;
    g += alpha * data[i * 4 + 1]!;
    b += alpha * data[i * 4 + 2]!;
  }
  const [high, low] = [Math.max(r, g, b) / weight, Math.min(r, g, b) / weight];
  return high < LIGHTEST && high - low < MAX_COLOURFUL;
}
