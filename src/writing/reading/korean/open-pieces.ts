import type { Atom } from './atom.ts';
import {
  deniedOn,
  HOURS,
  holdsFor,
  isElsewhere,
  isInThoseHours,
  isSoldThen,
  LIMITS,
  labelsByDay,
} from './by-its-time.ts';
import { joinMoves } from './join-moves.ts';
import { isLabelOf, joinedOf } from './join-pieces.ts';
import type { Piece } from './piece.ts';

/** What tells by itself how to come or to ask: nothing hangs on it. */
const APART: readonly string[] = ['contact', 'place'];

/** Times, limits, conditions, objects, topics and words before a noun: a Korean statement does not end with them. */
const OPEN = /[!eEKbyVzndtDqX]$/;

/** 'Not this but that', 'without this that': what is meant stands behind. */
const CONTRASTS =
  /^(?:아닌|안|못|없이)$|(?:말고|말구|빼고)$|(?:아니고|아니구|아니라|[안못]\S{0,4}고|[안못]\S{0,4}구)$/u;

/** Verbs that another follows. */
const GOES_ON = /[가-힣](?:고|구|게|지만|는데|은데|인데|면서|니까|으며|거나|든지|길래)$/u;

/** What is done with a thing, and something else. */
const DOES = /^(?:쓰|넣|사용하|팔|하|받|굽|담|고르|골라|튀기|끓이|삶|볶)(?:고|며|구)$/u;

/** A time that is why something is so: '유통기한 26.03까지라 싸게 팔아요'. */
const BECAUSE = /까지(?:라서?|여서|니까|인데|이니|이라서?)$/u;

/** A time from or before which something is so: '6시 이후 주문은 못받아요'. */
const AFTER = /(?:이후|이전|전|전에|부터|때|날)$/u;

/** What is told of a shop by itself behind its hours: '주차 가능', '1층 카페'. */
const OF_ITSELF = /^[FaLS]/;

const codesOf = (atoms: readonly Atom[]): string => atoms.map(({ code }) => code).join('');

/** Words back from a last word in which its topic stands. */
const NEAR = 2;

/** A time as a topic, and times behind it. */
const isOfTopic = (atoms: readonly Atom[]): boolean =>
  atoms.length > 1 && atoms.slice(0, -1).some(isTopic) && /^[dtn]+$/.test(codesOf(atoms));

const isTopic = ({ code, text }: Atom): boolean => code === 'V' || /[가-힣](?:은|는|엔)$/u.test(text);

/** Whether a statement waits for the words behind it. */
export function isOpen({ atoms, kind, bindsNext, loose }: Piece): boolean {
  const last = atoms.at(-1);
  if (
    last === undefined ||
    bindsNext === true ||
    APART.includes(kind) ||
    kind === 'price' ||
    kind === 'offer'
  )
    return false;
  if (CONTRASTS.test(last.text)) return true;
  if (GOES_ON.test(last.text) && /[NGvb]/.test(last.code)) return true;
  // '유지장치 1회': nothing is said yet of how many.
  if (last.code === 'c' && kind !== 'schedule') return atoms.length > 1;
  // '8시 전엔 키즈': nothing is said yet of them.
  if (/[wj]/.test(last.code) && !loose && atoms.slice(0, -1).some(isTopic))
    return !/[NGgvCmkoOpxX]/.test(codesOf(atoms));
  // '토요일은 저녁': nothing is said yet of that time.
  if (kind === 'schedule' && last.code === 'n' && !LIMITS.test(last.text) && isOfTopic(atoms)) return true;
  if (!OPEN.test(last.code)) return false;
  // '(학원교재 제외)': it has been said what is so; so it has been of a topic, 'X는 Y만'.
  if (last.code === 'X' || last.code === 'E') return false;
  return !/[!endtDq]/.test(last.code) || !atoms.slice(-1 - NEAR, -1).some(isTopic);
}

/** Whether what stands behind can be what is said of it. */
function isSaidOf(before: Piece, piece: Piece, next: Piece | undefined): boolean {
  // '소비기한 12/5까지라' + '반값'
  if (before.kind === 'schedule' && BECAUSE.test(before.atoms.at(-1)?.text ?? '') && piece.kind === 'offer')
    return true;
  if (APART.includes(piece.kind) || piece.kind === 'offer') return false;
  const codes = codesOf(piece.atoms);
  if (before.kind === 'schedule') {
    if (piece.kind === 'price') return false;
    if (BECAUSE.test(before.atoms.at(-1)?.text ?? '')) return true;
    if (/[wj]$/.test(codesOf(before.atoms))) return true;
    // Two times side by side are two; one that leads on is one: '3일까지만 여기서 하고 5일부터'.
    if (piece.kind === 'schedule') return /^[byV]/.test(codes);
    const time = before.atoms.at(-1)?.text ?? '';
    if (isOfTopic(before.atoms) && !LIMITS.test(time)) return !(piece.loose && next?.kind === 'price');
    const whole = HOURS.test(time) || /^[SQ]|[CGN]/.test(codesOf(before.atoms));
    if (whole) return /^[vGN]+$/.test(codes);
    if (/[가-힣](?:은|는|엔)$/u.test(time)) return true;
    if (/^[FLz]{0,2}V/.test(codes)) return AFTER.test(time);
    // '월요일 시작만 돼요'
    if (!(piece.loose || LIMITS.test(time) || codes.startsWith('!'))) return false;
    return !(OF_ITSELF.test(codes) && piece.atoms.length > 1) && !(piece.loose && next?.kind === 'price');
  }
  // '6인까지' + '인원 초과 1인 만원': a price with its label is another statement.
  if (/e$/.test(codesOf(before.atoms)) && isLabelOf(piece, next)) return false;
  if (piece.kind === 'price') {
    const topic = !before.loose && /[가-힣](?:은|는|엔)$/u.test(before.atoms.at(-1)?.text ?? '');
    return topic || (before.loose ? /!$/ : /[!bV]$/).test(codesOf(before.atoms));
  }
  return true;
}

/**
 * Joins what waits for the words behind it to them: '다음날까지' + '물 쓰시면 안돼요', '수도권만' + '당일', '터치불량 아닌' + '파손만'.
 * A Korean statement ends with what is said; one that ends with a time, a limit, a topic or an object was cut.
 *
 * @param named whether the product has been named before these pieces; else the first words that may name it stay apart
 */
export function joinOpen(pieces: readonly Piece[], named: boolean): readonly Piece[] {
  const joined: Piece[] = [];
  let isNamed = named;
  let labelled: number | undefined;
  const moved = joinMoves(pieces);
  for (const [index, piece] of moved.entries()) {
    const before = joined.at(-1);
    const next = moved[index + 1];
    if (piece.atoms[0]?.opens === true) {
      joined.push(piece);
      isNamed ||= piece.loose;
      continue;
    }
    if (before !== undefined && labelled === index - 1) {
      joined[joined.length - 1] = { ...joinedOf(before, piece), kind: piece.kind };
      continue;
    }
    if (before !== undefined && isNamed && labelsByDay(before, piece, next)) {
      joined[joined.length - 1] = joinedOf(before, piece);
      labelled = index;
      continue;
    }
    if (before !== undefined && deniedOn(before, piece)) {
      joined[joined.length - 1] = { ...joinedOf(before, piece), kind: 'notice', leans: false };
      continue;
    }
    // '콩은 국산만' + '쓰고 …': what is done with it alone goes on.
    if (
      before !== undefined &&
      !before.loose &&
      /!$/.test(codesOf(before.atoms)) &&
      DOES.test(piece.atoms[0]?.text ?? '')
    ) {
      joined[joined.length - 1] = { ...joinedOf(before, piece), kind: 'notice', leans: false };
      continue;
    }
    // '매주 수요일은 여탕만' + '쉽니다'
    if (
      before !== undefined &&
      !joined.every(({ loose }) => loose && !isNamed) &&
      /만$/u.test(before.atoms.at(-1)?.text ?? '') &&
      /^Cv?$/.test(codesOf(piece.atoms))
    ) {
      joined[joined.length - 1] = { ...joinedOf(before, piece), kind: 'schedule', leans: false };
      continue;
    }
    if (before !== undefined && (isElsewhere(before, piece) || isInThoseHours(before, piece))) {
      joined[joined.length - 1] = { ...joinedOf(before, piece), kind: 'price', leans: false };
      continue;
    }
    const priced = joined.some(({ kind }) => kind === 'price');
    if (before !== undefined && priced && holdsFor(before, piece)) {
      joined[joined.length - 1] = { ...joinedOf(before, piece), kind: 'price' };
      continue;
    }
    // '겨울에만 파는 굴 추가 8천'
    if (before !== undefined && priced && isSoldThen(before, piece)) {
      joined[joined.length - 1] = { ...piece, atoms: [...before.atoms, ...piece.atoms] };
      continue;
    }
    const names = piece.loose && !isNamed && !/v$/.test(codesOf(piece.atoms));
    const waits = before !== undefined && (!before.loose || isNamed) && isOpen(before);
    if (before !== undefined && waits && !names && isSaidOf(before, piece, next))
      joined[joined.length - 1] = { ...joinedOf(before, piece), leans: before.leans && piece.leans };
    else joined.push(piece);
    isNamed ||= piece.loose;
  }
  return joined.map(ofItself);
}

/**
 * What has a topic of its own, or says behind a whole remark that something can or cannot be, says nothing of what stands
 * before it: '졸업식 당일은 예약 손님만', '장비 대여 포함' + '6세 이하 불가'.
 */
function ofItself(piece: Piece, index: number, pieces: readonly Piece[]): Piece {
  // '단 2인 이상 주문 시' binds what stands before it.
  if (index > 0 && piece.atoms[0]?.text === '단' && piece.kind !== 'price')
    return { ...piece, kind: 'condition', leans: true };
  if (!piece.leans || piece.kind !== 'condition') return piece;
  // '음료 필수' + '단체 10명 이상 예약'
  const codes = codesOf(piece.atoms);
  const isRemark =
    pieces[index - 1]?.kind === 'notice' && (/[GN]$/.test(codes) || /^[FLw].{0,3}e.{0,2}L$/.test(codes));
  // '고수 싫으면 빼드려요': with its verb it has said what it is for.
  // '19,900원 교환 3일 이내'
  if (OF_THE_SHOP.test(piece.atoms[0]?.text ?? '')) return { ...piece, kind: 'notice', leans: false };
  return isRemark || /Kv$/.test(codes) || piece.atoms.slice(0, -1).some(isTopic)
    ? { ...piece, kind: 'notice', leans: false }
    : piece;
}

/** Rules of a shop, which bind no price. */
const OF_THE_SHOP = /^(?:교환|환불|반품|취소|환급|보증|AS|A\/S)[은는도]?$/u;
