import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { MAX_QR_BYTES, type PartColours, type QrPart } from '../../../src/ad/design-part.ts';
import type { HexColour } from '../../../src/ad/scene.ts';
import { measurePart, paintPart } from '../../../src/design/parts/paint-part.ts';
import { MIN_MODULE, qrColours } from '../../../src/design/parts/qr.ts';
import { qrSymbol, sideInModules } from '../../../src/design/parts/qr-symbol.ts';
import { qrReads, readQr } from '../../../src/design/parts/read-qr.ts';
import { contrastOf } from '../../../src/design/parts/readable.ts';
import { drawn } from '../../../src/imaging/canvas.ts';
import { createRaster, type Raster } from '../../../src/imaging/raster.ts';
import { faces } from '../../faces.ts';

const part = (content: string, caption?: string): QrPart => ({
  kind: 'qr',
  face: 'Pretendard',
  weight: 700,
  content,
  ...(caption === undefined ? {} : { caption }),
});

const SIDE = 1080;

/** An ad, plain or with stripes all over it, and the code in a corner, at its smallest. */
function ad(which: QrPart, colours: PartColours, striped = true): Raster {
  return drawn(SIDE, SIDE, (context) => {
    context.fillStyle = '#c9b79c';
    context.fillRect(0, 0, SIDE, SIDE);
    context.fillStyle = '#1d2a26';
    for (let y = 0; striped && y < SIDE; y += 80) context.fillRect(0, y, SIDE, 40);
    const least = MIN_MODULE * sideInModules(qrSymbol(which.content));
    const room = which.caption === undefined ? least : Math.ceil(1.25 * least);
    const size = measurePart(which, { width: room, height: room, smallest: 10 }, faces);
    if (size === undefined) throw new Error('no room');
    paintPart(context, which, { x: 900 - size.width, y: 910 - size.height, ...size }, colours, faces);
  });
}

async function asJpeg({ width, height, data }: Raster, quality: number): Promise<Raster> {
  const jpeg = await sharp(data, { raw: { width, height, channels: 4 } })
    .jpeg({ quality })
    .toBuffer();
  const pixels = await sharp(jpeg).ensureAlpha().raw().toBuffer();
  const raster = createRaster(width, height);
  raster.data.set(pixels);
  return raster;
}

const CREAM: PartColours = { ground: '#f4ecdd', ink: '#7a3b12', accent: '#c2410c' };
const NIGHT: PartColours = { ground: '#14110f', ink: '#f7efe2', accent: '#c9a24b' };

const links = fc.oneof(
  fc
    .webUrl({ withQueryParameters: true, size: 'medium' })
    .filter((url) => Buffer.byteLength(url) <= MAX_QR_BYTES),
  fc.constantFrom(
    'https://pf.kakao.com/_abcd',
    'tel:02-555-0142',
    '성수역 3번 출구 앞, 매일 11시',
    'WIFI:T:WPA;S:shop;P:1234;;',
  ),
);

describe('a QR code', () => {
  it('is read from an ad at its smallest, at half its size, and as JPEG of quality 70, on any ground', async () => {
    await fc.assert(
      fc.asyncProperty(
        links,
        fc.constantFrom(CREAM, NIGHT),
        fc.boolean(),
        fc.boolean(),
        async (content, colours, named, striped) => {
          const picture = ad(part(content, named ? '예약하기' : undefined), colours, striped);
          expect(qrReads(picture, content)).toBe(true);
          expect(qrReads(await asJpeg(picture, 70), content)).toBe(true);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('has four modules of light around it, and dark modules on light ones whatever colours are asked for', () => {
    const hex = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value): HexColour => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(hex, hex, (ground, ink) => {
        const { dark, light } = qrColours({ ground, ink });
        expect(contrastOf(dark, light)).toBeGreaterThanOrEqual(7);
        expect(contrastOf(light, '#000000')).toBeGreaterThan(contrastOf(dark, '#000000'));
      }),
    );
    const side = MIN_MODULE * sideInModules(qrSymbol('https://a.kr'));
    const picture = drawn(side, side, (context) => {
      paintPart(context, part('https://a.kr'), { x: 0, y: 0, width: side, height: side }, CREAM, faces);
    });
    const row = (y: number): number[] =>
      Array.from({ length: side - 20 }, (_, x) => picture.data[(y * side + x + 10) * 4]!);
    expect(new Set(row(4 * MIN_MODULE - 1)).size).toBe(1);
    expect(new Set(row(4 * MIN_MODULE)).size).toBeGreaterThan(1);
  });

  it('takes more error correction where that costs no larger modules', () => {
    // 12 bytes fill the smallest symbol with 15 %, and would need the next one with 25 %; 7 leave it room for 30 %.
    const levelBits = (content: string): string =>
      // The two modules that name the level, ISO/IEC 18004 table 12, with the mask that lies over them.
      [0, 1].map((at) => Number(qrSymbol(content)[8]?.[at] ?? false) ^ (at === 0 ? 1 : 0)).join('');
    expect(qrSymbol('https://a.kr')).toHaveLength(21);
    expect([levelBits('https://a.kr'), levelBits('a.kr/ab')]).toEqual(['00', '10']);
    expect(() => qrSymbol('')).toThrow(RangeError);
    expect(() => qrSymbol('x'.repeat(MAX_QR_BYTES + 1))).toThrow(RangeError);
  });

  it('is not said to read where it is spoilt, or says something else', () => {
    const picture = ad(part('https://pf.kakao.com/_abcd'), CREAM);
    expect(readQr(drawn(300, 300, () => {}))).toBeUndefined();
    expect(qrReads(picture, 'https://pf.kakao.com/_abce')).toBe(false);
  });

  it('finds no room where its modules would be too small to be read', () => {
    const least = MIN_MODULE * sideInModules(qrSymbol('https://pf.kakao.com/_abcd'));
    const room = { width: least, height: least, smallest: 10 };
    expect(measurePart(part('https://pf.kakao.com/_abcd'), room, faces)).toMatchObject({ width: least });
    expect(
      measurePart(part('https://pf.kakao.com/_abcd'), { ...room, height: least - 1 }, faces),
    ).toBeUndefined();
  });
});
