import sharp from 'sharp';
import { createRaster } from '../raster.ts';
import type { Layer, PlacedLayer } from './layer.ts';

/** The layers at their sizes in the ad, from the back to the front. */
export const placeLayers = (layers: readonly Layer[]): Promise<readonly PlacedLayer[]> =>
  Promise.all(layers.toSorted((a, b) => a.placement.depth - b.placement.depth).map(placeLayer));

/** By Lanczos; at scale 1 its pixels stay as they are. */
async function placeLayer({ image, placement }: Layer): Promise<PlacedLayer> {
  const width = Math.max(1, Math.round(placement.box.width));
  const height = Math.max(1, Math.round(placement.box.height));
  const at = { x: Math.round(placement.box.x), y: Math.round(placement.box.y) };
  if (width === image.width && height === image.height) return { image, ...at };
  // Colours are weighted by alpha on the way, so that what is see-through does not bleed in.
  const { data } = await sharp(image.data, {
    raw: { width: image.width, height: image.height, channels: 4 },
  })
    .resize(width, height, { fit: 'fill', kernel: 'lanczos3' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const placed = createRaster(width, height);
  placed.data.set(data);
  return { image: placed, ...at };
}
