import { describe, expect, it } from 'vitest';
import type { NameOption } from '../../../src/conversation/command/option.ts';
import { suggest } from '../../../src/conversation/command/suggest.ts';
import { presets } from '../../engines/offline/write.ts';
import { smallVocabulary } from './small-vocabulary.ts';

const option: NameOption = {
  kind: 'name',
  ko: '업종',
  description: { ko: '업종', en: 'trade' },
  list: (words) => words.industries,
};
const all = { ...smallVocabulary, industries: presets.industries };

describe('suggest', () => {
  it('finds names in both languages, those that begin so first, no more than are shown', () => {
    expect(suggest(option, smallVocabulary, '', 'ko', 2).map(({ title }) => title)).toEqual(['카페', '빵집']);
    expect(suggest(option, smallVocabulary, '꽃', 'en', 9)).toEqual([
      { value: 'flower-shop', title: 'flower shop' },
    ]);
    expect(suggest(option, smallVocabulary, 'SHOP', 'en', 9)).toHaveLength(1);
    expect(suggest(option, smallVocabulary, 'zzz', 'en', 9)).toEqual([]);
  });

  it.each([
    ['열쇠', 'locksmith'],
    ['lock smith', 'locksmith'],
    ['국밥', 'soup'],
    ['순대국', 'soup'],
    ['임플란트', 'dental'],
    ['oysters', 'seafood'],
    ['빵집', 'bakery'],
    ['미용실', 'hair-salon'],
    ['미영실', 'hair-salon'],
    ['restaurnt', 'restaurant'],
  ])('finds the trade for “%s” among the first', (typed, key) => {
    const found = suggest(option, all, typed, 'ko', 25);
    expect(found.length).toBeLessThanOrEqual(25);
    expect(found.slice(0, 4).map(({ value }) => value)).toContain(key);
  });

  it('shows trades of every large class while nothing is typed', () => {
    const classes = suggest(option, all, '', 'ko', 25).map(
      ({ value }) => presets.industries.named(value).tradeClass?.large,
    );
    expect(classes).toHaveLength(25);
    expect(new Set(classes.filter((large) => large !== undefined)).size).toBe(10);
  });
});
