import { joinedOf } from './join-pieces.ts';
import type { Piece } from './piece.ts';

/** Where a shop moves to, with its verb: '옆건물 1층으로' + '이전합니다', and since when: '12월 3일부로'. */
export function joinMoves(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    // '11월까지만 영업하고 12월 5일부터' + where
    if (
      before?.kind === 'schedule' &&
      piece.kind === 'place' &&
      /부터$/u.test(before.atoms.at(-1)?.text ?? '') &&
      before.atoms.some(({ code }) => code === 'b')
    ) {
      joined[joined.length - 1] = { ...joinedOf(before, piece), kind: 'notice', loose: false, leans: false };
      continue;
    }
    // '흡연실' + '2층': where in the shop it is
    if (
      before?.loose === true &&
      joined.length > 1 &&
      before.atoms.length === 1 &&
      piece.kind === 'place' &&
      piece.atoms.length === 1 &&
      /^(?:지하\s?)?\d{1,2}층$/u.test(piece.atoms[0]?.text ?? '')
    ) {
      joined[joined.length - 1] = { ...joinedOf(before, piece), kind: 'notice', loose: false, leans: false };
      continue;
    }
    const moves =
      before?.kind === 'place' &&
      /(?:으로|로)$/u.test(before.atoms.at(-1)?.text ?? '') &&
      (MOVES.test(piece.atoms[0]?.text ?? '') || isFromThen(piece));
    if (before === undefined || !moves) {
      joined.push(piece);
      continue;
    }
    const whole: Piece = { ...joinedOf(before, piece), kind: 'notice', loose: false, leans: false };
    const since = joined.at(-2);
    const isSince =
      since?.kind === 'schedule' && /(?:부로|자로|부터|에)$/u.test(since.atoms.at(-1)?.text ?? '');
    if (isSince) joined.splice(-2, 2, { ...joinedOf(since, whole), kind: 'notice', loose: false });
    else joined[joined.length - 1] = whole;
  }
  return joined;
}

/** From which day on it is there: '역 앞 2층으로' + '12/8부터'. */
const isFromThen = ({ kind, atoms: [day, ...more] }: Piece): boolean =>
  kind === 'schedule' && more.length === 0 && day?.code === 'd' && /부터$/u.test(day.text);

const MOVES = /^(?:이전|확장이전|옮깁|옮겨|옮겼|옮기|이사)/u;
