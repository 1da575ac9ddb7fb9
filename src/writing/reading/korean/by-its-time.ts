import type { Piece } from './piece.ts';
import { SOLD_SO } from './word-classes.ts';

const codesOf = (atoms: Piece['atoms']): string => atoms.map(({ code }) => code).join('');

/** A time that something is said of. */
export const LIMITS = /(?:까지만?|만|부터|전|이후|에|때|날|[가-힣]은|[가-힣]는|엔)$/u;

/** From when to when a shop is open: hours are whole, whatever stands behind them. */
export const HOURS = /\d\s?[시분]?\s?[~∼–-]\s?(?:오전|오후|밤|새벽|낮|다음\s?날\s?)?\s?\d/u;

/** A day and a word or two before a price or an offer label it: '일요일 할증 2만', '금요일 하우스와인 첫 잔 무료'. */
export const labelsByDay = (before: Piece, piece: Piece, next: Piece | undefined): boolean =>
  before.kind === 'schedule' &&
  /^[dn]{1,2}$/.test(codesOf(before.atoms)) &&
  !/까지$/u.test(before.atoms.at(-1)?.text ?? '') &&
  piece.loose &&
  piece.atoms.length <= 2 &&
  ((next?.kind === 'price' && /^[msk]/.test(codesOf(next.atoms))) || (next?.kind === 'offer' && !next.loose));

/** Days that come again and again. */
const RECURRING = /^(?:[월화수목금토일](?:요일|욜)|주말|평일|공휴일|휴일|명절|연휴)$/u;

/** What cannot be had or done on such a day: '일요일 반납 불가'. */
export const deniedOn = (before: Piece, piece: Piece): boolean =>
  before.kind === 'schedule' &&
  before.atoms.length === 1 &&
  RECURRING.test(before.atoms[0]?.text ?? '') &&
  piece.kind === 'notice' &&
  /^[wFLg]{1,2}N[vG]?$/.test(codesOf(piece.atoms));

/** When another price holds: '9천 아침 10시까지 8천'. */
export const holdsFor = (before: Piece, piece: Piece): boolean =>
  before.kind === 'schedule' &&
  piece.kind === 'price' &&
  /^(?:[UP]?[mk])/.test(codesOf(piece.atoms)) &&
  /^[dtnD]{1,3}$/.test(codesOf(before.atoms)) &&
  LIMITS.test(before.atoms.at(-1)?.text ?? '');

/** '제거는 타샵 1만원' + '자샵 무료': what is free is of the topic too. */
export const isElsewhere = (before: Piece, piece: Piece): boolean =>
  before.kind === 'price' &&
  piece.kind === 'offer' &&
  /^V[wFUj]m$/.test(codesOf(before.atoms)) &&
  (/^[wFUj][oIJ]$/.test(codesOf(piece.atoms)) ||
    /^[가-힣]{1,8}무료$/u.test(piece.atoms.map(({ text }) => text).join('')));

const PART_OF_DAY = /(?:야간|주간|심야|새벽|조조|런치|디너|점심|저녁|아침|오전|오후|해피아워|낮|밤)/u;

/** '야간정액 9,000' + '22시~08시': in which hours that is the price. */
export const isInThoseHours = (before: Piece, piece: Piece): boolean =>
  before.kind === 'price' &&
  piece.kind === 'schedule' &&
  piece.atoms.length === 1 &&
  HOURS.test(piece.atoms[0]?.text ?? '') &&
  before.atoms.length <= 3 &&
  before.atoms.some(({ code, text }) => code !== 'm' && PART_OF_DAY.test(text));

/** When alone a thing is sold, before its name. */
export const isSoldThen = (before: Piece, piece: Piece): boolean =>
  before.kind === 'schedule' &&
  piece.loose &&
  /만$/u.test(before.atoms.at(-1)?.text ?? '') &&
  SOLD_SO.test(piece.atoms[0]?.text ?? '');
