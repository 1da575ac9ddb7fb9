import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { BoundedMap } from '../../collections/bounded-map.ts';
import { createRaster, type Raster } from '../../imaging/raster.ts';

const require = createRequire(import.meta.url);

/** Icons that a thread keeps decoded: 256 KiB each. */
const MAX_KEPT = 64;

const kept = new BoundedMap<string, Promise<Raster>>(MAX_KEPT);

/**
 * A 3D icon of Fluent Emoji, cropped to what is seen of it. Read once a thread.
 *
 * @param id code points in hex without variation selectors, joined by '-'
 * @throws RangeError where there is no such icon
 */
export function iconPicture(id: string): Promise<Raster> {
  const known = kept.get(id);
  if (known !== undefined) return known;
  const picture = readIcon(id);
  kept.set(id, picture);
  picture.catch(() => kept.delete(id));
  return picture;
}

async function readIcon(id: string): Promise<Raster> {
  const path = pathOf(id);
  if (path === undefined) throw new RangeError(`Expected an icon's code points, got "${id}"`);
  const { data, info } = await sharp(await readFile(path))
    .ensureAlpha()
    // Shadows under some of them are no part of the thing.
    .trim({ background: '#00000000', threshold: 24 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raster = createRaster(info.width, info.height);
  raster.data.set(data);
  return raster;
}

/** Its file: some are named with the selector that asks for a picture after their first character. */
function pathOf(id: string): string | undefined {
  const [first = '', ...more] = id.split('-');
  for (const name of [id, [first, 'fe0f', ...more].join('-')]) {
    try {
      return require.resolve(`@lobehub/fluent-emoji-3d/assets/${name}.webp`);
    } catch {
      // The other name.
    }
  }
  return undefined;
}
