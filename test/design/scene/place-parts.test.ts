import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, contains, overlaps, shortSide } from '../../../src/ad/geometry.ts';
import type { Palette } from '../../../src/ad/scene.ts';
import { readQr } from '../../../src/design/parts/read-qr.ts';
import { paintParts } from '../../../src/design/scene/paint-parts.ts';
import { placeParts } from '../../../src/design/scene/place-parts.ts';
import { drawn } from '../../../src/imaging/canvas.ts';
import type { Raster } from '../../../src/imaging/raster.ts';
import { frameOf } from '../../../src/layout/frame.ts';
import { placeText } from '../../../src/layout/place-text.ts';
import { faces } from '../../faces.ts';

const PALETTE: Palette = { background: '#efe0cd', ink: '#3a2415', accent: '#c2410c' };
const FACE = 'Pretendard';
const LINK = 'https://booking.naver.com/booking/6/bizes/123456';
const MENU = ['아메리카노', '카페라떼', '딸기라떼', '소금빵'].map((name, i) => ({
  name,
  price: `${i + 3},500원`,
}));

const picture = (width: number, height: number): Raster =>
  drawn(width, height, (context) => {
    context.fillStyle = '#c9b79c';
    context.fillRect(0, 0, width, height);
  });

const sizes = fc.constantFrom<readonly [number, number]>(
  [1080, 1080],
  [1080, 1920],
  [1920, 1080],
  [1200, 628],
);

describe('placeParts', () => {
  it('keeps off what the place covers of the picture, or a press cuts', () => {
    const image = picture(1080, 1080);
    const safe = { top: 240, right: 240, bottom: 240, left: 240 };
    const ad = { image, own: false, parts: { qr: LINK }, palette: PALETTE, face: FACE };
    const inner = { x: 240, y: 240, width: 600, height: 600 };
    const { boxes } = placeParts({ ...ad, safe }, faces);
    expect(boxes.length).toBe(1);
    for (const box of boxes) expect(contains(inner, box)).toBe(true);
    for (const box of placeParts(ad, faces).boxes) expect(contains(inner, box)).toBe(false);
  });

  it('stands inside the margins, off the product and off one another, and its code is read at 2.5 cm', () => {
    const share = fc.double({ min: 0.15, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(sizes, share, share, fc.boolean(), ([width, height], x, y, named) => {
        const image = picture(width, height);
        const product: Box = { x: x * width, y: y * height, width: 0.35 * width, height: 0.4 * height };
        const parts = named ? { qr: LINK, menu: MENU } : { qr: LINK };
        const { placed, boxes, why, warnings } = placeParts(
          { image, product, own: true, parts, palette: PALETTE, face: FACE },
          faces,
        );
        expect(why.length + warnings.length).toBe(named ? 2 : 1);
        for (const [i, box] of boxes.entries()) {
          expect(contains(frameOf(image).inner, box)).toBe(true);
          expect(overlaps(box, product)).toBe(false);
          for (const other of boxes.slice(i + 1)) expect(overlaps(box, other)).toBe(false);
        }
        const code = placed.find(({ part }) => part.kind === 'qr');
        if (code === undefined) return;
        // Eight of the modules of its side are light.
        expect(code.box.width).toBeGreaterThan((25 / 148) * shortSide(image));
        expect(readQr(paintParts({ image, placed }, faces))).toBe(LINK);
      }),
      { numRuns: 12 },
    );
  });

  it('has room kept for it by the words, which stand in the ad whole', () => {
    const image = picture(1080, 1080);
    const { boxes } = placeParts(
      { image, own: false, parts: { qr: LINK, menu: MENU }, palette: PALETTE, face: FACE },
      faces,
    );
    expect(boxes).toHaveLength(2);
    const copy = {
      headline: '가을 신메뉴',
      sub: '매장에서 직접 굽습니다',
      details: '매일 11:00–22:00\n월요일 휴무',
    };
    const layout = placeText({ image, copy, taken: boxes, palette: PALETTE, face: FACE, seed: 1 }, faces);
    expect(new Set(layout.blocks.map(({ slot }) => slot))).toEqual(new Set(['headline', 'sub', 'details']));
    for (const { box } of layout.blocks) for (const other of boxes) expect(overlaps(box, other)).toBe(false);
  });

  it('says so where there is no room, and gives way before the owner’s product does', () => {
    const image = picture(600, 600);
    const product = { x: 0, y: 0, width: 600, height: 600 };
    const request = { image, product, parts: { qr: LINK }, palette: PALETTE, face: FACE };
    expect(placeParts({ ...request, own: true }, faces)).toMatchObject({
      placed: [],
      why: [],
      warnings: [{}],
    });
    expect(placeParts({ ...request, own: false }, faces).placed).toHaveLength(1);
  });
});
