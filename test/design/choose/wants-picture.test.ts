import { describe, expect, it } from 'vitest';
import type { Brief } from '../../../src/ad/brief.ts';
import type { Hero } from '../../../src/ad/hero.ts';
import { defined } from '../../../src/collections/defined.ts';
import { type PictureMeans, wantsPicture } from '../../../src/design/choose/wants-picture.ts';
import { catalogue } from '../../../src/studio/catalogue.ts';

const means: PictureMeans = { hasPhoto: false, drawsAnything: false, choice: 1 };

const [realistic, illustration] = ['realistic', 'illustration'].map((wanted) => {
  const found = catalogue.styles.names.find((name) => name === wanted);
  if (found === undefined) throw new Error(`There is no style ${wanted}`);
  return found;
}) as [(typeof catalogue.styles.names)[number], (typeof catalogue.styles.names)[number]];

const brief = (
  pictured?: Brief['pictured'],
  hero: Hero = { kind: 'icon', ids: ['1f353'] },
  style = realistic,
) => ({ style, hero, ...defined({ pictured }) });

const wish = (...given: Parameters<typeof brief>) => wantsPicture(brief(...given), means);

describe('a picture is made for an ad', () => {
  it('where a place is asked for, with a photo and without', () => {
    expect(wish('setting')?.must).toBe(true);
    expect(wantsPicture(brief('setting'), { ...means, hasPhoto: true })?.must).toBe(true);
  });

  it('where a style of drawing is asked for that is not the trade’s own', () => {
    expect(wish(undefined, { kind: 'icon', ids: ['1f353'] }, illustration)?.why.en).toContain(
      'style of drawing',
    );
    const usual = { ...means, usualStyle: illustration };
    expect(wantsPicture(brief(undefined, { kind: 'type' }, illustration), usual)).toBeUndefined();
  });

  it('for a mood where there is something to stand in it, and no photo', () => {
    expect(wish('mood')?.must).toBe(true);
    expect(wish('mood', { kind: 'type' })).toBeUndefined();
    expect(wantsPicture(brief('mood'), { ...means, hasPhoto: true })).toBeUndefined();
  });

  it('for a mood that a light shows, beside some photos too; colours and letters alone show others', () => {
    const felt = { ...means, mood: { key: 'warm', lighting: 'window' as const } };
    expect(wantsPicture(brief('mood'), felt)?.must).toBe(true);
    expect(wantsPicture(brief('mood'), { ...means, mood: { key: 'cute' } })).toBeUndefined();
    const beside = Array.from({ length: 30 }, (_, choice) =>
      wantsPicture(brief('mood'), { ...felt, hasPhoto: true, choice }),
    ).filter((one) => one !== undefined);
    expect(beside.length).toBeGreaterThan(3);
    expect(beside.length).toBeLessThan(20);
    expect(beside.every(({ must }) => !must)).toBe(true);
  });

  it('wherever there is no photo and the engine shows anything that it is asked for', () => {
    const drawn = { ...means, drawsAnything: true };
    for (const hero of [{ kind: 'type' }, { kind: 'icon', ids: ['1f353'] }] as const)
      expect(wantsPicture(brief(undefined, hero), drawn)?.must).toBe(true);
    expect(wantsPicture(brief(undefined, { kind: 'photo' }), { ...drawn, hasPhoto: true })).toBeUndefined();
  });

  it('of a model of the studio’s: always where no icon shows the same, else for most ads', () => {
    expect(wish(undefined, { kind: 'model', id: 'no-icon-of-this' })?.must).toBe(true);
    const wished = Array.from({ length: 30 }, (_, choice) =>
      wantsPicture(brief(undefined, { kind: 'model', id: 'latte' }), { ...means, choice }),
    );
    const made = wished.filter((one) => one !== undefined);
    expect(made.length).toBeGreaterThan(15);
    expect(made.length).toBeLessThan(30);
    expect(made.every(({ must }) => !must)).toBe(true);
  });
});
