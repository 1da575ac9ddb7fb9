import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRequest } from '../../../../src/writing/reading/read-request.ts';
import { buildVocabulary } from '../../../../src/writing/reading/vocabulary.ts';
import { presets } from '../../../engines/offline/write.ts';

const vocabulary = buildVocabulary(presets);
const SAID = /[\p{L}\p{N}]/u;

/** What owners say beside their product, each with the words that bind it. */
const TOLD = [
  '매주 월요일 휴무',
  '월요일은 쉽니다',
  '주말 제외',
  '현금 결제 시 10% 할인',
  '3마리 사면 1마리 무료',
  '주차 불가',
  '반려동물 동반 가능',
  '평일 10:00~20:00',
  '12월 24일까지',
  '선착순 50명',
  '02-123-4567',
  '인스타 @salt_bread',
  '서울 마포구 와우산로29길 14-2 2층',
  '1병 15,000원',
  '성인 2인 9만원',
  '네이버 예약만',
  '재료 소진 시 마감',
  '첫 방문 30% 할인',
  '배달 안 합니다',
  '제주 제외 무료배송',
];

describe('statements of any text', () => {
  it('hold every letter and digit of it, each once and in order', () => {
    const piece = fc.oneof(
      fc.constantFrom(...TOLD, '카페', '딸기라떼', '(', ')', '~~', '\n', '6500', '->', 'only', '은', '시'),
      fc.string({ maxLength: 8 }),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('', ' ', ', ', '\n'), (pieces, gap) => {
        const { text, statements } = readRequest(pieces.join(gap), vocabulary);
        let after = 0;
        for (const [index, { start, end, binds }] of statements.entries()) {
          expect(start).toBeGreaterThanOrEqual(after);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(after, start)).not.toMatch(SAID);
          if (binds !== undefined) expect(binds).toBeLessThan(index);
          after = end;
        }
        expect(text.slice(after)).not.toMatch(SAID);
      }),
      { numRuns: 500 },
    );
  });

  it('come back whole in any order, whatever parts them', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(TOLD, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(', ', '\n', ' / ', '. '),
        (parts, mark) => {
          const { statements } = readRequest(`카페 딸기라떼${mark}${parts.join(mark)}`, vocabulary);
          const texts = statements.map(({ text }) => text);
          for (const part of parts) expect(texts.filter((text) => text.includes(part))).toHaveLength(1);
        },
      ),
      { numRuns: 300 },
    );
  });
});
