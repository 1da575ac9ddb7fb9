import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AdCopy } from '../../src/ad/copy.ts';
import { bottom, right } from '../../src/ad/geometry.ts';
import type { TextLayout } from '../../src/ad/layout.ts';
import { measureLayout } from '../../src/layout/measure/measure-layout.ts';
import { placeProducts } from '../../src/layout/place-products.ts';
import { placeText } from '../../src/layout/place-text.ts';
import { repairTextLayout, type TextAdvice } from '../../src/layout/repair-text-layout.ts';
import type { TextLayoutRequest } from '../../src/layout/request.ts';
import { weighTextAdvice } from '../../src/layout/weigh-text-advice.ts';
import { faces } from '../faces.ts';
import { FORMATS, groundOf, PALETTES, productOf, stageOf } from './grounds.ts';

const size = FORMATS['1:1']!;
const COPY: AdCopy = {
  headline: '딸기가 머무는 시간',
  sub: '포근한 오후 한 잔',
  price: '4,900원',
  cta: '놀러 오세요',
};

const request = (ground: Parameters<typeof groundOf>[0] = 'wall'): TextLayoutRequest => ({
  image: groundOf(ground, size, 3),
  copy: COPY,
  palette: PALETTES[0]!,
  face: 'pretendard',
  seed: 7,
});

const box = fc.record({
  x: fc.double({ min: -300, max: 900 }),
  y: fc.double({ min: -300, max: 900 }),
  width: fc.double({ min: -50, max: 900 }),
  height: fc.double({ min: -50, max: 900 }),
});

const advice: fc.Arbitrary<TextAdvice> = fc
  .record({
    boxes: fc.tuple(box, box, box, box),
    align: fc.constantFrom('left' as const, 'centre' as const, 'right' as const),
    colour: fc.constantFrom('#ffffff' as const, '#000000' as const, '#e8ddd0' as const),
  })
  .map(({ boxes, align, colour }) => ({
    by: 'seeing',
    why: [],
    blocks: (['headline', 'sub', 'price', 'cta'] as const).map((slot, i) => ({
      slot,
      box: boxes[i]!,
      align,
      colour,
    })),
  }));

function expectSound(layout: TextLayout, asked: TextLayoutRequest): void {
  const { broken, metrics } = measureLayout(asked.image, layout, faces, asked.product);
  expect(metrics.outside).toBe(0);
  expect(metrics.ove).toBe(0);
  expect(metrics.onProduct).toBe(0);
  expect(broken).toBe(0);
  expect(layout.blocks.map(({ slot }) => slot).toSorted()).toEqual(['cta', 'headline', 'price', 'sub']);
}

describe('advice for words', () => {
  it('is repaired until all can be read inside the margins, whatever it is', () => {
    const asked = request();
    const local = placeText(asked, faces);
    fc.assert(
      fc.property(advice, (wild) => expectSound(repairTextLayout(asked, wild, faces, local), asked)),
      { numRuns: 25 },
    );
  });

  const corner: TextAdvice = {
    by: 'seeing',
    why: [{ ko: '잔잔한 곳', en: 'calm' }],
    blocks: [
      { slot: 'headline', box: { x: 40, y: 40, width: 320, height: 120 } },
      { slot: 'sub', box: { x: 40, y: 180, width: 260, height: 30 } },
      { slot: 'price', box: { x: 40, y: 230, width: 180, height: 50 } },
      { slot: 'cta', box: { x: 40, y: 470, width: 140, height: 36 } },
    ],
  };

  it('stays where it is good: the places are the adviser’s, and the reasons say so', () => {
    const asked = request();
    const layout = repairTextLayout(asked, corner, faces, placeText(asked, faces));
    expect(layout.decidedBy).toBe('seeing');
    for (const { slot, box: at } of corner.blocks) {
      const block = layout.blocks.find((other) => other.slot === slot)!;
      expect(Math.abs(block.box.x - at.x)).toBeLessThan(30);
      expect(Math.abs(block.box.y - at.y)).toBeLessThan(60);
    }
  });

  it('is weighed against the rules: the better one wins, and says who decided', () => {
    const asked = request();
    const local = placeText(asked, faces);
    const score = (layout: TextLayout): number => measureLayout(asked.image, layout, faces).total;
    const good = weighTextAdvice(asked, corner, faces);
    const poor: TextAdvice = {
      ...corner,
      blocks: corner.blocks.map((block, i) => ({
        ...block,
        // Small words over the line where wall and floor meet.
        box: { x: 30 + 90 * i, y: 340 + 8 * i, width: 70, height: 18 },
      })),
    };
    const bad = weighTextAdvice(asked, poor, faces);
    expect(bad.decidedBy).toBe('local');
    expect(bad.blocks).toEqual(local.blocks);
    expect(bad.why.at(-1)?.en).toMatch(/seeing/);
    for (const layout of [good, bad]) expect(score(layout)).toBeLessThanOrEqual(score(local) + 0.03);
    expect(good.why[0]?.en).toContain(good.decidedBy === 'seeing' ? 'seeing looked at the picture' : '');
  });
});

describe('advice for products', () => {
  const place = (more?: { height: number; x: number; foot: number }) =>
    placeProducts(
      {
        background: groundOf('wall', size, 1),
        stage: stageOf(size),
        products: [productOf(300, 420)],
        kind: 'cut-out',
        copy: COPY,
      },
      more && { ...more, by: 'seeing', why: [{ ko: '균형', en: 'balance' }] },
    );

  it('is followed where it measures as well as the rules’ own place', () => {
    const own = place();
    const { box: at } = own.placements[0]!;
    const layout = place({
      height: at.height / size.height,
      x: (at.x + at.width / 2) / size.width,
      foot: bottom(at) / size.height,
    });
    expect(layout.decidedBy).toBe('seeing');
    expect(layout.why[0]?.en).toContain('seeing looked at the picture');
  });

  it('is passed over where it leaves the words no room', () => {
    const layout = place({ height: 3, x: 0, foot: 0.1 });
    expect(layout.decidedBy).toBe('local');
    expect(layout.why.at(-1)?.en).toContain('seeing');
  });

  it('never leads a product off its floor or out of the picture', () => {
    const number = fc.oneof(fc.double({ min: -2, max: 3, noNaN: true }), fc.constant(Number.NaN));
    fc.assert(
      fc.property(fc.record({ height: number, x: number, foot: number }), (wild) => {
        const { box: at, ground } = place(wild).placements[0]!;
        expect(at.x).toBeGreaterThanOrEqual(0);
        expect(right(at)).toBeLessThanOrEqual(size.width + 1);
        expect(at.y).toBeGreaterThanOrEqual(0);
        expect(ground).toBeGreaterThanOrEqual(0.7 * size.height);
        expect(ground).toBeLessThanOrEqual(size.height + 1);
      }),
      { numRuns: 40 },
    );
  });
});
