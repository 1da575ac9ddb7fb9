import type { PurposeName } from '../../ad/purpose.ts';
import type { Statement } from '../../ad/statement.ts';
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

/** What an offer is: less to pay, or something with it. */
const CHEAPER =
  /%|퍼센트|할인|세일|특가|반값|\d\s?\+\s?\d|무료\s?배[송달]|\boff\b|half|\bfree (?:shipping|delivery)\b/iu;
const GIFT = /증정|사은품|무료|덤|서비스|free|gift/iu;

/** What the ad is for. A discount makes it a sale; a season or a day alone makes it the season's. */
export function findPurpose(
  words: readonly Word[],
  told: readonly Statement[],
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
  for (const { kind, text } of told) {
    if (kind !== 'offer') continue;
    if (CHEAPER.test(text)) said.add('sale');
    else if (GIFT.test(text)) said.add('event');
  }
  const first = ORDER.find((purpose) => said.has(purpose));
  if (first !== undefined) return first;
  const dated = words.some(
    (word) =>
      !isDenied(word) && (keyOf(word, 'season') !== undefined || keyOf(word, 'occasion') !== undefined),
  );
  if (dated) return 'season';
  return weak ? 'booking' : 'everyday';
}
