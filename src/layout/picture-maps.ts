import type { Box } from '../ad/geometry.ts';
import { BoundedMap } from '../collections/bounded-map.ts';
import type { Matte, Raster } from '../imaging/raster.ts';
import { PictureMap } from './picture-map.ts';

/** Maps that a thread keeps, some 4 MB each: those of an ad, and of the one before it. */
const KEPT = 4;

const known = new BoundedMap<string, PictureMap>(KEPT);

/**
 * The map of a picture; the same one for the same pixels as long as it is among the last few. Whoever tries other words
 * on a picture asks for it again.
 *
 * @param product as PictureMap's
 */
export function pictureMapOf(image: Raster, product?: Matte | Box): PictureMap {
  const key = keyOf(image, product);
  if (key === undefined) return new PictureMap(image, product);
  const map = known.get(key) ?? new PictureMap(image, product);
  known.set(key, map);
  return map;
}

/** Undefined for pixels that nobody has taken the digest of. */
function keyOf({ digest }: Raster, product: Matte | Box | undefined): string | undefined {
  if (digest === undefined) return undefined;
  if (product === undefined) return digest;
  if (!('data' in product)) return `${digest} ${JSON.stringify(product)}`;
  return product.digest === undefined ? undefined : `${digest} ${product.digest}`;
}
