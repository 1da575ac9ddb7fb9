import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { PROJECT_ROOT } from '../../../src/app/config/project-root.ts';
import { encodePng } from '../../../src/imaging/encode-png.ts';
import { createMatte, createRaster, type Matte, type Raster } from '../../../src/imaging/raster.ts';
import type { TruePhoto } from '../true-photo.ts';
import type { KnownPhoto } from './known-photo.ts';

/** Where photos are kept once they are made; remove it after a change of the studio. */
const KEPT = join(PROJECT_ROOT, 'out', 'quality', 'cutout-set');

/** The same photo, made once and read ever after. */
export const keeping = (one: KnownPhoto): KnownPhoto => ({ ...one, make: () => kept(one) });

/** Masks of one photo lie in one file, one under the other. */
async function kept(one: KnownPhoto): Promise<TruePhoto> {
  const name = one.name.replaceAll(/[^a-z0-9]+/gi, '-');
  const [photoFile, truthFile] = [join(KEPT, `${name}.png`), join(KEPT, `${name}-truth.png`)];
  try {
    const photo = await readRaster(photoFile);
    const [truth, ...others] = await readMattes(truthFile, photo);
    return { photo, ...answers(truth, others) };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    const made = await one.make();
    await mkdir(KEPT, { recursive: true });
    const mattes = [made.truth, ...(made.others ?? [])];
    const { width, height } = made.truth;
    const raw = { width, height: height * mattes.length, channels: 1 } as const;
    const masks = Buffer.concat(mattes.map(({ data }) => Buffer.from(data.buffer)));
    await writeFile(truthFile, await sharp(masks, { raw }).toColourspace('b-w').png().toBuffer());
    await writeFile(photoFile, await encodePng(made.photo));
    return made;
  }
}

function answers(truth: Matte | undefined, others: readonly Matte[]): Pick<TruePhoto, 'truth' | 'others'> {
  if (truth === undefined) throw new RangeError('A photo of the set has no mask');
  return others.length === 0 ? { truth } : { truth, others };
}

async function readRaster(file: string): Promise<Raster> {
  const { data, info } = await sharp(await readFile(file))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raster = createRaster(info.width, info.height);
  raster.data.set(data);
  return raster;
}

async function readMattes(file: string, { width, height }: Raster): Promise<Matte[]> {
  const grey = sharp(await readFile(file))
    .toColourspace('b-w')
    .extractChannel(0);
  const data = await grey.raw().toBuffer();
  return Array.from({ length: data.length / (width * height) }, (_, k) => {
    const matte = createMatte(width, height);
    matte.data.set(data.subarray(k * width * height, (k + 1) * width * height));
    return matte;
  });
}
