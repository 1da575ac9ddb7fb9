import { describe, expect, it } from 'vitest';
import { atomsOf } from '../../../../src/writing/reading/korean/atoms.ts';

/** The text with a bar where a statement of its own begins. */
const parted = (text: string): string =>
  atomsOf(text, { start: 0, end: text.length }, [], () => false)
    .map(({ opens, text: words }) => `${opens === true ? '| ' : ''}${words}`)
    .join(' ');

describe('where a Korean statement begins with no mark before it', () => {
  it('is behind the verb of a sentence', () => {
    expect(parted('라켓 무료로 빌려드려요 레슨은 주2회')).toBe('라켓 무료로 빌려드려요 | 레슨은 주2회');
  });

  it('is at a topic behind what is whole, and at another topic behind a noun', () => {
    expect(parted('곱빼기 2천 배달은 안해요')).toBe('곱빼기 2천 | 배달은 안해요');
    expect(parted('콩은 파주산 비지는 가져가세요')).toBe('콩은 파주산 | 비지는 가져가세요');
  });

  it('is at a case in which something is so that is no reward', () => {
    expect(parted('감튀 추가 3천 주문하면 15분 걸려요')).toContain('3천 | 주문하면');
    expect(parted('음료 3천 주문하면 쿠키 무료')).not.toContain('|');
  });

  it('is nowhere behind what waits for more', () => {
    expect(parted('허리를 다쳐서 예약은 못 받아요')).not.toContain('|');
    expect(parted('3만원 이상 배송은 무료')).not.toContain('|');
    expect(parted('픽업 가능 시간은 9시까지')).not.toContain('|');
  });

  it('is at the label of the second of two sums', () => {
    expect(parted('손세차 3만원 실내포함 4.5만')).toBe('손세차 3만원 | 실내포함 4.5만');
  });
});
