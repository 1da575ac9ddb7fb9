import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors/user-error.ts';
import { cutOut } from '../../../src/imaging/cutout/cut-out.ts';
import { decodePhoto } from '../../../src/imaging/decode-photo.ts';
import { createPhotoReader } from '../../../src/imaging/photo/photo-reader.ts';

const { check: checkPhoto } = createPhotoReader();

const [WIDTH, HEIGHT] = [160, 120];

/** Random numbers that are the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Something to see, on something else: with a profile, EXIF and XMP, as cameras write them. */
function photo(): Sharp {
  const random = randomFrom(7);
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let i = 0; i < pixels.length; i++) {
    const [x, y] = [Math.floor(i / 3) % WIDTH, Math.floor(i / 3 / WIDTH)];
    const isProduct = (x - 80) ** 2 + (y - 60) ** 2 < 40 ** 2;
    pixels[i] = (isProduct ? [200, 60, 40] : [210, 220, 230])[i % 3]! + 20 * random();
  }
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .withIccProfile('p3')
    .withExif({
      IFD0: { Make: 'Phone', Model: 'X', Software: 'camera 1.0' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '37/1 33/1 0/1' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF/></x:xmpmeta>');
}

const FORMATS: Readonly<Record<string, () => Promise<Buffer>>> = {
  jpeg: () => photo().jpeg().toBuffer(),
  'jpeg on its side': () => photo().withMetadata({ orientation: 6 }).jpeg().toBuffer(),
  'jpeg, progressive': () => photo().jpeg({ progressive: true }).toBuffer(),
  png: () => photo().png().toBuffer(),
  webp: () => photo().webp().toBuffer(),
  gif: () => photo().gif().toBuffer(),
};

/** How many damaged copies of each, and of formats that take a process each. */
const [COPIES, COSTLY_COPIES] = [500, 8];

/** A copy with a few bytes changed, mostly near the beginning, where headers and lengths are; or cut, or doubled. */
function damaged(file: Buffer, random: () => number): Buffer {
  const copy = Buffer.from(file);
  const place = (): number => Math.floor(random() ** (random() < 0.6 ? 3 : 1) * copy.length);
  const kind = random();
  if (kind < 0.08) return copy.subarray(0, place());
  if (kind < 0.14) return Buffer.concat([copy.subarray(0, place()), copy.subarray(place())]);
  const times = 1 + Math.floor(random() * 6);
  const extremes = [0, 1, 0x7f, 0x80, 0xff];
  for (let i = 0; i < times; i++) {
    copy[place()] = random() < 0.5 ? extremes[Math.floor(random() * 5)]! : random() * 256;
  }
  return copy;
}

/** What became of a file; anything but a picture or a word to the person fails. */
async function fateOf(work: Promise<unknown>): Promise<'accepted' | 'refused'> {
  try {
    await work;
    return 'accepted';
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.in('ko')).not.toMatch(/undefined|NaN/);
    return 'refused';
  }
}

async function accepted(make: () => Promise<Buffer>, copies: number, seed: number): Promise<number> {
  const file = await make();
  const random = randomFrom(seed);
  let count = 0;
  for (let i = 0; i < copies; i++) {
    const copy = damaged(file, random);
    const fate = await fateOf(decodePhoto(copy, 'photo', 64));
    const kept = await fateOf(checkPhoto(copy, 'photo').then((bytes) => decodePhoto(bytes, 'kept')));
    // What is kept can be made an ad of, and what cannot be decoded is not kept.
    expect(kept).toBe(fate);
    if (fate === 'accepted') count++;
  }
  return count;
}

describe('damaged photos', () => {
  it.each(Object.entries(FORMATS))(
    'are a picture or a mistake that can be mended: %s',
    async (_format, make) => {
      const count = await accepted(make, COPIES, 11);
      expect(count).toBeGreaterThan(COPIES / 100);
    },
  );

  it.each([
    ['tiff', () => photo().tiff({ compression: 'lzw' }).toBuffer()],
    ['avif', () => photo().avif({ effort: 0 }).toBuffer()],
  ] as const)('are the same where a process decodes them: %s', async (_format, make) => {
    await accepted(make, COSTLY_COPIES, 5);
  });

  it.each(['jpeg', 'png', 'webp'] as const)(
    'are accepted where only what a %s says besides is damaged',
    async (format) => {
      const file = await photo()[format]().toBuffer();
      const exif = file.indexOf('Phone') - 60;
      const random = randomFrom(3);
      for (let i = 0; i < 200; i++) {
        const copy = Buffer.from(file);
        for (let k = 0; k < 8; k++) copy[exif + Math.floor(random() * 60)] = random() * 256;
        // The lengths in front of it are another matter.
        file.copy(copy, 0, 0, exif + 6);
        const kept = Buffer.from(await checkPhoto(copy, 'photo'));
        expect(await decodePhoto(kept, 'photo')).toMatchObject({ data: expect.anything() });
        expect(kept.includes('Phone')).toBe(false);
        expect(kept.includes('xmpmeta')).toBe(false);
      }
    },
  );

  it('lose a profile that makes no sense, and nothing else', async () => {
    const file = await photo().jpeg().toBuffer();
    const profile = file.indexOf('ICC_PROFILE\0') + 14;
    const random = randomFrom(4);
    for (let i = 0; i < 100; i++) {
      const copy = Buffer.from(file);
      for (let k = 0; k < 10; k++) copy[profile + Math.floor(random() * 300)] = random() * 256;
      expect(await decodePhoto(copy, 'photo')).toMatchObject({ width: WIDTH, height: HEIGHT });
    }
  });

  it('may lack their last bytes, but not their last rows', async () => {
    const file = await photo().jpeg({ quality: 90 }).toBuffer();
    const lacking = (bytes: number) => fateOf(decodePhoto(file.subarray(0, file.length - bytes), 'photo'));
    expect(await lacking(2)).toBe('accepted');
    expect(await lacking(40)).toBe('accepted');
    expect(await lacking(Math.floor(file.length / 4))).toBe('refused');
  });

  it('may break off within white paper, but not where the product is', async () => {
    // Blocks of plain white take next to no bytes: half of these rows are in the last few.
    const tall = photo().resize(160, 120).extend({ bottom: 120, background: '#ffffff' });
    const file = await tall.jpeg({ quality: 90 }).toBuffer();
    const end = Buffer.from([0xff, 0xd9]);
    const cut = (share: number) => Buffer.concat([file.subarray(0, Math.floor(file.length * share)), end]);
    expect(await fateOf(decodePhoto(file, 'photo'))).toBe('accepted');
    await expect(decodePhoto(cut(0.6), 'photo')).rejects.toMatchObject({ code: 'photo-truncated' });
    expect(await fateOf(decodePhoto(cut(0.9999), 'photo'))).toBe('accepted');
  });

  it('are not kept with what was damaged', async () => {
    const file = await photo().jpeg().toBuffer();
    const kept = Buffer.from(await checkPhoto(Buffer.concat([file, file]), 'photo'));
    const { exif, xmp, icc } = await sharp(kept).metadata();
    expect({ exif, xmp }).toEqual({ exif: undefined, xmp: undefined });
    expect(icc).toBeDefined();
    expect(kept.length).toBeLessThan(file.length);
  });
});

describe('odd photos', () => {
  const flat = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#7a7a7a' } })
      .png()
      .toBuffer();

  it.each([
    ['of one colour', 900, 700],
    ['of the smallest size', 32, 32],
    ['as wide as a panorama', 20_000, 32],
    ['as tall as a receipt', 32, 20_000],
  ])('%s can be cut out', async (_what, width, height) => {
    const raster = await decodePhoto(await flat(width, height), 'photo', 2048);
    const cut = await cutOut({ photo: raster });
    expect(cut.image).toMatchObject({ width: raster.width, height: raster.height });
    expect(cut.confidence).toBeGreaterThanOrEqual(0);
    expect(cut.confidence).toBeLessThanOrEqual(1);
  });
});
