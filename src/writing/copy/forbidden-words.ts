import type { LocalizedText } from '../../ad/locale.ts';
import { particleFor } from '../../language/particles.ts';
import type { ForbiddenSet } from '../../presets/forbidden.ts';
import type { Industry } from '../../presets/industry.ts';

/** A word that was found, and what became of it. */
export interface Finding {
  readonly word: string;
  /** Absent where there is nothing to say instead. */
  readonly instead?: string;
  readonly why: LocalizedText;
}

interface Cleaned {
  /** With what could be replaced replaced. */
  readonly text: string;
  readonly replaced: readonly Finding[];
  readonly refused: readonly Finding[];
}

interface Rule {
  readonly word: string;
  /** The word as it is looked for: in lower case, Korean without blanks. */
  readonly key: string;
  readonly instead?: string;
  readonly why: LocalizedText;
  /** Longer words in which it means something else. */
  readonly except: readonly RegExp[];
}

/** Tells a trade's forbidden words in copy. */
export type WordGuard = (text: string) => Cleaned;

const HANGUL = /[가-힣]/;

/** The guard of a trade: the sets that hold everywhere and its own, longest words first. */
export function guardFor(trade: Industry, sets: readonly ForbiddenSet[]): WordGuard {
  const rules = sets
    .filter((set) => set.everywhere || trade.forbid.includes(set.key))
    .flatMap(({ words, why, except: sources }) => {
      const except = sources.map((source) => new RegExp(source, 'giu'));
      return words.map((entry): Rule => ({ ...entry, key: keyOf(entry.word), why, except }));
    })
    .sort((a, b) => b.word.length - a.word.length);
  return (text) => clean(text, rules);
}

function keyOf(word: string): string {
  const lower = word.toLowerCase();
  return HANGUL.test(word) ? lower.replaceAll(' ', '') : lower;
}

function clean(text: string, rules: readonly Rule[]): Cleaned {
  const replaced: Finding[] = [];
  const refused: Finding[] = [];
  let out = text;
  let letters = squeezed(out);
  for (const rule of rules) {
    // Nearly all words of the list are in no text: one look before the exact one.
    if (!letters.includes(rule.key.replaceAll(' ', ''))) continue;
    const places = placesOf(out, rule);
    const fine = spansOf(out, rule.except);
    let from = 0;
    let next = '';
    for (const { start, end } of places) {
      if (fine.some((span) => start >= span.start && end <= span.end)) continue;
      // A claim that is denied claims nothing: '최저가 아님'.
      if (/^(?:가|이|은|는)?\s?(?:아님|아닙|아니|아닌)/u.test(out.slice(end, end + 8))) continue;
      if (/\b(?:not|no|never)\s$/iu.test(out.slice(Math.max(0, start - 7), start))) continue;
      const word = out.slice(start, end);
      if (rule.instead === undefined) {
        refused.push({ word, why: rule.why });
        continue;
      }
      replaced.push({ word, instead: rule.instead, why: rule.why });
      const tail = withNewParticle(rule.instead, out.slice(end));
      next += out.slice(from, start) + rule.instead + tail.particle;
      from = end + tail.length;
    }
    out = next + out.slice(from);
    letters = squeezed(out);
  }
  return { text: out, replaced, refused };
}

const squeezed = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, '');

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a word stands. Blanks inside Korean words may be there or not; Latin words stand alone. */
function placesOf(text: string, { key }: Rule): readonly Span[] {
  const korean = HANGUL.test(key);
  const letters: string[] = [];
  const at: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const letter = text.charAt(index);
    if (korean && /\s/.test(letter)) continue;
    letters.push(letter.toLowerCase());
    at.push(index);
  }
  const line = letters.join('');
  const places: Span[] = [];
  for (let found = line.indexOf(key); found >= 0; found = line.indexOf(key, found + key.length)) {
    const start = at[found] ?? 0;
    const end = (at[found + key.length - 1] ?? 0) + 1;
    const alone = !/[\p{L}\p{N}]/u.test(`${text.charAt(start - 1)}${text.charAt(end)}`);
    if (korean || alone) places.push({ start, end });
  }
  return places;
}

function spansOf(text: string, patterns: readonly RegExp[]): readonly Span[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}

/** The particle behind a replaced word, in the form that the new word takes. */
function withNewParticle(word: string, rest: string): { particle: string; length: number } {
  const found = /^(?:이에요|예요|으로|로|이랑|랑|은|는|이|가|을|를|과|와)(?![가-힣])/u.exec(rest)?.[0];
  return found === undefined
    ? { particle: '', length: 0 }
    : { particle: particleFor(word, found), length: found.length };
}
