import { describe, expect, it } from 'vitest';
import { write } from '../../../engines/offline/write.ts';

describe('What a request asks of the picture', () => {
  it.each([
    '소금빵 3,500원, 나무 테이블 위에',
    '수제 딸기잼 9,000원, 창가 햇살 아래',
    '핸드크림 12,000원. 배경은 눈 내리는 숲속',
    'Iced latte $5, on a marble table',
    'Candles $18, against a brick wall with a sunset background',
  ])('is a setting where a place or a light is said: %s', async (text) => {
    expect((await write(text)).pictured).toBe('setting');
  });

  it.each(['수제 딸기잼 9,000원, 따뜻한 느낌으로', '원목 도마 3만원. 분위기는 차분하게'])(
    'is a mood where only that is said: %s',
    async (text) => {
      expect((await write(text)).pictured).toBe('mood');
    },
  );

  it.each(['소금빵 3,500원, 배경은 노란색으로', 'Iced latte $5, on a white background'])(
    'is no setting where a ground of one colour is meant: %s',
    async (text) => {
      expect((await write(text)).pictured).not.toBe('setting');
    },
  );

  it.each([
    '소금빵 3,500원 매주 월요일 휴무',
    '4인 식탁 33만원 의자는 따로',
    '무드 조명 교체 3만원, 출장비 별도',
    '바닷가 앞 횟집 물회 15,000원',
    'Garden table $80, pickup only',
  ])('is nothing where such words are of what is sold or of where the shop is: %s', async (text) => {
    expect((await write(text)).pictured).toBeUndefined();
  });
});
