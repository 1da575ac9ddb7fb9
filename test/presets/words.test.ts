import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { syllablesOf } from '../../src/language/hangul.ts';
import type { Industry } from '../../src/presets/industry.ts';
import { loadPresets } from '../../src/presets/load.ts';
import { SLOT } from '../../src/presets/pattern.ts';
import { catalogue } from '../../src/studio/catalogue.ts';
import { guardFor } from '../../src/writing/copy/forbidden-words.ts';
import { findUngrounded } from '../../src/writing/copy/grounding.ts';
import { patternWords } from '../../src/writing/copy/pattern-words.ts';

const presets = await loadPresets(fileURLToPath(new URL('../../presets', import.meta.url)), catalogue);

/** All patterns of a trade, without slots and marks. */
function wordsOf({ copy }: Industry): readonly string[] {
  const tables = [copy.ko, copy.en].flatMap(({ headline, sub, cta }) => [headline, sub, cta]);
  const lines = tables.flatMap((table) => Object.values(table).flatMap((list) => list ?? []));
  return lines.map((line) =>
    line
      .replace(/^<\w+>\s*/, '')
      .replaceAll(SLOT, '')
      .replaceAll(' / ', ' '),
  );
}

const allPatterns = presets.industries.rows.map((trade) => [trade.key, trade] as const);

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

describe.each(allPatterns)('the words of %s', (_, trade) => {
  it('have everyday headlines and buttons in both languages, with a product and without', () => {
    for (const locale of ['ko', 'en'] as const) {
      const lines = trade.copy[locale].headline.everyday ?? [];
      expect(lines.some((line) => /\{product/i.test(line))).toBe(true);
      expect(lines.some((line) => !/[{<]/.test(line))).toBe(true);
      expect(trade.copy[locale].cta.everyday?.length).toBeGreaterThan(0);
      expect(trade.copy[locale].sub.everyday?.some((line) => !/[{<]/.test(line))).toBe(true);
    }
  });

  it('hold nothing that the trade may not say', () => {
    const guard = guardFor(trade, presets.forbidden);
    const faults = wordsOf(trade).flatMap((line) => {
      const { replaced, refused } = guard(line);
      return [...replaced, ...refused].map(({ word }) => `${line}: ${word}`);
    });
    expect(faults).toEqual([]);
  });

  it('claim nothing', () => {
    const faults = wordsOf(trade).flatMap((headline) =>
      findUngrounded({ headline }, [], presets.claims, patternWords(presets)),
    );
    expect(faults).toEqual([]);
  });

  it('fit two lines of 14 syllables with a product of six', () => {
    const tables = [...Object.values(trade.copy.ko.headline), ...Object.values(trade.copy.en.headline)];
    for (const line of tables.flatMap((list) => list ?? [])) {
      for (const part of line.replace(/^<\w+>\s*/, '').split(' / ')) {
        const filled = part.replaceAll(SLOT, (_slot, name: string) =>
          name === 'deal' || name === 'shop' || name.toLowerCase() === 'product' ? '가나다라마바' : '가나',
        );
        expect(syllablesOf(filled), line).toBeLessThanOrEqual(14);
      }
    }
  });
});

describe('the words of the days', () => {
  it.each(presets.occasions.rows.map((row) => [row.key, row] as const))(
    '%s has lines with a product and without',
    (_, row) => {
      for (const lines of [row.headline.ko, row.headline.en]) {
        expect(lines.some((line) => line.includes('{product'))).toBe(true);
        expect(lines.some((line) => !/\{(?:product|deal)/.test(line))).toBe(true);
      }
    },
  );

  it('claim nothing', () => {
    const lines = presets.occasions.rows.flatMap(({ headline, sub }) => [
      ...headline.ko,
      ...headline.en,
      ...(sub?.ko ?? []),
      ...(sub?.en ?? []),
    ]);
    const faults = lines.flatMap((line) =>
      findUngrounded({ headline: line.replaceAll(SLOT, '') }, [], presets.claims, patternWords(presets)),
    );
    expect(faults).toEqual([]);
  });
});

describe('what stands for things without a photo', () => {
  it('stands for things of the lexicon', () => {
    const known = new Set(presets.lexicon.map((term) => term.ko));
    expect([...presets.propWords.korean.keys()].filter((word) => !known.has(word))).toEqual([]);
  });
});
