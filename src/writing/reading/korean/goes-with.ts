import { MOTION } from './name-phrases.ts';
import type { Piece } from './piece.ts';

const codesOf = ({ atoms }: Piece): string => atoms.map(({ code }) => code).join('');

/** Whether a time goes on to what happens then: '내일 11시에 봬요', '12/14부터 길 건너로 갑니다'. */
export const isThen = (before: Piece, piece: Piece): boolean =>
  before.kind === 'schedule' &&
  piece.loose &&
  MOTION.test(piece.atoms.at(-1)?.text ?? '') &&
  /^(?:[^wTj]{1,5}|.{0,5}b)v$/.test(codesOf(piece));

/** Asks somebody to call or to write. */
const CALLS =
  /^(?:전화|문자|연락|문의|카톡|톡|예약)(?:\s?(?:주세요|주십시오|주셔요|바랍니다|부탁드려요|부탁드립니다|하세요|받아요|받습니다|가능))?$/u;

/** Whether a time is when to call: '밤 11시까지만' + '전화 주세요', '아무때나' + '문자주세요'. */
export const isWhenToCall = (before: Piece, piece: Piece): boolean =>
  before.kind === 'schedule' &&
  (piece.kind === 'contact' || piece.loose) &&
  (/(?:만|이후|이후에|까지|부터|에)$/u.test(before.atoms.at(-1)?.text ?? '') ||
    /^n+$/.test(codesOf(before))) &&
  CALLS.test(piece.atoms.map(({ text }) => text).join(' ')) &&
  /(?:요|오|다)$/u.test(piece.atoms.at(-1)?.text ?? '');

/** Whether a plus adds what it says to an offer: '1개월 무료 + PT 1회'. */
export const isAdded = (before: Piece, piece: Piece): boolean =>
  before.kind === 'offer' && piece.atoms[0]?.text === '+';
