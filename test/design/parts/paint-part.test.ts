import { createHash } from 'node:crypto';
import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DesignPart, PartColours } from '../../../src/ad/design-part.ts';
import type { Box } from '../../../src/ad/geometry.ts';
import type { HexColour } from '../../../src/ad/scene.ts';
import { measurePart, paintPart } from '../../../src/design/parts/paint-part.ts';
import { contrastOf, readable } from '../../../src/design/parts/readable.ts';
import { drawn } from '../../../src/imaging/canvas.ts';
import type { Raster } from '../../../src/imaging/raster.ts';
import { faces } from '../../faces.ts';
import { expectGolden } from '../../golden/expect-golden.ts';

const SANS = { face: 'Pretendard', weight: 800 };
const LOUD = { face: 'Black Han Sans', weight: 400 };
const QUIET = { face: 'Pretendard', weight: 500 };

const RED: PartColours = { ground: '#e6002d', ink: '#ffffff', accent: '#ffd21f' };
const CREAM: PartColours = { ground: '#f4ecdd', ink: '#2f2118', accent: '#c2410c' };
const BOARD: PartColours = { ground: '#22302b', ink: '#f3efe2', accent: '#ffc93c' };

/** The part on a field of the colour behind it, as large as it is measured in the field. */
function picture(
  part: DesignPart,
  colours: PartColours,
  behind: HexColour = colours.ground,
  side = 240,
): Raster {
  return drawn(side, side, (context) => {
    context.fillStyle = behind;
    context.fillRect(0, 0, side, side);
    const size = measurePart(part, { width: side - 24, height: side - 24, smallest: 7 }, faces);
    if (size === undefined) throw new Error(`No room for a ${part.kind}`);
    const at = { x: Math.round((side - size.width) / 2), y: Math.round((side - size.height) / 2) };
    paintPart(context, part, { ...at, width: size.width, height: size.height }, colours, faces);
  });
}

const digestOf = ({ data }: Raster): string => createHash('sha256').update(data).digest('hex');

/** Each part as a shop would have it. */
const SHOWN: Readonly<Record<string, readonly [DesignPart, PartColours, HexColour?]>> = {
  'badge-price': [
    { kind: 'badge', shape: 'disc', ...LOUD, old: '18,000원', text: '14,900원', angle: -8, ring: false },
    RED,
    '#ffc400',
  ],
  'badge-deal': [
    {
      kind: 'badge',
      shape: 'burst',
      ...LOUD,
      label: '오늘만',
      text: '1+1',
      note: '1인 1개',
      angle: 8,
      ring: false,
    },
    CREAM,
    '#0f766e',
  ],
  'badge-off': [
    { kind: 'badge', shape: 'scallop', ...SANS, text: '30% 할인', angle: 0, ring: true },
    RED,
    '#f4ecdd',
  ],
  'badge-pill': [
    { kind: 'badge', shape: 'pill', ...SANS, text: '3잔 사면 1잔 더', angle: 0, ring: false },
    RED,
    '#f4ecdd',
  ],
  'ribbon-folded': [{ kind: 'ribbon', ...LOUD, text: '그랜드 오픈', ends: 'folded' }, RED, '#f4ecdd'],
  'ribbon-swallow': [{ kind: 'ribbon', ...SANS, text: 'NEW', ends: 'swallow' }, BOARD, '#f4ecdd'],
  stamp: [
    { kind: 'stamp', ...LOUD, text: '당일 생산', around: '매일 아침 굽습니다', angle: -12, seed: 4 },
    { ...CREAM, ink: '#b3202a' },
  ],
  'ticket-across': [{ kind: 'ticket', tear: 'across', at: 0.66, edge: 'notched' }, CREAM, '#2b3a8f'],
  'ticket-down': [{ kind: 'ticket', tear: 'down', at: 0.7, edge: 'stamped' }, CREAM, '#0f766e'],
  details: [
    { kind: 'details', ...QUIET, lines: ['매일 11:00–23:00', '월요일 휴무', '02-555-0142'], align: 'left' },
    CREAM,
  ],
  'menu-leader': [
    {
      kind: 'menu',
      ...QUIET,
      guide: 'leader',
      rows: [
        { name: '반찬' },
        { name: '무생채', price: '3,000원' },
        { name: '계란말이', price: '4,500원', old: '5,500원' },
        { name: '연근조림', price: '4,000원', soldOut: true },
        { name: 'Kimchi', price: '₩5,000', note: '500 g' },
      ],
    },
    BOARD,
  ],
  'menu-columns': [
    {
      kind: 'menu',
      ...QUIET,
      guide: 'rule',
      rows: Array.from({ length: 8 }, (_, i) => ({ name: `메뉴 ${i + 1}`, price: `${i + 2},500원` })),
    },
    CREAM,
  ],
  rating: [{ kind: 'rating', ...QUIET, stars: 4.6, value: '4.6', source: '네이버 리뷰 320개' }, BOARD],
  lockup: [{ kind: 'lockup', ...SANS, name: '오늘의 꽃', arrange: 'row' }, CREAM],
  'frame-double': [{ kind: 'frame', style: 'double' }, CREAM],
  'frame-corners': [{ kind: 'frame', style: 'corners' }, BOARD],
  'frame-dotted': [{ kind: 'frame', style: 'dotted' }, CREAM],
  divider: [{ kind: 'divider', style: 'ornament' }, CREAM],
};

describe('shop parts', () => {
  it.each(Object.entries(SHOWN))('draws %s as it was agreed', async (name, [part, colours, behind]) => {
    await expectGolden(`design/parts/${name}`, picture(part, colours, behind));
  });

  it('draws the same part in the same pixels every time', () => {
    for (const [part, colours, behind] of Object.values(SHOWN))
      expect(digestOf(picture(part, colours, behind))).toBe(digestOf(picture(part, colours, behind)));
  });
});

const WORDS = [
  '아메리카노',
  '30% 할인',
  '14,900원',
  '1+1',
  '수제 딸기 생크림 케이크',
  'Sourdough',
  'half price, only today',
  '첫 방문',
  '오늘만',
  '99,000,000원',
  '네이버 예약',
  '🍓',
];
const words = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 })
  .map((some) => some.join(' '));
const maybe = fc.option(words, { nil: undefined });
const part: fc.Arbitrary<DesignPart> = fc.oneof(
  fc
    .record({
      shape: fc.constantFrom('disc' as const, 'burst' as const, 'scallop' as const, 'pill' as const),
      label: maybe,
      old: maybe,
      text: words,
      note: maybe,
      angle: fc.integer({ min: -20, max: 20 }),
      ring: fc.boolean(),
    })
    .map(({ label, old, note, ...rest }) => ({
      kind: 'badge' as const,
      ...SANS,
      ...rest,
      ...(label === undefined ? {} : { label }),
      ...(old === undefined ? {} : { old }),
      ...(note === undefined ? {} : { note }),
    })),
  fc
    .record({ text: words, ends: fc.constantFrom('folded' as const, 'swallow' as const) })
    .map((rest) => ({ kind: 'ribbon' as const, ...LOUD, ...rest })),
  fc
    .record({ text: words, angle: fc.integer({ min: -20, max: 20 }), seed: fc.nat() })
    .map((rest) => ({ kind: 'stamp' as const, ...LOUD, ...rest })),
  fc
    .record({
      rows: fc.array(
        fc.record({ name: words, price: fc.constantFrom('3,000원', '시가', '12.5'), soldOut: fc.boolean() }),
        { minLength: 1, maxLength: 14 },
      ),
      guide: fc.constantFrom('leader' as const, 'rule' as const, 'none' as const),
    })
    .map((rest) => ({ kind: 'menu' as const, ...QUIET, ...rest })),
  fc
    .record({ lines: fc.array(words, { minLength: 1, maxLength: 8 }), align: fc.constant('left' as const) })
    .map((rest) => ({ kind: 'details' as const, ...QUIET, ...rest })),
  fc
    .record({ stars: fc.double({ min: 0, max: 5, noNaN: true }), value: fc.constant('4.8/5'), source: words })
    .map((rest) => ({ kind: 'rating' as const, ...QUIET, ...rest })),
  fc
    .record({ name: words, logo: fc.double({ min: 0.2, max: 9, noNaN: true }) })
    .map((rest) => ({ kind: 'lockup' as const, ...SANS, arrange: 'stack' as const, ...rest })),
  fc.record({ content: words, caption: words }).map((rest) => ({ kind: 'qr' as const, ...SANS, ...rest })),
);

const isOutside = ({ x, y, width, height }: Box, i: number, side: number): boolean => {
  const [column, row] = [i % side, Math.floor(i / side)];
  return column < x || column >= x + width || row < y || row >= y + height;
};

describe('a part in its box', () => {
  it('never needs more room than there is, and never draws outside of what it was measured', () => {
    const side = 400;
    fc.assert(
      fc.property(
        part,
        fc.integer({ min: 60, max: 380 }),
        fc.integer({ min: 60, max: 380 }),
        (any, width, height) => {
          const size = measurePart(any, { width, height, smallest: 9 }, faces);
          if (size === undefined) return;
          expect(size.width).toBeLessThanOrEqual(width);
          expect(size.height).toBeLessThanOrEqual(height);
          if (size.smallestText !== undefined) expect(size.smallestText).toBeGreaterThanOrEqual(8.99);
          const box = { x: 7, y: 11, width: size.width, height: size.height };
          const canvas = createCanvas(side, side);
          paintPart(canvas.getContext('2d'), any, box, CREAM, faces);
          const { data } = canvas.getContext('2d').getImageData(0, 0, side, side);
          let spilt = 0;
          // A letter's rim may touch the pixel beside the box.
          const around = { x: 6, y: 10, width: size.width + 2, height: size.height + 2 };
          for (let i = 0; i < side * side; i++)
            if (data[i * 4 + 3]! > 8 && isOutside(around, i, side)) spilt++;
          expect(spilt).toBe(0);
        },
      ),
      { numRuns: 120 },
    );
  });
});

describe('readable', () => {
  it('finds a colour that can be read on any ground, and leaves one that already can', () => {
    const hex = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value): HexColour => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(hex, hex, fc.constantFrom(3, 4.5), (wish, ground, least) => {
        const colour = readable(wish, ground, least);
        expect(contrastOf(colour, ground)).toBeGreaterThanOrEqual(least);
        if (contrastOf(wish, ground) > least + 0.1) expect(colour).toBe(wish);
      }),
    );
  });
});
