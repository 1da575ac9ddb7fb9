import encodeQR from 'qr';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { placeOfSize } from '../../../src/ad/place.ts';
import { xmpPacket } from '../../../src/imaging/xmp.ts';
import { ownCheck } from './own-check.ts';

const CODE = 'https://example.com/latte';
const SIDE = 300;
const xmp = xmpPacket({ digitalSource: 'algorithmicMedia', alt: '딸기라떼 광고', language: 'ko' });

const picture = (svg: string): Promise<Buffer> =>
  sharp(Buffer.from(svg), { density: 300 })
    .resize(SIDE, SIDE)
    .flatten({ background: '#ffffff' })
    .withXmp(xmp)
    .png()
    .toBuffer();

describe('the check of a file that shares no code with the product', () => {
  const place = placeOfSize({ width: SIDE, height: SIDE });

  it('finds nothing wrong with a file that keeps to its place, and reads its QR code', async () => {
    const code = await picture(encodeQR(CODE, 'svg', { border: 4 }));
    expect(await ownCheck(code, place, CODE)).toEqual([]);
    expect(await ownCheck(code, place, 'https://example.com/other')).toEqual(['its QR code does not read']);
  });

  it('finds another size, what is no sRGB, missing labels and a QR code that is not there', async () => {
    const bare = await sharp({ create: { width: 200, height: SIDE, channels: 4, background: '#ffffff80' } })
      .png()
      .toBuffer();
    expect(await ownCheck(bare, place, CODE)).toEqual([
      '200×300',
      'srgb, 4 channels',
      'no digital source type',
      'no text for those who do not see it',
      'its QR code does not read',
    ]);
  });
});
