import { existsSync } from 'node:fs';
import { mkdtemp, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { deriveProfile } from './derive-profile.ts';

/**
 * The profile of a press that pictures are separated for is derived from: 'Chemical proof' by Graeme W. Gill, which he
 * released into the public domain; it comes inside of libvips, and so of sharp.
 */
const SOURCE = 'cmyk';

const NAME = 'press.icc';

/** The folder of the built programs: this one, or above the source. */
const BUILT = [import.meta.dirname, join(import.meta.dirname, '..', '..', '..', 'dist')];

async function sourceProfile(): Promise<Buffer> {
  const jpeg = await sharp(new Uint8Array(3), { raw: { width: 1, height: 1, channels: 3 } })
    .withIccProfile(SOURCE)
    .jpeg()
    .toBuffer();
  const { icc } = await sharp(jpeg).metadata();
  if (icc === undefined) throw new Error('sharp has no profile of a press');
  return icc;
}

/** Makes the profile, which takes some seconds, and leaves it in a folder. */
export async function keepPressProfile(folder: string): Promise<string> {
  const file = join(folder, NAME);
  const half = `${file}.${process.pid}`;
  await writeFile(half, deriveProfile(await sourceProfile()));
  await rename(half, file);
  return file;
}

let made: Promise<string> | undefined;

/** The file of the profile that the build left; where there is none, it is made once a process. */
export async function pressProfile(): Promise<string> {
  const built = BUILT.map((folder) => join(folder, NAME)).find((file) => existsSync(file));
  made ??=
    built === undefined ? mkdtemp(join(tmpdir(), 'press-')).then(keepPressProfile) : Promise.resolve(built);
  return made;
}
