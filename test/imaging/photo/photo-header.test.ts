import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePhoto } from '../../../src/imaging/decode-photo.ts';
import { costOf, examinePhoto } from '../../../src/imaging/photo/examine-photo.ts';
import { createPhotoReader, decodeHere } from '../../../src/imaging/photo/photo-reader.ts';

const picture = (width = 70, height = 50): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#c86432' } });

const headerOf = async (coded: Sharp) => examinePhoto(await coded.toBuffer(), 'photo').header;

describe('what a header tells', () => {
  it.each<[string, () => Sharp, object]>([
    ['a JPEG', () => picture().jpeg(), { bitDepth: 8, channels: 3, held: 0, orientation: 1 }],
    ['a progressive one', () => picture().jpeg({ progressive: true }), { held: 3 }],
    [
      'one in full colour',
      () => picture().jpeg({ progressive: true, chromaSubsampling: '4:4:4' }),
      { held: 6 },
    ],
    ['one of four inks', () => picture().toColourspace('cmyk').jpeg(), { channels: 4 }],
    ['one on its side', () => picture().jpeg().withMetadata({ orientation: 8 }), { orientation: 8 }],
    ['a PNG', () => picture().png(), { bitDepth: 8, channels: 3, held: 0 }],
    [
      'one of 16 bit with alpha, interlaced',
      () => picture().ensureAlpha(0.5).toColourspace('rgb16').png({ progressive: true }),
      { bitDepth: 16, channels: 4, held: 8 },
    ],
    ['one on its side', () => picture().png().withMetadata({ orientation: 3 }), { orientation: 3 }],
    ['a WebP', () => picture().webp(), { held: 0, animated: false }],
    ['a WebP without loss', () => picture().webp({ lossless: true }), { held: 4 }],
    ['a WebP on its side', () => picture().webp().withMetadata({ orientation: 6 }), { orientation: 6 }],
    ['a GIF', () => picture().gif(), { bitDepth: 8 }],
    ['a TIFF', () => picture().tiff({ compression: 'lzw' }), { bitDepth: 8, channels: 3 }],
    ['an AVIF', () => picture().avif({ effort: 0 }), { bitDepth: 8 }],
    ['an AVIF of 10 bit', () => picture().avif({ effort: 0, bitdepth: 10 }), { bitDepth: 10 }],
  ])('%s', async (_what, coded, expected) => {
    expect(await headerOf(coded())).toMatchObject({ width: 70, height: 50, ...expected });
  });
});

describe('what decoding takes', () => {
  const cost = async (coded: Sharp, maxSide?: number) =>
    costOf(examinePhoto(await coded.toBuffer(), 'p'), maxSide);

  it('is little for a large JPEG that is made small, and more for formats that are held whole', async () => {
    const large = (): Sharp => picture(4000, 3000);
    const plain = await cost(large().jpeg(), 2048);
    expect(plain).toBeLessThan(60 * 2 ** 20);
    expect(await cost(large().jpeg({ progressive: true }), 2048)).toBeGreaterThan(plain + 30e6);
    expect(await cost(large().jpeg())).toBeGreaterThan(plain + 60e6);
    expect(await cost(large().avif({ effort: 0 }), 64)).toBeGreaterThan(12e6 * 19);
  });

  it('lets in 48 MP as phones take them, in little memory', async () => {
    const file = await picture(8064, 6048).jpeg().toBuffer();
    expect(costOf(examinePhoto(file, 'photo'), 2048)).toBeLessThan(80 * 2 ** 20);
    expect(await decodePhoto(file, 'photo', 2048)).toMatchObject({ width: 2048, height: 1536 });
  });

  it('still opens what was kept when more was let in', async () => {
    const file = await picture(10_000, 6000).jpeg().toBuffer();
    const reader = createPhotoReader(decodeHere);
    await expect(reader.decode(file, 'photo', 640)).rejects.toMatchObject({ code: 'photo-too-large' });
    expect(await reader.decode(file, 'photo', 640, { kept: true })).toMatchObject({
      width: 640,
      height: 384,
    });
  });

  it('of photos of 50 MP on their side leaves what is needed to keep them', async () => {
    const file = await picture(8192, 6144).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const kept = await createPhotoReader(decodeHere).check(file, 'photo');
    const { width, height, exif } = await sharp(kept).metadata();
    expect([width, height, exif]).toEqual([3072, 4096, undefined]);
  });
});
