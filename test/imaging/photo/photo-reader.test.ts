import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePhoto } from '../../../src/imaging/decode-photo.ts';
import { createPhotoReader } from '../../../src/imaging/photo/photo-reader.ts';
import { apngOf } from './apng-file.ts';

const { check: checkPhoto } = createPhotoReader();

const picture = () =>
  sharp({ create: { width: 80, height: 40, channels: 3, background: '#e8486f' } }).composite([
    { input: { create: { width: 20, height: 40, channels: 3, background: '#202020' } }, left: 0, top: 0 },
  ]);

const EXIF = { IFD0: { Make: 'Phone' }, IFD3: { GPSLatitude: '37/1 33/1 0/1', GPSLatitudeRef: 'N' } };

describe('checkPhoto', () => {
  it('leaves a photo that tells nothing as it is, byte for byte', async () => {
    for (const bytes of [await picture().png().toBuffer(), await picture().jpeg().toBuffer()]) {
      expect(await checkPhoto(bytes, 'a.png')).toBe(bytes);
    }
  });

  it.each(['jpeg', 'webp', 'png'] as const)(
    'takes out of a %s where and with what it was taken',
    async (format) => {
      const bytes = await picture().withExif(EXIF)[format]().toBuffer();
      expect(bytes.includes('Phone')).toBe(true);
      const clean = Buffer.from(await checkPhoto(bytes, 'a'));
      expect(clean.includes('Phone')).toBe(false);
      const { exif, width, height, format: kept } = await sharp(clean).metadata();
      expect({ exif, width, height, kept }).toEqual({ exif: undefined, width: 80, height: 40, kept: format });
    },
  );

  it('turns a photo upright by its tag, and keeps its colours', async () => {
    const bytes = await picture().withMetadata({ orientation: 6 }).jpeg({ quality: 95 }).toBuffer();
    const clean = await checkPhoto(bytes, 'a.jpg');
    const { data, info } = await sharp(clean).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([40, 80]);
    // What was on the left is on top when the camera lay on its side.
    expect(data[(2 * 40 + 20) * 3]).toBeLessThan(60);
    expect(data[(60 * 40 + 20) * 3]).toBeGreaterThan(215);
  });

  it('refuses what is no usable photo', async () => {
    const png = await picture().png().toBuffer();
    await expect(checkPhoto(Buffer.from('hello'), 'a.png')).rejects.toMatchObject({
      code: 'photo-text',
    });
    await expect(checkPhoto(png.subarray(0, png.length / 2), 'a.png')).rejects.toMatchObject({
      code: 'photo-truncated',
    });
  });
});

describe('an animation', () => {
  const white = sharp({ create: { width: 80, height: 40, channels: 3, background: '#ffffff' } });
  const moving = async (format: 'gif' | 'webp'): Promise<Buffer> => {
    const frames = await Promise.all([white, picture(), white].map((frame) => frame.png().toBuffer()));
    return sharp(frames, { join: { animated: true } })
      [format]()
      .toBuffer();
  };

  it.each(['gif', 'webp'] as const)('of %s is the frame that shows most, then and later', async (format) => {
    const file = await moving(format);
    for (const bytes of [file, await checkPhoto(file, 'a')]) {
      const { data } = await decodePhoto(bytes, 'a');
      expect(data[1]).toBeLessThan(60);
      expect(data[40 * 4 + 1]).toBeLessThan(110);
    }
  });

  it('of PNG is the frame that shows most, as it stands on the canvas, then and later', async () => {
    const [empty, full, patch] = await Promise.all([
      white.clone().ensureAlpha().png().toBuffer(),
      picture().ensureAlpha().png().toBuffer(),
      sharp({ create: { width: 20, height: 10, channels: 4, background: '#ff0000' } })
        .png()
        .toBuffer(),
    ]);
    const size = { width: 80, height: 40 };
    const file = apngOf([
      { png: empty, ...size },
      { png: full, ...size },
      { png: patch, width: 20, height: 10, x: 40, y: 20 },
      { png: empty, ...size },
    ]);
    for (const bytes of [file, await checkPhoto(file, 'a')]) {
      const { data, width, height } = await decodePhoto(bytes, 'a');
      expect([width, height]).toEqual([80, 40]);
      expect(data[1]).toBeLessThan(60);
      const at = 4 * (25 * 80 + 50);
      expect([data[at]! > 200, data[at + 1]! < 60]).toEqual([true, true]);
    }
  });
});
