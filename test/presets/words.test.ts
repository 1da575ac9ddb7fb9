import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadPresets } from '../../src/presets/load.ts';
import { catalogue } from '../../src/studio/catalogue.ts';

const presets = await loadPresets(fileURLToPath(new URL('../../presets', import.meta.url)), catalogue);

describe('the lexicon', () => {
  it('holds at least 1,500 terms of the shop world, fillers not counted', () => {
    const korean = presets.lexicon.filter((term) => /[가-힣]/.test(term.ko) && term.group.kind !== 'filler');
    expect(korean.length).toBeGreaterThanOrEqual(1500);
  });

  it('has no word twice', () => {
    const korean = presets.lexicon.filter((term) => /[가-힣]/.test(term.ko));
    const words = korean.map((term) => term.ko.replaceAll(' ', '').toLowerCase());
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it('means everything in English', () => {
    expect(presets.lexicon.filter((term) => /[가-힣]/.test(term.en + (term.look ?? '')))).toEqual([]);
  });

  it('tints things that it knows', () => {
    const known = new Set(presets.lexicon.map((term) => term.ko));
    expect([...presets.tints.keys()].filter((word) => !known.has(word))).toEqual([]);
  });
});

describe('what stands for things without a photo', () => {
  it('stands for things of the lexicon', () => {
    const known = new Set(presets.lexicon.map((term) => term.ko));
    expect([...presets.propWords.korean.keys()].filter((word) => !known.has(word))).toEqual([]);
  });
});
