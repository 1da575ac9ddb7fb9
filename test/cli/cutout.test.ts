import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cutout } from '../../src/cli/cutout.ts';
import { redFinder } from '../engines/onnx-cutout/red-finder.ts';
import { scratch } from '../zimage/support/checkpoint.ts';
import { fakeIo } from './support/fake-io.ts';

/** A red disc on grey paper. */
function disc(width = 320, height = 240) {
  const data = Buffer.alloc(width * height * 3, 176);
  for (let i = 0; i < width * height; i++) {
    const away = Math.hypot((i % width) - width / 2, Math.floor(i / width) - height / 2);
    if (away < 0.3 * height) data.set([210, 40, 35], i * 3);
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

const clear = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } } });

/** A PNG whose header claims another size. */
async function claiming(width: number, height: number): Promise<Buffer> {
  const png = await disc().png().toBuffer();
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

async function alphaAt(path: string, x: number, y: number): Promise<number | undefined> {
  const { data, info } = await sharp(path).raw().toBuffer({ resolveWithObject: true });
  expect(info.channels).toBe(4);
  return data[(y * info.width + x) * 4 + 3];
}

describe('npm run cutout', () => {
  it('saves the product at the size of the photo, and says how sure it is and how long it took', async () => {
    await using folder = await scratch();
    const [photo, out] = [join(folder.path, 'disc.jpg'), join(folder.path, 'new', 'cut.png')];
    await writeFile(photo, await disc().jpeg({ quality: 95 }).toBuffer());
    const { io, said } = fakeIo();
    expect(await cutout([photo, '--out', out, '--json'], io), said.err.join('\n')).toBe(0);
    const answer = JSON.parse(said.out.join(''));
    expect(answer).toMatchObject({
      ok: true,
      remover: 'u2netp',
      image: { path: out, width: 320, height: 240 },
    });
    expect(answer.confidence).toBeGreaterThan(0.8);
    expect(answer.confidence).toBeLessThanOrEqual(1);
    expect(answer.ms).toBeGreaterThanOrEqual(0);
    expect(await sharp(out).metadata()).toMatchObject({
      format: 'png',
      width: 320,
      height: 240,
      channels: 4,
    });
    expect(await alphaAt(out, 160, 120)).toBe(255);
    expect(await alphaAt(out, 10, 10)).toBe(0);
    expect(await readdir(join(folder.path, 'new'))).toEqual(['cut.png']);
  });

  it('says the same in Korean, in a line and the reasons', async () => {
    await using folder = await scratch();
    const [photo, out] = [join(folder.path, '컵.png'), join(folder.path, '컵-누끼.png')];
    await writeFile(photo, await disc().png().toBuffer());
    const { io, said } = fakeIo({ LOCALE: 'ko' });
    expect(await cutout([photo, '--out', out], io)).toBe(0);
    expect(said.out.join('\n')).toMatch(/컵-누끼\.png \(320×240, u2netp, \d+ %, \d+ ms\)\n.*오려/);
  });

  it('finds nothing on a blank photo: all of it is kept, with no confidence', async () => {
    await using folder = await scratch();
    const [photo, out] = [join(folder.path, 'blank.png'), join(folder.path, 'cut.png')];
    const white = { width: 200, height: 150, channels: 3, background: '#eeeeee' } as const;
    await sharp({ create: white }).png().toFile(photo);
    const { io, said } = fakeIo();
    expect(await cutout([photo, '--out', out, '--json'], io)).toBe(0);
    const { confidence, why } = JSON.parse(said.out.join(''));
    expect(confidence).toBe(0);
    expect(why.join()).toContain('No product was found');
    expect(await alphaAt(out, 100, 75)).toBe(255);
  });

  it('leaves nothing where the bars around a photo were, and keeps its size', async () => {
    await using folder = await scratch();
    const [photo, out] = [join(folder.path, 'barred.png'), join(folder.path, 'cut.png')];
    const bars = { top: 0, bottom: 0, left: 60, right: 60, background: '#000' };
    await writeFile(photo, await disc().extend(bars).png().toBuffer());
    const { io, said } = fakeIo();
    expect(await cutout([photo, '--out', out, '--json'], io), said.err.join('\n')).toBe(0);
    const answer = JSON.parse(said.out.join(''));
    expect(answer.image).toMatchObject({ width: 440, height: 240 });
    expect(answer.things[0].box.x).toBeGreaterThan(120);
    expect(answer.why[0]).toContain('plain bars');
    expect(await alphaAt(out, 220, 120)).toBeGreaterThan(250);
    expect(await alphaAt(out, 30, 120)).toBe(0);
    expect(await alphaAt(out, 410, 120)).toBe(0);
  });

  it("cuts with a model's file, whose kind its name or --remover tells", async () => {
    await using folder = await scratch();
    const [photo, out] = [join(folder.path, 'disc.png'), join(folder.path, 'cut.png')];
    await writeFile(photo, await disc().png().toBuffer());
    for (const [name, more] of [
      ['u2netp.onnx', []],
      ['weights.onnx', ['--remover', 'u2net']],
    ] as const) {
      const model = join(folder.path, name);
      await writeFile(model, redFinder());
      const { io, said } = fakeIo();
      expect(await cutout([photo, '--out', out, '--model', model, ...more, '--json'], io)).toBe(0);
      expect(JSON.parse(said.out.join(''))).toMatchObject({ ok: true, remover: name.slice(0, -5) });
      expect(await alphaAt(out, 160, 120)).toBe(255);
      expect(await alphaAt(out, 10, 10)).toBe(0);
    }
  });

  it('takes a pulled model by its name, and the one of the settings without a word', async () => {
    await using folder = await scratch();
    const [photo, out] = [join(folder.path, 'disc.png'), join(folder.path, 'cut.png')];
    await writeFile(photo, await disc().png().toBuffer());
    await mkdir(join(folder.path, 'models'));
    await writeFile(join(folder.path, 'models', 'silueta.onnx'), redFinder());
    const settings = { DATA_DIR: folder.path };
    const remover = async (environment: Record<string, string>, args: readonly string[]) => {
      const { io, said } = fakeIo({ ...settings, ...environment });
      expect(await cutout([photo, '--out', out, '--json', ...args], io), said.out.join()).toBe(0);
      return JSON.parse(said.out.join('')).remover;
    };
    expect(await remover({}, ['--remover', 'silueta'])).toBe('silueta');
    expect(await remover({ CUTOUT_MODEL: 'silueta' }, [])).toBe('silueta');
    expect(await remover({ CUTOUT_MODEL: 'silueta' }, ['--remover', 'local'])).toBe('local');
    expect(await remover({ CUTOUT_MODEL: 'local' }, [])).toBe('local');
    // The best that was pulled.
    expect(await remover({}, [])).toBe('silueta');
    expect(await remover({}, ['--remover', 'u2netp'])).toBe('u2netp');
  });

  const photos: readonly (readonly [string, string, () => Promise<Uint8Array> | Uint8Array])[] = [
    ['an empty file', 'photo-empty', () => Buffer.alloc(0)],
    ['text called .png', 'photo-text', () => Buffer.from('안녕하세요, 사진이에요')],
    [
      'a JPEG that breaks off',
      'photo-truncated',
      async () => {
        const whole = await disc().jpeg({ quality: 100 }).toBuffer();
        return whole.subarray(0, whole.length / 2);
      },
    ],
    ['a header of 50,000 × 50,000 pixels', 'photo-too-large', () => claiming(50_000, 50_000)],
    ['one pixel', 'photo-too-small', () => clear(1, 1).png().toBuffer()],
    ['nothing but transparency', 'photo-transparent', () => clear(300, 300).png().toBuffer()],
    [
      'a HEIC photo without a picture',
      'photo-damaged',
      () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'.padEnd(80, '\0'), 'latin1'),
    ],
  ];
  it.each(photos)('refuses %s with exit 2 and one object', async (_, code, bytes) => {
    await using folder = await scratch();
    const photo = join(folder.path, 'photo.png');
    await writeFile(photo, await bytes());
    const { io, said } = fakeIo();
    expect(await cutout([photo, '--out', join(folder.path, 'cut.png'), '--json'], io)).toBe(2);
    expect(JSON.parse(said.out.join(''))).toMatchObject({ ok: false, error: { code } });
    expect(await readdir(folder.path)).toEqual(['photo.png']);
  });

  it.each<readonly [string, string, readonly string[], RegExp]>([
    ['a photo that is not there', 'photo-missing', ['nowhere.jpg', '--out', 'cut.png'], /nowhere\.jpg/],
    ['no photo', 'bad-option', ['--out', 'cut.png'], /one photo/],
    ['two photos', 'bad-option', ['PHOTO', 'PHOTO', '--out', 'cut.png'], /2 were given/],
    ['nowhere to save', 'bad-option', ['PHOTO'], /--out/],
    ['a JPEG to save to, which holds no alpha', 'bad-option', ['PHOTO', '--out', 'cut.jpg'], /cut\.jpg/],
    ['the photo itself to save to', 'bad-option', ['PHOTO', '--out', 'PHOTO'], /overwrite/],
    ['an option that there is none of', 'bad-option', ['PHOTO', '--colour', 'red'], /--colour/],
    [
      'an unknown remover',
      'unknown-name',
      ['PHOTO', '--out', 'c.png', '--remover', 'magic'],
      /local, u2netp/,
    ],
    [
      'a model for the way without one',
      'bad-option',
      ['PHOTO', '--out', 'c.png', '--remover', 'local', '--model', 'u2net.onnx'],
      /--model/,
    ],
    [
      'a model that is not there',
      'model-file-missing',
      ['PHOTO', '--out', 'c.png', '--model', 'nowhere/u2net.onnx'],
      /u2net\.onnx/,
    ],
    [
      'a model that was not pulled',
      'model-file-missing',
      ['PHOTO', '--out', 'c.png', '--remover', 'u2net'],
      /u2net\.onnx/,
    ],
    [
      'a model of an unknown kind',
      'cutout-model-unknown',
      ['PHOTO', '--out', 'c.png', '--model', 'mine.onnx'],
      /mine\.onnx/,
    ],
    [
      'a model that is a picture',
      'model-file-malformed',
      ['PHOTO', '--out', 'c.png', '--model', 'FAKE'],
      /u2net\.onnx/,
    ],
    [
      'a model that is a pipe',
      'model-file-unreadable',
      ['PHOTO', '--out', 'c.png', '--model', 'PIPE'],
      /u2netp\.onnx/,
    ],
  ])('refuses %s with exit 2 and one sentence', async (_, code, args, names) => {
    await using folder = await scratch();
    const photo = join(folder.path, 'photo.png');
    const fake = join(folder.path, 'u2net.onnx');
    await writeFile(photo, await disc().png().toBuffer());
    await writeFile(fake, await readFile(photo));
    const pipe = join(folder.path, 'u2netp.onnx');
    execFileSync('mkfifo', [pipe]);
    const files: Readonly<Record<string, string>> = { PHOTO: photo, FAKE: fake, PIPE: pipe };
    const real = args.map((arg) => files[arg] ?? arg);
    const { io, said } = fakeIo({ DATA_DIR: folder.path });
    expect(await cutout(real, io)).toBe(2);
    expect(said.err.join('\n')).toMatch(names);
    const json = fakeIo({ DATA_DIR: folder.path });
    expect(await cutout([...real, '--json'], json.io)).toBe(2);
    expect(JSON.parse(json.said.out.join(''))).toMatchObject({ ok: false, error: { code } });
    expect((await readdir(folder.path)).toSorted()).toEqual(['photo.png', 'u2net.onnx', 'u2netp.onnx']);
  });

  it('calls a place that cannot be written to trouble on our side', async () => {
    await using folder = await scratch();
    const [photo, wall] = [join(folder.path, 'disc.png'), join(folder.path, 'wall')];
    await writeFile(photo, await disc().png().toBuffer());
    await writeFile(wall, 'a file where a folder is wanted');
    const { io, said } = fakeIo();
    expect(await cutout([photo, '--out', join(wall, 'cut.png'), '--json'], io)).toBe(1);
    expect(JSON.parse(said.out.join(''))).toMatchObject({ ok: false });
    expect((await readdir(folder.path)).toSorted()).toEqual(['disc.png', 'wall']);
  });

  it('tells how it is used, in both languages, and that it was stopped', async () => {
    for (const [locale, words] of [
      ['ko', '오려'],
      ['en', 'Cut the product out'],
    ] as const) {
      const { io, said } = fakeIo({ LOCALE: locale });
      expect(await cutout(['--help'], io)).toBe(0);
      expect(said.out.join()).toContain(words);
    }
    await using folder = await scratch();
    const photo = join(folder.path, 'disc.png');
    await writeFile(photo, await disc().png().toBuffer());
    const { io } = fakeIo({}, AbortSignal.abort());
    expect(await cutout([photo, '--out', join(folder.path, 'cut.png')], io)).toBe(130);
    expect(await readdir(folder.path)).toEqual(['disc.png']);
  });
});
