import { describe, expect, it } from 'vitest';
import { copyOf, statementsOf, written } from './statements.ts';

describe('a headline', () => {
  it('is the product in the owner’s own words', () => {
    expect(copyOf(['trade', '카페'], ['product', '딸기라떼'], ['price', '6,500원'])).toEqual({
      headline: '딸기라떼',
      price: '6,500원',
    });
    expect(copyOf(['product', 'handmade leather bags']).headline).toBe('Handmade leather bags');
    expect(copyOf(['trade', 'ラーメン屋'], ['product', '味噌ラーメン'], ['price', '980円'])).toEqual({
      headline: '味噌ラーメン',
      price: '980円',
    });
  });

  it('names several products, and those that it has no room for below', () => {
    expect(copyOf(['product', '딸기라떼'], ['product', '쿠키']).headline).toBe('딸기라떼 · 쿠키');
    const { headline, sub } = copyOf(
      ['product', '통밀 발효종 유기농 사워도우 식빵'],
      ['product', '제주 유채꿀 마들렌과 피낭시에 선물 상자'],
    );
    expect(headline).toBe('통밀 발효종 유기농 사워도우 식빵');
    expect(sub).toBe('제주 유채꿀 마들렌과 피낭시에 선물 상자');
  });

  it('has the occasion beside the product where no badge shows it', () => {
    expect(copyOf(['product', '텐트'], ['occasion', '대여']).headline).toBe('텐트 대여');
    const news = written(statementsOf(['occasion', '신메뉴'], ['product', '딸기라떼']), {
      occasionKind: 'new',
    });
    expect(news.copy).toEqual({ headline: '딸기라떼', badge: '신메뉴' });
    const dear = written(statementsOf(['occasion', '신메뉴'], ['product', '딸기라떼'], ['offer', '1+1']), {
      occasionKind: 'new',
    });
    expect(dear.copy).toEqual({ headline: '신메뉴 딸기라떼', badge: '1+1' });
  });

  it('says at once that something is sold out', () => {
    expect(
      copyOf(['trade', '빵집'], ['product', '소금빵'], ['notice', '품절'], ['notice', '내일 다시 만나요']),
    ).toEqual({ headline: '소금빵 품절', details: '내일 다시 만나요' });
  });

  it.each([
    [
      [
        ['trade', '꽃집'],
        ['occasion', '오픈'],
      ],
      '꽃집 오픈',
    ],
    [
      [
        ['trade', '네일샵'],
        ['offer', '30% 할인'],
      ],
      '네일샵 30% 할인',
    ],
    [
      [
        ['trade', '카페'],
        ['notice', '노키즈존'],
        ['notice', '주차 불가'],
      ],
      '카페 노키즈존',
    ],
    [
      [
        ['trade', 'nail salon'],
        ['offer', '20% off'],
      ],
      'Nail salon 20% off',
    ],
    [
      [
        ['trade', '카페'],
        ['contact', '02-123-4567'],
      ],
      '카페',
    ],
    [[['notice', '임시휴무']], '임시휴무'],
  ] as const)('without a product says what the ad is for: %j', (told, headline) => {
    expect(copyOf(...told).headline).toBe(headline);
  });

  it('has the word for the trade beside a product that does not say what it is', () => {
    const ball = statementsOf(['trade', '골프연습장'], ['product', '타석']);
    expect(written(ball, { isKnown: false }).copy.headline).toBe('골프연습장 타석');
    const cat = statementsOf(['product', '고양이'], ['trade', '호텔']);
    expect(written(cat, { isKnown: false }).copy.headline).toBe('고양이 호텔');
    expect(written(statementsOf(['trade', '카페'], ['product', '딸기라떼'])).copy.headline).toBe('딸기라떼');
  });

  it('has the shop’s name before the word for its trade', () => {
    const statements = statementsOf(['shop', '달빛카페'], ['occasion', '오픈 이벤트']);
    expect(written(statements, { shop: '달빛카페' }).copy).toEqual({ headline: '달빛카페 오픈 이벤트' });
  });

  it('is none where nothing is said that an ad shows', () => {
    expect(copyOf(['wish', '예쁘게 만들어줘'], ['mood', '따뜻하게'])).toEqual({});
  });

  it('keeps the capitals of names', () => {
    expect(copyOf(['product', 'iPhone repair']).headline).toBe('iPhone repair');
    expect(copyOf(['contact', 'www.example.com']).headline).toBe('www.example.com');
  });
});

describe('a badge', () => {
  it('is the offer, with what binds it', () => {
    const copy = copyOf(
      ['product', '펌'],
      ['offer', '30% 할인'],
      ['exception', '주말 제외', { binds: 1 }],
      ['condition', '현금 결제 시', { binds: 2 }],
    );
    expect(copy).toEqual({ headline: '펌', badge: '30% 할인 (주말 제외, 현금 결제 시)' });
  });

  it('has the rest right below where that is longer', () => {
    const copy = copyOf(
      ['product', '펌'],
      ['offer', '30% 할인'],
      ['condition', '네이버 예약으로 처음 방문해 주신 고객님께만', { binds: 1 }],
    );
    expect(copy).toMatchObject({
      badge: '30% 할인',
      sub: '네이버 예약으로 처음 방문해 주신 고객님께만',
    });
  });

  it('keeps what stands before it in the owner’s order', () => {
    expect(
      copyOf(['product', '펌'], ['condition', '첫 방문 시'], ['offer', '30% 할인', { binds: 1 }]).badge,
    ).toBe('첫 방문 시 30% 할인');
  });

  it('says whose offer it is where each product has its own', () => {
    const copy = copyOf(['product', '사료'], ['offer', '1+1'], ['product', '간식'], ['offer', '20% 할인']);
    expect(copy).toEqual({ headline: '사료 · 간식', badge: '사료 1+1', sub: '간식 20% 할인' });
  });
});

describe('a price', () => {
  it('has the old one struck before it', () => {
    expect(copyOf(['product', '딸기라떼'], ['price', '4,900원', { oldPrice: '6,500원' }]).price).toBe(
      '~~6,500원~~ 4,900원',
    );
  });

  it('keeps its unit, and the others stand below', () => {
    expect(copyOf(['product', '사과'], ['price', '5kg 29,000원'], ['price', '10kg 49,000원'])).toEqual({
      headline: '사과',
      price: '5kg 29,000원',
      details: '10kg 49,000원',
    });
  });

  it.each([
    [
      ['product', '아메리카노'],
      ['price', '3,000원'],
      ['product', '라떼'],
      ['price', '4,000원'],
    ],
    [
      ['price', '3,000원'],
      ['product', '아메리카노'],
      ['price', '4,000원'],
      ['product', '라떼'],
    ],
  ] as const)('says whose it is where there are several products: %j', (...told) => {
    const { price, details } = copyOf(...told);
    expect([price, details]).toEqual(['아메리카노 3,000원', '라떼 4,000원']);
  });

  it('is that of the product beside it where only one has a price', () => {
    expect(copyOf(['product', '커피'], ['product', '쿠키'], ['price', '5,000원']).price).toBe('쿠키 5,000원');
  });

  it('has its condition beside it', () => {
    expect(
      copyOf(['product', '떡갈비 정식'], ['price', '1인 13,000원'], ['condition', '2인부터', { binds: 1 }])
        .price,
    ).toBe('1인 13,000원 (2인부터)');
  });
});

describe('a sub', () => {
  it('is the owner’s own second statement, a description first', () => {
    expect(
      copyOf(['product', '참기름'], ['schedule', '5월 3일부터'], ['description', '직접 짜요']),
    ).toMatchObject({ sub: '직접 짜요', details: '5월 3일부터' });
    expect(copyOf(['product', '케이크'], ['schedule', '12월 24일까지']).sub).toBe('12월 24일까지');
  });

  it('is the days on which something is, not the hours of the shop', () => {
    const days = '11/30(월)~12/5(토) 10:00-20:00';
    expect(copyOf(['product', '펌'], ['schedule', '영업 10:00~20:00'], ['schedule', days])).toEqual({
      headline: '펌',
      sub: days,
      details: '영업 10:00~20:00',
    });
  });

  it('is nothing where nothing is said', () => {
    expect(copyOf(['product', '참기름'], ['schedule', '월요일 휴무'])).toEqual({
      headline: '참기름',
      details: '월요일 휴무',
    });
  });
});

describe('details', () => {
  it('stand in the order in which a customer needs them', () => {
    const { copy } = written(
      statementsOf(
        ['product', '떡볶이'],
        ['notice', '알레르기 주의: 우유, 땅콩'],
        ['contact', '02-123-4567'],
        ['place', '서울 마포구 와우산로29길 14-2 2층'],
        ['schedule', '월요일 휴무'],
        ['schedule', '영업 10:00~20:00'],
      ),
    );
    expect(copy.details?.split('\n')).toEqual([
      '영업 10:00~20:00',
      '월요일 휴무',
      '서울 마포구 와우산로29길 14-2 2층',
      '02-123-4567',
      '알레르기 주의: 우유, 땅콩',
    ]);
  });

  it('have the brand’s name, unless it is said already', () => {
    const statements = statementsOf(['product', '떡볶이']);
    expect(written(statements, { shop: '하루분식' }).copy.details).toBe('하루분식');
    expect(written(statements, { shop: '떡볶이' }).copy.details).toBeUndefined();
  });

  it('name what they have no room for', () => {
    const long = '가'.repeat(101);
    const notices = Array.from({ length: 14 }, (_, n) => ['notice', `안내 ${n}번`] as const);
    const { copy, left } = written(statementsOf(['product', '빵'], ['description', long], ...notices));
    expect(left.map(({ text }) => text)).toEqual([long, '안내 12번', '안내 13번']);
    expect(copy.details).not.toContain('가가');
  });
});

describe('the person’s own slots', () => {
  it('are left alone, and what they say is not said again', () => {
    const statements = statementsOf(['product', '딸기라떼'], ['price', '5,500원'], ['offer', '20% 할인']);
    const given = { headline: '딸기라떼 5,500원', cta: '어서 와요' };
    expect(written(statements, { given }).copy).toEqual({ ...given, badge: '20% 할인' });
  });

  it('leave the product’s name to the line below where the headline has another', () => {
    expect(written(statementsOf(['product', '딸기라떼']), { given: { headline: '봄' } }).copy).toEqual({
      headline: '봄',
      sub: '딸기라떼',
    });
  });

  it('never part a statement from what binds it', () => {
    const statements = statementsOf(
      ['product', '펌'],
      ['offer', '30% 할인'],
      ['condition', '네이버 예약으로 처음 방문하신 고객님께만', { binds: 1 }],
    );
    const { copy, left } = written(statements, { given: { sub: '봄', details: '연남동' } });
    expect(copy).toEqual({ headline: '펌', sub: '봄', details: '연남동' });
    expect(left.map(({ text }) => text)).toEqual(['30% 할인', '네이버 예약으로 처음 방문하신 고객님께만']);
  });

  it('tells an old price among the details without a line through it', () => {
    const { copy } = written([
      ...statementsOf(['product', '공방 수업'], ['price', '3만원']),
      { kind: 'price', text: '9천원', oldPrice: '1만 2천원', start: 100, end: 120 },
    ]);
    expect(copy.details).toBe('1만 2천원 → 9천원');
  });
});

describe('the words of a button', () => {
  it.each([
    [
      [
        ['product', '네일아트'],
        ['price', '5만원'],
        ['contact', '예약하기'],
      ],
      '예약하기',
    ],
    [
      [
        ['product', 'Yoga class'],
        ['description', 'Book now!'],
      ],
      'Book now',
    ],
  ] as const)('stand in the ad once: %j', (told, cta) => {
    const copy = copyOf(...told);
    expect(copy.cta).toBe(cta);
    expect(Object.values(copy).filter((words) => words.includes(cta))).toHaveLength(1);
  });

  it('are a headline where nothing else is said', () => {
    expect(copyOf(['contact', '예약하기']).headline).toBe('예약하기');
  });
});
