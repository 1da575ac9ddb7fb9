import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ad } from '../../src/cli/ad.ts';
import { runInProcess } from './run-in-process.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-bad-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Case {
  readonly title: string;
  readonly code: string;
  /** Arguments, after the files were written. */
  args(): Promise<readonly string[]>;
  /** What the sentence must name. */
  readonly names?: RegExp;
}

async function photo(name: string, bytes: Uint8Array | string): Promise<readonly string[]> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return ['딸기라떼', '--photo', path];
}

const plain = (width: number, height: number, alpha = 1): Sharp =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 60, b: 60, alpha } } });

/** A small file that says that it holds a picture of this size. */
function bombOf(width: number, height: number): Buffer {
  const header = Buffer.from('IHDR\0\0\0\0\0\0\0\0\b\x06\0\0\0', 'latin1');
  header.writeUInt32BE(width, 4);
  header.writeUInt32BE(height, 8);
  const chunk = (content: Buffer): Buffer => {
    const around = Buffer.alloc(8);
    around.writeUInt32BE(content.length - 4);
    around.writeUInt32BE(crc32(content), 4);
    return Buffer.concat([around.subarray(0, 4), content, around.subarray(4)]);
  };
  const pixels = Buffer.concat([Buffer.from('IDAT'), deflateSync(Buffer.alloc(1000))]);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk(header), chunk(pixels)]);
}

/** Pixels that do not compress to nothing, so that half a file is half a picture. */
const noise = (): Sharp =>
  sharp(Buffer.from(Array.from({ length: 200 * 200 * 3 }, (_, i) => (i * 7919) % 251)), {
    raw: { width: 200, height: 200, channels: 3 },
  });

const cases: readonly Case[] = [
  {
    title: 'a photo that is not there',
    code: 'photo-missing',
    args: async () => ['딸기라떼', '--photo', join(folder, 'nowhere.jpg')],
    names: /nowhere\.jpg/,
  },
  { title: 'an empty file', code: 'photo-empty', args: () => photo('empty.jpg', ''), names: /empty\.jpg/ },
  {
    title: 'text called .png',
    code: 'photo-text',
    args: () => photo('text.png', '안녕하세요, 사진이에요'),
  },
  {
    title: 'a JPEG that breaks off',
    code: 'photo-truncated',
    args: async () => {
      const whole = await noise().jpeg().toBuffer();
      return photo('half.jpg', whole.subarray(0, whole.length / 2));
    },
  },
  {
    title: 'a header of 50,000 × 50,000 pixels',
    code: 'photo-too-large',
    args: () => photo('bomb.png', bombOf(50_000, 50_000)),
    names: /50000×50000/,
  },
  {
    title: 'a video called .jpg',
    code: 'photo-video',
    args: () => photo('live.jpg', Buffer.from('\0\0\0\x14ftypqt  \0\0\0\0qt  '.padEnd(80, '\0'))),
    names: /MOV/,
  },
  {
    title: 'one pixel',
    code: 'photo-too-small',
    args: async () => photo('dot.png', await plain(1, 1).png().toBuffer()),
    names: /1×1/,
  },
  {
    title: 'nothing but transparency',
    code: 'photo-transparent',
    args: async () => photo('ghost.png', await plain(300, 300, 0).png().toBuffer()),
  },
  { title: 'no text', code: 'prompt-empty', args: async () => [] },
  { title: 'blank text', code: 'prompt-empty', args: async () => [' \n\t '] },
  {
    title: '5,000 characters',
    code: 'prompt-too-long',
    args: async () => ['가'.repeat(5000)],
    names: /5000/,
  },
  {
    title: 'a headline of emoji',
    code: 'copy-unprintable',
    args: async () => ['딸기라떼', '--headline', '🍓🥛✨'],
  },
  {
    title: 'an unknown trade',
    code: 'unknown-name',
    args: async () => ['딸기라떼', '--industry', 'caffe'],
    names: /cafe/,
  },
  {
    title: 'an unknown style',
    code: 'unknown-name',
    args: async () => ['딸기라떼', '--style', 'animee'],
    names: /anime/,
  },
  {
    title: 'an unknown ratio',
    code: 'unknown-name',
    args: async () => ['딸기라떼', '--ratio', '4:6'],
    names: /4:5/,
  },
  {
    title: 'a strength of 2',
    code: 'bad-number',
    args: async () => ['딸기라떼', '--strength', '2'],
    names: /2/,
  },
  { title: 'a strength in words', code: 'bad-option', args: async () => ['딸기라떼', '--strength', '많이'] },
  {
    title: 'an option that there is none of',
    code: 'bad-option',
    args: async () => ['딸기라떼', '--colour', 'red'],
    names: /--colour/,
  },
  {
    title: 'five photos',
    code: 'too-many-photos',
    args: async () => [
      '딸기라떼',
      ...Array.from({ length: 5 }, () => ['--photo', 'samples/strawberry-latte.jpg']).flat(),
    ],
  },
  {
    title: 'restyling without a photo',
    code: 'restyle-needs-photo',
    args: async () => ['딸기라떼', '--restyle'],
  },
  {
    title: 'a recipe that is none',
    code: 'bad-recipe',
    args: async () => {
      const path = join(folder, 'recipe.json');
      await writeFile(path, '{"version":1,"request":');
      return ['--recipe', path];
    },
    names: /recipe\.json/,
  },
  {
    title: 'a picture without a recipe',
    code: 'bad-recipe',
    args: async () => {
      const path = join(folder, 'plain.png');
      await plain(64, 64).png().toFile(path);
      return ['--recipe', path];
    },
  },
];

describe('npm run ad with bad input', () => {
  it.each(cases)(
    'answers $title with a sentence in the person’s language, and makes nothing',
    async ({ code, args, names }) => {
      const out = join(folder, 'out');
      const given = await args();
      for (const locale of ['ko', 'en']) {
        const ran = await runInProcess(ad, [...given, '--locale', locale, '--json', '--out', out], {
          DATA_DIR: join(folder, 'data'),
          LOG_LEVEL: 'silent',
        });
        expect(ran.code, ran.out).toBe(2);
        const { ok, error } = JSON.parse(ran.out) as {
          ok: boolean;
          error: { code: string; message: string };
        };
        expect({ ok, code: error.code }).toEqual({ ok: false, code });
        expect(/[가-힣]/.test(error.message.replaceAll(/"[^"]*"/g, ''))).toBe(locale === 'ko');
        if (names !== undefined) expect(error.message).toMatch(names);
        expect(error.message).not.toMatch(/\n|Error:|node:|\.ts:/);
      }
      expect(await readdir(out).catch(() => [])).toEqual([]);
    },
  );
});
