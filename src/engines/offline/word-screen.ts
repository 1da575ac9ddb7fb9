import { UserError } from '../../errors/user-error.ts';
import type { ForbiddenSet } from '../../presets/forbidden.ts';
import type { Presets } from '../../presets/presets.ts';
import type { Screen } from '../ports.ts';

/** A set of words, ready to be looked for. */
interface Rule {
  readonly words: RegExp;
  readonly fine: readonly RegExp[];
  readonly why: ForbiddenSet['why'];
}

/**
 * The screen that needs no model: the word list of presets/unwanted.yaml. A word counts where one begins with it, since
 * syllables meet by chance inside and between others (엄마 약국, 총 기간).
 */
export function createWordScreen(presets: Presets): Screen {
  let rules: readonly Rule[] | undefined;
  return {
    async screen(text) {
      rules ??= presets.unwanted.map(ruleOf);
      const found = rules.find((rule) => breaks(text, rule));
      if (found !== undefined) throw new UserError('content-refused', { why: found.why });
    },
  };
}

function ruleOf({ words, except, why }: ForbiddenSet): Rule {
  const sources = words.map(({ word }) => (/[a-z]/i.test(word) ? `${word}(?![\\p{L}\\p{N}])` : word));
  return {
    words: new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})`, 'giu'),
    fine: except.map((source) => new RegExp(source, 'giu')),
    why,
  };
}

function breaks(text: string, { words, fine }: Rule): boolean {
  const allowed = fine.flatMap((pattern) => [...text.matchAll(pattern)]);
  return [...text.matchAll(words)].some(
    ({ index, 0: word }) =>
      !allowed.some((span) => index >= span.index && index + word.length <= span.index + span[0].length),
  );
}
