import { expect, it } from 'vitest';
import { findQuotedWords } from '../../../../src/writing/reading/address/quoted-words.ts';

it.each([
  ['헤드라인은 “딱 3일만” 으로 해주시고 양말 9,900원', { headline: '딱 3일만' }],
  ["타이틀은 '국물이 끝내줘요' 로 부탁드리고", { headline: '국물이 끝내줘요' }],
  ['문구: "겨울 타이어 교체 4본 공임 무료"', { headline: '겨울 타이어 교체 4본 공임 무료' }],
  ['메인 카피는 “반값”으로 하고 서브로 “매장 식사만” 넣어주세요', { headline: '반값', sub: '매장 식사만' }],
  ["버튼은 '예약하기'", { cta: '예약하기' }],
  [
    'Headline should read "Two nights only". Button: "Reserve a table".',
    { headline: 'Two nights only', cta: 'Reserve a table' },
  ],
])('gives quoted words the place that is named: %s', (text, copy) => {
  expect(findQuotedWords(text).copy).toEqual(copy);
});

it('leaves what is to be told, and no headline, to be read', () => {
  const text = "내용은 '김장김치 10kg 78,000원 선주문' 이것만 들어가면 돼요";
  const { copy, frames } = findQuotedWords(text);
  expect(copy).toEqual({});
  expect(frames.map(({ start, end }) => text.slice(start, end))).toEqual(['내용은', '이것만 들어가면 돼요']);
});

it('names no place for a quote that stands by itself', () => {
  expect(findQuotedWords("카페 '달빛' 라떼 5천원")).toEqual({ copy: {}, frames: [] });
});
