import type { StatementKind } from '../../../ad/statement.ts';
import type { SegmentContext } from '../statements/segment.ts';
import type { Piece } from './pieces.ts';
import { isOccasion } from './sentences.ts';

/** How many of the words around a piece are told with it, and which are told not at all. */

/** What may stand before a piece and is said with it. */
const LEADING = new Set(
  "for from at only just now is are cost costs starting priced with and on in by to of a an the get it's plus or all valid & - – + : ,".split(
    ' ',
  ),
);

const LIMITING =
  /^(?:cash|cards?|members?|adults?|women|men|ladies|takeaway|takeout|pick-?up|delivery|dine-in|appointment|residents?|kids|students?)$/iu;

/** UTF-16 units at the end of a text that only lead to what follows it, the blanks before them too. */
export function leadingLength(text: string): number {
  const parts = text.split(/(\s+)/u);
  let length = 0;
  for (let at = parts.length - 1; at >= 0; at--) {
    const part = parts[at] ?? '';
    if (part.trim() !== '' && !LEADING.has(part.toLowerCase())) break;
    // It limits what stands before it: 'cash only'.
    if (/^only$/iu.test(part) && LIMITING.test(parts[at - 2] ?? '')) break;
    length += part.length;
  }
  return length;
}

/** What stands before a piece and is not told with it. */
const UNSAID: Partial<Record<StatementKind, RegExp>> = {
  offer: /^(?:(?:with|and|plus|give|giving|offer|offering|for)\s)+(?:an?\s(?!half))?/iu,
  price: /^(?:(?:for|at|and|is|are|costs?|with|plus|it's|-|–|:)\s)+(?=\S)/iu,
};

/** UTF-16 units at the beginning of a piece that are not told with it. */
export const unsaidLength = (kind: StatementKind, said: string): number =>
  UNSAID[kind]?.exec(said)?.[0].length ?? 0;

const COUNTED =
  /^(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|each|per|any|all|every|both|adults?|kids?|children|students?|seniors?|members?|weekdays?|weekends?|lunch|dinner|monthly|daily|weekly|single|double|small|medium|large|regular|first|second|extra|entry|admission|deposit)\b/iu;

/** A word or two before a later price: 'men ₩28,000', '2BR ₩90,000'. */
const LABEL = /^[\p{L}\d'’-]{2,14}(?:\s[\p{L}\d'’-]{2,14})?$/u;

/** A size behind a name is of the price: 'Dog grooming small ₩35,000'. */
const SIZE_END =
  /(?<=\p{L}{2}\s)(?:small|medium|large|x-?large|regular|mini|half|full|single|double|king|queen)\s?$/iu;

/** A complement that begins so belongs to the piece before it: '50% off the first month of storage'. */
export const COMPLEMENT =
  /^\s?(?:off|on|up\sto|for|to|with|from|when|if|in|of|per|your|the|all|any|every|each|first|next|second|selected|everything|entire|until|till|at|by|after|before|during|while|within|between|storewide|sitewide|and|&|or|only|not|except|excluding|without|unless|again|back|plus|including|included|as|a|an|my|our|this|total|more|extra|both)\b/iu;

export const takesComplement = (kind: StatementKind): boolean =>
  kind === 'offer' || kind === 'price' || kind === 'schedule' || kind === 'place';

/** The days behind a price, before the next or at the end: '12,000 weekdays 18,000 weekends'. */
export const isDayOfPrice = (piece: Piece, words: string, next: Piece | undefined): boolean =>
  piece.kind === 'schedule' &&
  /^(?:weekdays?|weekends?|weeknights?)$/iu.test(words.slice(piece.start, piece.end)) &&
  (next === undefined || next.kind === 'price');

/** One word behind a price says for which it is: '₩90,000 upright'. */
const LABEL_BEHIND = /^\s[a-z]{3,12}$/u;

const SIZE_ALONE = /^(?:whole|half|small|medium|large|single|double|regular|upright)$/iu;

/** A day that goes on from the time before it. */
const GOES_ON = /^(?:until|till|before|after|most|every|each|on|weekdays?|weekends?|daily)\b/iu;

export const goesOn = (said: string): boolean => GOES_ON.test(said);

/**
 * Whether a word behind a price says for which it is.
 *
 * @param from where it begins in the text
 * @param isFirst whether no other statement stands before the price
 */
export const isLabelBehind = (
  rest: string,
  from: number,
  isFirst: boolean,
  known: SegmentContext['words'],
): boolean =>
  LABEL_BEHIND.test(rest) && (isFirst || SIZE_ALONE.test(rest.trim()) || !isGoods(rest, from, known));

const isGoods = (rest: string, from: number, known: SegmentContext['words']): boolean =>
  known.some(({ start, end, meanings }) => start >= from && end <= from + rest.length && meanings.length > 0);

/** A piece to the end of its words: an offer takes what it is off, up to the next piece. */
export function endOf(words: string, piece: Piece, next: Piece | undefined): number {
  if (piece.kind !== 'offer') return piece.end;
  const limit = next?.start ?? words.length;
  const behind = words.slice(piece.end, limit);
  if (behind.trim() === '') return piece.end;
  if (!COMPLEMENT.test(behind) && !/^\s(?:[\p{L}'’-]+\s?){1,4}$/u.test(behind)) return piece.end;
  const lead = next === undefined ? 0 : leadingLength(behind);
  const end = words.slice(0, limit - lead).trimEnd().length;
  return Math.max(piece.end, end);
}

/** How much of what stands before a piece is its label: 'three rooms for' of a price, 'last order' of an hour. */
export function labelLength(gap: string, { kind }: Piece, first: boolean, said: string): number {
  const words = gap.trim();
  if (words === '') return gap.length;
  if (leadingLength(gap) === gap.length) return gap.length;
  // What is added to the price of another thing: 'gift wrap +₩2,000', 'add guac +1.5'.
  if (kind === 'price' && (/(?<!\d)\+\s?$/.test(gap) || (/^add\s/iu.test(words) && !first)))
    return gap.length;
  if (kind === 'price' && (COUNTED.test(words) || (!first && LABEL.test(words)))) return gap.length;
  if (kind === 'price') return SIZE_END.exec(gap)?.[0].length ?? 0;
  if (kind === 'schedule' && /^only\b/iu.test(said) && words.split(/\s/).length <= 3) return gap.length;
  if (kind === 'schedule' && words.split(/\s/).length <= 4 && !first && !isOccasion(words)) return gap.length;
  if (
    kind === 'schedule' &&
    /^(?:last|open|opening|closed|hours?|doors?|break|kitchen|lunch|dinner|brunch|breakfast|happy|check|from|until|valid|starts?|ends?|deadline|registration|sale ends|arrival|departure|baked|sold|orders?|served|gone|delivered|made|appointments?|classes|lessons?|sessions?|tours?|shows?|daily|evening|delivery|pick-?up)\b/iu.test(
      words,
    )
  )
    return gap.length;
  if (
    kind === 'offer' &&
    /^(?:an?|an extra|get|save|up to|extra|additional|another|students?|members?|seniors?|first|new|everything|all|any|every|storewide|lunch|dinner|early bird|group|online|military|referral)\b/iu.test(
      words,
    )
  )
    return gap.length;
  if (kind === 'contact' && words.split(/\s/).length <= 4) return gap.length;
  return 0;
}
