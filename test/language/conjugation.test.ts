import { describe, expect, it } from 'vitest';
import { adjectiveForms } from '../../src/language/conjugation.ts';

describe('the forms of an adjective', () => {
  it.each([
    ['따뜻하다', '따뜻한', '따뜻하고', '따뜻해요'],
    ['어둡다', '어두운', '어둡고', '어두워요'],
    ['귀엽다', '귀여운', '귀엽고', '귀여워'],
    ['고급스럽다', '고급스러운', '고급스럽고', '고급스럽게'],
    ['하얗다', '하얀', '하얗고', '하얗게'],
    ['예쁘다', '예쁜', '예쁘고', '예쁘게'],
    ['달다', '단', '달고', '달아요'],
    ['밝다', '밝은', '밝고', '밝아요'],
    ['넓다', '넓은', '넓고', '넓어'],
    ['좋다', '좋은', '좋고', '좋아요'],
    ['맛있다', '맛있는', '맛있고', '맛있어요'],
  ])('of %s', (dictionary, adnominal, connective, other) => {
    const forms = adjectiveForms(dictionary);
    expect(forms).toMatchObject({ adnominal, connective });
    expect(forms.all).toContain(other);
    expect(forms.all).toContain(dictionary);
  });
});
