import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { SingleFlight } from '../../collections/single-flight.ts';
import { parseJson } from '../../files/parse-json.ts';
import { readBoundedFile } from '../../files/read-file.ts';
import { digestOf } from '../../imaging/digest.ts';
import { createMatte, createRaster, isPicture, type Matte, type Raster } from '../../imaging/raster.ts';

/** A picture's place in a stored result; its samples lie in a file of their own, so that none is kept twice. */
const pictureNote = z.strictObject({
  $picture: z.string().regex(/^[0-9a-f]{64}$/),
  width: z.int().min(1).max(16_384),
  height: z.int().min(1).max(16_384),
  channels: z.literal([1, 4]),
});

type PictureNote = z.output<typeof pictureNote>;

/** Bytes of a result's text, and of the samples of one picture and of all: several times what any node puts out. */
const MAX_TEXT = 16 * 2 ** 20;
const MAX_SAMPLES = 128 * 2 ** 20;
const MAX_ALL_SAMPLES = 2 * MAX_SAMPLES;

/**
 * Results on disk: `KEY.json` with the outputs, and `DIGEST.raw` with the samples of each picture in them. Files
 * are written under a temporary name and renamed, so that what is found is whole; what is not whole counts as
 * absent. When the folder exceeds its bound, the files used longest ago go first.
 */
export class DiskCache {
  readonly #folder: string;
  readonly #bytes: number;
  readonly #folders = new SingleFlight<string, unknown>();
  #writtenSincePruning = 0;

  /** @param bytes the folder's bound */
  constructor(folder: string, bytes: number) {
    this.#folder = folder;
    this.#bytes = bytes;
  }

  async get(key: string): Promise<object | undefined> {
    const path = this.#path(`${key}.json`);
    try {
      const outputs = parseJson((await readBoundedFile(path, MAX_TEXT)).toString('utf8'));
      checkSamples(outputs);
      if (typeof outputs !== 'object' || outputs === null) throw new Error(`${key} holds no outputs`);
      const whole = await this.#withPictures(outputs);
      await touch(path);
      return whole as object;
    } catch {
      // What is there and cannot be used would never be written anew.
      await rm(path, { force: true }).catch(() => {});
      return undefined;
    }
  }

  async set(key: string, outputs: object): Promise<void> {
    await this.#folders.run(this.#folder, () => mkdir(this.#folder, { recursive: true, mode: 0o700 }));
    const pictures = new Map<string, Raster | Matte>();
    const text = JSON.stringify(outputs, (_key, value: unknown) => {
      if (!isPicture(value)) return value;
      const digest = value.digest ?? digestOf(value);
      pictures.set(digest, value);
      return noteOf(value, digest);
    });
    for (const [digest, picture] of pictures) await this.#write(`${digest}.raw`, picture.data);
    await this.#write(`${key}.json`, text);
    // Looking through the folder costs a stat a file, so it is done once a sixteenth of the bound was written.
    if (this.#writtenSincePruning > this.#bytes / 16) await this.prune();
  }

  /** Removes what was used longest ago until the folder is within its bound. */
  async prune(): Promise<void> {
    this.#writtenSincePruning = 0;
    const files = await Promise.all(
      (await readdir(this.#folder).catch(() => [])).map(async (name) => {
        const path = this.#path(name);
        const { size, mtimeMs } = await stat(path).catch(() => ({ size: 0, mtimeMs: 0 }));
        return { path, size, mtimeMs };
      }),
    );
    files.sort((a, b) => b.mtimeMs - a.mtimeMs);
    let total = 0;
    for (const { path, size } of files) {
      total += size;
      if (total > this.#bytes) await rm(path, { force: true });
    }
  }

  #path(name: string): string {
    return join(this.#folder, name);
  }

  async #write(name: string, content: string | Uint8ClampedArray): Promise<void> {
    const path = this.#path(name);
    if (await touch(path)) return;
    const temporary = `${path}.${randomUUID()}.tmp`;
    try {
      await writeFile(temporary, content, { mode: 0o600 });
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    this.#writtenSincePruning += content.length;
  }

  async #withPictures(value: unknown): Promise<unknown> {
    if (typeof value !== 'object' || value === null) return value;
    if (isNote(value)) return this.#readPicture(pictureNote.parse(value));
    if (Array.isArray(value)) return Promise.all(value.map((part) => this.#withPictures(part)));
    const entries = Object.entries(value).map(
      async ([key, part]) => [key, await this.#withPictures(part)] as const,
    );
    return Object.fromEntries(await Promise.all(entries));
  }

  async #readPicture({ $picture, width, height, channels }: PictureNote): Promise<Raster | Matte> {
    const path = this.#path(`${$picture}.raw`);
    const file = await open(path);
    try {
      // Before there is room made for it.
      const { size } = await file.stat();
      if (size !== width * height * channels) throw new Error(`${$picture} is of another size`);
      const picture = channels === 4 ? createRaster(width, height) : createMatte(width, height);
      const { bytesRead } = await file.read(new Uint8Array(picture.data.buffer), 0, picture.data.length, 0);
      if (bytesRead !== picture.data.length) throw new Error(`${$picture} is not whole`);
      await touch(path);
      return { ...picture, digest: $picture };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
  }
}

function noteOf(picture: Raster | Matte, digest: string): PictureNote {
  const { width, height, data } = picture;
  return { $picture: digest, width, height, channels: data.length === width * height ? 1 : 4 };
}

const isNote = (value: object): boolean => Object.hasOwn(value, '$picture');

/** @throws Error where the pictures of a result would take more room than those of any node do */
function checkSamples(outputs: unknown): void {
  let bytes = 0;
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!isNote(value)) {
      for (const part of Object.values(value)) visit(part);
      return;
    }
    const { width, height, channels } = pictureNote.parse(value);
    const samples = width * height * channels;
    bytes += samples;
    if (samples > MAX_SAMPLES || bytes > MAX_ALL_SAMPLES) throw new Error('The pictures are too large');
  };
  visit(outputs);
}

/** Marks a file as used just now; false when there is none. */
async function touch(path: string): Promise<boolean> {
  const now = new Date();
  return utimes(path, now, now).then(
    () => true,
    () => false,
  );
}
