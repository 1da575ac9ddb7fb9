import type { StatementKind } from '../../../ad/statement.ts';
import type { Clause, Segment, SegmentContext } from '../statements/segment.ts';
import { keyOf, kindOf } from '../word-means.ts';
import type { Part } from './parts.ts';
import { SHOP } from './patterns.ts';
import type { Piece } from './pieces.ts';
import { isOccasion, isTradeAlone, kindOfRest } from './sentences.ts';

/** Words that open a part and say nothing of what is sold. */
const OPENING =
  /^(?:(?:and|but|plus|also|now|so|hi|hello|hey|welcome to|introducing|presenting|announcing|we (?:also )?(?:now )?(?:offer|have|sell|make|serve|provide|do|give|are (?:offering|selling|giving|hiring|launching))|now (?:offering|selling|serving|giving)|offering|giving|give|offer|featuring|selling|with|there is|there are|it is|it's|try|enjoy|get|come (?:and )?(?:try|enjoy|see)|check out|don['’]t miss|our|the|a|an|my|your|this|these|some|all about|on all|for|of|about|on)\s)+/iu;

/** What may stand before a piece and is said with it. */
const LEADING = new Set(
  "for from at only just now is are cost costs starting priced with and on in by to of a an the get it's plus or all valid & - – + : ,".split(
    ' ',
  ),
);

const LIMITING =
  /^(?:cash|cards?|members?|adults?|women|men|ladies|takeaway|takeout|pick-?up|delivery|dine-in|appointment|residents?|kids|students?)$/iu;

/** UTF-16 units at the end of a text that only lead to what follows it, the blanks before them too. */
function leadingLength(text: string): number {
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

const COUNTED =
  /^(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|each|per|any|all|every|both|adults?|kids?|children|students?|seniors?|members?|weekdays?|weekends?|lunch|dinner|monthly|daily|weekly|single|double|small|medium|large|regular|first|second|extra|entry|admission|deposit)\b/iu;

/** A word or two before a later price: 'men ₩28,000', '2BR ₩90,000'. */
const LABEL = /^[\p{L}\d'’-]{2,14}(?:\s[\p{L}\d'’-]{2,14})?$/u;

/** A size behind a name is of the price: 'Dog grooming small ₩35,000'. */
const SIZE_END =
  /(?<=\p{L}{2}\s)(?:small|medium|large|x-?large|regular|mini|half|full|single|double|king|queen)\s?$/iu;

/** A complement that begins so belongs to the piece before it: '50% off the first month of storage'. */
const COMPLEMENT =
  /^\s?(?:off|on|up\sto|for|to|with|from|when|if|in|of|per|your|the|all|any|every|each|first|next|second|selected|everything|entire|until|till|at|by|after|before|during|while|within|between|storewide|sitewide|and|&|or|only|not|except|excluding|without|unless|again|back|plus|including|included|as|a|an|my|our|this|total|more|extra|both)\b/iu;

const SHOP_HEAD = new RegExp(
  String.raw`^(?:(?:our|the|a|an|my)\s)?(?<name>(?:[\p{L}\d'’&-]+\s){0,2}?${SHOP})\s(?=\p{L})`,
  'iu',
);

/** Behind a shop's word: what is sold begins here. */
const NEW_THING =
  /^(?:new|now|fresh|freshly|handmade|hand-made|homemade|home-made|daily|grand|opening|reopening|special|summer|spring|winter|autumn|seasonal|signature|organic|our|the|free|sale|is|are|has|for|with|in|on|at|event|promotion|menu)\b/iu;

/** UTF-16 units of the words that open a part and say nothing of what is sold. */
export const openingOf = (words: string): number => {
  const length = OPENING.exec(words)?.[0].length ?? 0;
  return length >= words.length ? 0 : length;
};

/** The pieces of a part, with what stands before, between and behind them. */
export function segmentsBetween(
  part: Part,
  words: string,
  at: number,
  found: readonly Piece[],
  clause: Clause,
  context: SegmentContext,
): readonly Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  let joined = part.joinedFrom;
  const push = (kind: StatementKind, end: number, said: readonly [number, number], bound = false): void => {
    segments.push({
      kind,
      start: joined,
      end: at + end,
      said: { start: at + said[0], end: at + said[1] },
      ...(bound ? { bindsBefore: true } : {}),
    });
    joined = at + end;
    from = end;
  };
  for (const [index, piece] of found.entries()) {
    const gap = words.slice(from, piece.start);
    let start = piece.start;
    const label = labelLength(
      gap,
      piece,
      clause.first && segments.length === 0 && from === 0,
      words.slice(piece.start, piece.end),
    );
    if (gap.trim() !== '') {
      if (label === gap.length) start = from + (gap.length - gap.trimStart().length);
      else {
        const lead = Math.max(leadingLength(gap), label);
        if (label > 0) start = piece.start - label;
        const name = gap.slice(0, gap.length - lead);
        const previous = segments.at(-1);
        if (/[\p{L}\p{N}]/u.test(name)) {
          if (previous !== undefined && takesComplement(previous.kind) && COMPLEMENT.test(gap)) {
            extend(segments, at + piece.start - lead, words, at);
            from = piece.start - lead;
            joined = at + from;
          } else pushRest(name, from);
        }
      }
    }
    const end = endOf(words, piece, found[index + 1]);
    start += UNSAID[piece.kind]?.exec(words.slice(start, end))?.[0].length ?? 0;
    const before = segments.at(-1);
    // 'by 6' + 'most days': a time goes on.
    if (
      before?.kind === 'schedule' &&
      piece.kind === 'schedule' &&
      gap.trim() === '' &&
      GOES_ON.test(words.slice(start, end))
    ) {
      extend(segments, at + end, words, at);
      from = end;
      joined = at + end;
      continue;
    }
    if (before?.kind === 'price' && gap.trim() === '' && isDayOfPrice(piece, words, found[index + 1])) {
      extend(segments, at + end, words, at);
      from = end;
      joined = at + end;
      continue;
    }
    const beside = before !== undefined && (before.kind === 'offer' || before.kind === 'price');
    const limits = piece.kind === 'schedule' || piece.kind === 'exception';
    push(piece.kind, end, [start, end], beside && limits);
  }
  const rest = words.slice(from);
  if (/[\p{L}\p{N}]/u.test(rest)) {
    const previous = segments.at(-1);
    const label =
      previous?.kind === 'price' &&
      LABEL_BEHIND.test(rest) &&
      (segments.length === 1 || SIZE_ALONE.test(rest.trim()) || !isGoods(rest, at + from, context));
    if (
      previous !== undefined &&
      from > 0 &&
      takesComplement(previous.kind) &&
      (COMPLEMENT.test(rest) || label)
    ) {
      extend(segments, at + words.length, words, at);
    } else pushRest(rest, from);
  }
  const last = segments.at(-1);
  if (last !== undefined && last.end < part.end) segments[segments.length - 1] = { ...last, end: part.end };
  return segments;

  function pushRest(name: string, start: number): void {
    const trimmedName = name.trim();
    const lead = name.length - name.trimStart().length;
    let said = start + lead + openingOf(trimmedName);
    const end = start + lead + trimmedName.length;
    const shop = shopLength(words.slice(said, end), at + said, context.words);
    if (shop > 0) {
      push('trade', said + shop, [said, said + shop]);
      said = said + shop + (words.slice(said + shop).length - words.slice(said + shop).trimStart().length);
    }
    const phrase = words.slice(said, end);
    if (isTradeAlone(phrase)) {
      push('trade', end, [said, end]);
      return;
    }
    const whom =
      /\s(?=(?:for|ideal for|perfect for|suitable for|aged?)\s(?:absolute |complete |all |young |small |new |busy |[a-z]+ and )?(?:beginners?|students?|kids|children|toddlers?|babies|adults?|seniors?|couples|famil(?:y|ies)|women|men|ladies|girls|boys|members|everyone|every ?body|all ages|teens?|teenagers?|moms?|mums?|dads?|parents|pets|dogs|cats|groups?|office workers|professionals|expats|foreigners|tourists|travell?ers|newcomers|newborns?|brides|grooms|ages?\b))/iu.exec(
        phrase,
      );
    const head = whom === null ? phrase : phrase.slice(0, whom.index);
    const kind = isOccasion(head) ? 'occasion' : kindOfRest(head);
    if (whom !== null && kind === 'product') {
      push('product', said + whom.index, [said, said + whom.index]);
      push('audience', end, [said + whom.index + 1, end]);
      return;
    }
    const sale = /^(?:[a-z'’-]+\s){0,3}?(?:sale|clearance|opening)\s(?:on|of|for)\s(?=\p{L})/iu.exec(phrase);
    if (sale !== null && isOccasion(sale[0].trim().replace(/\s(?:on|of|for)$/iu, ''))) {
      const name = sale[0].trim().replace(/\s(?:on|of|for)$/iu, '').length;
      push('occasion', said + name, [said, said + name]);
      pushRest(words.slice(said + sale[0].length, end), said + sale[0].length);
      return;
    }
    push(kind, end, [said, end]);
  }
}

/** The days behind a price, before the next or at the end: '12,000 weekdays 18,000 weekends'. */
const isDayOfPrice = (piece: Piece, words: string, next: Piece | undefined): boolean =>
  piece.kind === 'schedule' &&
  /^(?:weekdays?|weekends?|weeknights?)$/iu.test(words.slice(piece.start, piece.end)) &&
  (next === undefined || next.kind === 'price');

/** One word behind a price says for which it is: '₩90,000 upright'. */
const LABEL_BEHIND = /^\s[a-z]{3,12}$/u;

const SIZE_ALONE = /^(?:whole|half|small|medium|large|single|double|regular|upright)$/iu;

/** A day that goes on from the time before it. */
const GOES_ON = /^(?:most|every|each|on|weekdays?|weekends?|daily)\b/iu;

const isGoods = (rest: string, from: number, { words }: SegmentContext): boolean =>
  words.some(({ start, end, meanings }) => start >= from && end <= from + rest.length && meanings.length > 0);

const takesComplement = (kind: StatementKind): boolean =>
  kind === 'offer' || kind === 'price' || kind === 'schedule' || kind === 'place';

function extend(segments: Segment[], end: number, words: string, at: number): void {
  const last = segments.at(-1);
  if (last === undefined) return;
  const told = words.slice(0, end - at).trimEnd().length + at;
  segments[segments.length - 1] = {
    ...last,
    end,
    ...(last.said === undefined ? {} : { said: { ...last.said, end: told } }),
  };
}

/** A piece to the end of its words: an offer takes what it is off, up to the next piece. */
function endOf(words: string, piece: Piece, next: Piece | undefined): number {
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
function labelLength(gap: string, { kind }: Piece, first: boolean, said: string): number {
  const words = gap.trim();
  if (words === '') return gap.length;
  if (leadingLength(gap) === gap.length) return gap.length;
  // What is added to the price of another thing: 'gift wrap +₩2,000', 'add guac +1.5'.
  if (kind === 'price' && (/\+\s?$/.test(gap) || (/^add\s/iu.test(words) && !first))) return gap.length;
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

/** UTF-16 units of a shop's word that stands before what it sells: 'barber shop' of 'barber shop beard trim'. */
function shopLength(phrase: string, at: number, known: SegmentContext['words']): number {
  const match = SHOP_HEAD.exec(phrase);
  const name = match?.groups?.name;
  if (match === null || name === undefined) return 0;
  const behind = phrase.slice(match[0].length);
  if (/^(?:by|near|in|at|on|with|for|under|over|opposite|beside)\s/iu.test(behind)) return 0;
  const next = known.find((word) => word.start === at + match[0].length);
  const word = known.find((found) => found.start === at + match[0].length - name.length - 1);
  const sells = next !== undefined && next.meanings.length > 0 && kindOf(next) !== 'filler';
  if (NEW_THING.test(behind)) return match[0].trimEnd().length;
  const named = word !== undefined && keyOf(word, 'trade') !== undefined;
  return name.includes(' ') || (named && sells) ? match[0].trimEnd().length : 0;
}
