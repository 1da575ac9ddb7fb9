import { describe, expect, it } from 'vitest';
import { area, type Box, bottom, centre, intersection, right } from '../../src/ad/geometry.ts';
import type { ProductLayout } from '../../src/ad/layout.ts';
import { placeProducts } from '../../src/layout/place-products.ts';
import type { ProductLayoutRequest } from '../../src/layout/request.ts';
import { FORMATS, groundOf, productOf, stageOf } from './grounds.ts';

const COPY = { headline: '따뜻한 한 잔', sub: '오늘의 딸기라떼', cta: '놀러 오세요' };

const WHOLE = { left: false, top: false, right: false, bottom: false };

function place(size = FORMATS['1:1']!, more: Partial<ProductLayoutRequest> = {}): ProductLayout {
  return placeProducts({
    background: groundOf('wall', size, 1),
    stage: stageOf(size),
    products: [productOf(300, 420)],
    kind: 'cut-out',
    copy: COPY,
    ...more,
  });
}

const boxes = ({ placements }: ProductLayout): readonly Box[] => placements.map((placement) => placement.box);

describe('placeProducts', () => {
  it.each(Object.entries(FORMATS))('stands a product on the floor of %s, wholly inside', (_format, size) => {
    const [box] = boxes(place(size));
    if (box === undefined) throw new Error('no box');
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(right(box)).toBeLessThanOrEqual(size.width + 1);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(bottom(box)).toBeGreaterThan(0.7 * size.height);
    expect(bottom(box)).toBeLessThanOrEqual(size.height + 1);
    expect(box.width / box.height).toBeCloseTo(300 / 420, 1);
  });

  it('reduces a product that is larger than the background', () => {
    const [box] = boxes(place(FORMATS['1:1']!, { products: [productOf(3000, 2600)] }));
    expect(box?.width).toBeLessThanOrEqual(540);
  });

  it('lets a product fill a picture without words, but hang over no stand that has room for half of it', () => {
    const size = { width: 1000, height: 1000 };
    const wide = { copy: {}, products: [productOf(800, 700)] };
    const [alone] = boxes(place(size, wide));
    expect(Math.sqrt((alone?.width ?? 0) * (alone?.height ?? 0))).toBeGreaterThan(600);
    const [stood] = boxes(place(size, { ...wide, stage: stageOf(size, [180, 820]) }));
    expect(stood?.width).toBeGreaterThan(500);
    expect(stood?.width).toBeLessThan(0.9 * 640);
    expect(stood?.x).toBeGreaterThanOrEqual(180);
  });

  it('obeys wishes for size and place', () => {
    const [box] = boxes(place(FORMATS['1:1']!, { scale: 0.5, position: { x: 0.3, y: 0.6 } }));
    expect(box?.height).toBeCloseTo(270, -1);
    expect(box && centre(box).x).toBeCloseTo(162, -1);
    expect(box && centre(box).y).toBeCloseTo(324, -1);
  });

  it('makes the hero the largest of several, overlapping little, the nearest drawn last', () => {
    const products = [productOf(300, 420), productOf(300, 400), productOf(280, 420)];
    const layout = place(FORMATS['1:1']!, { products });
    const hero = layout.placements.find((placement) => placement.photo === 0)?.box;
    const others = boxes(layout).filter((box) => box !== hero);
    if (hero === undefined) throw new Error('no hero');
    for (const other of others) {
      expect(area(hero)).toBeGreaterThan(area(other));
      const common = area(intersection(hero, other));
      expect(common / Math.min(area(hero), area(other))).toBeLessThanOrEqual(0.15);
    }
    const byDepth = layout.placements.toSorted((a, b) => a.depth - b.depth);
    const grounds = byDepth.map((placement) => placement.ground);
    expect(grounds).toEqual(grounds.toSorted((a, b) => a - b));
  });

  it('hides a cut edge at the edge of the picture', () => {
    const [left] = boxes(place(FORMATS['1:1']!, { cutEdges: [{ ...WHOLE, left: true }] }));
    expect(left?.x).toBe(0);
    const [low] = boxes(place(FORMATS['1:1']!, { cutEdges: [{ ...WHOLE, bottom: true }] }));
    expect(low && bottom(low)).toBeCloseTo(540, 0);
  });

  it('leaves room for the words', () => {
    const [few] = boxes(place(FORMATS['1:1']!, { copy: {} }));
    const [many] = boxes(
      place(FORMATS['1:1']!, {
        copy: { ...COPY, price: '6,500원', details: '카페 봄 · 연남동 · 매일 10시부터' },
      }),
    );
    expect(area(many ?? { width: 0, height: 0 })).toBeLessThan(area(few ?? { width: 0, height: 0 }));
  });

  it('shows photo cards whole, inside the picture', () => {
    const size = FORMATS['9:16']!;
    for (const box of boxes(
      place(size, { kind: 'photo-card', products: [productOf(600, 400), productOf(400, 600)] }),
    )) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(right(box)).toBeLessThanOrEqual(size.width);
      expect(bottom(box)).toBeLessThanOrEqual(size.height);
    }
  });

  it('says why in both languages', () => {
    const { why } = place();
    expect(why.length).toBeGreaterThan(1);
    for (const { ko, en } of why) expect(`${ko}${en}`.length).toBeGreaterThan(10);
  });
});
