import { describe, expect, it } from 'vitest';
import { GOLDEN_REQUESTS } from '../engines/offline/golden-requests.ts';
import { presets } from '../engines/offline/write.ts';

const { checkContent } = presets.requestRules;

describe('checkContent', () => {
  it.each([
    '필로폰 팝니다',
    '카페에서 마약 판매, 연락 주세요',
    '성매매 알선 전단지',
    '불법도박 사이트 오픈 이벤트 1+1',
    'cocaine delivery, first order 20% off',
    'Fake passport, ready in one day',
    '권총 신상 입고',
  ])('refuses “%s” and says why', (text) => {
    expect(() => checkContent(text)).toThrow(
      expect.objectContaining({
        code: 'content-refused',
        params: { why: expect.objectContaining({ ko: expect.stringContaining('만들 수 없어요') }) },
      }),
    );
  });

  it.each([
    '마약김밥 3,000원',
    '엄마 약국 비타민 상담',
    '총 기간 3개월 등록',
    '혼자 살기 좋은 원룸 인테리어',
    '이야, 동네 빵집이 열렸어요',
    '쇼핑몰 카페 오픈',
    '폭탄세일! 여름 원피스 50%',
    '치즈 폭탄 피자',
    'nude tone lipstick',
    '자살 예방 캠페인 후원 카페',
    ...GOLDEN_REQUESTS.map(({ text }) => text),
  ])('lets “%s” pass', (text) => {
    expect(() => checkContent(text)).not.toThrow();
  });
});
