import type { StatementKind } from '../../../ad/statement.ts';
import { isAdded, isThen, isWhenToCall } from './goes-with.ts';
import type { Piece } from './piece.ts';
import { DETERMINER, OWN_REMARK } from './word-classes.ts';

/** Most atoms that are joined to a statement behind it. */
const MAX_TAIL = 3;

/** Kinds that a topic or a condition may go on to; the others tell where and how to reach the shop. */
const TOLD: readonly StatementKind[] = [
  'notice',
  'offer',
  'price',
  'condition',
  'exception',
  'description',
  'occasion',
  'schedule',
];

/** Words that end what stands before them. */
const ENDING =
  /^(?:추가|할증|취소|구매|입장|출입|남음|남았어요|주유|외출|연장|반납|이용|사용|수정|발송|순차발송|지참|견적|출발|도착|금식|구입|접종|차감|확인|조회|신청|접수|방문|됨|합니다|해요|준비시간|그대로|선착순|할인|무료|마감)(?:입니다|이에요|예요|해요|합니다|됩니다)?$/u;

/**
 * Joins pieces that mean nothing apart: a condition and what it is for ('우천 시' + '취소'), a topic and what is said of it
 * ('취소는' + '3일 전까지 무료'), a limit and what it limits, a word that ends what stands before it. A longer statement is
 * right; a cut one is another promise.
 *
 * @param first whether a sentence or a line begins with the clause: then what it begins with may be the product
 */
export function joinPieces(
  pieces: readonly Piece[],
  first: boolean,
  isThing: (piece: Piece) => boolean,
): readonly Piece[] {
  const joined: Piece[] = [];
  let named = false;
  for (const [index, piece] of pieces.entries()) {
    const before = joined.at(-1);
    const thing =
      first &&
      before?.loose === true &&
      !named &&
      !isTopic(before) &&
      isThing(before) &&
      piece.kind === 'condition';
    named ||= before?.loose === true;
    // '동네 철물점이에요 수도꼭지 교체 …': who speaks is no name of what is sold.
    const opens = joined.length === 1 || (joined.length === 2 && isIntroduction(joined[0]));
    const guarded = thing || (first && opens && before?.loose === true && !isTopic(before));
    const deed = before === undefined ? undefined : deedOf(before, piece, pieces[index + 1], isThing);
    if (piece.atoms[0]?.opens === true) joined.push(piece);
    else if (before !== undefined && deed !== undefined) {
      joined[joined.length - 1] = { ...joinedOf(before, piece), kind: deed, leans: false };
    } else if (before !== undefined && isThen(before, piece)) {
      joined[joined.length - 1] = { ...joinedOf(before, piece), kind: 'notice' };
    } else if (before !== undefined && isWhenToCall(before, piece)) {
      joined[joined.length - 1] = { ...joinedOf(before, piece), kind: 'contact', leans: false };
    } else if (before !== undefined && isAdded(before, piece)) {
      joined[joined.length - 1] = { ...joinedOf(before, piece), kind: before.kind };
    } else if (
      before !== undefined &&
      !guarded &&
      (goesOn(before, piece, pieces[index + 1]) ||
        endsIt(before, piece, pieces[index + 1]) ||
        ((named || !first) && closes(before, piece, pieces[index + 1]) && !isThing(piece)))
    ) {
      joined[joined.length - 1] = joinedOf(before, piece);
    } else joined.push(piece);
  }
  return joined;
}

const codesOf = ({ atoms }: Piece): string => atoms.map(({ code }) => code).join('');

const isIntroduction = (piece: Piece | undefined): boolean =>
  piece?.loose === true && /(?:이에요|예요|입니다|인데요?)$/u.test(piece.atoms.at(-1)?.text ?? '');

/** Whether a piece begins with what it speaks of: '취소는', '택배는'. */
const isTopic = (piece: Piece): boolean => /^[wFLz]{0,2}V/.test(codesOf(piece));

/** What is done about a sum, said behind it. */
const DEED =
  /^(?:청구|부과|변상|배상|보상|공제|징수|몰수|가산|발생|납부|지급|지불|정산|입금|현금으로|현찰로|이체로|계좌이체로|카드로|선입금|선결제|선납|환급|감면|인상|인하|별도청구|추가청구)(?:[가-힣]{0,4}[요다됨함])?$/u;

/**
 * Of which kind a sum is with what is done about it, or what is denied with what denies it: '오염 심하면 2만원' + '청구',
 * '동절기 휴업' + '없음'. Undefined where a piece is neither.
 */
function deedOf(
  before: Piece,
  piece: Piece,
  next: Piece | undefined,
  isThing: (piece: Piece) => boolean,
): StatementKind | undefined {
  const [word] = piece.atoms;
  if (word === undefined || piece.atoms.length > 2) return undefined;
  const isDeed = before.kind === 'price' && piece.atoms.length === 1 && DEED.test(word.text);
  if (!piece.loose && !isDeed)
    return DENIED.test(word.text) && !before.loose && /^N[vG]?$/.test(codesOf(piece)) ? 'notice' : undefined;
  if (before.kind !== 'price' || next?.kind === 'price') return undefined;
  const ends = next === undefined && piece.atoms.length === 1 && word.code === 'w' && !isThing(piece);
  const conditional = /K[^m]*m$/.test(codesOf(before));
  if (!DEED.test(word.text) && !(conditional && ends)) return undefined;
  return conditional ? 'notice' : 'price';
}

/** Where or for whom something is made. */
const OF_WHAT = /^[가-힣]{1,6}(?:산|제|용|뿐)$/u;

const DENIED = /^(?:없|아니|아님|아닙|안|않|불가|못)/u;

function goesOn(before: Piece, piece: Piece, next: Piece | undefined): boolean {
  if (before.bindsNext === true) return false;
  // '수도권 외 배송비 문의': elsewhere something else holds.
  if (before.atoms.at(-1)?.text === '외') return true;
  if (!TOLD.includes(piece.kind) && !piece.loose) return false;
  const codes = codesOf(before);
  if (/v$/.test(codes)) return false;
  // What is asked of customers is asked: '문의는 오전에만 문자주세요'.
  if (
    /L$/.test(codes) &&
    /(?:주세요|바랍니다|하세요|드려요|드립니다)$/u.test(before.atoms.at(-1)?.text ?? '')
  )
    return false;
  // '콩은 파주산' + '비지는 공짜로 가져가세요'
  if (
    isTopic(before) &&
    isTopic(piece) &&
    /^V\w?w$/.test(codes) &&
    OF_WHAT.test(before.atoms.at(-1)?.text ?? '')
  )
    return false;
  // '이후는 다음날 배송' + '조화는 취급 안 해요': what is told of a topic in a noun ends where another begins.
  if (isTopic(before) && isTopic(piece) && /[dtnc][FLgw]$/.test(codes)) return false;
  // A condition goes on to what it is for; '시린이 있으면 상담먼저' + '목요일 야간' are two.
  if (!before.loose && /K[^NGgCvoOpxmEX!eJ]*$/.test(codes))
    return !(piece.kind === 'schedule' && /K[^K]*w$/.test(codes));
  // Hours that something is said of: '11시엔 커피 포함'.
  if (before.kind === 'schedule' && /(?:엔|에는)$/u.test(before.atoms.at(-1)?.text ?? '')) return true;
  // '24시 응급 가능'
  if (before.atoms.length === 1 && /^24시/.test(before.atoms[0]?.text ?? '') && piece.kind === 'notice')
    return !/[가-힣]{2}(?:없음|불가|금지)$/u.test(piece.atoms[0]?.text ?? '');
  // '원어민 아니고 교포 선생님', '시험 대비는 안 하고 개념만': what is meant stands behind.
  const end = before.atoms
    .slice(-2)
    .map(({ text }) => text)
    .join(' ');
  if (/(?:(?<!\S)[안못]\s\S{1,4}고|[안못]\S{1,4}고|아니고|아니구|아니라)$/u.test(end)) return true;
  // '반품은 도착 당일만'
  if (isTopic(before) && /g$/.test(codes) && piece.kind === 'schedule') return true;
  // '안', '못': what is denied stands behind.
  if (before.atoms.at(-1)?.code === 'N' && /^[안못]$/.test(before.atoms.at(-1)?.text ?? '')) return true;
  // A topic, until something has been said of it.
  if (isTopic(before) && !/[NGgCvoOpxmkEX!e]$/.test(codes)) return true;
  if (isTopic(before) && /e$/.test(codes)) return true;
  // A limit goes on to what is limited by it.
  if (!before.loose && /e[L]?$/.test(codes) && before.kind === 'condition')
    return !piece.loose
      ? // '매장에서만' + '각인은 5천원'
        piece.kind !== 'schedule' && !(piece.kind === 'price' && isTopic(piece))
      : piece.atoms.length <= MAX_TAIL && !isLabelOf(piece, next) && !isSubjectOf(next);
  // What stands before a limit, an exception or a remark is limited by it.
  return before.loose && !piece.loose && ['condition', 'exception', 'notice'].includes(piece.kind);
}

/** Whether a word or two say for what the price behind them is: '인원 초과 1인 만원'. */
export const isLabelOf = (piece: Piece, next: Piece | undefined): boolean =>
  piece.loose &&
  piece.atoms.length <= 2 &&
  /[wUjzFT]$/.test(codesOf(piece)) &&
  next?.kind === 'price' &&
  !/[byV]/.test(next.atoms[0]?.code ?? '') &&
  !DETERMINER.test(next.atoms[0]?.text ?? '');

/** Whether a remark has no subject of its own: '따로 안팔아요'. */
const isSubjectOf = (next: Piece | undefined): boolean =>
  next?.kind === 'notice' && /^[yb]*[NGv]/.test(codesOf(next));

function endsIt(before: Piece, piece: Piece, next: Piece | undefined): boolean {
  if (!piece.loose || before.loose || before.kind === 'contact' || piece.atoms.length > MAX_TAIL)
    return false;
  const [word] = piece.atoms;
  if (word === undefined) return false;
  if (OWN_REMARK.test(word.text)) return false;
  // '할증 2만': it labels what it costs.
  if (next?.kind === 'price' && piece.atoms.length === 1) return false;
  if (ENDING.test(word.text) && (next === undefined || /^(?:추가|할증|됨|남음|금식)$/u.test(word.text)))
    return true;
  if (/^[GgNvCEK]+$/.test(codesOf(piece))) return true;
  return next === undefined && before.kind === 'condition' && !isTopic(piece);
}

/** Kinds that a last word or two says more of, once the product is named. */
const CLOSED_BY: readonly StatementKind[] = ['schedule', 'notice', 'condition', 'exception'];

/** Whether a clause ends with a word or two that name nothing: '얼룩 생기면 세탁비 별도' + '청구'. */
const closes = (before: Piece, piece: Piece, next: Piece | undefined): boolean =>
  (next === undefined || /^[by]+$/.test(codesOf(piece))) &&
  piece.loose &&
  !before.loose &&
  CLOSED_BY.includes(before.kind) &&
  /^(?:[wz]{1,2}|g|[by]{1,3})$/.test(codesOf(piece)) &&
  !/[CWQ]$/.test(codesOf(before));

/** Two pieces as one. */
export function joinedOf(before: Piece, piece: Piece): Piece {
  const kind = piece.loose
    ? before.kind === 'condition' || before.loose
      ? 'notice'
      : before.kind
    : piece.kind;
  const plain = kind === 'condition' || kind === 'exception' ? 'notice' : kind;
  return {
    kind: before.loose && piece.loose ? 'description' : plain,
    atoms: [...before.atoms, ...piece.atoms],
    loose: false,
    leans: before.leans && piece.leans,
  };
}
