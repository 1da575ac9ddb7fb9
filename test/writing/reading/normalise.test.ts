import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../../src/writing/reading/normalise.ts';

const struckIn = (raw: string): string[] => {
  const { text, struck } = normaliseText(raw);
  return struck.map(({ start, end }) => text.slice(start, end));
};

describe('a request as it is read', () => {
  it.each([
    ['６，５００원 ３０％', '6,500원 30%'],
    ['￦6,500', '₩6,500'],
    ['우유\u200b크림\u202e빵', '우유크림빵'],
    ['**딸기라떼** __4,900원__ `쿠폰` ||비밀||', '딸기라떼 4,900원 쿠폰 비밀'],
    ['*딸기라떼* _신메뉴_', '딸기라떼 신메뉴'],
    ['[예약](https://example.com)', '예약 https://example.com'],
    ['<https://example.com/a|여기서 예약>', '여기서 예약 https://example.com/a'],
    ['<https://example.com|example.com>', 'https://example.com'],
    ['<@U123> <#C1|general> 커피 <:latte:123> :strawberry:', '커피'],
    ['> 인용한 말', '인용한 말'],
    ['커피 &amp; 빵', '커피 & 빵'],
    ['❶ 딸기라떼 ❷ 쿠키 ※주말 제외', '딸기라떼\n쿠키\n주말 제외'],
    ['1. 라떼\n2. 쿠키', '라떼\n쿠키'],
    ['주차 ❌ 포장 ⭕', '주차 X 포장 O'],
    ['https://a.example/x?utm_source=ig&id=3&fbclid=9', 'https://a.example/x?id=3'],
    ['인스타 @moon_light_cafe', '인스타 @moon_light_cafe'],
    ['10:00~20:00, 4~5시 ~30%', '10:00~20:00, 4~5시 ~30%'],
    ['2*3cm', '2*3cm'],
  ])('“%s” is “%s”', (raw, text) => {
    expect(normaliseText(raw).text).toBe(text);
  });

  it.each([
    ['~~6,500원~~ 4,900원', ['6,500원']],
    ['~6,500원~ 4,900원', ['6,500원']],
    ['6̶5̶0̶0̶원 4,900원', ['6500']],
    ['~12/24까지 놀러 오세요~', []],
  ])('“%s” strikes out %j', (raw, struck) => {
    expect(struckIn(raw)).toEqual(struck);
  });
});
