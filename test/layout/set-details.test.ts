import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameOf } from '../../src/layout/frame.ts';
import { leftOutWarnings, withoutLeastNeeded } from '../../src/layout/needed-details.ts';
import { DetailSetter, detailOf } from '../../src/layout/set-details.ts';
import { textScale } from '../../src/layout/text-scale.ts';
import { faces } from '../faces.ts';

const LINES = [
  '매일 11:00~21:00 (브레이크타임 15:00~17:00)',
  '매주 월요일 휴무',
  '서울 마포구 연남로 12길 34, 2층 (홍대입구역 3번 출구 5분)',
  '02-555-0199',
  '인스타 @haru_bunsik',
  '포장 시 10% 할인, 중복 할인 불가',
  '주차 2시간 무료',
  '우유·땅콩 함유',
  '3월 31일까지',
  '010 1234 5678',
];

const LINES_OF_NUMBERS = ['문의 010 1234 5678', '3월 31일까지 11:00 ~ 21:00', '오픈 2026년 3월 1일 예정'];

const { style } = textScale(frameOf({ width: 1080, height: 1080 }), 'Pretendard', faces, 1).details;

const setterOf = (lines: readonly string[]): DetailSetter =>
  new DetailSetter(lines.map(detailOf), style, faces);

const some = fc.uniqueArray(fc.constantFrom(...LINES), { minLength: 1 });

describe('DetailSetter', () => {
  it('keeps all details in their order, in columns that fit, broken at blanks only', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 240, max: 1000 }), (lines, width) => {
        for (const { columns, gap } of setterOf(lines).ways(width, [31, 27, 24])) {
          const all = columns.flatMap(({ fit }) => fit.lines);
          expect(all.join(' ').replaceAll(/\s/g, '')).toBe(lines.join('').replaceAll(/\s/g, ''));
          const words = new Set(lines.flatMap((line) => line.split(' ')));
          for (const word of all.flatMap((line) => line.split(' '))) expect(words).toContain(word);
          expect(columns.reduce((sum, { fit }) => sum + fit.width, gap * (columns.length - 1))).toBeLessThan(
            width + 1,
          );
          for (const { fit, icons } of columns)
            expect(icons?.length ?? fit.lines.length).toBe(fit.lines.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([230, 260, 300, 400])(
    'never breaks a telephone number, a date or a range in %d pixels',
    (width) => {
      for (const way of setterOf(LINES_OF_NUMBERS).ways(width, [24])) {
        const all = way.columns.flatMap(({ fit }) => fit.lines);
        for (const whole of ['010 1234 5678', '3월 31일까지', '11:00 ~ 21:00', '2026년 3월 1일']) {
          expect(all.some((line) => line.includes(whole))).toBe(true);
        }
      }
    },
  );

  it('gives every detail one icon, and none where nothing is known of any', () => {
    const [way] = setterOf(LINES).ways(320, [24]);
    expect(way?.columns.flatMap(({ icons }) => icons ?? []).filter((icon) => icon !== null)).toHaveLength(
      LINES.length,
    );
    expect(setterOf(['정성껏']).ways(320, [24])[0]?.columns[0]).not.toHaveProperty('icons');
  });

  it('has no way where a word is wider than the room', () => {
    expect(setterOf(['https://example.kr/very-long-address-of-a-shop']).ways(120, [24])).toEqual([]);
  });
});

describe('details that find no room', () => {
  it('are those that are needed least, and never an exception before a parking place', () => {
    const details = ['주차 가능', '중복 할인 불가', '매주 월요일 휴무', '직접 구워요'].map(detailOf);
    expect(withoutLeastNeeded(details, 2).left.map(({ text }) => text)).toEqual(['주차 가능', '직접 구워요']);
    expect(withoutLeastNeeded(details, 0).kept).toEqual(details);
  });

  it('are named, with what to shorten, in both languages', () => {
    const [warning] = leftOutWarnings(
      [detailOf('주차 가능')],
      ['짧아요', '아주 길어서 자리를 많이 차지하는 제목이에요'],
    );
    expect(warning?.ko).toContain('“주차 가능”');
    expect(warning?.ko).toContain('아주 길어서');
    expect(warning?.en).toContain('shorter');
    expect(leftOutWarnings([], ['가'])).toEqual([]);
  });
});
