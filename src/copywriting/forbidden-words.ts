import type { Said } from '../ad/locale.ts';
import { particleFor } from '../language/particles.ts';
import type { ForbiddenSet } from '../presets/forbidden.ts';
import type { Industry } from '../presets/industry.ts';

/** A word that was found, and what became of it. */
export interface Finding {
  readonly word: string;
  /** Absent where there is nothing to say instead. */
  readonly instead?: string;
  readonly why: Said;
}

export interface Cleaned {
  /** With what could be replaced replaced. */
  readonly text: string;
  readonly replaced: readonly Finding[];
  readonly refused: readonly Finding[];
}

interface Rule {
  readonly pattern: RegExp;
  readonly word: string;
  readonly instead?: string;
  readonly why: Said;
  readonly except: readonly RegExp[];
}

/** Tells a trade's forbidden words in copy. */
export type WordGuard = (text: string) => Cleaned;

/** The guard of a trade: the sets that hold everywhere and its own, longest words first. */
export function guardFor(trade: Industry, sets: readonly ForbiddenSet[]): WordGuard {
  const rules = sets
    .filter((set) => set.everywhere || trade.forbid.includes(set.key))
    .flatMap((set): Rule[] => {
      const except = set.except.map((source) => new RegExp(source, 'giu'));
      return set.words.map((entry) => ({ ...entry, pattern: patternOf(entry.word), why: set.why, except }));
    })
    .sort((a, b) => b.word.length - a.word.length);
  return (text) => clean(text, rules);
}

/** Blanks inside Korean words may be there or not; Latin words stand alone. */
function patternOf(word: string): RegExp {
  const escaped = [...word.replaceAll(' ', '')].map((letter) =>
    letter.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&'),
  );
  if (/\p{Script=Hangul}/u.test(word)) return new RegExp(escaped.join(String.raw`\s*`), 'giu');
  const source = word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', String.raw`\s+`);
  return new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'giu');
}

function clean(text: string, rules: readonly Rule[]): Cleaned {
  const replaced: Finding[] = [];
  const refused: Finding[] = [];
  let out = text;
  for (const rule of rules) {
    const fine = spansOf(out, rule.except);
    let from = 0;
    let next = '';
    for (const match of out.matchAll(rule.pattern)) {
      const end = match.index + match[0].length;
      if (fine.some((span) => match.index >= span.start && end <= span.end)) continue;
      const finding: Finding = {
        word: match[0],
        why: rule.why,
        ...(rule.instead === undefined ? {} : { instead: rule.instead }),
      };
      if (rule.instead === undefined) {
        refused.push(finding);
        continue;
      }
      replaced.push(finding);
      const tail = withNewParticle(rule.instead, out.slice(end));
      next += out.slice(from, match.index) + rule.instead + tail.particle;
      from = end + tail.length;
    }
    out = next + out.slice(from);
  }
  return { text: out, replaced, refused };
}

function spansOf(text: string, patterns: readonly RegExp[]): readonly { start: number; end: number }[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
}

/** The particle behind a replaced word, in the form that the new word takes. */
function withNewParticle(word: string, rest: string): { particle: string; length: number } {
  const found = /^(?:이에요|예요|으로|로|이랑|랑|은|는|이|가|을|를|과|와)(?![가-힣])/u.exec(rest)?.[0];
  return found === undefined
    ? { particle: '', length: 0 }
    : { particle: particleFor(word, found), length: found.length };
}
