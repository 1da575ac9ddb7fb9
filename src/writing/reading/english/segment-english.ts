import type { StatementKind } from '../../../ad/statement.ts';
import type { Clause, Segment, SegmentContext, Segmenter } from '../statements/segment.ts';
import { openingOf } from './names-in.ts';
import { type Part, partsOf } from './parts.ts';
import { type Piece, piecesIn } from './pieces.ts';
import { segmentsBetween } from './segments-between.ts';
import {
  isBinding,
  isDenied,
  isGift,
  isLimit,
  isOccasion,
  isSentence,
  isTradeAlone,
  kindOfWhole,
} from './sentences.ts';

/** A thing, and whom or when it is limited to: 'Tarot reading by appointment only'. */
const LIMITED =
  /^(.{3,60}?)\s((?:by appointment|for [a-z]+|in[- ]store|takeaway|take-?out|dine-in|pick-?up|on [a-z]+|online)\sonly)$/iu;

/** Statements of an English clause. */
export const segmentEnglish: Segmenter = (clause, context) => {
  const { text } = context;
  const segments: Segment[] = [];
  const parts = partsOf(text, clause);
  for (const [index, part] of parts.entries()) {
    // 'Toy store: puzzles 3 for $25': behind the word for the shop what is sold begins.
    const alone =
      clause.first &&
      parts.slice(0, index).every((before) => isTradeAlone(text.slice(before.start, before.end).trim()));
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
    ...boundBy(words, kind, clause, part, text),
  });
  if (isOccasion(words)) return [whole('occasion')];
  const pieces = piecesIn(words);
  // 'Roof repair free estimate'
  const gift = clause.first ? GIFT_BEHIND.exec(words) : null;
  if (gift !== null) {
    const cutAt = at + (gift[1]?.length ?? 0);
    return [
      ...segmentPart({ ...part, end: cutAt }, clause, context),
      { kind: 'offer', start: cutAt, end: part.end },
    ];
  }
  const held = clause.first ? HELD.exec(words)?.[0].length : undefined;
  if (held !== undefined)
    return [
      { kind: 'product', start: part.joinedFrom, end: at + held, said: { start: at, end: at + held } },
      ...segmentPart(
        { ...part, start: at + held, joinedFrom: at + held },
        { ...clause, first: false },
        context,
      ),
    ];
  // 'sneakers not allowed', 'cash only': a rule of the shop, whatever stands before it.
  if (!clause.first && !clause.bracketed && OF_THE_SHOP.test(words))
    return [
      { kind: 'notice', start: part.joinedFrom, end: part.end, said: { start: at, end: at + words.length } },
    ];
  // 'Locked out? …': what is asked is not what is sold.
  if (!pieces.some(({ kind }) => kind !== 'place') && EXCLUDED.test(words)) return [whole('exception')];
  // 'Saturdays excluded', 'holidays closed': a participle is said of the day before it.
  if (!clause.first && SAID_OF_DAYS.test(words) && pieces.every(({ kind }) => kind === 'schedule'))
    return [whole(EXCLUDED.test(words) ? 'exception' : kindOfWhole(words))];
  const opening = openingOf(words);
  const asks = text[part.end] === '?' && pieces.length === 0;
  // 'Make a poster for our bakery?'
  const ordered = context.taken.some(({ kind, end }) => kind === 'wish' && text.slice(end, at).trim() === '');
  if (asks && ordered && words.split(' ').length <= 4) return [whole('trade', opening)];
  if (asks && !isTradeAlone(words.slice(opening))) return [whole('description')];
  const bare = words.slice(opening);
  if (isTradeAlone(words) && pieces.length === 0) return [whole('trade', opening)];
  const priced = pieces.some(({ kind }) => kind === 'price' || kind === 'offer');
  // 'Can't swim? Sorry, swimmers only'
  const limit = clause.first && !words.includes('?') ? LIMITED.exec(words) : null;
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
  // 'No walk-ins on Saturdays': what is denied holds at that time alone.
  // 'No cards under £5'
  const limits = ({ kind, start }: Piece): boolean =>
    kind === 'schedule' || (kind === 'price' && /^(?:under|over|above|below)\b/iu.test(words.slice(start)));
  if (/^no\b/iu.test(words) && pieces.length > 0 && pieces.every(limits)) return [whole(kindOfWhole(words))];
  // 'half not available after 8 pm': what is denied stands with what denies it.
  if (!clause.first && DENIED_OF.test(words) && pieces.every(({ kind }) => kind !== 'contact'))
    return [whole(kindOfWhole(words))];
  const cut = pieces.filter(({ kind }) => kind === 'contact');
  if (isSentence(bare) || isSentence(words)) {
    // 'We fix phone screens from $49'
    const [sum] = pieces;
    if (clause.first && sum?.kind === 'price' && WE_DO_FOR.test(words.slice(0, sum.start)))
      return segmentsBetween(part, words, at, pieces, clause, context);
    const copula = copulaOf(words, pieces);
    if (copula !== undefined) return segmentsBetween(part, words, at, pieces, clause, context);
    const [contact] = cut;
    // 'order by phone 555-0142' is one contact; '…until 1 a.m. call 555-0142' is two statements.
    if (contact !== undefined && contact.start === 0)
      return segmentsBetween(part, words, at, pieces, clause, context);
    const rest = contact === undefined ? words : words.slice(0, contact.start);
    if (contact !== undefined && contact.start > 12) {
      return [
        { kind: kindOfWhole(rest), start: part.joinedFrom, end: at + contact.start },
        { kind: 'contact', start: at + contact.start, end: part.end },
      ];
    }
    const done = clause.first && pieces.length === 0 ? WE_DO.exec(words)?.[0].length : undefined;
    // 'We fix bikes' says what is done with them.
    if (done !== undefined) return [whole('product', WE_WORK.test(words) ? 0 : done)];
    const bought = clause.first && WE_BUY.test(words) && pieces.length === 0;
    const kind = contact !== undefined ? 'contact' : bought ? 'product' : wholeKind(words, pieces);
    return [whole(kind, /^(?:and|but|plus|also)\s/iu.test(words) ? opening : saidFrom(words))];
  }
  return segmentsBetween(part, words, at, pieces, clause, context);
}

/** A thing of few words, and what comes with it for nothing. */
const GIFT_BEHIND =
  /^((?!(?:we|you|get|free|buy|with|and|all|every|first)\s)(?:[\p{L}'’-]+\s){1,4}?[\p{L}'’-]+)\s(?:with\s)?free\s(?:estimates?|quotes?|consultations?|delivery|shipping|parking|trial|inspection|pick-?up|installation|fitting|samples?)$/iu;

/** Sales that are held somewhere, and not by a shop off its prices. */
const HELD =
  /^(?:(?:huge|big|annual|community|neighbou?rhood|multi-family|indoor|charity|church|school|village|our|an?|the)\s){0,3}(?:(?:yard|garage|car\sboot|boot|jumble|estate|rummage|bake|table[- ]?top)\ssales?|flea\smarket|swap\smeet|craft\sfair)\b/iu;

/** What is not allowed in a shop, and how it is paid there. */
const OF_THE_SHOP =
  /^(?:[\p{L}\d'’&-]+\s){1,5}not allowed$|^(?:(?:cash|cards?|venmo|paypal|card payments?)(?:\s(?:or|and|&)\s[a-z]+)?)\sonly$/iu;

/** Few words, and that they cannot be had. */
const DENIED_OF =
  /^(?:(?!(?:we|you|it|they|open|closed|free)\s)[\p{L}\d'’-]+\s){1,4}?(?:not|no longer)\s(?:available|served|sold|accepted|offered|valid|allowed|delivered|made)\b/iu;

/** Before a name of few words, what a shop does: 'We do alterations'. */
const WE_DO =
  /^we\s(?:also\s)?(?:do|offer|sell|make|bake|teach|repair|fix|rent(?: out)?|serve|provide|have)\s(?=(?!(?:not|no|it|this|that|them|all|everything)\b)(?:[a-z'’-]+\s?){1,4}$)/iu;

/** The same, before what it costs. */
const WE_DO_FOR =
  /^we\s(?:also\s)?(?:fix|repair|clean|wash|teach|rent|paint|install|build|tune|groom|sell|make|bake|do|offer|mend|alter|print)\s[^,.]{2,40}?\s?(?:from|for|at|starting)?\s?$/iu;

/** What is done with a thing, which is not sold. */
const WE_WORK = /^we\s(?:also\s)?(?:repair|fix|rent|teach)\b/iu;

/** What a shop buys is what its ad is about. */
const WE_BUY = /^we\s(?:buy|pay\scash\sfor)\s[^.!?]{2,40}$/iu;

/** A condition, an exception or a limit binds what was said before it, where there is something in its sentence. */
function boundBy(
  words: string,
  kind: StatementKind,
  clause: Clause,
  part: Part,
  text: string,
): Pick<Segment, 'bindsBefore'> {
  const follows = !clause.first || part.joinedFrom > clause.start;
  if (!clause.bracketed && OF_OFFERS.test(words) && isContact(text.slice(0, clause.start))) return {};
  if (!clause.bracketed && isLimit(words) && SAID_OF_DAYS.test(partBefore(text, clause.start))) return {};
  const binds = clause.bracketed || isBinding(words) || isLimit(words) || kind === 'exception';
  return follows && binds && kind !== 'contact' && kind !== 'place' ? { bindsBefore: true } : {};
}

/** 'above the third floor excluded'. */
const EXCLUDED = /\s(?:excluded|not (?:included|accepted|allowed|covered))$/iu;

/** Few words, and what is said of them: a limit behind them is of what is sold, and not of these days. */
const SAID_OF_DAYS =
  /^(?:(?!(?:open|now|we|on|from|until|till)\s)[\p{L}\d'’&/-]+\s){1,4}?(?:excluded|(?:not\s)?included|closed)$/iu;

/** It limits what is offered, never the phone number that stands between. */
const OF_OFFERS =
  /^(?:not|cannot|can['’]?t|may not)\b.*\b(?:offers?|discounts?|coupons?|promotions?|deals?|combined)\b/iu;

/** The words between two marks that stand before a place of the text. */
const partBefore = (text: string, at: number): string =>
  text
    .slice(Math.max(0, at - 120), at)
    .split(/[,;!?\n(]\s?/u)
    .findLast((words) => words.trim() !== '')
    ?.trim() ?? '';

const isContact = (before: string): boolean =>
  piecesIn(partBefore(before, before.length)).at(-1)?.kind === 'contact';

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
