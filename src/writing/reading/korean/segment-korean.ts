import { isProduct } from '../../../presets/lexicon.ts';
import type { Word } from '../find-words.ts';
import type { Span } from '../normalise.ts';
import type { Clause, Segment, SegmentContext, Segmenter } from '../statements/segment.ts';
import { isKnownProduct } from '../statements/settle-products.ts';
import { termOf } from '../word-means.ts';
import type { Atom } from './atom.ts';
import { atomsOf } from './atoms.ts';
import { piecesOf } from './cut-pieces.ts';
import { insteadOf } from './instead-of.ts';
import { joinMarked } from './join-marked.ts';
import { joinPieces } from './join-pieces.ts';
import { joinTied } from './join-tied.ts';
import { labelled } from './labelled-prices.ts';
import { namePhrases } from './name-phrases.ts';
import { joinOpen } from './open-pieces.ts';
import type { Piece } from './piece.ts';
import { QUARTER_ALONE } from './places.ts';
import { isTradeWord } from './trade-words.ts';

/** Statements of a Korean clause: what figures and binding words hold together, and the names that stand between. */
export const segmentKorean: Segmenter = (clause, context) => {
  const behind = tradeBehind(clause, context);
  if (behind !== undefined) return [behind];
  const atoms = atomsOf(
    context.text,
    clause,
    context.struck,
    (from, to) => isTradeWord(from, to, context),
    clause.first,
  ).map((found, _, all): Atom => {
    // Brackets hold one remark.
    const atom: Atom = clause.bracketed ? { ...found, opens: false } : found;
    // '치킨', '와인' end like words that say more of a noun.
    if (atom.code === 'z' && endsProduct(atom, context)) return { ...atom, code: 'w' };
    if (
      atom.code === '#' &&
      atom.end === all.at(-1)?.end &&
      PAID_SO.test(context.text.slice(atom.end, atom.end + 6))
    )
      return { ...atom, code: 'm' };
    if (all.length === 1 && !clause.first && QUARTER_ALONE.test(atom.text)) return { ...atom, code: 'a' };
    return atom;
  });
  const instead = clause.first ? insteadOf(atoms) : undefined;
  const pieces = [
    ...(instead?.pieces ?? []),
    ...labelled(piecesOf(atoms.slice(instead?.length ?? 0), clause.first, context), context),
  ];
  const joined = joinPieces(
    pieces,
    clause.first,
    ({ atoms: [atom] }) => atom !== undefined && (atom.code === 'T' || endsProduct(atom, context)),
  );
  const opens = context.text.slice(0, clause.start).trim() === '';
  const named = !clause.first || (!opens && !isKnownProduct(clause, context));
  const whole = joinTied(joinOpen(joined, named), (atom) => atom.code === 'T' || endsProduct(atom, context));
  const told = opens ? whole : markedOf(whole, clause, context);
  const remark = opens || !clause.bracketed ? undefined : remarkOf(told, clause, context);
  if (remark !== undefined) return [remark];
  return told.flatMap((piece, index) =>
    piece.loose && isAside(told, index)
      ? [segmentOf(piece, clause, context)]
      : piece.loose
        ? namesOf(piece.atoms, clause, context)
        : [segmentOf(piece, clause, context)],
  );
};

const BEHIND_SUM = /[\d만천원]\s*\(\s*$/u;

/**
 * Words in brackets say more of what stands before them: '(국산차)', '(본인 것만)', '(3개월령 이상)'. Only where nothing
 * sold was named before may they name it.
 */
function remarkOf(pieces: readonly Piece[], clause: Clause, context: SegmentContext): Segment | undefined {
  const [only] = pieces;
  if (only === undefined || pieces.length > 1 || !(only.loose || only.kind === 'description'))
    return undefined;
  const named =
    BEHIND_SUM.test(context.text.slice(0, clause.start)) ||
    context.words.some((word) => word.end <= clause.start && isSold(word));
  if (!named && isKnownProduct(clause, context)) return undefined;
  return { ...segmentOf({ ...only, kind: 'condition' }, clause, context), bindsBefore: true };
}

/** Whether words behind the name of what is sold, which label no price, are told as they stand. */
function isAside(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at + 1];
  return (
    pieces.slice(0, at).some(({ loose }) => loose) &&
    (next === undefined ||
      next.atoms[0]?.opens === true ||
      !(next.kind === 'price' || next.kind === 'offer')) &&
    (pieces[at]?.atoms.length ?? 0) > 1 &&
    /^[ndbyVz]|[vbyz]$/.test(pieces[at]?.atoms.map(({ code }) => code).join('') ?? '')
  );
}

/** A later part of the text, where it names nothing that is sold, as the owner's marks have it. */
function markedOf(pieces: readonly Piece[], clause: Clause, context: SegmentContext): readonly Piece[] {
  const sells = clause.first && !clause.bracketed && isKnownProduct(clause, context);
  return sells
    ? pieces
    : joinMarked(pieces, context.text.slice(clause.start, clause.end).trim().length, clause.bracketed);
}

/** Behind a bare figure in ten thousands: '자급제 135 (현금가)'. */
const PAID_SO = /^\s?\((?:현금|카드가|부가세|VAT|vat|택포|택배)/u;

/** What a later clause is full of tells of the goods before it: '고소한 참기름 향 가득'. */
const FULL_OF = /^(?:가득|그득|듬뿍|솔솔|한가득)$/u;

function namesOf(
  atoms: readonly Atom[],
  { first, start }: Clause,
  context: SegmentContext,
): readonly Segment[] {
  const last = atoms.at(-1);
  if (first || last === undefined || !FULL_OF.test(last.text))
    return namePhrases(atoms, (atom) => endsProduct(atom, context));
  return [{ kind: 'description', start: atoms[0]?.start ?? start, end: last.end }];
}

/** The word for the trade alone, behind what it sells: '고양이 사료 2+1, 펫샵'. */
function tradeBehind({ start, end, first, bracketed }: Clause, context: SegmentContext): Segment | undefined {
  const said = context.text.slice(start, end);
  const from = start + said.length - said.trimStart().length;
  const to = from + said.trim().length;
  const isAlone = !first && !bracketed && context.text.slice(to).trim() === '';
  return isAlone && isTradeWord(from, to, context) ? { kind: 'trade', start: from, end: to } : undefined;
}

/** Whether the name of a thing that the vocabulary knows ends with this word. */
const endsProduct = ({ end }: Atom, { words }: SegmentContext): boolean =>
  words.some((word) => word.end === end && word.particle === '' && isSold(word));

function isSold(word: Word): boolean {
  const term = termOf(word);
  return term !== undefined && isProduct(term);
}

function segmentOf(
  { kind, atoms, leans, bindsNext }: Piece,
  clause: Clause,
  { struck }: SegmentContext,
): Segment {
  const start = atoms[0]?.start ?? clause.start;
  const segment = {
    kind,
    start,
    end: atoms.at(-1)?.end ?? start,
    ...(bindsNext === undefined ? {} : { bindsNext }),
  };
  if (kind === 'price') {
    const old = formerPrice(atoms, struck);
    if (old !== undefined) return { ...segment, oldPrice: old };
  }
  const binds = leans || (clause.bracketed && kind !== 'contact' && kind !== 'place');
  return binds ? { ...segment, bindsBefore: true } : segment;
}

/** Of two prices in one statement, the former: struck out, before an arrow, or called so. */
function formerPrice(atoms: readonly Atom[], struck: readonly Span[]): Segment['oldPrice'] {
  const prices = atoms.filter(({ code }) => 'ms#'.includes(code));
  const [first, second] = prices;
  if (first === undefined || second === undefined) return undefined;
  const past = prices.find(({ code }) => code === 's');
  if (past !== undefined) {
    const span = struck.find(({ start, end }) => past.start >= start && past.start < end);
    return { start: Math.max(atoms[0]?.start ?? 0, span?.start ?? past.start), end: past.end };
  }
  const arrow = atoms.some(({ code }) => code === '>');
  const label = atoms.findIndex(({ code }) => code === 'P');
  const called =
    label >= 0 && /^(?:정가|원가|기존|원래|소비자|정상|시중|권장|출시)/.test(atoms[label]?.text ?? '');
  if (!arrow && !called) return undefined;
  // '39,000 원래 89,000'
  if (!arrow && atoms[label + 1] === second)
    return { start: atoms[label]?.start ?? second.start, end: second.end };
  const from = called && atoms[label + 1] === first ? (atoms[label]?.start ?? first.start) : first.start;
  return { start: from, end: first.end };
}
