import { describe, expect, it } from 'vitest';
import { localeOf } from '../../../src/ad/locale.ts';
import { readFacts } from '../../../src/writing/copy/read-facts.ts';

const facts = (text: string): string[] =>
  readFacts(text, localeOf(text)).map(({ kind, text: words }) => `${kind} ${words}`);

describe('facts of a Korean request', () => {
  it.each([
    ['딸기라떼 5500원', ['price 5,500원']],
    ['딸기라떼 5,500 원', ['price 5,500원']],
    ['커피 1만 5천원', ['price 1만 5천원']],
    ['삼겹살 100g 1,990원', ['price 100g 1,990원']],
    ['과일 1박스 15,900원 당일 배송', ['price 1박스 15,900원', 'extra 당일 배송']],
    ['마카롱 10개 세트 18,000원', ['price 10개 세트 18,000원']],
    ['12,000원 → 9,900원', ['list-price 12,000원', 'price 9,900원']],
    ['정가 12,000원 9,900원', ['list-price 12,000원', 'price 9,900원']],
    ['만원의 행복', []],
  ])('prices of “%s”', (text, expected) => {
    expect(facts(text)).toEqual(expected);
  });

  it.each([
    ['전 메뉴 20% 할인', ['deal 전 메뉴 20% 할인']],
    ['최대 50% 시즌오프', ['deal 최대 50% 시즌오프']],
    ['학생 할인 10%', ['condition 학생 대상', 'deal 10% 할인']],
    ['첫 방문 30% 할인', ['condition 첫 방문', 'deal 30% 할인']],
    ['오늘만 5,000원 할인', ['period 오늘만', 'deal 5,000원 할인']],
    ['강아지 간식 1+1', ['deal 1+1']],
    ['3개월 등록 시 1개월 더', ['deal 3개월 등록 시 1개월 더']],
    ['3만원 이상 구매 시 커피 쿠폰 증정', ['condition 3만원 이상 구매 시', 'gift 커피 쿠폰 증정']],
    ['하이볼 첫 잔 무료', ['gift 첫 잔 무료']],
  ])('offers of “%s”', (text, expected) => {
    expect(facts(text)).toEqual(expected);
  });

  it.each([
    ['선글라스 여름 세일', ['deal 여름 세일']],
    ['시즌오프 원피스', ['deal 시즌오프']],
    ['봄맞이 할인 행사 중', ['deal 봄맞이 할인 행사']],
    ['가을 세일! 최대 50% 할인', ['deal 최대 50% 할인']],
    ['세일즈 교육', []],
    ['여름 한정 팥빙수', ['limit 여름 한정']],
    ['첫 방문 할인', ['condition 첫 방문 할인']],
    ['커피 원두 당일 로스팅', ['extra 당일 로스팅']],
    ['우리 약국 주말에도 문 엽니다', ['extra 주말에도 문 엽니다']],
  ])('tells a sale of which no figure is told, and what is for a season: %s', (text, found) => {
    expect(facts(text)).toEqual(found);
  });

  it('takes the share of an ingredient for no discount', () => {
    expect(facts('카카오 70% 초콜릿')).toEqual([]);
    expect(facts('순면 100% 셔츠 세일')).toEqual(['deal 세일']);
  });

  it.each([
    ['3월 2일 개강', ['period 3월 2일 개강']],
    ['9월 24일~27일', ['period 9월 24일~27일']],
    ['행사 6/1~6/15', ['period 6/1~6/15']],
    ['3월 한 달 20% 할인', ['period 3월 한 달', 'deal 20% 할인']],
    ['이번 주말까지', ['period 이번 주말까지']],
    ['매주 수요일 저녁 8시', ['period 매주 수요일', 'time 저녁 8시']],
    ['오전 10시~오후 10시', ['time 오전 10시~오후 10시']],
    ['선착순 12명', ['limit 선착순 12명']],
    ['7월 15일 하루 50그릇 한정', ['period 7월 15일', 'limit 하루 50그릇 한정']],
    ['문의 02-345-6789', ['phone 02-345-6789']],
    ['인스타 @moonlight_cafe', ['link @moonlight_cafe']],
  ])('days, hours and numbers of “%s”', (text, expected) => {
    expect(facts(text)).toEqual(expected);
  });

  it.each([
    ['강남역 2번 출구', ['place 강남역 2번 출구']],
    ['연남동에 있어요', ['place 연남동']],
    ['서울시 마포구 와우산로 12', ['place 서울시 마포구 와우산로 12']],
    ['홍대점', ['place 홍대점']],
  ])('places: %s', (text, expected) => {
    expect(facts(text)).toEqual(expected);
  });

  it.each(['감동의 우동', '번호이동 상담', '정육점', '전통주점', '운동 시작', '미역국', '친구랑'])(
    'takes %s for no place',
    (text) => {
      expect(facts(text)).toEqual([]);
    },
  );
});

describe('facts of an English request', () => {
  it.each([
    ['latte $5.50', ['price $5.50']],
    ['Handmade bags, autumn sale', ['deal autumn sale']],
    ['puppies not for sale', []],
    ['Burger combo, free fries', ['extra free fries']],
    ['sugar free latte', []],
    ['Saturday 10am', ['period Saturday', 'time 10am']],
    ['was $20, now $15', ['list-price $20', 'price $15']],
    ['20% off until Friday', ['deal 20% off', 'period until Friday']],
    ['buy one get one free', ['deal buy one get one free']],
    ['first 50 customers', ['limit first 50 customers']],
    ['from 9am to 6pm', ['time from 9am to 6pm']],
    ['at Gangnam Station', ['place Gangnam Station']],
    ['same-day delivery', ['extra same-day delivery']],
  ])('of “%s”', (text, expected) => {
    expect(facts(text)).toEqual(expected);
  });
});

describe('where facts stand', () => {
  it('is a part of the text that no two share', () => {
    const text = '달빛카페 오픈! 5월 3일부터 전 메뉴 20% 할인, 연남동, 라떼 4,000원, 02-345-6789';
    const found = readFacts(text, 'ko');
    expect(found.length).toBeGreaterThan(4);
    for (const [index, fact] of found.entries()) {
      expect(fact.end).toBeGreaterThan(fact.start);
      expect(fact.start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0);
      expect(fact.end).toBeLessThanOrEqual(text.length);
    }
  });
});
