import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.ts';
import { decodePhoto } from '../../src/imaging/decode-photo.ts';
import { createRaster } from '../../src/imaging/raster.ts';

const red = { width: 60, height: 40, channels: 3, background: '#e03020' } as const;

const codeOf = (bytes: Uint8Array): Promise<unknown> =>
  decodePhoto(bytes, 'photo').then(
    () => 'accepted',
    (error: unknown) => (error instanceof UserError ? error.code : error),
  );

/** A PNG whose header claims a size, with no pixels behind it. */
function pngHeader(width: number, height: number): Buffer {
  const body = Buffer.alloc(17);
  body.write('IHDR', 'latin1');
  body.writeUInt32BE(width, 4);
  body.writeUInt32BE(height, 8);
  body.set([8, 2, 0, 0, 0], 12);
  const chunk = Buffer.alloc(25);
  chunk.writeUInt32BE(13, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), 21);
  const idat = Buffer.from([0, 0, 0, 0, 0x49, 0x44, 0x41, 0x54, 0x35, 0xaf, 0x06, 0x1e]);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk, idat]);
}

const half = (file: Buffer): Buffer => file.subarray(0, file.length / 2);

async function noise(width: number, height: number): Promise<Sharp> {
  const raster = createRaster(width, height);
  for (let i = 0; i < raster.data.length; i++) raster.data[i] = i % 4 === 3 ? 255 : (i * 7919) % 256;
  return sharp(raster.data, { raw: { width, height, channels: 4 } }).removeAlpha();
}

describe('decodePhoto', () => {
  it('reads pixels as 8-bit RGBA', async () => {
    const raster = await decodePhoto(await sharp({ create: red }).png().toBuffer(), 'photo');
    expect(raster).toMatchObject({ width: 60, height: 40 });
    expect([...raster.data.subarray(0, 4)]).toEqual([0xe0, 0x30, 0x20, 255]);
  });

  it('turns a photo upright by its EXIF tag', async () => {
    const turned = await sharp({ create: red }).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await decodePhoto(turned, 'photo')).toMatchObject({ width: 40, height: 60 });
  });

  it('reduces to the wanted side and never enlarges', async () => {
    const png = await sharp({ create: red }).png().toBuffer();
    expect(await decodePhoto(png, 'photo', 36)).toMatchObject({ width: 36, height: 24 });
    expect(await decodePhoto(png, 'photo', 3000)).toMatchObject({ width: 60, height: 40 });
  });

  it('converts CMYK and 16-bit pictures', async () => {
    const cmyk = await sharp({ create: red }).toColourspace('cmyk').jpeg().toBuffer();
    expect((await sharp(cmyk).metadata()).space).toBe('cmyk');
    const [r = 0, g = 0] = (await decodePhoto(cmyk, 'photo')).data;
    expect(r).toBeGreaterThan(g + 60);
    const deep = await sharp({ create: red }).toColourspace('rgb16').png().toBuffer();
    expect((await sharp(deep).metadata()).depth).toBe('ushort');
    const sample = [...(await decodePhoto(deep, 'photo')).data.subarray(0, 4)];
    expect(sample).toEqual([0xe0, 0x30, 0x20, 255]);
  });

  it('takes the first frame of an animation, and renders an SVG', async () => {
    const frames = await sharp(
      [await sharp({ create: red }).png().toBuffer(), await sharp({ create: red }).png().toBuffer()],
      {
        join: { animated: true },
      },
    )
      .gif()
      .toBuffer();
    expect(await decodePhoto(frames, 'photo')).toMatchObject({ width: 60, height: 40 });
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="48"><rect width="64" height="48" fill="#0a0"/></svg>',
    );
    expect(await decodePhoto(svg, 'photo')).toMatchObject({ width: 64, height: 48 });
  });

  it.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ['an empty file', 'photo-empty', () => Buffer.alloc(0)],
    ['a text file', 'photo-text', () => Buffer.from('menu: latte 6,500')],
    ['an HTML page', 'photo-text', () => Buffer.from('<!DOCTYPE html><html></html>')],
    [
      'a JPEG that breaks off',
      'photo-truncated',
      async () => half(await (await noise(200, 200)).jpeg().toBuffer()),
    ],
    [
      'a PNG that breaks off',
      'photo-truncated',
      async () => half(await (await noise(200, 200)).png().toBuffer()),
    ],
    ['a header of 50,000 × 50,000 pixels', 'photo-too-large', () => pngHeader(50_000, 50_000)],
    [
      'a picture of 1 × 1',
      'photo-too-small',
      () =>
        sharp({ create: { ...red, width: 1, height: 1 } })
          .png()
          .toBuffer(),
    ],
    [
      'a HEIC file without a picture',
      'photo-damaged',
      () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
    ],
    [
      'a fully transparent PNG',
      'photo-transparent',
      () =>
        sharp({ create: { width: 50, height: 50, channels: 4, background: '#ffffff00' } })
          .png()
          .toBuffer(),
    ],
  ])('refuses %s', async (_what, code, make) => {
    expect(await codeOf(await make())).toBe(code);
  });
});
