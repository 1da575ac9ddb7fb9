import type { PurposeName } from '../../ad/purpose.ts';
import type { Fact } from '../copy/facts.ts';
import type { Word } from './find-words.ts';
import { keyOf, termOf } from './word-means.ts';

/** Where a request has several, the first of these is what the ad is for. */
const ORDER: readonly PurposeName[] = [
  'notice',
  'opening',
  'enrol',
  'sale',
  'booking',
  'new',
  'event',
  'season',
];

/** Words that only ask for a button: they decide where nothing else does. */
const WEAK = /^(?:주문|문의|상담|픽업|order|consultation|enquiry)$/i;

/** What the ad is for. A discount makes it a sale; a season or a day alone makes it the season's. */
export function findPurpose(
  words: readonly Word[],
  facts: readonly Fact[],
  isDenied: (word: Word) => boolean,
): PurposeName {
  const said = new Set<PurposeName>();
  let weak = false;
  for (const word of words) {
    const purpose = isDenied(word) ? undefined : termOf(word)?.group.means.purpose;
    if (purpose === undefined) continue;
    if (WEAK.test(word.text)) weak = true;
    else said.add(purpose);
  }
  if (facts.some((fact) => fact.kind === 'deal')) said.add('sale');
  if (facts.some((fact) => fact.kind === 'gift')) said.add('event');
  const first = ORDER.find((purpose) => said.has(purpose));
  if (first !== undefined) return first;
  const dated = words.some(
    (word) =>
      !isDenied(word) && (keyOf(word, 'season') !== undefined || keyOf(word, 'occasion') !== undefined),
  );
  if (dated) return 'season';
  return weak ? 'booking' : 'everyday';
}
