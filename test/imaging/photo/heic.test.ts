import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors/user-error.ts';
import { decodePhoto } from '../../../src/imaging/decode-photo.ts';
import { examinePhoto } from '../../../src/imaging/photo/examine-photo.ts';
import { loadHeicDecoder } from '../../../src/imaging/photo/isolated/decode-heic.ts';
import { heicInSrgb } from '../../../src/imaging/photo/isolated/in-srgb.ts';
import { createPhotoReader } from '../../../src/imaging/photo/photo-reader.ts';
import { createRaster, type Raster } from '../../../src/imaging/raster.ts';
import { differenceOf } from '../../golden/compare.ts';
import { cup, cupOnTable } from '../pictures.ts';
import { heicFixture, heicOf } from './heic-file.ts';

const { check } = createPhotoReader();
/** As its own process does it, in this one: a process for each would take seconds. */
const decoder = await loadHeicDecoder();
const decode = async (bytes: Uint8Array): Promise<Raster> => {
  const { width, height, data } = await heicInSrgb(bytes, decoder);
  const photo = createRaster(width, height);
  photo.data.set(data);
  return photo;
};
const drawn = cupOnTable(128, 96);
const colourAt = ({ width, data }: Raster, x: number, y: number): readonly number[] => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
];

/** Where the cup's blue band is, in the picture as it was drawn. */
const BAND = [78, 55] as const;
const isBlue = ([r = 0, , b = 0]: readonly number[]): boolean => b > r + 60;

describe('HEIC', () => {
  it.each(['cup', 'cup-10-bit'] as const)('shows the photo from %s', async (name) => {
    const { mean } = differenceOf(drawn, await decode(heicFixture(name)), 0);
    expect(mean).toBeLessThan(4);
  });

  it('keeps what is cut out cut out', async () => {
    const photo = await decode(heicFixture('cup-alpha'));
    const outline = cup(128, 96);
    const apart = photo.data.filter((alpha, i) => i % 4 === 3 && Math.abs(alpha - outline.data[i]!) > 60);
    expect(apart.length / (photo.data.length / 4)).toBeLessThan(0.02);
  });

  it('puts the tiles of a phone together', async () => {
    const photo = await decode(heicOf({ columns: 3, rows: 2 }));
    expect([photo.width, photo.height]).toEqual([384, 192]);
    for (const [column, row] of [
      [0, 0],
      [2, 1],
    ] as const) {
      expect(isBlue(colourAt(photo, column * 128 + BAND[0], row * 96 + BAND[1]))).toBe(true);
    }
  });

  it.each([
    ['a quarter to the left', { turns: 1 }, 96, 128, [BAND[1], 127 - BAND[0]]],
    ['upside down', { turns: 2 }, 128, 96, [127 - BAND[0], 95 - BAND[1]]],
    ['a quarter to the right', { turns: 3 }, 96, 128, [95 - BAND[1], BAND[0]]],
    ['in a mirror', { mirror: 1 }, 128, 96, [127 - BAND[0], BAND[1]]],
  ] as const)('turns it once: %s', async (_how, parts, width, height, [x, y]) => {
    const bytes = heicOf(parts);
    const photo = await decode(bytes);
    expect([photo.width, photo.height]).toEqual([width, height]);
    expect(isBlue(colourAt(photo, x, y))).toBe(true);
  });

  it('converts the colours of a phone, told by a profile or by numbers', async () => {
    const dot = sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } });
    const { icc } = await sharp(await dot.withIccProfile('p3').png().toBuffer()).metadata();
    const at = [62, 45] as const;
    const plain = colourAt(await decode(heicOf({})), ...at);
    const byProfile = colourAt(await decode(heicOf({ profile: icc! })), ...at);
    const byNumbers = colourAt(await decode(heicOf({ nclx: [12, 13, 6] })), ...at);
    // The same numbers are a fuller red in Display P3.
    expect(byProfile[0]).toBeGreaterThan(plain[0]! + 8);
    expect(byProfile[1]).toBeLessThan(plain[1]! - 8);
    expect(Math.max(...byProfile.map((value, c) => Math.abs(value - byNumbers[c]!)))).toBeLessThan(3);
  });

  it('shows the primary one of several pictures, under the general brand as well', async () => {
    const photo = await decode(heicOf({ another: true, brand: 'mif1' }));
    expect(differenceOf(await decode(heicFixture('cup')), photo, 0).mean).toBeLessThan(1);
  });

  it('keeps it upright, saying nothing besides', async () => {
    const kept = Buffer.from(await check(heicOf({ turns: 1 }), 'IMG_2034.HEIC'));
    const { format, exif, icc, orientation } = await sharp(kept).metadata();
    expect({ format, exif, icc, orientation }).toEqual({ format: 'jpeg' });
    const photo = await decodePhoto(kept, 'photo');
    expect([photo.width, photo.height]).toEqual([96, 128]);
    expect(isBlue(colourAt(photo, BAND[1], 127 - BAND[0]))).toBe(true);
  });

  it('tells from the header what decoding takes, and lets in what phones take', () => {
    // 48 MP in tiles, of the largest phones.
    expect(examinePhoto(heicOf({ columns: 4, rows: 4, claimed: [8064, 6048] }), 'photo').format).toBe('HEIC');
    expect(() => examinePhoto(heicOf({ columns: 2, claimed: [20_000, 20_000] }), 'photo')).toThrow(UserError);
  });

  it('refuses one that breaks off with a sentence', async () => {
    const error: unknown = await decodePhoto(heicOf({}).subarray(0, 900), 'photo').catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(UserError);
  });

  it.each([
    ['without its pictures', () => heicOf({}).subarray(0, 420)],
    ['of fewer tiles than it claims', () => heicOf({ columns: 2, claimed: [4000, 3000] })],
  ])('makes no picture of one %s', async (_what, make) => {
    await expect(decode(make())).rejects.toThrow();
  });
});
