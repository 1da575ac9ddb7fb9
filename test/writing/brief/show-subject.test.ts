import { describe, expect, it } from 'vitest';
import { showSubject } from '../../../src/writing/brief/show-subject.ts';
import { readRequest } from '../../../src/writing/reading/read-request.ts';
import { buildVocabulary } from '../../../src/writing/reading/vocabulary.ts';
import { presets } from '../../engines/offline/write.ts';

const vocabulary = buildVocabulary(presets);

function shown(text: string, trade: string) {
  return showSubject(readRequest(text, vocabulary).subject, presets.industries.named(trade), presets);
}

describe('what is shown without a photo', () => {
  it.each([
    ['bakery fresh sourdough every morning', 'bakery', 'bread'],
    ['flower class on Saturday', 'florist', 'bouquet'],
    ['iced latte new menu', 'cafe', 'latte'],
    ['동네 빵집 호두식빵 나왔어요', 'bakery', 'bread'],
    ['흑임자 밀크티', 'cafe', 'latte'],
  ])('stands for “%s”', (text, trade, prop) => {
    expect(shown(text, trade).subject).toBe(prop);
  });

  it('is the trade’s emblem where something is done rather than sold, or nothing is named', () => {
    const { emblem } = presets.industries.named('gym');
    expect(emblem).toBeDefined();
    expect(shown('헬스장 회원 모집', 'gym').subject).toBe(emblem);
    expect(shown('오늘도 문 열었어요', 'gym').subject).toBe(emblem);
  });

  it('is nothing for a thing that a studio does not have', () => {
    expect(shown('pizza night', 'restaurant')).toEqual({});
  });
});
