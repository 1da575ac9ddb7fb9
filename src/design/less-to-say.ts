import { type AdCopy, COPY_SLOTS, detailLines } from '../ad/copy.ts';
import type { LocalizedText } from '../ad/locale.ts';
import { leftOutWarnings, withoutLeastNeeded } from '../layout/needed-details.ts';
import { detailOf } from '../layout/set-details.ts';

/** The copy without the `count` details that are needed least, and what is told of it. */
export function lessToSay(
  copy: AdCopy,
  count: number,
): { readonly copy: AdCopy; readonly warnings: readonly LocalizedText[] } {
  if (count === 0) return { copy, warnings: [] };
  const details = detailLines(copy.details).map(detailOf);
  const { kept, left } = withoutLeastNeeded(details, count);
  const { details: _all, ...rest } = copy;
  const words = COPY_SLOTS.flatMap((slot) => (slot === 'details' ? [] : (copy[slot] ?? [])));
  return {
    copy: kept.length === 0 ? rest : { ...rest, details: kept.map(({ text }) => text).join('\n') },
    warnings: leftOutWarnings(left, [...words, ...kept.map(({ text }) => text)]),
  };
}
