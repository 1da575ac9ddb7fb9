import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AdCopy, detailLines } from '../../src/ad/copy.ts';
import { type Box, contains, expand, overlaps, type Size, shortSide } from '../../src/ad/geometry.ts';
import type { TextLayout } from '../../src/ad/layout.ts';
import type { Matte, Raster } from '../../src/imaging/raster.ts';
import { legibilityOf } from '../../src/layout/measure/legibility.ts';
import { placeProducts } from '../../src/layout/place-products.ts';
import { placeText } from '../../src/layout/place-text.ts';
import { setText } from '../../src/typography/typeset.ts';
import { faces } from '../faces.ts';
import { FORMATS, groundOf, PALETTES, productOf, stageOf, withBox } from './grounds.ts';

const TEN = `매일 11:00~21:00 (브레이크타임 15:00~17:00)
라스트오더 20:30
매주 월요일 휴무
서울 마포구 연남로 12길 34, 2층 (홍대입구역 3번 출구)
02-555-0199
인스타 @haru_bunsik
포장 시 10% 할인, 중복 할인 불가
주차 2시간 무료
우유·땅콩 함유
3월 31일까지`;

const COPY: AdCopy = {
  headline: '수제 떡볶이',
  sub: '매일 아침 뽑는 쌀떡',
  badge: '오픈 기념 30% 할인',
  price: '~~6,500원~~ 4,500원',
  cta: '지금 주문하기',
  details: TEN,
};

/** Smallest letters, as a share of the shorter side. */
const SMALLEST = 0.022;

const MARGIN = 0.05;

function place(image: Raster, copy: AdCopy, product?: Matte, seed = 1): TextLayout {
  const size = { width: image.width, height: image.height };
  const stage = stageOf(size);
  const palette = PALETTES[seed % PALETTES.length]!;
  const request = { image, copy, palette, face: 'Pretendard', seed, stage };
  return placeText(product === undefined ? request : { ...request, product }, faces);
}

/** What every layout owes: inside the margins, apart, off the product, large enough, and readable. */
function check(image: Raster, layout: TextLayout, product?: Matte): void {
  const side = shortSide(image);
  const inner = expand({ x: 0, y: 0, width: image.width, height: image.height }, -MARGIN * side);
  for (const [i, block] of layout.blocks.entries()) {
    expect(contains(inner, block.box)).toBe(true);
    for (const other of layout.blocks.slice(i + 1)) expect(overlaps(block.box, other.box)).toBe(false);
    if (product !== undefined) expect(covers(product, block.box)).toBe(false);
    const runs = setText(block.lines, block, faces, block.icons).lines.flatMap((line) => line.runs);
    for (const run of runs) expect(run.scale * block.size).toBeGreaterThanOrEqual(SMALLEST * side);
  }
  for (const block of legibilityOf(image, layout, faces)) expect(block).toMatchObject({ isEnough: true });
}

function covers(product: Matte, box: Box): boolean {
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) if (product.data[y * product.width + x]! > 8) return true;
  }
  return false;
}

/** The details of a layout, each as one line again. */
function told({ blocks }: TextLayout): readonly string[] {
  const lines = blocks
    .filter(({ slot }) => slot === 'details')
    .flatMap((block) => block.lines.map((text, i) => ({ text, goesOn: block.icons?.[i] === null })));
  const details: string[] = [];
  for (const { text, goesOn } of lines) {
    if (goesOn) details.push(`${details.pop()} ${text}`);
    else details.push(text);
  }
  return details;
}

/** A picture with a product as large as it is made for the words. */
function withProduct(size: Size, copy: AdCopy, shape: Size): { image: Raster; product: Matte } {
  const background = groundOf('wall', size, 3);
  const products = [productOf(shape.width, shape.height)];
  const request = { background, stage: stageOf(size), products, kind: 'cut-out' as const, copy };
  const { x, y, width, height } = placeProducts(request).placements[0]!.box;
  return withBox(background, { x, y, width, height });
}

describe.each(Object.entries(FORMATS))('details in %s', (_format, size) => {
  it('find room for ten lines where no product is', () => {
    for (const ground of ['wall', 'photo'] as const) {
      const image = groundOf(ground, size, 7);
      const layout = place(image, COPY);
      check(image, layout);
      expect(told(layout)).toEqual(detailLines(TEN));
      expect(layout.warnings).toEqual([]);
    }
  });

  it.each([
    { width: 300, height: 420 },
    { width: 420, height: 300 },
  ])('find room for six lines beside a product of $width × $height', (shape) => {
    const copy = { ...COPY, details: detailLines(TEN).slice(0, 6).join('\n') };
    const { image, product } = withProduct(size, copy, shape);
    const layout = place(image, copy, product);
    check(image, layout, product);
    expect(told(layout)).toEqual(detailLines(copy.details));
  });
});

describe('details', () => {
  it('are told or named whole, whatever else is said', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(FORMATS)),
        fc.subarray([...detailLines(TEN)], { minLength: 1 }),
        fc.subarray(['sub', 'badge', 'price', 'cta'] as const),
        fc.constantFrom('1+1', '전 품목 30% 할인', '첫 방문 손님 음료 무료 증정'),
        fc.nat(99),
        (size, lines, slots, badge, seed) => {
          const all: AdCopy = { ...COPY, badge };
          const copy: AdCopy = {
            headline: '수제 떡볶이',
            details: lines.join('\n'),
            ...Object.fromEntries(slots.map((slot) => [slot, all[slot]])),
          };
          const { image, product } = withProduct(size, copy, { width: 360, height: 360 });
          const layout = place(image, copy, product, seed);
          check(image, layout, product);
          const shown = told(layout);
          for (const line of lines) {
            const named = layout.warnings.some(({ ko, en }) => ko.includes(line) && en.includes(line));
            expect(shown.includes(line) || named).toBe(true);
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('leave out least what would mislead, and say what to shorten', () => {
    const size = FORMATS['1.91:1']!;
    const box = { x: 120, y: 90, width: 340, height: 200 };
    const { image, product } = withBox(groundOf('wall', size, 3), box);
    const layout = place(image, { ...COPY, headline: '아주 길게 쓴 제목이라 자리를 많이 차지해요' }, product);
    check(image, layout, product);
    expect(layout.warnings[0]?.ko).toContain('아주 길게 쓴 제목이라');
    const shown = told(layout);
    if (shown.length > 0) expect(shown).toContain('포장 시 10% 할인, 중복 할인 불가');
  });

  it('put a short offer on a burst near the product, and a long one on a pill', () => {
    const size = FORMATS['4:5']!;
    const badgeOf = (badge: string): TextLayout['blocks'][number] | undefined => {
      const copy = { headline: '떡볶이', badge, cta: '주문하기' };
      const { image, product } = withProduct(size, copy, { width: 360, height: 360 });
      return place(image, copy, product).blocks.find(({ slot }) => slot === 'badge');
    };
    expect(badgeOf('1+1')).toMatchObject({ shape: 'burst', treatment: 'panel' });
    expect(badgeOf('모든 손님 음료 한 잔 무료로 드려요')).not.toHaveProperty('shape');
  });
});
