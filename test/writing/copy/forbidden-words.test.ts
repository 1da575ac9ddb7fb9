import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadPresets } from '../../../src/presets/load.ts';
import { catalogue } from '../../../src/studio/catalogue.ts';
import { guardFor } from '../../../src/writing/copy/forbidden-words.ts';

const presets = await loadPresets(fileURLToPath(new URL('../../../presets', import.meta.url)), catalogue);
const guard = (trade: string, text: string) =>
  guardFor(presets.industries.named(trade), presets.forbidden)(text);

describe('words that no shop may use', () => {
  it.each([
    ['업계 최고의 커피', '정성을 담은 커피'],
    ['우리 동네 최고', '우리 동네 자랑'],
    ['국내최초의 맛', '새로운 맛'],
    ['배달 1위 치킨', '배달 인기 치킨'],
    ['the best coffee', 'our favourite coffee'],
  ])('are replaced: “%s”', (text, expected) => {
    const { text: cleaned, replaced } = guard('cafe', text);
    expect(cleaned).toBe(expected);
    expect(replaced[0]?.why.ko).toContain('표시광고법');
  });

  it('take the particle of the new word', () => {
    expect(guard('academy', '합격 보장은 여기').text).toBe('합격을 향한 준비는 여기');
    expect(guard('optician', '시력 회복을 도와요').text).toBe('또렷한 시야를 도와요');
  });

  it.each(['최고기온 35도', '1등급 한우', 'best wishes', '최대 50% 할인', 'coffee for bestsellers'])(
    'are let be where they mean something else: “%s”',
    (text) => {
      expect(guard('cafe', text)).toEqual({ text, replaced: [], refused: [] });
    },
  );
});

describe('words of single trades', () => {
  it.each([
    ['pharmacy', '비타민 특가', '특가'],
    ['pharmacy', '영양제 할인', '할인'],
    ['bar', '청소년 환영', '청소년 환영'],
    ['mobile-shop', '페이백 30만원', '페이백'],
    ['cosmetics', '의사 추천 크림', '의사 추천'],
  ])('%s: “%s” is refused', (trade, text, word) => {
    const { refused } = guard(trade, text);
    expect(refused.map((finding) => finding.word)).toEqual([word]);
    expect(refused[0]?.why.en).not.toBe('');
  });

  it.each([
    ['academy', '100% 합격', '합격을 향한 준비'],
    ['cosmetics', '주름 제거 크림', '탄력 관리 크림'],
    ['gym', '감량 보장', '꾸준한 운동'],
    ['mobile-shop', '공짜폰', '휴대폰 상담'],
    ['restaurant', '살 빠지는 샐러드', '가볍게 즐기는 샐러드'],
  ])('%s: “%s” is replaced', (trade, text, expected) => {
    expect(guard(trade, text).text).toBe(expected);
  });

  it('are fine for others', () => {
    expect(guard('cafe', '전 메뉴 할인').refused).toEqual([]);
  });
});
