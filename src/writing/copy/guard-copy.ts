import { type AdCopy, COPY_SLOTS, type CopySlot } from '../../ad/copy.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import { UserError } from '../../errors/user-error.ts';
import { particleFor } from '../../language/particles.ts';
import type { Finding, WordGuard } from './forbidden-words.ts';

/** What words may be used after all, and what was changed. */
export interface Guarded<T> {
  readonly value: T;
  readonly warnings: readonly LocalizedText[];
}

/**
 * The person's own words with what a trade may not say replaced.
 *
 * @throws UserError `copy-forbidden` where nothing can stand instead
 */
export function guardOwnWords(given: AdCopy, guard: WordGuard): Guarded<AdCopy> {
  const copy: { [slot in CopySlot]?: string } = {};
  const warnings: LocalizedText[] = [];
  for (const slot of COPY_SLOTS) {
    const words = given[slot];
    if (words === undefined) continue;
    const { text, replaced, refused } = guard(words);
    const [first] = refused;
    if (first !== undefined)
      throw new UserError('copy-forbidden', { slot, word: first.word, why: first.why });
    copy[slot] = text;
    warnings.push(...replaced.map(replacedWarning));
  }
  return { value: copy, warnings };
}

/** Words of the request for the copy that we write: replaced where that is possible, else left out. */
export function guardWords(words: string | undefined, guard: WordGuard): Guarded<string | undefined> {
  if (words === undefined) return { value: undefined, warnings: [] };
  const { text, replaced, refused } = guard(words);
  if (refused.length > 0) return { value: undefined, warnings: refused.map(refusedWarning) };
  return { value: text, warnings: replaced.map(replacedWarning) };
}

function replacedWarning({ word, instead = '', why }: Finding): LocalizedText {
  return {
    ko: `“${word}” 대신 “${instead}”${particleFor(instead, '으로')} 바꿨어요. ${why.ko}`,
    en: `“${word}” was changed to “${instead}”. ${why.en}`,
  };
}

/** Tells of a word that was left out with all that holds it. */
export function refusedWarning({ word, why }: Finding): LocalizedText {
  return {
    ko: `“${word}”: 광고 문구에서 뺐어요. ${why.ko}`,
    en: `“${word}” was left out of the copy. ${why.en}`,
  };
}
