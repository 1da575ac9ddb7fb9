import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AdCopy } from '../../src/ad/copy.ts';
import { type Box, contains, overlaps, shortSide } from '../../src/ad/geometry.ts';
import type { TextLayout } from '../../src/ad/layout.ts';
import type { Matte, Raster } from '../../src/imaging/raster.ts';
import { legibilityOf } from '../../src/layout/measure/legibility.ts';
import { placeText } from '../../src/layout/place-text.ts';
import { faces } from '../faces.ts';
import { FORMATS, GROUND_NAMES, groundOf, PALETTES, stageOf, withBox } from './grounds.ts';

const FULL: AdCopy = {
  headline: '따뜻한 한 잔, 딸기라떼',
  sub: '이번 주까지 첫 방문 손님께 드려요',
  price: '~~7,500원~~ 6,500원',
  cta: '지금 예약하기',
  details: '카페 봄 · 연남동 · 오전 10시–밤 9시',
};

const formats = Object.entries(FORMATS);

/** Least distance from the edges, as a share of the shorter side. */
const MARGIN = 0.05;

function place(image: Raster, more: Partial<Parameters<typeof placeText>[0]> = {}): TextLayout {
  return placeText({ image, copy: FULL, palette: PALETTES[0]!, face: 'Pretendard', seed: 1, ...more }, faces);
}

/** What every layout owes: inside the margins, apart from each other, off the product, and readable. */
function check(image: Raster, layout: TextLayout, product?: Matte): void {
  const margin = MARGIN * shortSide(image);
  const inner = { x: margin, y: margin, width: image.width - 2 * margin, height: image.height - 2 * margin };
  for (const [i, block] of layout.blocks.entries()) {
    expect(contains(inner, block.box)).toBe(true);
    for (const other of layout.blocks.slice(i + 1)) expect(overlaps(block.box, other.box)).toBe(false);
    if (product !== undefined) expect(covered(product, block.box)).toBe(0);
  }
  for (const block of legibilityOf(image, layout, faces)) expect(block).toMatchObject({ isEnough: true });
}

function covered(product: Matte, box: Box): number {
  let count = 0;
  for (let y = Math.max(0, box.y); y < box.y + box.height; y++) {
    for (let x = Math.max(0, box.x); x < box.x + box.width; x++) {
      if (product.data[y * product.width + x]! > 8) count++;
    }
  }
  return count;
}

describe('placeText', () => {
  for (const [format, size] of formats) {
    it.each(GROUND_NAMES)(`letters ${format} readably on %s`, (name) => {
      const image = groundOf(name, size, 7);
      const layout = place(image, { stage: stageOf(size) });
      expect(layout.blocks.map((block) => block.slot).toSorted()).toEqual(Object.keys(FULL).toSorted());
      check(image, layout);
    });

    it(`keeps off a product in ${format}`, () => {
      const box = {
        x: Math.round(0.32 * size.width),
        y: Math.round(0.42 * size.height),
        width: Math.round(0.36 * size.width),
        height: Math.round(0.42 * size.height),
      };
      const { image, product } = withBox(groundOf('wall', size, 3), box);
      check(image, place(image, { product, stage: stageOf(size) }), product);
    });
  }

  it('finds room beside a product that fills most of the picture', () => {
    const size = FORMATS['1:1']!;
    const { image, product } = withBox(groundOf('photo', size, 5), { x: 0, y: 190, width: 540, height: 350 });
    const layout = place(image, { product, copy: { headline: '오늘 들어온 딸기', cta: '주문하기' } });
    check(image, layout, product);
  });

  it.each([0.3, 0.36, 0.42, 0.48, 0.54])('keeps eojeol whole beside a product from %d on', (from) => {
    const size = FORMATS['1:1']!;
    const box = { x: from * size.width, y: 100, width: 150, height: 380 };
    const { image, product } = withBox(groundOf('wall', size, 5), { ...box, x: Math.round(box.x) });
    for (let seed = 0; seed < 6; seed++) {
      const copy = { headline: '신상이 들어왔어요', sub: '이번 주', cta: '보러 가기' };
      const layout = place(image, { product, copy, seed });
      const said = layout.blocks.map((block) => block.lines.join(' '));
      expect(said).toEqual(expect.arrayContaining(Object.values(copy)));
      check(image, layout, product);
    }
  });

  it('says the same words, broken and no letter lost', () => {
    const image = groundOf('wall', FORMATS['4:5']!, 1);
    for (const block of place(image).blocks) {
      const plain = (text: string): string => text.replaceAll(/\s/g, '');
      expect(plain(block.lines.join(''))).toBe(plain(FULL[block.slot] ?? ''));
    }
  });

  it('makes the headline at least twice as large as what stands under it', () => {
    const { blocks } = place(groundOf('wall', FORMATS['1:1']!, 1));
    const size = (slot: string): number => blocks.find((block) => block.slot === slot)?.size ?? 0;
    expect(size('headline') / size('sub')).toBeGreaterThanOrEqual(1.9);
    expect(size('details')).toBeGreaterThanOrEqual(0.024 * 540 - 1);
  });

  it('draws nothing for no words', () => {
    expect(place(groundOf('wall', FORMATS['1:1']!, 1), { copy: {} }).blocks).toEqual([]);
  });

  it('gives its reasons in both languages, and warns of letters that no font has', () => {
    const layout = place(groundOf('wall', FORMATS['1:1']!, 1), { copy: { headline: '딸기 🍓 라떼' } });
    expect(layout.why.length).toBeGreaterThan(1);
    for (const { ko, en } of layout.why) {
      expect(ko).toMatch(/[가-힣]/);
      expect(en).not.toMatch(/[가-힣]/);
    }
    expect(layout.warnings[0]?.ko).toContain('🍓');
    expect(layout.blocks[0]?.lines.join('')).not.toContain('🍓');
  });

  it('places the same words the same, and others by another seed', () => {
    const image = groundOf('wall', FORMATS['1:1']!, 1);
    expect(place(image)).toEqual(place(image));
    const seeds = [1, 2, 3, 4, 5, 6].map((seed) =>
      JSON.stringify(place(image, { seed }).blocks.map((block) => block.box)),
    );
    expect(new Set(seeds).size).toBeGreaterThan(1);
  });

  it('keeps its promises for any words on any ground', () => {
    const word = fc.constantFrom(
      '딸기라떼',
      '오늘만',
      '9,900원',
      '첫 방문',
      'Summer sale',
      '갓 구운',
      '30% 할인',
      '예약',
      '아메리카노와',
    );
    const text = (most: number) =>
      fc.array(word, { minLength: 1, maxLength: most }).map((words) => words.join(' '));
    fc.assert(
      fc.property(
        fc.record({ headline: text(5), sub: text(6), cta: text(1) }),
        fc.constantFrom(...formats.map(([, size]) => size)),
        fc.constantFrom(...GROUND_NAMES),
        fc.constantFrom(...PALETTES),
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom('Pretendard', 'Black Han Sans', 'Gowun Batang', 'Jua'),
        (copy, size, ground, palette, seed, face) => {
          const { image, product } = withBox(groundOf(ground, size, seed), {
            x: Math.round((0.1 + (seed % 5) * 0.12) * size.width),
            y: Math.round(0.5 * size.height),
            width: Math.round(0.3 * size.width),
            height: Math.round(0.36 * size.height),
          });
          check(image, place(image, { copy, palette, seed, face, product }), product);
        },
      ),
      { numRuns: 25 },
    );
  });
});
