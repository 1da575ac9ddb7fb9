import { describe, expect, it } from 'vitest';
import { materialFor, type Occasion, rankFamilies } from '../../../src/design/choose/rank-families.ts';
import { designFamily } from '../../../src/presets/design.ts';

const family = (key: string, suits: object) =>
  designFamily.parse({
    key,
    names: { ko: key, en: key },
    aliases: { ko: [], en: [] },
    why: { ko: key, en: key },
    suits,
    colours: { plan: 'tint' },
    faces: {},
    sheet: { children: [{ letters: 'headline' }, { letters: 'details' }] },
  });

const words = family('words', { material: ['type'] });
const icons = family('icons', { material: ['hero', 'type'] });
const photos = family('photos', { material: ['picture'] });
const either = family('either', { material: ['hero', 'picture'] });
const all = [words, icons, photos, either];

const occasion = (given: Partial<Occasion> = {}): Occasion => ({
  kind: 'everyday',
  trades: [],
  headline: 6,
  letters: 30,
  details: 1,
  has: { hero: true, picture: false },
  isOwn: false,
  isMade: false,
  leaves: new Set(['headline', 'details']),
  size: { width: 1080, height: 1080 },
  seed: 1,
  others: [],
  ...given,
});

const keys = (given: Partial<Occasion>, families = all) =>
  rankFamilies(families, occasion(given)).map(({ key }) => key);

describe('families', () => {
  it('show what is the shop’s own, and what was made for the ad, before anything else', () => {
    const shown = { has: { hero: true, picture: true }, isOwn: false, isMade: false };
    expect(materialFor(either, shown)).toBe('hero');
    expect(materialFor(either, { ...shown, isMade: true })).toBe('picture');
    expect(materialFor(icons, { ...shown, has: { hero: false, picture: true }, isOwn: true })).toBe('type');
    expect(materialFor(photos, { ...shown, has: { hero: true, picture: false } })).toBeUndefined();
  });

  it('that tell of one occasion alone come after the others at any other', () => {
    const openings = family('openings', { material: ['type'], occasions: { opening: 1 }, only: true });
    const first = (kind: Occasion['kind']) =>
      new Set(Array.from({ length: 20 }, (_, seed) => keys({ kind, seed }, [openings, words, icons])[0]));
    expect(first('everyday')).not.toContain('openings');
    expect(first('opening')).toContain('openings');
  });

  it('that show a picture come first where one was made, whatever the seed', () => {
    for (let seed = 0; seed < 20; seed++) {
      const order = keys({ seed, isMade: true, has: { hero: true, picture: true } });
      expect(new Set(order.slice(0, 2))).toEqual(new Set(['photos', 'either']));
    }
  });

  it('do not show a picture that was made in two tones, unless nothing else does', () => {
    const toned = {
      ...photos,
      key: 'toned',
      colours: { plan: 'duotone' as const, from: ['palette' as const] },
    };
    const made = { isMade: true, has: { hero: false, picture: true } };
    for (let seed = 0; seed < 20; seed++) expect(keys({ seed, ...made }, [toned, photos])[0]).toBe('photos');
    expect(keys(made, [words, toned])[0]).toBe('toned');
  });

  it('that would leave out the shop’s own photo come last', () => {
    for (let seed = 0; seed < 20; seed++)
      expect(keys({ seed, isOwn: true, has: { hero: false, picture: true } }).slice(2)).toEqual(
        expect.arrayContaining(['words', 'icons']),
      );
  });

  it('follow one another with the seed, and give the same order for the same', () => {
    const firsts = new Set(Array.from({ length: 12 }, (_, seed) => keys({ seed })[0]));
    expect(firsts).toEqual(new Set(['words', 'icons', 'either']));
    expect(keys({ seed: 5 })).toEqual(keys({ seed: 5 }));
  });

  it('that the ad is to differ from stand behind all others that suit it', () => {
    for (let seed = 0; seed < 20; seed++)
      expect(keys({ seed, others: ['words', 'icons'] }).indexOf('either')).toBe(0);
  });

  it('that need words which are not there, or are too small for them, are asked last', () => {
    const dated = family('dated', { material: ['type'], needs: ['date'] });
    const brief = family('brief', { material: ['type'], letters: [0, 10] });
    expect(keys({}, [dated, brief, words])[0]).toBe('words');
  });

  it('that are made for sheets of other proportions come last', () => {
    const strip = family('strip', { material: ['type'], sheet: [2.4, 6] });
    const size = { width: 970, height: 250 };
    for (let seed = 0; seed < 20; seed++) {
      expect(keys({ seed, size }, [words, icons, strip])[0]).toBe('strip');
      expect(keys({ seed }, [strip, words, icons]).at(-1)).toBe('strip');
    }
  });

  it('that cannot feel as is asked come after those that can, even what the shop has just had', () => {
    const loud = family('loud', { material: ['type'], moods: ['lively'] });
    const quiet = family('quiet', { material: ['type'], moods: ['warm', 'calm'] });
    for (let seed = 0; seed < 20; seed++) {
      expect(keys({ seed, mood: 'warm' }, [loud, quiet])[0]).toBe('quiet');
      expect(keys({ seed, mood: 'warm', others: ['quiet'] }, [loud, quiet])[0]).toBe('quiet');
      expect(keys({ seed, mood: 'lively' }, [loud, quiet])[0]).toBe('loud');
    }
    expect(new Set(Array.from({ length: 20 }, (_, seed) => keys({ seed }, [loud, quiet])[0])).size).toBe(2);
  });

  it('that are meant for more words are taken rather than what the shop has just had', () => {
    const wordy = family('wordy', { material: ['type'], letters: [100, 300] });
    expect(keys({ others: ['words', 'icons', 'either'] }, [...all, wordy])[0]).toBe('wordy');
    expect(keys({}, [...all, wordy])[0]).not.toBe('wordy');
  });

  it('that suit the occasion and the trade best are chosen from where many would do', () => {
    const many = Array.from({ length: 20 }, (_, i) => family(`plain-${i}`, { material: ['type'] }));
    const sale = family('loud', { material: ['type'], occasions: { sale: 1 }, trades: ['night'] });
    const place = keys({ kind: 'sale', trades: ['night'] }, [...many, sale]).indexOf('loud');
    expect(place).toBeLessThan(2);
  });
});
