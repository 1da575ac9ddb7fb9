import { joinedOf } from './join-pieces.ts';
import { isOpen } from './open-pieces.ts';
import type { Piece } from './piece.ts';

/** Most letters of a part between two of the owner's own marks that is told as it stands. */
const MARKED = 26;

/** How a remark ends of what is paid or brought too. */
const BESIDE = /^(?:별도|필참|필수|불포함|미포함|별도부담|본인부담|지참|추가)(?:입니다|임|이에요|예요|요)?$/u;

/** Most letters of two remarks side by side that are told as one. */
const REMARK = 14;

/** Kinds that stand for themselves wherever they are. */
const WHOLE: readonly string[] = ['contact', 'place', 'offer'];

/**
 * A short part between the owner's own marks is one statement, unless each half of it stands for itself: '형제 2만원 깎아줌',
 * '차량 불가 지역 있음'.
 */
export function joinMarked(pieces: readonly Piece[], length: number, bracketed: boolean): readonly Piece[] {
  if (pieces.slice(1).some(({ atoms: [first] }) => first?.opens === true)) return pieces;
  // '1회 무료(교재비 1만원 별도)': what is paid beside it binds what stands before the brackets.
  const [only] = pieces;
  if (
    bracketed &&
    only !== undefined &&
    pieces.some(({ kind }) => kind === 'price') &&
    length <= MARKED &&
    BESIDE.test(pieces.at(-1)?.atoms.at(-1)?.text ?? '')
  )
    return [{ ...pieces.slice(1).reduce(joinedOf, only), kind: 'condition', loose: false, leans: true }];
  // Brackets hold one remark: '(카드할인 적용가)'.
  const remark =
    bracketed && !pieces.some(({ kind }) => kind === 'contact' || kind === 'place' || kind === 'price');
  if (remark && pieces.length > 1 && length <= MARKED) return [pieces.reduce(joinedOf)];
  if (pieces.length < 2 || length > MARKED || pieces.some(({ kind }) => WHOLE.includes(kind))) return pieces;
  // '차량 불가 지역 있음'
  const remarks = length <= REMARK && pieces.every(({ kind }) => kind === 'notice');
  if (remarks) return [pieces.reduce(joinedOf)];
  const prices = pieces.filter(({ kind }) => kind === 'price').length;
  if (prices > 1 || pieces.every((piece) => !piece.loose && !isOpen(piece))) return pieces;
  // '감자 3kg 9천', '컷 3만원 월요일 쉼': a name and what it costs, and something else.
  if (prices === 1 && !(pieces[1]?.kind === 'price' && pieces.at(-1)?.loose === true)) return pieces;
  return [pieces.reduce((whole, piece) => ({ ...joinedOf(whole, piece), kind: 'notice' as const }))];
}
