import { isProduct } from '../../../presets/lexicon.ts';
import type { Span } from '../normalise.ts';
import type { Clause, Segment, SegmentContext, Segmenter } from '../statements/segment.ts';
import { isKnownProduct } from '../statements/settle-products.ts';
import { termOf } from '../word-means.ts';
import type { Atom } from './atom.ts';
import { atomsOf } from './atoms.ts';
import { CHUNK_RULES } from './chunks.ts';
import { insteadOf } from './instead-of.ts';
import { joinPieces, type Piece } from './join-pieces.ts';
import { labelled } from './labelled-prices.ts';
import { namePhrases } from './name-phrases.ts';
import { joinMarked, joinOpen } from './open-pieces.ts';
import { QUARTER_ALONE } from './places.ts';
import { isTradeWord } from './trade-words.ts';
import { DETERMINER } from './word-classes.ts';

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
  ).map((atom, _, all) => {
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
  const whole = joinOpen(joined, named);
  const told = opens ? whole : markedOf(whole, clause, context);
  return told.flatMap((piece, index) =>
    piece.loose && isAside(told, index)
      ? [segmentOf(piece, clause, context)]
      : piece.loose
        ? namesOf(piece.atoms, clause, context)
        : [segmentOf(piece, clause, context)],
  );
};

/** Whether words behind the name of what is sold, which label no price, are told as they stand. */
function isAside(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at + 1];
  return (
    pieces.slice(0, at).some(({ loose }) => loose) &&
    (next === undefined || !(next.kind === 'price' || next.kind === 'offer')) &&
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
  words.some((word) => {
    const term = word.end === end && word.particle === '' ? termOf(word) : undefined;
    return term !== undefined && isProduct(term);
  });

function piecesOf(atoms: readonly Atom[], first: boolean, context: SegmentContext): readonly Piece[] {
  const codes = atoms.map(({ code }) => code).join('');
  const pieces: Piece[] = [];
  let pending: Atom[] = [];
  const loose = (part: readonly Atom[]): void => {
    if (part.length > 0) pieces.push({ kind: 'description', atoms: part, loose: true, leans: false });
  };
  const flush = (): void => {
    // A topic begins a statement of its own; a sentence's first words may name the product before it.
    const topic = pending.findIndex(({ code }) => code === 'V');
    const pointed = pending.slice(0, Math.max(topic, 0)).every(pointsOn);
    // '면도 서비스는' speaks of no more than '면도', '부동액 교환은' of what is done with it.
    const whole = topic > 0 && OF_A_THING.test(pending[topic]?.text ?? '') ? 1 : 0;
    const from =
      topic > 0 && !pointed && first && pieces.length === 0 ? withWhatSaysMore(pending, topic - whole) : 0;
    loose(pending.slice(0, from));
    loose(pending.slice(from));
    pending = [];
  };
  let at = 0;
  while (at < atoms.length) {
    const atom = atoms[at];
    if (atom === undefined) break;
    const found = chunkAt(codes, at);
    if (
      found === undefined ||
      (first &&
        pieces.length === 0 &&
        ((found.kind === 'price' && codes.startsWith('wG', at) && CAN_BE.test(atoms[at + 1]?.text ?? '')) ||
          (pending.length === 0 &&
            /^w[GN]/.test(codes.slice(at)) &&
            OF_ITSELF.test(atoms[at + 1]?.text ?? '')) ||
          isHead(pending, atoms, at, context) ||
          isLimited(pending, atoms.slice(at, at + found.length), context)))
    ) {
      pending.push(atom);
      at += 1;
      // A sentence ends with its verb.
      if (atom.code === 'v') flush();
      continue;
    }
    const leaning = takeLeaning(pending, atom, first && pieces.length === 0, found.kind, context);
    flush();
    const held = [...leaning, ...atoms.slice(at, at + found.length)];
    pieces.push({ kind: kindOf(found.kind, held), atoms: held, loose: false, leans: found.leans });
    at += found.length;
  }
  flush();
  return pieces;
}

/** What can be done with a thing, which names it first: '곰탕 택배됩니다 5팩 4만'. */
const CAN_BE = /^[가-힣]{2,4}(?:됩니다|돼요|되요|됨)$/u;

/** A remark that says itself what it speaks of: '스케일링 보험적용', '닭갈비 포장가능'. */
const OF_ITSELF = /^[가-힣]{2,8}(?:적용|가능|불가|포함|별도|필수|환영|완비|없음)$/u;

/** What is done with a thing, as a topic. */
const OF_A_THING = /^(?:서비스|교환|교체|수리|설치|청소|세탁|점검|수선|배달|배송|변경)[은는도]$/u;

/** Whether a name goes on with this word, though it is also counted: '린넨 원피스 2장 사면'. */
function isHead(
  pending: readonly Atom[],
  atoms: readonly Atom[],
  at: number,
  context: SegmentContext,
): boolean {
  const last = pending.at(-1);
  if (last === undefined) return isBought(atoms.slice(at, at + 4));
  return (
    last.code === 'w' &&
    atoms[at]?.code === 'w' &&
    atoms[at + 1]?.code === 'c' &&
    !isKnownProduct(last, context)
  );
}

/** Whether a name is followed by what it is left in or limited to: '헬멧 xl만 남았어요'. */
function isLimited(pending: readonly Atom[], found: readonly Atom[], context: SegmentContext): boolean {
  const at = found.findIndex(({ code }) => code === '!');
  const [thing] = found;
  const limit = found[at];
  if (thing === undefined || limit === undefined || at === 0) return false;
  if (!/^[wj]$/.test(thing.code) || !pending.every(({ code }) => /[wjz]/.test(code))) return false;
  if (at > 1) return pending.length === 0;
  return isKnownProduct(thing, context) || found[at + 1]?.code === 'V' || /^[A-Za-z\d]+만$/.test(limit.text);
}

/** Whether a thing is followed by how many of it must be bought, or can be had: '방한장갑 두켤레 구매시', '치킨 반마리 됩니다'. */
const isBought = ([thing, count, ...next]: readonly Atom[]): boolean =>
  thing?.code === 'w' &&
  /[ce]/.test(count?.code ?? '') &&
  (next[0]?.code === 'G' ||
    (BUYING.test(next[0]?.text ?? '') && (next[0]?.code === 'K' || next[1]?.code === 'K')));

const BUYING = /^(?:구매|구입|주문|사면|사시면|결제|등록|예약|이용|포장|계약)/u;

/** What is free until a day when a customer steps back is a rule of the shop, and no offer. */
const RULE = /^(?:취소|환불|교환|반품|변경)/u;

const kindOf = (kind: Piece['kind'], [first]: readonly Atom[]): Piece['kind'] =>
  kind === 'offer' && first?.code === 'V' && RULE.test(first.text) ? 'notice' : kind;

/** Whether a word only points at the noun behind it: '다른 할인', '기타 문의'. */
const pointsOn = ({ code, text }: Atom): boolean =>
  DETERMINER.test(text) || (code === 'q' && text === '기타');

const CAUSE = /(?:공사|사정|소진|점검|고장|이유|관계|수리)(?:로|으로)$/u;

/** Where a topic begins with the words that say more of it: '무릎 아픈 분도'. The first word is the product's. */
function withWhatSaysMore(atoms: readonly Atom[], topic: number): number {
  if (atoms[topic - 1]?.code !== 'z') return topic;
  return topic > 2 && atoms[topic - 2]?.code === 'w' ? topic - 2 : Math.max(1, topic - 1);
}

interface Chunk {
  readonly kind: Piece['kind'];
  readonly leans: boolean;
  readonly length: number;
}

function chunkAt(codes: string, at: number): Chunk | undefined {
  for (const { kind, pattern, leans } of CHUNK_RULES) {
    pattern.lastIndex = at;
    const length = pattern.exec(codes)?.[0].length ?? 0;
    if (length > 0) return { kind, leans: leans === true, length };
  }
  return undefined;
}

/** Takes from the words before a statement those that hang on it: '인스타를 …', '매장에서 …'. */
function takeLeaning(
  pending: Atom[],
  next: Atom,
  guarded: boolean,
  kind: Piece['kind'],
  context: SegmentContext,
): readonly Atom[] {
  const last = pending.at(-1);
  if (last !== undefined && pointsOn(last)) return pending.splice(-1);
  // What is to be brought: '핼리팝 미스트 공병 가져오면 리필 6천원'.
  if (
    next.code === 'K' &&
    /(?<!^(?:사|드시|시키|쓰)\S{0,2})면$/u.test(next.text) &&
    !BUYING.test(next.text) &&
    last?.code === 'w' &&
    (pending.length > 2
      ? kind === 'notice' ||
        !isKnownProduct(last, context) ||
        pending.slice(-2, -1).some((atom) => isKnownProduct(atom, context))
      : kind === 'notice' && pending.some((atom) => isKnownProduct(atom, context)) && pending.length > 1)
  )
    return pending.splice(-1);
  // '자리 4개 남음'
  if (
    !guarded &&
    /[ce]/.test(next.code) &&
    last?.code === 'w' &&
    pending.length === 1 &&
    /^\s?(?:남|있)/u.test(context.text.slice(next.end, next.end + 3))
  )
    return pending.splice(-1);
  // '무릎 아픈 분도 가능'
  if (next.code === 'V' && last?.code === 'z' && pending.length > 1)
    return pending.splice(guarded ? withWhatSaysMore([...pending, next], pending.length) : -1);
  // Why a shop closes is of the sentence: '여탕 보일러 공사로 … 휴업합니다'.
  if (
    last?.text === '때문에' ||
    CAUSE.test(last?.text ?? '') ||
    /(?:공사|점검|고장|수리)(?:로|으로)$/u.test(next.text)
  )
    return pending.splice(pending[0]?.code === 'T' ? 1 : 0);
  // '저희 가게 이전했어요'
  if (
    kind === 'occasion' &&
    pending.length === 2 &&
    DETERMINER.test(pending[0]?.text ?? '') &&
    pending[1]?.code === 'T'
  )
    return pending.splice(0);
  // A name may end like a means: 접이식 미니벨로 29만원.
  if (guarded && kind === 'price' && pending.length > 1 && /[^으]로$/u.test(pending.at(-1)?.text ?? ''))
    return [];
  // '택배 발송은 …'; before the first statement of a sentence it may be the product: '딸기라떼 쿠키는 무료'.
  const topic = guarded ? /[FLn]/ : /[FLwn]/;
  if (next.code === 'V' && topic.test(pending.at(-1)?.code ?? '')) return pending.splice(-1);
  if (!/[by]$/.test(pending.at(-1)?.code ?? '')) return [];
  let from = pending.length - 1;
  while (
    from > 0 &&
    (/[byV]/.test(pending[from - 1]?.code ?? '') || DETERMINER.test(pending[from - 1]?.text ?? ''))
  )
    from -= 1;
  return pending.splice(from);
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
