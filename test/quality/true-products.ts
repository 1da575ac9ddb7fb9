import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/app/config/project-root.ts';
import { cropToMatte } from '../../src/imaging/cutout/crop-to-matte.ts';
import { cutOut } from '../../src/imaging/cutout/cut-out.ts';
import { decodePhoto } from '../../src/imaging/decode-photo.ts';
import type { Raster } from '../../src/imaging/raster.ts';

/** Pictures for trying the product on; they lie beside the project and are no part of it. */
const PHOTOS = join(PROJECT_ROOT, '..', 'shared', 'photos');

const havePhotos = existsSync(PHOTOS);

/** Products whose alpha is known, cropped to it and without baked shadows, by name; none where there are no photos. */
export async function trueProducts(): Promise<ReadonlyMap<string, Raster>> {
  const products = new Map<string, Raster>();
  if (!havePhotos) return products;
  const folder = join(PHOTOS, 'cutouts');
  for (const file of (await readdir(folder)).toSorted()) {
    const photo = await decodePhoto(await readFile(join(folder, file)), file, 900);
    products.set(file.replace(/^saleor-|\.png$/g, ''), cropToMatte(await cutOut({ photo })).image);
  }
  return products;
}
