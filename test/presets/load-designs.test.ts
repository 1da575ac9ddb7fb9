import { describe, expect, it } from 'vitest';
import { designFamily } from '../../src/presets/design.ts';

const FAMILY = {
  key: 'plain',
  names: { ko: '민무늬', en: 'plain' },
  why: { ko: '그냥이에요.', en: 'It is plain.' },
  suits: { material: ['type'] },
  colours: { plan: 'paper' },
  faces: {},
  sheet: { children: [{ letters: 'headline' }, { letters: 'details' }] },
};

const problemOf = (family: object): string | undefined =>
  designFamily.safeParse(family).error?.issues[0]?.message;

describe('a design family', () => {
  it('passes as the smallest there can be', () => {
    expect(problemOf(FAMILY)).toBeUndefined();
  });

  it('is refused where it has a field that nobody knows, or a number out of bounds', () => {
    expect(problemOf({ ...FAMILY, sheet: { ...FAMILY.sheet, colour: 'red' } })).toContain('colour');
    expect(problemOf({ ...FAMILY, sheet: { ...FAMILY.sheet, turn: 90 } })).toBeDefined();
  });

  it('is refused where a box holds two things', () => {
    const box = { letters: 'headline', show: 'hero' };
    expect(problemOf({ ...FAMILY, sheet: { children: [box, { letters: 'details' }] } })).toContain(
      'only one',
    );
  });

  it('is refused where some sheet or some request would leave its details without a place', () => {
    const only = (when: readonly string[]) => ({
      ...FAMILY,
      sheet: { children: [{ letters: 'details', when }] },
    });
    expect(problemOf(only(['wide']))).toContain('letters: details');
    expect(problemOf(only(['price']))).toContain('letters: details');
    const both = {
      children: [
        { letters: 'details', when: ['cta'] },
        { letters: 'details', when: ['no-cta'] },
      ],
    };
    expect(problemOf({ ...FAMILY, sheet: both })).toBeUndefined();
  });
});
