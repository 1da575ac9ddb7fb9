import { copyFile, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { expect } from 'vitest';
import { createRaster, type Matte, type Raster } from '../../src/imaging/raster.ts';
import { asRaster, differenceOf } from './compare.ts';

/**
 * How far a picture may be from its golden. Processors, libraries and versions of V8 round differently, so that a few
 * pixels of a picture that nobody changed come out a few levels off.
 */
export interface Tolerance {
  /** Levels, 0–255, by which any pixel may differ. */
  readonly maxDifference: number;
  /** Share of the pixels, 0–1, that may differ by more. */
  readonly maxShare: number;
  /** Mean difference of all pixels, 0–255: a change too small to be seen in one pixel shows in all of them. */
  readonly maxMean: number;
}

const TOLERANCE: Tolerance = { maxDifference: 4, maxShare: 0.002, maxMean: 0.3 };

const FOLDER = dirname(fileURLToPath(import.meta.url));

/**
 * Compares a picture with `test/golden/NAME.png`, or records it there when vitest updates snapshots (`npm test --
 * test/studio/scenes -u`). On failure the golden, the picture and their difference lie in a folder that the message names.
 *
 * @param name folder and name of the golden, such as `studio/scenes/arch-day`
 * @throws Error where no golden was recorded, its size is another, or the picture is beyond the tolerance
 */
export async function expectGolden(
  name: string,
  picture: Raster | Matte,
  tolerance: Partial<Tolerance> = {},
): Promise<void> {
  const file = join(FOLDER, `${name}.png`);
  if (expect.getState().snapshotState.snapshotUpdateState === 'all') await recordGolden(file, picture);
  await compareWithGolden(file, picture, { ...TOLERANCE, ...tolerance });
}

/** Names of the goldens that lie in a folder of `test/golden`, sorted. */
export async function goldensIn(folder: string): Promise<readonly string[]> {
  const files = await readdir(join(FOLDER, folder));
  return files
    .filter((file) => file.endsWith('.png'))
    .map((file) => file.slice(0, -'.png'.length))
    .sort();
}

/** As expectGolden, with the golden's path, and without recording. */
export async function compareWithGolden(
  file: string,
  picture: Raster | Matte,
  { maxDifference, maxShare, maxMean }: Tolerance,
): Promise<void> {
  const golden = await readGolden(file);
  const actual = asRaster(picture);
  if (golden.width !== actual.width || golden.height !== actual.height) {
    const sizes = `${actual.width} × ${actual.height}, and not ${golden.width} × ${golden.height}`;
    throw new Error(`${file} is of another size: the picture is ${sizes}. See ${await report(file, actual)}`);
  }
  const { largest, mean, share, picture: difference } = differenceOf(golden, actual, maxDifference);
  if (share <= maxShare && mean <= maxMean) return;
  const percent = (value: number): string => `${(100 * value).toFixed(2)} %`;
  throw new Error(
    `${file} is not what the picture shows: ${percent(share)} of its pixels differ by more than ${maxDifference} ` +
      `(${percent(maxShare)} may), ${largest.toFixed(0)} at the largest and ${mean.toFixed(2)} in the mean ` +
      `(${maxMean} may be). See ${await report(file, actual, difference)}; record it with -u where it shall be so.`,
  );
}

async function readGolden(file: string): Promise<Raster> {
  const bytes = await readFile(file).catch(() => {
    throw new Error(
      `${file} was not recorded: run the test with -u, and look at the picture before it is committed`,
    );
  });
  const { data, info } = await sharp(bytes)
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raster = createRaster(info.width, info.height);
  raster.data.set(data);
  return raster;
}

/** A folder with the golden, the picture that was made, and their difference. */
async function report(file: string, actual: Raster, difference?: Raster): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'golden-'));
  await copyFile(file, join(folder, 'golden.png'));
  await writeFile(join(folder, 'actual.png'), await png(actual));
  if (difference !== undefined) await writeFile(join(folder, 'difference.png'), await png(difference));
  return folder;
}

/** Writes a picture without loss, making its folder where there is none. */
export async function recordGolden(file: string, picture: Raster | Matte): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await png(asRaster(picture)));
}

function png({ width, height, data }: Raster): Promise<Buffer> {
  const picture = sharp(data, { raw: { width, height, channels: 4 } });
  const [isOpaque, isGrey] = [every(data, isOpaqueAt), every(data, isGreyAt)];
  if (isOpaque) picture.removeAlpha();
  if (isOpaque && isGrey) picture.toColourspace('b-w');
  return picture.png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer();
}

type Pixels = Raster['data'];

const isOpaqueAt = (data: Pixels, i: number): boolean => data[i + 3] === 255;
const isGreyAt = (data: Pixels, i: number): boolean => data[i] === data[i + 1] && data[i] === data[i + 2];

function every(data: Pixels, holds: (data: Pixels, i: number) => boolean): boolean {
  for (let i = 0; i < data.length; i += 4) if (!holds(data, i)) return false;
  return true;
}
