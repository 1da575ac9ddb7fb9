import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRecipe } from '../../src/cli/read-recipe.ts';
import { UserError } from '../../src/errors/user-error.ts';
import { encodePng } from '../../src/imaging/encode-png.ts';
import { createRaster } from '../../src/imaging/raster.ts';
import { catalogue } from '../../src/studio/catalogue.ts';

const RECIPE = readFileSync(join(import.meta.dirname, '../fixtures/recipes/photo.json'), 'utf8');

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recipe-'));
  path = join(folder, 'ad.png');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

function chunk(type: string, body: Buffer, length = body.length): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const ends = [Buffer.alloc(4), Buffer.alloc(4)] as const;
  ends[0].writeUInt32BE(length);
  ends[1].writeUInt32BE(crc32(named));
  return Buffer.concat([ends[0], named, ends[1]]);
}

const HEADER = chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]));
const PIXELS = [chunk('IDAT', deflateSync(Buffer.alloc(4))), chunk('IEND', Buffer.alloc(0))];
const text = (keyword: string, body: string): Buffer =>
  chunk('iTXt', Buffer.from(`${keyword}\0\0\0\0\0${body}`));

const png = (...chunks: Buffer[]): Buffer => Buffer.concat([SIGNATURE, HEADER, ...chunks, ...PIXELS]);

async function refusal(): Promise<string> {
  const error: unknown = await readRecipe(path, catalogue).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(UserError);
  expect(error).toMatchObject({ code: 'bad-recipe' });
  return (error as UserError).in('en');
}

/** Nobody wrote down a request's statements when it was made. */
const READ = JSON.parse(RECIPE);
Object.assign(READ.decided.brief, { statements: [], leftOut: [] });

describe('the recipe of a file', () => {
  it('is read from an ad, from JSON, and from what --json printed', async () => {
    const ad = await encodePng(createRaster(4, 4), { Title: '가', Recipe: RECIPE });
    for (const bytes of [
      ad,
      png(text('Other', 'x'), text('Recipe', RECIPE)),
      RECIPE,
      `{"recipe":${RECIPE}}`,
    ]) {
      await writeFile(path, bytes);
      expect(await readRecipe(path, catalogue)).toEqual(READ);
    }
  });

  const bomb = deflateSync(Buffer.alloc(64 * 2 ** 20, '['));
  it.each<readonly [string, Buffer]>([
    ['none', png()],
    ['one after its pixels', Buffer.concat([SIGNATURE, HEADER, ...PIXELS, text('Recipe', RECIPE)])],
    [
      'a compressed one that unfolds',
      png(chunk('iTXt', Buffer.concat([Buffer.from('Recipe\0\x01\0\0\0'), bomb]))),
    ],
    ['an old compressed one', png(chunk('zTXt', Buffer.concat([Buffer.from('Recipe\0\0'), bomb])))],
    ['one of 20 MB', png(text('Recipe', 'x'.repeat(20 * 2 ** 20)))],
    [
      'one that claims four gigabytes',
      png(chunk('iTXt', Buffer.from(`Recipe\0\0\0\0\0${RECIPE}`), 0xffff_ffff)),
    ],
    [
      'one behind ten thousand chunks',
      png(...Array.from({ length: 10_000 }, () => text('a', 'b')), text('Recipe', RECIPE)),
    ],
    ['a text without an end to its name', png(chunk('iTXt', Buffer.from('Recipe')))],
    ['another prototype', png(text('__proto__', RECIPE), text('constructor', RECIPE))],
    ['depth', png(text('Recipe', '['.repeat(2 ** 20)))],
    ['nothing but its signature', SIGNATURE],
    ['a JPEG’s', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), png(text('Recipe', RECIPE))])],
  ])('is missed in a picture with %s', async (_, bytes) => {
    await writeFile(path, bytes);
    const before = process.memoryUsage().rss;
    expect((await refusal()).length).toBeLessThan(300);
    expect(process.memoryUsage().rss - before).toBeLessThan(150e6);
  });

  it('is missed in what is no file, without waiting for it', async () => {
    await mkdir(path);
    expect(await refusal()).toContain('not a file');
    await rm(path, { recursive: true });
    execFileSync('mkfifo', [path]);
    expect(await refusal()).toContain('not a file');
    await rm(path);
    await symlink('/dev/zero', path);
    expect(await refusal()).toContain('not a file');
    await rm(path);
    await writeFile(path, '{');
    await truncate(path, 2 ** 36);
    expect(await refusal()).toContain('larger than 32 MB');
  });
});
