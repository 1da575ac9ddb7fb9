import { describe, expect, it } from 'vitest';
import type { Statement } from '../../../src/ad/statement.ts';
import { readAs } from '../../../src/writing/brief/read-as.ts';

const statement = (kind: Statement['kind'], text: string, more: Partial<Statement> = {}): Statement => ({
  kind,
  text,
  start: 0,
  end: text.length,
  ...more,
});

const CAFE = {
  key: 'cafe',
  large: '음식',
  middle: '비알코올',
  small: '카페',
  names: { ko: '카페', en: 'cafe' },
};

describe('how a request was read', () => {
  it('is one line: the product, what is said of it with what binds it, and the class of the shop', () => {
    const line = readAs({
      statements: [
        statement('trade', '카페'),
        statement('product', '딸기라떼'),
        statement('price', '4,900원', { oldPrice: '6,500원' }),
        statement('offer', '30% 할인'),
        statement('exception', '주말 제외', { binds: 3 }),
        statement('wish', '파란 글씨로'),
      ],
      product: '딸기라떼',
      tradeClass: CAFE,
    });
    expect(line).toEqual({
      ko: '이렇게 읽었어요: 딸기라떼 · 6,500원 → 4,900원 · 30% 할인 (주말 제외) · 카페(음식/비알코올)',
      en: 'Read as: 딸기라떼 · 6,500원 → 4,900원 · 30% 할인 (주말 제외) · cafe',
    });
  });

  it('says so where the class is unknown', () => {
    const line = readAs({ statements: [statement('product', '워블 스프로킷')], product: '워블 스프로킷' });
    expect(line.ko).toBe('이렇게 읽었어요: 워블 스프로킷 · 업종은 알 수 없음');
  });

  it('stays short, and counts what it does not repeat', () => {
    const statements = Array.from({ length: 60 }, (_, n) => statement('notice', `${n}번째 안내 말씀입니다`));
    const { ko } = readAs({ statements });
    expect(ko.length).toBeLessThan(200);
    expect(ko).toMatch(/그 밖에 \d+가지/);
  });
});
