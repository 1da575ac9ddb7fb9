import { describe, expect, it } from 'vitest';
import type { Hero } from '../../../src/ad/hero.ts';
import { chooseHero } from '../../../src/writing/brief/choose-hero.ts';
import { readRequest } from '../../../src/writing/reading/read-request.ts';
import { buildVocabulary } from '../../../src/writing/reading/vocabulary.ts';
import { presets } from '../../engines/offline/write.ts';

const vocabulary = buildVocabulary(presets);

const PHOTO = { sha256: 'a'.repeat(64) };

function heroOf(
  text: string,
  trade = 'shop',
  product?: string,
  photos: readonly (typeof PHOTO)[] = [],
): Hero {
  const read = readRequest(text, vocabulary);
  const reading = product === undefined ? read : { ...read, product };
  return chooseHero({ photos }, reading, presets.industries.named(trade), presets).hero;
}

describe('what stands in the picture', () => {
  it('is the photo, where there is one', () => {
    expect(heroOf('카페 딸기라떼', 'cafe', undefined, [PHOTO])).toEqual({ kind: 'photo' });
  });

  it.each([
    ['bakery fresh sourdough every morning', 'bakery', 'bread'],
    ['flower class on Saturday', 'florist', 'bouquet'],
    ['iced latte new menu', 'cafe', 'latte'],
    ['흑임자 밀크티', 'cafe', 'latte'],
  ])('is the studio’s model of “%s”', (text, trade, id) => {
    expect(heroOf(text, trade)).toEqual({ kind: 'model', id });
  });

  it('is nothing of a word for another trade, or of what a shop’s name only begins with', () => {
    expect(heroOf('방탈출 신테마 <폐병원> 2~4인 1인 24,000원', 'escape-room').kind).toBe('type');
    expect(heroOf('코인빨래방 건조기 10분 추가 무료', 'laundromat').kind).toBe('type');
    expect(heroOf('소아과 토요일 진료', 'internal-medicine').kind).toBe('icon');
  });

  it('is an icon of the product, where the studio has no model of it', () => {
    expect(heroOf('pizza night', 'restaurant', 'pizza')).toEqual({ kind: 'icon', ids: ['1f355'] });
  });

  it('is an icon for each of several goods, three at most', () => {
    expect(heroOf('피자 · 파스타 · 샐러드 · 버거', 'restaurant', '피자 · 파스타 · 샐러드 · 버거')).toEqual({
      kind: 'icon',
      ids: ['1f355', '1f35d', '1f957'],
    });
  });

  it('is what the trade’s word names, where something is done rather than sold', () => {
    expect(heroOf('24시간 야간 출장', 'shop', '야간 출장')).toEqual({ kind: 'type' });
    expect(heroOf('헬스장 회원 모집', 'gym')).toEqual({ kind: 'model', id: 'kettlebell' });
  });

  it('is lettering alone for a thing of which there is no picture', () => {
    expect(heroOf('민물장어 한 마리 3만원', 'restaurant', '민물장어')).toEqual({ kind: 'type' });
  });

  it('is none that contradicts the words: a red stew for a clear soup, a kettlebell for a forklift', () => {
    expect(heroOf('나주곰탕 특 15,000원', 'restaurant', '나주곰탕')).toEqual({ kind: 'type' });
    expect(heroOf('Forklift training starts Monday', 'shop')).toEqual({ kind: 'type' });
    expect(heroOf('김치찌개 9천원', 'restaurant', '김치찌개').kind).toBe('icon');
  });

  it('is told with why it is', () => {
    const whyOf = (text: string, trade: string, photos: readonly (typeof PHOTO)[] = []): string =>
      chooseHero({ photos }, readRequest(text, vocabulary), presets.industries.named(trade), presets).why.ko;
    expect(whyOf('카페 딸기라떼', 'cafe', [PHOTO])).toContain('보내 주신 사진');
    expect(whyOf('김치만두 10개 6천원', 'restaurant')).toContain('“만두”');
    expect(whyOf('헬스장 회원 모집', 'gym')).toContain('헬스장 하면 떠오르는');
    expect(whyOf('민물장어 한 마리 3만원', 'restaurant')).toContain('글자로만');
  });

  it('is no emblem of a trade that nobody can tell', () => {
    expect(heroOf('오늘도 문 열었어요')).toEqual({ kind: 'type' });
  });
});
