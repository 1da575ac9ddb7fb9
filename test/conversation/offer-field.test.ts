import { describe, expect, it } from 'vitest';
import type { AdCopy } from '../../src/ad/copy.ts';
import { wordsForm } from '../../src/adapters/discord/inbound/forms/words-form.ts';
import { filledOffer, offerField } from '../../src/conversation/offer-field.ts';

describe('the field of price and badge', () => {
  it.each<AdCopy>([
    { price: '6,500원' },
    { badge: '30% 할인' },
    { price: '~~8,000원~~ 6,500원', badge: '오픈\n30% 할인' },
    {},
  ])('holds %j and gives it back', (copy) => {
    for (const locale of ['ko', 'en'] as const) {
      expect(filledOffer(offerField(copy, locale) ?? '')).toEqual(copy);
    }
  });

  it('takes the mark in either language', () => {
    expect(filledOffer('badge : 1+1\n4,500원')).toEqual({ badge: '1+1', price: '4,500원' });
    expect(filledOffer('배지：1+1')).toEqual({ badge: '1+1' });
  });

  it('keeps the form within the five fields that Discord allows', () => {
    expect(wordsForm('job', { badge: '1+1' }, 'ko').components).toHaveLength(5);
  });
});
