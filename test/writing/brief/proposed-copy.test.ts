import { describe, expect, it } from 'vitest';
import type { Statement } from '../../../src/ad/statement.ts';
import { checkProposal, type ProposedCopy } from '../../../src/writing/brief/proposed-copy.ts';
import type { ProposedPlace } from '../../../src/writing/brief/proposed-places.ts';
import { guardFor } from '../../../src/writing/copy/forbidden-words.ts';
import { presets } from '../../engines/offline/write.ts';
import { statementsOf } from '../copy/statements.ts';

const LATTE = statementsOf(
  ['trade', '카페'],
  ['occasion', '신메뉴'],
  ['product', '딸기라떼'],
  ['price', '6,500원'],
  ['description', '쿠키는 무료 아닙니다'],
  ['schedule', '5월 3일까지'],
  ['wish', '예쁘게 만들어줘'],
);

/** Each statement that is lettered where it belongs, word for word. */
const faithful = (statements: readonly Statement[]): ProposedPlace[] =>
  statements
    .filter(({ kind }) => kind !== 'trade' && kind !== 'wish')
    .map(({ kind, text }, index) => ({
      statement: index + 1,
      slot:
        kind === 'product'
          ? 'headline'
          : kind === 'price'
            ? 'price'
            : kind === 'occasion'
              ? 'badge'
              : 'details',
      text,
    }));

function checked(
  offer: Partial<Omit<ProposedCopy, 'by'>>,
  statements: readonly Statement[] = LATTE,
  trade = 'cafe',
) {
  const { why, ...rest } = checkProposal(
    { by: 'small', places: faithful(statements), copy: {}, ...offer },
    {
      statements,
      product: '딸기라떼',
      guard: guardFor(presets.industries.named(trade), presets.forbidden),
      claims: presets.claims,
      sources: [statements.map(({ text }) => text).join(' ')],
    },
  );
  return { ...rest, why: why.map(({ ko }) => ko).join('\n') };
}

describe('places that a model proposes', () => {
  it('are taken where they suit the statement', () => {
    const { prefer, why } = checked({});
    expect([...prefer.values()]).toEqual(['badge', 'headline', 'price', 'details', 'details']);
    expect(why).toBe('');
  });

  it('are the rules’ where the statement does not belong there', () => {
    const places = faithful(LATTE).map((place) => ({ ...place, slot: 'badge' as const }));
    expect([...checked({ places }).prefer.values()]).toEqual(['badge']);
  });

  it.each([
    ['lost', (places: ProposedPlace[]) => places.slice(0, -1), '5월 3일까지'],
    [
      'cut',
      (places: ProposedPlace[]) =>
        places.map((place) => ({ ...place, text: place.text.replace(' 아닙니다', '') })),
      '쿠키는 무료 아닙니다',
    ],
    [
      'translated',
      (places: ProposedPlace[]) =>
        places.map((place) => ({ ...place, text: place.text.replace('신메뉴', 'New menu') })),
      '신메뉴',
    ],
    [
      'changed',
      (places: ProposedPlace[]) =>
        places.map((place) => ({ ...place, text: place.text.replace('6,500', '5,500') })),
      '6,500원',
    ],
    ['told twice', (places: ProposedPlace[]) => [...places, ...places.slice(0, 1)], '신메뉴'],
    [
      'invented',
      (places: ProposedPlace[]) => [...places, { statement: 9, slot: 'badge' as const, text: '1+1 증정' }],
      '1+1 증정',
    ],
  ])('are mended where a statement was %s, and the reply says so', (_what, spoil, named) => {
    const { why } = checked({ places: spoil(faithful(LATTE)) });
    expect(why).toContain('말씀하신 대로 되돌려 놓았어요');
    expect(why).toContain(`“${named}”`);
  });

  it('are not taken at all where most of them are wrong', () => {
    const places = faithful(LATTE).map((place) => ({ ...place, text: '봄을 마시는 순간' }));
    const { copy, prefer, why } = checked({ places, copy: { headline: '딸기라떼 신메뉴' } });
    expect([copy, prefer.size]).toEqual([{}, 0]);
    expect(why).toContain('기본 규칙으로 썼어요');
  });
});

describe('a wording that a model proposes', () => {
  it.each(['딸기라떼 신메뉴', '신메뉴, 딸기라떼', '카페의 딸기라떼', '딸기라떼와 신메뉴'])(
    'is used where it is whole statements: “%s”',
    (headline) => {
      expect(checked({ copy: { headline } })).toMatchObject({ copy: { headline }, why: '' });
    },
  );

  it('loses its dress: quotes, marks and emoji', () => {
    expect(checked({ copy: { headline: '**“딸기라떼 신메뉴”** 🍓' } }).copy.headline).toBe('딸기라떼 신메뉴');
  });

  it.each([
    ['filler', '오늘의 기분은 딸기라떼', '오늘의'],
    ['praise of its own', '달콤한 딸기라떼', '달콤한'],
    ['a price', '딸기라떼 단돈 3,900원', '3900'],
    ['a price in words', '딸기라떼 오천 원', '오천'],
    ['a discount', '딸기라떼 반값 할인', '할인'],
    ['a day', '이번 주말엔 딸기라떼', '이번'],
    ['a gift', '쿠키 증정 딸기라떼', '증정'],
    ['a place', '강남역 딸기라떼', '강남역'],
    ['a person', '김수현이 사랑한 딸기라떼', '김수현이'],
    ['a claim', '유기농 딸기라떼', '유기농'],
    ['a Latin name', 'Starbucks 딸기라떼', 'Starbucks'],
    ['an address', '딸기라떼 www.evil.kr', 'www'],
    ['a translation', 'Strawberry latte', 'Strawberry'],
    ['a statement without what binds it', '딸기라떼, 쿠키는 무료', '쿠키는'],
    ['a word that may not be said', '최고의 딸기라떼', '최고의'],
    ['another product', '초코라떼 신메뉴', '초코라떼'],
    ['no product', '신메뉴', '상품 이름이 없어요'],
    ['an end that turns it', '딸기라떼만 신메뉴', '만'],
  ])('is refused with %s', (_what, headline, named) => {
    const { copy, why } = checked({ copy: { headline } });
    expect(copy).toEqual({});
    expect(why).toContain(`“${headline}”: 쓰지 않았어요`);
    expect(why).toContain(named);
  });

  it('never gives a product the price or the offer of another', () => {
    const statements = statementsOf(
      ['product', '딸기라떼'],
      ['price', '6,500원'],
      ['product', '쿠키'],
      ['price', '3,000원'],
    );
    const { copy, why } = checked({ copy: { headline: '딸기라떼 3,000원' } }, statements);
    expect(copy).toEqual({});
    expect(why).toContain('섞었어요');
  });

  it('never has what binds an offer without it, or beside another', () => {
    const statements = statementsOf(
      ['product', '딸기라떼'],
      ['offer', '30% 할인'],
      ['exception', '주말 제외', { binds: 1 }],
      ['condition', '선착순 50명'],
    );
    expect(checked({ copy: { headline: '딸기라떼 주말 제외' } }, statements).copy).toEqual({});
    expect(checked({ copy: { headline: '딸기라떼 30% 할인 선착순 50명' } }, statements).copy).toEqual({});
    expect(checked({ copy: { headline: '딸기라떼 30% 할인' } }, statements).copy.headline).toBe(
      '딸기라떼 30% 할인',
    );
  });

  it('is not said twice', () => {
    const { copy } = checked({ copy: { headline: '딸기라떼 신메뉴', sub: '신메뉴' } });
    expect(copy).toEqual({ headline: '딸기라떼 신메뉴' });
  });
});
