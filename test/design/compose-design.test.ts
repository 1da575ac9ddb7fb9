import { describe, expect, it } from 'vitest';
import type { AdCopy } from '../../src/ad/copy.ts';
import type { DesignLayout } from '../../src/ad/design.ts';
import { type Box, contains, expand, overlaps, shortSide, turnedBounds } from '../../src/ad/geometry.ts';
import type { Statement } from '../../src/ad/statement.ts';
import { suitsSheet } from '../../src/design/choose/rank-families.ts';
import { composeDesign } from '../../src/design/compose-design.ts';
import { drawn } from '../../src/imaging/canvas.ts';
import { isEnough } from '../../src/layout/measure/legibility.ts';
import { designRequest, families, MATERIAL } from './requests.ts';

const SIZES = [
  { width: 540, height: 540 },
  { width: 540, height: 960 },
  { width: 960, height: 540 },
  { width: 1000, height: 260 },
  { width: 1456, height: 180 },
  { width: 270, height: 900 },
];

const COPIES: Readonly<Record<string, AdCopy>> = {
  whole: {
    headline: '바삭 후라이드',
    sub: '포장 주문하면',
    badge: '2천원 할인',
    price: '~~18,000원~~ 14,900원',
    details: '매일 11:00~23:00\n월요일 휴무\n02-555-0142',
    cta: '전화 주문',
  },
  'no price': { headline: '열쇠 도어락', details: '24시간 출장\n010-0000-0142' },
  'a price list': {
    headline: '오늘의 반찬',
    price: '무생채 3,000원',
    details: '멸치볶음 4,000원\n계란말이 4,500원\n연근조림 4,000원\n오후 7시까지',
  },
  English: { headline: 'Piano tuning', price: '$120', details: 'Within the city only' },
};

interface TurnedBox {
  readonly box: Box;
  /** Degrees clockwise about the middle of the box. */
  readonly angle?: number;
}

const radiansOf = ({ angle = 0 }: TurnedBox): number => (angle * Math.PI) / 180;

function cornersOf(turned: TurnedBox): readonly (readonly [number, number])[] {
  const { x, y, width, height } = turned.box;
  const [cos, sin] = [Math.cos(radiansOf(turned)), Math.sin(radiansOf(turned))];
  return [-1, 1].flatMap((i) =>
    [-1, 1].map((j) => {
      const [dx, dy] = [(i * width) / 2, (j * height) / 2];
      return [x + width / 2 + dx * cos - dy * sin, y + height / 2 + dx * sin + dy * cos] as const;
    }),
  );
}

/** Two turned boxes lie apart where a line along a side of one of them parts their corners (separating axis theorem). */
function turnedOverlap(a: TurnedBox, b: TurnedBox): boolean {
  return [radiansOf(a), radiansOf(a) + Math.PI / 2, radiansOf(b), radiansOf(b) + Math.PI / 2].every(
    (radians) => {
      const along = (turned: TurnedBox) =>
        cornersOf(turned).map(([x, y]) => x * Math.cos(radians) + y * Math.sin(radians));
      const [one, other] = [along(a), along(b)];
      return Math.min(...one) < Math.max(...other) && Math.min(...other) < Math.max(...one);
    },
  );
}

const letters = (text: string): string => text.replaceAll(/[\s~·]/gu, '');

const lettered = ({ blocks }: DesignLayout): string => letters(blocks.flatMap(({ lines }) => lines).join(''));

const statement = (text: string): Statement => ({ kind: 'schedule', text, start: 0, end: text.length });

describe.each(families.map((family) => [family.key, family] as const))('the family %s', (_key, family) => {
  it('letters all that it takes, off one another and off the product, so that it can be read', async () => {
    let taken = 0;
    for (const copy of Object.values(COPIES)) {
      const isRound = family.suits.cut === 'round';
      for (const size of SIZES.filter((sheet) => suitsSheet(family, sheet, isRound))) {
        for (const material of Object.values(MATERIAL)) {
          const request = designRequest(copy, size, {
            ...material,
            statements: [statement('12월 1일 오픈')],
            families: [family],
            ...(isRound ? { round: 0.46 * shortSide(size) } : {}),
          });
          const design = await composeDesign(request).catch((error: unknown) => {
            if (error instanceof RangeError) return undefined;
            throw error;
          });
          if (design === undefined) continue;
          taken++;
          const said = lettered(design);
          for (const words of Object.values(copy).flatMap((slot) => slot.split('\n'))) {
            if (design.warnings.length === 0) expect(said).toContain(letters(words));
          }
          const whole = { x: 0, y: 0, ...size };
          for (const [i, block] of design.blocks.entries()) {
            const bounds = turnedBounds(block.box, block.angle);
            expect(contains(expand(whole, -0.035 * shortSide(size)), bounds)).toBe(true);
            const others = design.blocks.filter((_, j) => j > i);
            expect(
              others.some((other) => turnedOverlap({ ...block, box: expand(block.box, -2) }, other)),
            ).toBe(false);
            expect(design.productBoxes.some((product) => overlaps(expand(bounds, -2), product))).toBe(false);
          }
          expect(design.blocks.every(({ slot, contrast }) => isEnough(slot, contrast))).toBe(true);
        }
      }
    }
    expect(taken).toBeGreaterThan(2);
  });
});

describe('composing a design', () => {
  const size = { width: 540, height: 540 };

  it('gives the same design for the same request', async () => {
    const request = designRequest(COPIES.whole ?? {}, size, MATERIAL['cut-out']);
    expect(await composeDesign(request)).toEqual(await composeDesign(request));
  });

  it('passes a request on that the asked family cannot take, and says so in both languages', async () => {
    const design = await composeDesign(designRequest({ headline: '열쇠' }, size, { asked: 'price-burst' }));
    expect(design.family).not.toBe('price-burst');
    expect(design.warnings.map(({ ko }) => ko).join()).toContain('가격 원판');
    expect(design.warnings.map(({ en }) => en).join()).toContain('price burst');
  });

  it('takes no family whose window would cut the product off', async () => {
    const [table] = MATERIAL.photo.pictures;
    const asked = (subject: Box) =>
      composeDesign(
        designRequest(COPIES['a price list'] ?? {}, size, {
          pictures: [{ ...table, subject }],
          families: families.filter(({ key }) => key === 'price-table'),
        }),
      );
    await expect(asked({ x: 380, y: 60, width: 140, height: 780 })).rejects.toThrow(/cuts the product/);
    expect((await asked({ x: 260, y: 350, width: 380, height: 150 })).family).toBe('price-table');
  });

  it('sets long sheets in families that are made for them, and tells where another was asked for', async () => {
    const banners = [
      { width: 728, height: 90 },
      { width: 970, height: 250 },
      { width: 320, height: 100 },
      { width: 160, height: 600 },
      { width: 300, height: 600 },
    ];
    for (const banner of banners) {
      for (const material of Object.values(MATERIAL)) {
        const request = designRequest(COPIES['no price'] ?? {}, banner, { ...material, letters: 10 });
        const { family, blocks, warnings } = await composeDesign({ ...request, asked: 'coupon' });
        const taken = families.find(({ key }) => key === family);
        expect(taken && suitsSheet(taken, banner)).toBe(true);
        expect(warnings.map(({ en }) => en).join()).toContain('proportions');
        const headline = Math.max(...blocks.map(({ size: em }) => em));
        expect(headline).toBeGreaterThanOrEqual(0.15 * shortSide(banner));
        for (const { size: em } of blocks) expect(em).toBeGreaterThanOrEqual(10);
      }
    }
  });

  it('shows more than one family to a shop that asks again', async () => {
    const seeds = Array.from({ length: 10 }, (_, seed) => seed);
    const designs = await Promise.all(
      seeds.map((seed) => {
        const request = designRequest(COPIES.whole ?? {}, size, MATERIAL['cut-out']);
        return composeDesign({ ...request, colours: { ...request.colours, seed } });
      }),
    );
    expect(new Set(designs.map(({ family }) => family)).size).toBeGreaterThanOrEqual(4);
  });

  it('sets a QR code as large as readers need it, off the words and off the product', async () => {
    const large = { width: 1080, height: 1080 };
    const request = designRequest(COPIES.whole ?? {}, large, {
      ...MATERIAL['cut-out'],
      qr: 'https://shop.example/menu',
    });
    const { parts = [], blocks, productBoxes } = await composeDesign(request);
    const [code] = parts;
    expect(code?.part).toMatchObject({ kind: 'qr', content: 'https://shop.example/menu' });
    const { box } = code ?? { box: { x: 0, y: 0, ...large } };
    expect(box.width).toBe(box.height);
    expect(box.width).toBeGreaterThan((25 / 148) * 1080);
    expect(contains(expand({ x: 0, y: 0, ...large }, -0.035 * 1080), box)).toBe(true);
    const others = [...blocks.map((block) => turnedBounds(block.box, block.angle)), ...productBoxes];
    for (const other of others) expect(overlaps(expand(box, -2), other)).toBe(false);
  });

  it('sets no QR code beside a headline alone, unless the family was asked for', async () => {
    const qr = 'https://shop.example/menu';
    const copy = { headline: '가을 메뉴' };
    await expect(composeDesign(designRequest(copy, size, { qr }))).rejects.toThrow(RangeError);
    const design = await composeDesign(designRequest(copy, size, { qr, asked: 'big-type' }));
    expect([design.family, design.parts?.length]).toEqual(['big-type', 1]);
  });

  it('leaves a QR code off a strip that is too low for one, and tells; a tower has it under its words', async () => {
    const on = (width: number, height: number) =>
      composeDesign(
        designRequest(COPIES['no price'] ?? {}, { width, height }, { qr: 'https://shop.example/menu' }),
      );
    const strip = await on(728, 90);
    expect(strip.parts).toBeUndefined();
    expect(strip.warnings.map(({ en }) => en).join()).toContain('QR code');
    for (const design of [await on(300, 600), await on(970, 250)]) {
      expect(design.parts?.length).toBe(1);
      expect(design.warnings).toEqual([]);
    }
  });

  it('sets the logo in the place of the shop’s name, off all else, where a family has one', async () => {
    const logo = drawn(400, 100, (context) => {
      context.fillStyle = '#7a2e1d';
      context.fillRect(0, 0, 400, 100);
    });
    const given = { ...MATERIAL['cut-out'], shopName: '딸기로', logo };
    const request = designRequest(COPIES.whole ?? {}, { width: 1080, height: 1080 }, given);
    const only = (key: string) => ({ ...request, families: families.filter((family) => family.key === key) });
    const { logo: box, blocks, productBoxes } = await composeDesign(only('split-sheet'));
    if (box === undefined) throw new Error('There is no logo');
    expect(box.width / box.height).toBeCloseTo(4, 1);
    const others = [...blocks.map((block) => turnedBounds(block.box, block.angle)), ...productBoxes];
    for (const other of others) expect(overlaps(expand(box, -2), other)).toBe(false);
    // Where a family has no place for the name, the logo is set on the finished sheet.
    expect((await composeDesign(only('price-burst'))).logo).toBeUndefined();
  });

  it('letters a menu that the owner listed in a family with a menu, and keeps what else is said', async () => {
    const menu = [
      { name: '아메리카노', price: '4,000원' },
      { name: '딸기라떼', price: '6,000원', old: '6,500원' },
      { name: '유자차', note: '따뜻하게', price: '5,500원' },
      { name: '바닐라라떼', soldOut: true },
    ];
    const copy = { headline: '겨울 메뉴', details: '포장은 500원 할인\n월요일 휴무' };
    const design = await composeDesign(designRequest(copy, { width: 1080, height: 1080 }, { menu }));
    const needs = families.find(({ key }) => key === design.family)?.suits.needs;
    expect(needs).toContain('menu');
    const said = lettered(design);
    for (const words of ['아메리카노4,000원', '6,500원6,000원', '유자차(따뜻하게)', '바닐라라떼품절'])
      expect(said).toContain(words);
    expect(said).toContain('포장은500원할인');
    const headed = [...menu, { name: '디저트' }];
    await expect(composeDesign(designRequest(copy, size, { menu: headed }))).rejects.toThrow(RangeError);
  });

  it('leaves out what is needed least where there is more to say than room, and tells which', async () => {
    const details = Array.from({ length: 40 }, (_, i) => `${i + 1}번 안내로 적어 두는 아주 긴 줄입니다`).join(
      '\n',
    );
    const design = await composeDesign(
      designRequest({ headline: '안내', details }, { width: 540, height: 282 }),
    );
    expect(design.warnings.map(({ ko }) => ko).join()).toContain('안내에서 뺀 줄');
  });
});
