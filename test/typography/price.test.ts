import { describe, expect, it } from 'vitest';
import { priceRuns } from '../../src/typography/price.ts';

const large = (line: string): readonly string[] =>
  priceRuns(line).flatMap(({ part, text }) => (part === 'number' ? [text] : []));

describe('the pieces of a price', () => {
  it('set the money large, and how much one gets for it small', () => {
    expect(large('100g 2,980원')).toEqual(['2,980']);
    expect(large('3개 2000원')).toEqual(['2000']);
  });

  it('set no measure large where it stands on a line without the money, or behind an old price', () => {
    expect(large('~~3,980원~~ 100g')).toEqual([]);
    expect(large('500 ml')).toEqual([]);
    expect(
      priceRuns('100g')
        .map(({ text }) => text)
        .join(''),
    ).toBe('100g');
  });

  it('set a share or a deal large where no money is named', () => {
    expect(large('30% 할인')).toEqual(['30']);
    expect(large('1+1')).toEqual(['1+1']);
  });
});
