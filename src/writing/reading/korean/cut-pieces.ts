import type { SegmentContext } from '../statements/segment.ts';
import { isKnownProduct } from '../statements/settle-products.ts';
import type { Atom } from './atom.ts';
import { chunkAt, ended, kindOf } from './chunk-at.ts';
import type { Piece } from './piece.ts';
import { BUYING, pointsOn, takeLeaning, withWhatSaysMore } from './take-leaning.ts';
import { FINAL, SOLD_SO } from './word-classes.ts';

/** The atoms of a clause as pieces: what a rule holds together, and the words between. */
export function piecesOf(atoms: readonly Atom[], first: boolean, context: SegmentContext): readonly Piece[] {
  const codes = atoms.map(({ code }) => code).join('');
  const openings = atoms.flatMap((_, index) =>
    atoms[index]?.opens === true || opensNext(atoms, index) ? [index] : [],
  );
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
    if (endsTopic(codes, at, pending)) {
      pending.push(atom);
      at += 1;
      flush();
      continue;
    }
    const found = ended(chunkAt(to === undefined ? codes : `${codes.slice(0, to)}${OPENS}`, at), atoms, at);
    if (
      found === undefined ||
      (first &&
        pieces.length === 0 &&
        ((/^(?:price|notice)$/.test(found.kind) &&
          codes.startsWith('wG', at) &&
          (found.kind === 'price' || atoms[at + 2]?.opens === true) &&
          CAN_BE.test(atoms[at + 1]?.text ?? '')) ||
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
    if (
      raised !== undefined &&
      RAISED.test(raised.text) &&
      held.some(({ code, text }) => code === 's' || (code === 'm' && /으로$/u.test(text)))
    ) {
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

/** Stands behind the atoms of a statement where another begins: no class of atoms, and no end of the clause. */
const OPENS = '‖';

/** '이후는 다음날 배송' + '조화는 …': what is told of a topic ends before the next one. */
const endsTopic = (codes: string, at: number, pending: readonly Atom[]): boolean =>
  /^[FL]V/.test(codes.slice(at)) &&
  /[ndtc]/.test(pending.at(-1)?.code ?? '') &&
  pending.some(({ code }) => code === 'V');

/** That a price goes up, which is no sale: '9천원에서 1만원으로 올라요'. */
const RAISED = /^(?:올라|올랐|오릅|오르|오른|인상|올려|올립|올렸|올리)/u;

/** From when or until when something is so. */
const FROM_THEN = /(?:부터|까지|에|이후)$/u;

/** Most words between a time and what is said to be so then. */
const REACH = 4;

/** In which case something else is so: '허가 후 진행' + '우천시 연기'. */
const BY_ITSELF =
  /^(?:우천|악천후|폭우|폭설|노쇼|지각|파손|분실|훼손|연체|위반|미지참|미착용)시(?:에|엔|에는)?$/u;

/** Whether a time behind a finished sentence is of the one behind it: '2/5까지 쉽니다 2/6부터 정상영업'. */
function opensNext(atoms: readonly Atom[], at: number): boolean {
  const time = atoms[at];
  const before = atoms[at - 1];
  if (time === undefined || before === undefined) return false;
  // '굽는데 3주' + '택배비 5천'
  if (/비$/u.test(time.text) && before.code === 'c' && atoms[at - 2]?.code === 'b') return true;
  // '젓가락 포함' + '서울 전지역 배송'
  if (time.code === 'R' && /[GN]/.test(before.code) && !/[XN]/.test(atoms[at + 1]?.code ?? 'X')) return true;
  // '11시' + '16주 이후부터 …'
  if (time.code === 'e' && /이후(?:부터|에)?$/u.test(time.text) && /[tdn]/.test(before.code)) return true;
  if (time.code === 'K' && BY_ITSELF.test(time.text) && /[gGNC]/.test(before.code)) return true;
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
