import { describe, expect, it } from 'vitest';
import { foundOf, lostOf, read } from '../told.ts';

describe('clauses about the picture alone', () => {
  it.each([
    ['떡집 꿀설기 새로 나왔어요, 김이 모락모락 나는 시골 부엌 느낌', '꿀설기', ['부엌', '느낌', '모락모락']],
    ['캠핑장 글램핑, 별이 쏟아지는 밤 분위기로', '글램핑', ['별이', '분위기']],
    ['와플가게 크로플, 흰 대리석 위 딸기와 민트', '크로플', ['대리석', '딸기']],
    ['도자기 공방 머그컵, 햇살 드는 창가 나무 선반', '도자기 공방 머그컵', ['햇살', '선반']],
    ['카페 수박주스 시원하고 달콤하게', '수박주스', ['시원', '달콤']],
    ['주말 세일, Orvane 밝고 신나는 느낌', 'Orvane', ['밝고', '느낌']],
    ['소품샵 화병, 콘크리트 말고 나무', '화병', ['콘크리트', '나무']],
  ])('letters the goods of "%s" and not the scene', (text, product, scene) => {
    expect(read(text).product).toBe(product);
    expect(foundOf(text, scene)).toEqual([]);
  });

  it('keeps what is sold and told, though it sounds like a scene', () => {
    expect(read('소품샵 무드등, 조명, 캔들').product).toBe('무드등 · 조명 · 캔들');
    expect(
      lostOf('수제버거 세트 9,900원, 감자튀김과 콜라 포함, 조명 무료 설치', [
        '감자튀김과 콜라 포함',
        '조명 무료 설치',
      ]),
    ).toEqual([]);
    expect(lostOf('과일가게 자두 들어왔어요, 참외와 수박', ['참외와 수박'])).toEqual([]);
  });
});

describe('clauses that sound like a scene', () => {
  it.each([
    ['민박 온돌방, 산 아래, 조식 제공', '산 아래'],
    ['카페 라떼 4,500원, 바다 앞', '바다 앞'],
    ['타일가게 욕실 타일, 벽돌, 대리석', '대리석'],
    ['반찬가게 겉절이 5,000원, 고소한 참기름 향 가득', '고소한 참기름 향 가득'],
    ['사진관 증명사진 20,000원, 배경 보정 무료', '배경 보정 무료'],
  ])('of "%s" are told where they are a place, goods or an offer', (text, told) => {
    expect(lostOf(text, [told])).toEqual([]);
  });
});

describe('nouns and what says more of them', () => {
  it.each([
    ['창가에서 마시는 따뜻한 유자차', '창가에서 마시는 따뜻한 유자차'],
    ['호수가 보이는 글램핑 텐트', '호수가 보이는 글램핑 텐트'],
    ['오늘만 양념 치킨 3,000원 할인', '양념 치킨'],
  ])('leaves "%s" whole', (text, product) => {
    expect(read(text).product).toBe(product);
  });

  it('keeps an offer with its period and its reason', () => {
    expect(
      lostOf('7월 1일부터 일주일간 전 품목 15% 할인', ['7월 1일부터 일주일간 전 품목 15% 할인']),
    ).toEqual([]);
    expect(lostOf('떡집 마감 세일 저녁 8시부터', ['마감 세일'])).toEqual([]);
    expect(lostOf('펍 평일 저녁 6시 이전 와인 1+1', ['평일 저녁 6시 이전 와인 1+1'])).toEqual([]);
    expect(lostOf('요가원 회원권 1개월 추가, 다음 달까지', ['다음 달까지'])).toEqual([]);
  });
});
