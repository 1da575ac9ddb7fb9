import { describe, expect, it } from 'vitest';
import { colourPlan } from '../../../src/design/colour/colour-plan.ts';
import type { ColourSources } from '../../../src/design/colour/colour-sources.ts';
import { hueDistance } from '../../../src/design/colour/gamut.ts';
import { canBeRead, distance } from '../../../src/design/colour/surface-colours.ts';
import { hexToOklch } from '../../../src/imaging/colour.ts';
import { designPresets, families } from '../requests.ts';

const sources = (given: Partial<ColourSources> = {}): ColourSources => ({
  palette: { background: '#ffd84d', ink: '#3b0d0d', accent: '#dc2626' },
  brand: [],
  seed: 1,
  ...given,
});

const moods = designPresets.moods.rows;
const mood = (key: string) => designPresets.moods.named(key);

/** Lightness, chroma and hue of a family's ground. */
const groundOf = (family: (typeof families)[number], given: Partial<ColourSources>) =>
  hexToOklch(colourPlan(family, sources(given)).ground.fill);

describe('The colours of a design', () => {
  it('can be read on every surface, in every mood and family', () => {
    for (const family of families)
      for (const felt of [undefined, ...moods])
        for (const seed of [1, 2, 3]) {
          const plan = colourPlan(family, sources(felt === undefined ? { seed } : { mood: felt, seed }));
          for (const { fill, ink, soft } of [plan.ground, plan.field, plan.card, plan.accent, plan.dark]) {
            expect(canBeRead(ink, [fill]), `${family.key} ${felt?.key} ${ink} on ${fill}`).toBe(true);
            expect(canBeRead(soft, [fill]), `${family.key} ${felt?.key} ${soft} on ${fill}`).toBe(true);
          }
        }
  });

  it('are a mood’s in every family: warm hues, cool ones, darkness', () => {
    for (const family of families)
      for (const seed of [1, 2, 3]) {
        expect(hueDistance(groundOf(family, { mood: mood('warm'), seed })[2], 60)).toBeLessThan(35);
        expect(hueDistance(groundOf(family, { mood: mood('fresh'), seed })[2], 190)).toBeLessThan(75);
        if (family.colours.plan !== 'duotone')
          expect(groundOf(family, { mood: mood('luxurious'), seed })[0]).toBeLessThan(0.4);
        expect(groundOf(family, { mood: mood('minimal'), seed })[1]).toBeLessThan(0.03);
      }
  });

  it('keep the shop’s own accent in a mood, and the shop’s own ground in a season', () => {
    const brand = ['#1d4ed8'] as const;
    for (const family of families) {
      const { accent } = colourPlan(family, sources({ brand, mood: mood('warm') }));
      expect(hueDistance(hexToOklch(accent.fill)[2], hexToOklch(brand[0])[2])).toBeLessThan(20);
      expect(colourPlan(family, sources({ brand, mood: mood('spring') }))).toEqual(
        colourPlan(family, sources({ brand })),
      );
    }
  });

  it('are the season’s where nothing else is asked for', () => {
    const grounds = new Set(
      ['spring', 'summer', 'autumn', 'winter'].map(
        (season) =>
          colourPlan(families[0] as (typeof families)[number], sources({ mood: mood(season) })).ground.fill,
      ),
    );
    expect(grounds.size).toBe(4);
  });

  it('are as light in a season as the family has them, so that it is told at a glance', () => {
    for (const family of families) {
      const { signature } = family.colours;
      if (signature === undefined) continue;
      for (const season of ['spring', 'summer', 'autumn', 'winter'])
        expect(
          Math.abs(groundOf(family, { mood: mood(season) })[0] - signature.ground[0]),
          `${family.key} in ${season}`,
        ).toBeLessThan(0.18);
    }
  });

  it('are on a ground of the colour that was asked for', () => {
    for (const family of families) {
      const [, chroma, hue] = groundOf(family, { asked: '#2f9e57' });
      expect(hueDistance(hue, hexToOklch('#2f9e57')[2])).toBeLessThan(20);
      expect(chroma).toBeGreaterThan(0.03);
    }
  });

  it('are a family’s own for every shop, pulled a little towards its hue, and a shop’s own where it has colours', () => {
    const shops = ['#1d4ed8', '#dc2626', '#2f9e57'] as const;
    const palettes = shops.map((accent) => ({ background: '#ffffff', ink: '#141210', accent }) as const);
    const signed = families.filter(({ colours }) => colours.signature !== undefined);
    expect(signed.length).toBeGreaterThan(20);
    for (const family of signed) {
      const [first, ...others] = palettes.map((palette) => groundOf(family, { palette }));
      for (const [l, chroma, hue] of others) {
        expect(Math.abs(l - (first?.[0] ?? 0)), family.key).toBeLessThan(0.13);
        expect(hueDistance(hue, first?.[2] ?? 0), family.key).toBeLessThan(chroma > 0.05 ? 30 : 60);
      }
    }
    const ofBrand = signed.filter(({ colours }) => colours.plan === 'loud' && colours.from[0] === 'brand');
    for (const family of ofBrand)
      expect(groundOf(family, { brand: ['#1d4ed8'] })[2]).toSatisfy(
        (hue: number) => hueDistance(hue, hexToOklch('#1d4ed8')[2]) < 20,
      );
  });

  it('have an accent that is seen on the ground', () => {
    for (const family of families)
      for (const felt of [undefined, ...moods]) {
        const { ground, accent } = colourPlan(family, sources(felt === undefined ? {} : { mood: felt }));
        expect(distance(accent.fill, ground.fill), `${family.key} ${felt?.key}`).toBeGreaterThan(15);
      }
  });
});
