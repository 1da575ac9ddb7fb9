import { describe, expect, it } from 'vitest';
import type { Hero } from '../../../src/ad/hero.ts';
import type { Statement } from '../../../src/ad/statement.ts';
import { type PictureMeans, wantsPicture } from '../../../src/design/choose/wants-picture.ts';
import { catalogue } from '../../../src/studio/catalogue.ts';

const means: PictureMeans = { hasPhoto: false, drawsAnything: false, choice: 1 };

const [realistic, illustration] = ['realistic', 'illustration'].map((wanted) => {
  const found = catalogue.styles.names.find((name) => name === wanted);
  if (found === undefined) throw new Error(`There is no style ${wanted}`);
  return found;
}) as [(typeof catalogue.styles.names)[number], (typeof catalogue.styles.names)[number]];

const scene = {
  backdrops: [],
  materials: [],
  lighting: 'softbox',
  palette: { background: '#efe0cd', ink: '#3a2415', accent: '#c2410c' },
  darkness: 0.2,
  props: [],
} as const;

function brief(asked: readonly string[], hero: Hero = { kind: 'icon', ids: ['1f353'] }, style = realistic) {
  const statements = asked.map((text): Statement => ({ kind: 'mood', text, start: 0, end: text.length }));
  return { statements, style, scene, hero };
}

const wish = (...given: Parameters<typeof brief>) => wantsPicture(brief(...given), means);

describe('a picture is made for an ad', () => {
  it('where a place is asked for, with a photo and without', () => {
    for (const text of ['나무 테이블 위에', 'on a marble table', '노을 지는 바닷가']) {
      expect(wish([text])?.must).toBe(true);
      expect(wantsPicture(brief([text]), { ...means, hasPhoto: true })?.must).toBe(true);
    }
  });

  it('but not for a ground of one colour, which a design has as well', () => {
    const withPhoto = { ...means, hasPhoto: true };
    for (const text of ['노란색 배경으로', 'on a white background'])
      expect(wantsPicture(brief([text]), withPhoto)).toBeUndefined();
  });

  it('where a style of drawing is asked for that is not the trade’s own', () => {
    expect(wish([], { kind: 'icon', ids: ['1f353'] }, illustration)?.why.en).toContain('style of drawing');
    const usual = { ...means, usualStyle: illustration };
    expect(wantsPicture(brief([], { kind: 'type' }, illustration), usual)).toBeUndefined();
  });

  it('for a mood where there is something to stand in it, and no photo', () => {
    expect(wish(['따뜻하고 아늑한 분위기'])?.must).toBe(true);
    expect(wish(['따뜻하고 아늑한 분위기'], { kind: 'type' })).toBeUndefined();
    expect(wantsPicture(brief(['따뜻한 분위기']), { ...means, hasPhoto: true })).toBeUndefined();
  });

  it('wherever there is no photo and the engine shows anything that it is asked for', () => {
    const drawn = { ...means, drawsAnything: true };
    for (const hero of [{ kind: 'type' }, { kind: 'icon', ids: ['1f353'] }] as const)
      expect(wantsPicture(brief([], hero), drawn)?.must).toBe(true);
    expect(wantsPicture(brief([], { kind: 'photo' }), { ...drawn, hasPhoto: true })).toBeUndefined();
  });

  it('of a model of the studio’s: always where no icon shows the same, else for most ads', () => {
    expect(wish([], { kind: 'model', id: 'no-icon-of-this' })?.must).toBe(true);
    const wished = Array.from({ length: 30 }, (_, choice) =>
      wantsPicture(brief([], { kind: 'model', id: 'latte' }), { ...means, choice }),
    );
    const made = wished.filter((one) => one !== undefined);
    expect(made.length).toBeGreaterThan(15);
    expect(made.length).toBeLessThan(30);
    expect(made.every(({ must }) => !must)).toBe(true);
  });
});
