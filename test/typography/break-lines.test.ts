import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphemesOf } from '../../src/text/graphemes.ts';
import { breakUnits, conditionsIn, joinUnits } from '../../src/typography/break-lines.ts';
import { chooseBreaks } from '../../src/typography/choose-breaks.ts';

const wide = (text: string): number => graphemesOf(text).length;

/** The best setting in so many lines, as people would read it. */
function lines(text: string, count: number): readonly string[] | undefined {
  return chooseBreaks(breakUnits(text), count, wide)?.lines;
}

const units = (text: string): string[] => breakUnits(text).map((unit) => unit.text);

describe('breakUnits', () => {
  it.each([
    ['따뜻한 한 잔, 딸기라떼', ['따뜻한', '한 잔,', '딸기라떼']],
    ['오늘만 전품목 30% 할인!', ['오늘만', '전품목', '30%', '할인!']],
    ['소금빵 , 매일 아침 8 시', ['소금빵 ,', '매일', '아침 8 시']],
    ['문의 02-123-4567', ['문의', '02-123-4567']],
    ['@cafe.bom 팔로우', ['@cafe.bom', '팔로우']],
    ['( 예약 ) 필수', ['( 예약 )', '필수']],
    ['~~월 9만원~~ 월 6만9천원', ['~~월 9만원~~', '월', '6만9천원']],
    ['~~2인 세트 30,000원~~ 24,000원', ['~~2인 세트 30,000원~~', '24,000원']],
  ])('keeps what belongs together in %s', (text, expected) => {
    expect(breakUnits(text).map((unit) => unit.text.replaceAll('\u00a0', ' '))).toEqual(expected);
  });

  it('never parts a Korean word, its particle or its number', () => {
    const found = units('신메뉴를 9,900원에 1+1로 드려요');
    expect(found).toContain('신메뉴를');
    expect(found).toContain('9,900원에');
    expect(found).toContain('1+1로');
  });

  it('parts Japanese between phrases and keeps kinsoku', () => {
    const found = units('新しいいちごラテができました。ぜひどうぞ！');
    expect(found.length).toBeGreaterThan(2);
    for (const unit of found) expect(unit).not.toMatch(/^[。！、ー]/);
  });

  it('breaks where the writer breaks', () => {
    const found = breakUnits('봄의\n맛');
    expect(found.map((unit) => unit.forced)).toEqual([false, true]);
    expect(lines('봄의\n맛', 2)).toEqual(['봄의', '맛']);
  });

  it('loses nothing', () => {
    const words = fc.array(
      fc.oneof(
        fc.constantFrom('딸기라떼', '9,900원', '30%', '!', '(', ')', '오늘', 'Latte', '新作', 'の', '🍓'),
        fc.string({ unit: 'grapheme', maxLength: 6 }),
      ),
      { maxLength: 12 },
    );
    const plain = (text: string): string => text.replaceAll(/\s+/gu, '');
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ');
        expect(plain(joinUnits(breakUnits(text)))).toBe(plain(text));
      }),
    );
  });
});

describe('conditionsIn', () => {
  it.each([
    [
      ['2마리 사면', '1마리 무료', '주말 제외'],
      [false, false, true],
    ],
    [
      ['전 메뉴 20% 할인', '12월 31일까지'],
      [false, true],
    ],
    [
      ['딸기라떼', '겨울 한정'],
      [false, false],
    ],
    [
      ['오픈 기념', '12월 31일까지'],
      [false, false],
    ],
  ])('finds what an offer is bound to in %j', (set, expected) => {
    expect(conditionsIn(set)).toEqual(expected);
  });
});

describe('chooseBreaks', () => {
  it.each([
    ['따뜻한 한 잔, 딸기라떼', ['따뜻한 한 잔,', '딸기라떼']],
    ['갓 구운 소금빵, 매일 아침 8시', ['갓 구운 소금빵,', '매일 아침 8시']],
    ['이번 봄, 가벼워질 머리', ['이번 봄,', '가벼워질 머리']],
  ])('breaks %s at its breath', (text, expected) => {
    expect(lines(text, 2)).toEqual(expected);
  });

  it.each([
    ['2마리 사면 1마리 무료 주말 제외', ['2마리 사면 1마리 무료', '주말 제외']],
    ['2마리 사면 1마리 무료 주말 제외', ['2마리 사면', '1마리 무료', '주말 제외']],
    ['치킨집 2마리 사면 1마리 무료', ['치킨집 2마리 사면', '1마리 무료']],
    ['커피 두 잔 사면 한 잔 무료', ['커피 두 잔 사면', '한 잔 무료']],
    ['전 메뉴 20% 할인 주말 제외', ['전 메뉴 20% 할인', '주말 제외']],
    ['3만원 이상 사면 컵 1개 증정', ['3만원 이상 사면', '컵 1개 증정']],
    ['Buy 2 get 1 free weekends excluded', ['Buy 2 get 1 free', 'weekends excluded']],
    ['1,000원 할인', ['1,000원', '할인']],
    ['비빔면 사리 무료 쿠폰', ['비빔면 사리', '무료 쿠폰']],
  ])('breaks the offer %s where it breathes, and never in itself', (text, expected) => {
    expect(lines(text, expected.length)).toEqual(expected);
  });

  it('leaves no syllable alone where there is a choice', () => {
    const set = lines('우리 동네 가장 따뜻한 빵 집', 2);
    expect(set?.at(-1)?.length).toBeGreaterThan(1);
  });

  it('holds its width and loses nothing, for any words', () => {
    const words = fc.array(
      fc.string({ unit: fc.constantFrom('가', '나', '다', 'a', '1'), minLength: 1, maxLength: 6 }),
      {
        minLength: 1,
        maxLength: 10,
      },
    );
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 4, max: 40 }),
        (parts, count, most) => {
          const set = chooseBreaks(breakUnits(parts.join(' ')), count, wide, most);
          if (set === undefined) return;
          expect(set.lines).toHaveLength(count);
          for (const line of set.lines) expect(wide(line)).toBeLessThanOrEqual(most + 0.01);
          expect(set.lines.join(' ').replaceAll(/\s/g, '')).toBe(parts.join(''));
        },
      ),
    );
  });

  it('binds a day to its hours, and not to what is taken off on it', () => {
    const texts = (text: string) => breakUnits(text).map((unit) => unit.text);
    expect(texts('이번 주말 20% 할인')).toContain('주말');
    expect(texts('매일 5,000원 할인')).toContain('매일');
    expect(texts('평일 10시 오픈')).toContain('평일 10시');
    expect(texts('매일 11:00~23:00')[0]).toMatch(/^매일 11:00/);
  });
});
