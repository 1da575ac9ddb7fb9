import { describe, expect, it } from 'vitest';
import { englishAddress } from '../../../../src/writing/reading/address/english-address.ts';

const taken = (text: string, asked = true): readonly string[] =>
  englishAddress(text, asked).map(({ start, end }) => text.slice(start, end));

describe('what is said to the designer in English', () => {
  it.each([
    'Please avoid red',
    "Don't use neon",
    "Do not use the word 'cheap'",
    'Keep the text on the left please',
    'no stock photos of wheat',
    "I'd prefer green",
    'Same style please',
    'Not too much text please',
    'Nothing corporate looking',
  ])('asks for a look or leaves it out: %s', (text) => {
    expect(taken(text, false)).toEqual([text]);
  });

  it.each([
    'My boss asked me to get a banner done',
    'Loved the flyer you did last month',
    'Can this be done by tonight',
    'Business has been slow on Tuesdays',
  ])('tells of whoever speaks: %s', (text) => {
    expect(taken(text)).toEqual([text]);
  });

  it.each([
    'Please call ahead',
    "We don't repair tablets",
    'No appointment needed',
    'I teach at 12 Oak Lane',
    'No refunds',
    'Please bring your own towel',
    'We deliver within 3 miles',
  ])('leaves what is told to customers: %s', (text) => {
    expect(taken(text)).toEqual([]);
  });

  it('takes off what only leads in an offer', () => {
    expect(taken('so we want to offer a free coffee with any cake')).toEqual(['so we want to offer']);
  });
});
