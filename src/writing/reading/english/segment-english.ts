import type { StatementKind } from '../../../ad/statement.ts';
import type { Clause, Segment, SegmentContext, Segmenter } from '../statements/segment.ts';
import { keyOf, kindOf } from '../word-means.ts';
import { type Part, partsOf } from './parts.ts';
import { SHOP } from './patterns.ts';
import { type Piece, piecesIn } from './pieces.ts';
import {
  isBinding,
  isDenied,
  isGift,
  isLimit,
  isOccasion,
  isSentence,
  isTradeAlone,
  kindOfRest,
  kindOfWhole,
} from './sentences.ts';

/** Words that open a part and say nothing of what is sold. */
const OPENING =
  /^(?:(?:and|but|plus|also|now|so|hi|hello|hey|welcome to|introducing|presenting|announcing|we (?:also )?(?:now )?(?:offer|have|sell|make|serve|provide|do|give|are (?:offering|selling|giving|hiring|launching))|now (?:offering|selling|serving|giving)|offering|giving|give|offer|featuring|selling|with|there is|there are|it is|it's|try|enjoy|get|come (?:and )?(?:try|enjoy|see)|check out|don['’]t miss|our|the|a|an|my|your|this|these|some|all about|on all|for|of|about|on)\s)+/iu;

/** What may stand before a piece and is said with it. */
const LEADING = new Set(
  "for from at only just now is are cost costs starting priced with and on in by to of a an the get it's plus or all valid & - – + : ,".split(
    ' ',
  ),
);

/** UTF-16 units at the end of a text that only lead to what follows it, the blanks before them too. */
function leadingLength(text: string): number {
  const parts = text.split(/(\s+)/u);
  let length = 0;
  for (let at = parts.length - 1; at >= 0; at--) {
    const part = parts[at] ?? '';
    if (part.trim() !== '' && !LEADING.has(part.toLowerCase())) break;
    length += part.length;
  }
  return length;
}

/** What stands before a piece and is not told with it. */
const UNSAID: Partial<Record<StatementKind, RegExp>> = {
  offer: /^(?:(?:with|and|plus|give|giving|offer|offering|for)\s)+(?:an?\s(?!half))?/iu,
  price: /^(?:(?:for|at|and|is|are|costs?|with|plus|it's|-|–|:)\s)+(?=\S)/iu,
};

/** A thing, and whom or when it is limited to: 'Tarot reading by appointment only'. */
const LIMITED =
  /^(.{3,60}?)\s((?:by appointment|for [a-z]+|in[- ]store|takeaway|take-?out|dine-in|pick-?up|on [a-z]+|online)\sonly)$/iu;

const COUNTED =
  /^(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|each|per|any|all|every|both|adults?|kids?|children|students?|seniors?|members?|weekdays?|weekends?|lunch|dinner|monthly|daily|weekly|single|double|small|medium|large|regular|first|second|extra|entry|admission|deposit)\b/iu;

/** A complement that begins so belongs to the piece before it: '50% off the first month of storage'. */
const COMPLEMENT =
  /^\s?(?:off|on|for|to|with|from|when|if|in|of|per|your|the|all|any|every|each|first|next|second|selected|everything|entire|until|till|at|by|after|before|during|while|within|between|storewide|sitewide|and|&|or|only|not|except|excluding|without|unless|again|back|plus|including|included|as|a|an|my|our|this|total|more|extra|both)\b/iu;

const SHOP_HEAD = new RegExp(
  String.raw`^(?:(?:our|the|a|an|my)\s)?(?<name>(?:[\p{L}\d'’&-]+\s){0,2}?${SHOP})\s(?=\p{L})`,
  'iu',
);

/** Behind a shop's word: what is sold begins here. */
const NEW_THING =
  /^(?:new|now|fresh|freshly|handmade|hand-made|homemade|home-made|daily|grand|opening|reopening|special|summer|spring|winter|autumn|seasonal|signature|organic|our|the|free|sale|is|are|has|for|with|in|on|at|event|promotion|menu)\b/iu;

/** Statements of an English clause. */
export const segmentEnglish: Segmenter = (clause, context) => {
  const { text } = context;
  const segments: Segment[] = [];
  const parts = partsOf(text, clause);
  for (const [index, part] of parts.entries()) {
    const alone = clause.first && index === 0;
    segments.push(...segmentPart(part, { ...clause, first: alone }, context));
  }
  return segments;
};

function segmentPart(part: Part, clause: Clause, context: SegmentContext): readonly Segment[] {
  const { text } = context;
  const raw = text.slice(part.start, part.end);
  const shift = raw.length - raw.trimStart().length;
  const words = raw.trim();
  if (words === '') return [];
  const at = part.start + shift;
  const whole = (kind: StatementKind, from = 0): Segment => ({
    kind,
    start: part.joinedFrom,
    end: part.end,
    said: { start: at + from, end: at + words.length },
    ...boundBy(words, kind, clause, part),
  });
  if (isOccasion(words)) return [whole('occasion')];
  const pieces = piecesIn(words);
  const opening = openingOf(words);
  const bare = words.slice(opening);
  if (isTradeAlone(words) && pieces.length === 0) return [whole('trade', opening)];
  const priced = pieces.some(({ kind }) => kind === 'price' || kind === 'offer');
  const limit = clause.first ? LIMITED.exec(words) : null;
  if (limit !== null && !priced) {
    const cutAt = at + (limit[1]?.length ?? 0);
    return [
      ...segmentPart({ ...part, end: cutAt }, clause, context),
      { kind: limitKind(limit[2] ?? '', pieces), start: cutAt, end: part.end, bindsBefore: true },
    ];
  }
  if (clause.bracketed || isBinding(words) || (isLimit(words) && !(clause.first && priced)))
    return [whole(limitKind(words, pieces))];
  if (!priced && isGift(words) && !pieces.some(({ kind }) => kind === 'contact'))
    return [whole('offer', /^(?:and|with|plus)\s/iu.test(words) ? opening : 0)];
  const cut = pieces.filter(({ kind }) => kind === 'contact');
  if (isSentence(bare) || isSentence(words)) {
    const copula = copulaOf(words, pieces);
    if (copula !== undefined) return between(part, words, at, pieces, clause, context);
    const [contact] = cut;
    // 'order by phone 555-0142' is one contact; '…until 1 a.m. call 555-0142' is two statements.
    if (contact !== undefined && contact.start === 0)
      return between(part, words, at, pieces, clause, context);
    const rest = contact === undefined ? words : words.slice(0, contact.start);
    if (contact !== undefined && contact.start > 12) {
      return [
        { kind: kindOfWhole(rest), start: part.joinedFrom, end: at + contact.start },
        { kind: 'contact', start: at + contact.start, end: part.end },
      ];
    }
    const kind = contact !== undefined ? 'contact' : wholeKind(words, pieces);
    return [whole(kind, /^(?:and|but|plus|also)\s/iu.test(words) ? opening : saidFrom(words))];
  }
  return between(part, words, at, pieces, clause, context);
}

/** A condition, an exception or a limit binds what was said before it, where there is something in its sentence. */
function boundBy(
  words: string,
  kind: StatementKind,
  clause: Clause,
  part: Part,
): Pick<Segment, 'bindsBefore'> {
  const follows = !clause.first || part.joinedFrom > clause.start;
  const binds = clause.bracketed || isBinding(words) || isLimit(words) || kind === 'exception';
  return follows && binds && kind !== 'contact' && kind !== 'place' ? { bindsBefore: true } : {};
}

function limitKind(words: string, pieces: readonly Piece[]): StatementKind {
  const kinds = new Set(pieces.map(({ kind }) => kind));
  if (kinds.has('contact')) return 'contact';
  const kind = kindOfWhole(words);
  if (kind === 'exception') return kind;
  if (kinds.has('schedule') && !kinds.has('offer') && !kinds.has('price')) return 'schedule';
  if (kinds.has('offer')) return 'offer';
  if (kinds.has('price')) return 'price';
  if (kinds.has('place')) return 'place';
  return kind === 'schedule' || kind === 'description' ? 'condition' : kind;
}

function wholeKind(words: string, pieces: readonly Piece[]): StatementKind {
  const kind = kindOfWhole(words);
  if (kind !== 'description' && kind !== 'offer') return kind;
  if (pieces.some((piece) => piece.kind === 'offer')) return 'offer';
  if (pieces.some((piece) => piece.kind === 'price')) return 'price';
  return kind;
}

const saidFrom = (words: string): number => /^(?:please|our|my)\s+/iu.exec(words)?.[0].length ?? 0;

const openingOf = (words: string): number => {
  const length = OPENING.exec(words)?.[0].length ?? 0;
  return length >= words.length ? 0 : length;
};

/** Whether a thing is said to cost or to be off: 'Haircuts are 20% off'. What is sold is told apart from the offer. */
function copulaOf(words: string, pieces: readonly Piece[]): Piece | undefined {
  const piece = pieces.find(({ kind }) => kind === 'offer' || kind === 'price');
  if (piece === undefined || isDenied(words)) return undefined;
  const head = words.slice(0, piece.start);
  return /^(?!we\b|you\b|it\b|they\b|there\b)[^,]{2,60}\s(?:is|are|costs?|starts?|start|from|now|for)\s(?:now\s|only\s|just\s|at\s|from\s)*$/iu.test(
    head,
  ) &&
    !isSentence(head.replace(/\s(?:is|are|costs?|starts?|now)\s(?:now\s|only\s|just\s|at\s|from\s)*$/iu, ''))
    ? piece
    : undefined;
}

/** The pieces of a part, with what stands before, between and behind them. */
function between(
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
    const label = labelLength(gap, piece, clause.first && segments.length === 0 && from === 0);
    if (gap.trim() !== '') {
      if (label === gap.length) start = from + (gap.length - gap.trimStart().length);
      else {
        const lead = leadingLength(gap);
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
    const beside = before !== undefined && (before.kind === 'offer' || before.kind === 'price');
    const limits = piece.kind === 'schedule' || piece.kind === 'exception';
    push(piece.kind, end, [start, end], beside && limits);
  }
  const rest = words.slice(from);
  if (/[\p{L}\p{N}]/u.test(rest)) {
    const previous = segments.at(-1);
    if (previous !== undefined && from > 0 && takesComplement(previous.kind) && COMPLEMENT.test(rest)) {
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
function labelLength(gap: string, { kind }: Piece, first: boolean): number {
  const words = gap.trim();
  if (words === '') return gap.length;
  if (leadingLength(gap) === gap.length) return gap.length;
  if (kind === 'price') return COUNTED.test(words) ? gap.length : 0;
  if (kind === 'schedule' && words.split(/\s/).length <= 4 && !first && !isOccasion(words)) return gap.length;
  if (
    kind === 'schedule' &&
    /^(?:last|open|opening|closed|hours?|doors?|break|kitchen|lunch|dinner|brunch|breakfast|happy|check|from|until|valid|starts?|ends?|deadline|registration|sale ends|arrival|departure|baked|sold|orders?|served|delivered|made|appointments?|classes|lessons?|sessions?|tours?|shows?|daily|evening|delivery|pick-?up)\b/iu.test(
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
