import { describe, expect, it } from 'vitest';
import { koreanAddress } from '../../../../src/writing/reading/address/korean-address.ts';

/** What is left to be told to customers. */
function told(text: string, asked = false): string {
  const covered = new Set<number>();
  for (const { start, end } of koreanAddress(text, [], asked))
    for (let at = start; at < end; at++) covered.add(at);
  return [...text]
    .map((sign, at) => (covered.has(at) ? ' ' : sign))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

describe('what is said to the designer in Korean', () => {
  it.each([
    ['국수 6천원 글자는 오른쪽에 몰아주시고', '국수 6천원'],
    ['젤네일 3만5천원 손 사진은 빼주시고', '젤네일 3만5천원'],
    ['남자 모델 사진은 쓰지 말고', ''],
    ['배경은 나무 느낌이면 좋겠습니다', ''],
    ['귀여운 일러스트 들어가면 좋을거같아요', ''],
    ['학부모님들이 보실 거라 신뢰감 있게 가주세요', ''],
    ['사진은 나중에 드릴게요', ''],
    ['지도는 안 넣어도 됩니다', ''],
    ['색감은 가을 낙엽처럼', ''],
    ['핑크는 빼고 차분하게 부탁드려요', ''],
  ])('asks for a look or leaves it out: %s', (text, left) => {
    expect(told(text)).toBe(left);
  });

  it('ends a wish with the word that asks: what stands behind it is told', () => {
    expect(told('포스터는 너무 유치하지 않게 유치원 원아 모집')).toBe('유치원 원아 모집');
    expect(told('귀엽지 않게 만들어줘 강아지 미용 4만원')).toContain('강아지 미용 4만원');
  });

  it.each([
    '이거 처음 써보는데 여기다 적으면 되나요?',
    '저는 알바생이라 잘 몰라요',
    '카센터 하는 사람인데',
    '광고하려고 해요',
    '손님들이 모르실까봐요',
    '매출이 줄었어요',
    '지난번 시안 잘 받았습니다',
  ])('tells of whoever speaks: %s', (text) => {
    expect(told(text, true).replaceAll(/[?.!]/g, '').trim()).toBe('');
  });

  it('takes talk for what a shop says unless something is said to a designer', () => {
    expect(told('손님들 반응이 좋더라구요')).toBe('손님들 반응이 좋더라구요');
  });

  it.each([
    '예약 후 방문해 주세요',
    '신청서에 사진을 붙여 주세요',
    '다른 지점 쿠폰은 쓰지 마세요',
    '저희가 직접 빚은 만두만 팝니다',
    '전 품목 50%',
    '고소차 필요하면 사진 보내주시면 견적 드려요',
    '소금 무료로 드려요',
    '매주 화요일은 쉬어요',
  ])('leaves what is told to customers: %s', (text) => {
    expect(told(text, true)).toBe(text);
  });
});
