import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foundOf, lostOf } from '../told.ts';

const sentences = (list: readonly string[]) => fc.constantFrom(...list);

const ENGLISH = {
  wish: [
    'Make a banner for our shop.',
    'Use dark green colours.',
    'Tone: calm.',
    'Keep it simple.',
    'Target audience: nurses.',
  ],
  words: ['banner', 'green colours', 'tone', 'simple', 'nurses'],
  fact: [
    'Closed on Tuesdays',
    'no refunds',
    'two for $15',
    'weekends only',
    '20% off',
    'call 555-0143',
    'not for children',
  ],
};
const KOREAN = {
  wish: [
    '홍보 포스터 만들어 주세요.',
    '타깃은 간호사.',
    '차분한 느낌으로.',
    '글씨는 흰색으로.',
    '로고는 왼쪽 위.',
  ],
  words: ['포스터', '간호사', '느낌', '흰색', '로고'],
  fact: [
    '월요일 휴무',
    '환불 불가',
    '2개 1만 5천원',
    '주말 제외',
    '6월 3일까지',
    '문의 02-555-0143',
    '주차 불가',
  ],
};

describe.each([
  ['English', ENGLISH],
  ['Korean', KOREAN],
])('%s wishes among facts', (_, { wish, words, fact }) => {
  it('are never told, and no fact is told in part', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(sentences(wish), { maxLength: 3 }),
        fc.uniqueArray(sentences(fact), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (wishes, facts, first) => {
          const said = `${facts.join(', ')}.`;
          const text = first ? [...wishes, said].join(' ') : [said, ...wishes].join(' ');
          expect(lostOf(text, facts)).toEqual([]);
          expect(foundOf(text, words)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

it.each([
  ['따뜻한 느낌으로 Tulomi', ['느낌'], ['Tulomi']],
  ['1인 1개 한정 고급스러운 분위기 젤네일', ['분위기'], ['1인 1개 한정', '젤네일']],
  ['20% 할인\n밝고 신나는 느낌', ['느낌'], ['20% 할인']],
  ['우쿨렐레 30만원, 30대 남성 타겟', ['30대', '타겟'], ['우쿨렐레', '30만원']],
  ['우쿨렐레 30만원 인스타 정사각형으로', ['인스타'], ['우쿨렐레']],
  ['예약 필수 배경은 노란색으로 문의 02-555-0143', ['노란색'], ['예약 필수', '02-555-0143']],
])('“%s” parts a wish from what no mark parts it from', (text, wishes, facts) => {
  expect(foundOf(text, wishes)).toEqual([]);
  expect(lostOf(text, facts)).toEqual([]);
});
