import { SLOT } from '../../presets/pattern.ts';
import type { Presets } from '../../presets/presets.ts';

const gathered = new WeakMap<Presets, ReadonlySet<string>>();

/** Latin words in lower case that our own patterns hold outside of their slots: they name nobody. */
export function patternWords(presets: Presets): ReadonlySet<string> {
  const there = gathered.get(presets);
  if (there !== undefined) return there;
  const words = new Set<string>();
  const add = (lines: readonly string[] | undefined): void => {
    for (const line of lines ?? []) {
      for (const word of line.replaceAll(SLOT, '').match(/[A-Za-z][A-Za-z'’]*/g) ?? [])
        words.add(word.toLowerCase());
    }
  };
  for (const { copy } of presets.industries.rows) {
    for (const { headline, sub, cta, notice } of [copy.ko, copy.en]) {
      for (const table of [headline, sub, cta]) for (const lines of Object.values(table)) add(lines);
      add(notice);
    }
  }
  for (const { headline, sub } of presets.occasions.rows) {
    for (const lines of [headline.ko, headline.en, sub?.ko, sub?.en]) add(lines);
  }
  gathered.set(presets, words);
  return words;
}
