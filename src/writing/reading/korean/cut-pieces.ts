import type { SegmentContext } from '../statements/segment.ts';
import { isKnownProduct } from '../statements/settle-products.ts';
import type { Atom } from './atom.ts';
import { CHUNK_RULES } from './chunks.ts';
import type { Piece } from './join-pieces.ts';
import { BUYING, pointsOn, takeLeaning, withWhatSaysMore } from './take-leaning.ts';
import { FINAL, SOLD_SO } from './word-classes.ts';

/** The atoms of a clause as pieces: what a rule holds together, and the words between. */
export function piecesOf(atoms: readonly Atom[], first: boolean, context: SegmentContext): readonly Piece[] {
  const codes = atoms.map(({ code }) => code).join('');
  const openings = atoms.flatMap((_, index) => (opensNext(atoms, index) ? [index] : []));
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
    const to = openings.find((opening) => opening > at);
    if (openings.includes(at)) flush();
    const found = ended(chunkAt(codes.slice(0, to), at), atoms, at);
    if (
      found === undefined ||
      (first &&
        pieces.length === 0 &&
        ((found.kind === 'price' && codes.startsWith('wG', at) && CAN_BE.test(atoms[at + 1]?.text ?? '')) ||
          (pending.length === 0 &&
            /^w[GN]/.test(codes.slice(at)) &&
            OF_ITSELF.test(atoms[at + 1]?.text ?? '')) ||
          // '중고 에어컨 설치 포함 38만원'
          (found.kind === 'price' && /^w[FL]G/.test(codes.slice(at))) ||
          // '조립 PC 견적 무료'
          (found.kind === 'offer' && pending.at(-1)?.code === 'w' && /^j[FL]/.test(codes.slice(at))) ||
          isGivenUp(pending, atoms.slice(at)) ||
          isHead(pending, atoms, at, context) ||
          isOnlySold(atoms, at, at + found.length) ||
          isSeasonal(pending, atoms.slice(at)) ||
          isLimited(pending, atoms.slice(at, at + found.length), context)))
    ) {
      pending.push(atom);
      at += 1;
      // A sentence ends with its verb.
      if (atom.code === 'v') flush();
      continue;
    }
    const leaning = takeLeaning(
      pending,
      atoms.slice(at, at + found.length),
      first && pieces.length === 0,
      found.kind,
      context,
    );
    flush();
    const held = [...leaning, ...atoms.slice(at, at + found.length)];
    const raised = found.kind === 'price' ? atoms[at + found.length] : undefined;
    if (raised !== undefined && held.some(({ code }) => code === 's') && RAISED.test(raised.text)) {
      pieces.push({ kind: 'notice', atoms: [...held, raised], loose: false, leans: false });
      at += found.length + 1;
      continue;
    }
    pieces.push({ kind: kindOf(found.kind, held), atoms: held, loose: false, leans: found.leans });
    at += found.length;
  }
  flush();
  return pieces;
}

/** That a price goes up, which is no sale: '9천원에서 1만원으로 올라요'. */
const RAISED = /^(?:올라|올랐|오릅|오르|오른|인상|올려|올립|올렸|올리)/u;

/** From when or until when something is so. */
const FROM_THEN = /(?:부터|까지|에|이후)$/u;

/** Most words between a time and what is said to be so then. */
const REACH = 4;

/** Whether a time behind a finished sentence is of the one behind it: '2/5까지 쉽니다 2/6부터 정상영업'. */
function opensNext(atoms: readonly Atom[], at: number): boolean {
  const time = atoms[at];
  const before = atoms[at - 1];
  if (time === undefined || before === undefined) return false;
  return (
    /[dtnD]/.test(time.code) &&
    FROM_THEN.test(time.text) &&
    (FINAL.test(before.text) || before.code === 'C') &&
    /[CGNv]/.test(before.code) &&
    atoms.slice(at + 1, at + 1 + REACH).some(({ code }) => /[CGNvWQS]/.test(code))
  );
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

/** Whether it is said how much of a thing is sold, or when alone, before its name: '하루 10그릇만 파는 곰탕'. */
const isOnlySold = (atoms: readonly Atom[], from: number, to: number): boolean =>
  /만$/u.test(atoms[to - 1]?.text ?? '') &&
  SOLD_SO.test(atoms[to]?.text ?? '') &&
  /[wj]/.test(atoms[to + 1]?.code ?? '') &&
  to - from <= REACH;

/** Whether a thing is followed by why it is sold: '런닝머신 안 써서 팝니다'. */
const isGivenUp = (pending: readonly Atom[], [thing, not, why]: readonly Atom[]): boolean =>
  pending.every(({ code }) => /[wjz]/.test(code)) &&
  thing?.code === 'w' &&
  /^(?:안|못)$/u.test(not?.text ?? '') &&
  /[가-힣]서$/u.test(why?.text ?? '');

/** Whether it is said of a thing behind it that it is sold in a season only: '겨울 한정 딸기라떼 6,500원'. */
function isSeasonal(pending: readonly Atom[], from: readonly Atom[]): boolean {
  const codes = from.map(({ code }) => code).join('');
  return (
    pending.every(({ code }) => /[Tnd]/.test(code)) &&
    /^(?:[nd]{0,2}[wn]?q|d)[wjz]{1,4}(?:c{0,2}[msk]|$)/.test(codes) &&
    from.some(({ text }) => /(?:^|\s)한정$/u.test(text))
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

/** What is free until a day when a customer steps back is a rule of the shop, and no offer. */
const RULE = /^(?:취소|환불|교환|반품|변경)/u;

function kindOf(kind: Piece['kind'], atoms: readonly Atom[]): Piece['kind'] {
  const [first, last, before] = [atoms[0], atoms.at(-1), atoms.at(-2)];
  if (kind === 'offer' && first?.code === 'V' && RULE.test(first.text)) return 'notice';
  const asked = atoms.some(({ code }) => code === 'K');
  // '심야 10시 이후 만원 더' is to be paid.
  if (kind === 'offer' && !asked && last?.text === '더' && before?.code === 'm') return 'price';
  // '레터링 무료 ㄴㄴ'
  if (kind === 'offer' && DENIES.test(last?.text ?? '')) return 'notice';
  // '공병 가져오면 천원 드려요'
  if (kind === 'price' && asked && GIVES.test(last?.text ?? '')) return 'offer';
  return kind;
}

const DENIES = /^(?:ㄴㄴ|놉|노노|아님|아닙니다|아니에요|아니예요)$/u;

const GIVES = /^(?:드려요|드립니다|드림|드릴게요|줘요|챙겨드려요|나눠드려요)$/u;

interface Chunk {
  readonly kind: Piece['kind'];
  readonly leans: boolean;
  readonly length: number;
}

/** Words that deny what they name themselves: they say nothing of the sum before them. */
const OF_ITS_OWN = /^(?:[안못]|[가-힣A-Za-z]{2,12}(?:없음|불가|금지|사절|안됨|안함|안받음|품절|[xX]))$/u;

/** For whom alone an offer is, said behind it: '청력검사 무료 예약자만'. */
const FOR_THEM = /(?:자|고객|회원|손님|학생|어르신|신규|가입자|방문객|주민|여성|남성|어린이)만$/u;

/**
 * A chunk with its end where the words themselves have it: an offer has whom it is for behind it; hours before parking are
 * the shop's; a sum ends before what is denied of something else: '2만8천' '조식없음', '3만부터' '못 뚫으면 0원'.
 */
function ended(found: Chunk | undefined, atoms: readonly Atom[], at: number): Chunk | undefined {
  const last = found === undefined ? undefined : atoms[at + found.length - 1];
  const next = found === undefined ? undefined : atoms[at + found.length];
  if (found?.kind === 'offer' && /^[!e]$/.test(next?.code ?? '') && FOR_THEM.test(next?.text ?? ''))
    return { ...found, length: found.length + 1 };
  // '토요일 2시까지 주차 1시간 무료': until then the shop is open.
  const parking = atoms.slice(at, at + (found?.length ?? 0)).findIndex(({ text }) => /^주차/u.test(text));
  if (found?.kind === 'offer' && parking > 0 && /까지$/u.test(atoms[at + parking - 1]?.text ?? ''))
    return { ...found, kind: 'schedule', length: parking };
  if (found?.kind !== 'price' || found.length < 2 || last?.code !== 'N' || !OF_ITS_OWN.test(last.text))
    return found;
  return { ...found, length: found.length - 1 };
}

function chunkAt(codes: string, at: number): Chunk | undefined {
  for (const { kind, pattern, leans } of CHUNK_RULES) {
    pattern.lastIndex = at;
    const length = pattern.exec(codes)?.[0].length ?? 0;
    if (length > 0) return { kind, leans: leans === true, length };
  }
  return undefined;
}
