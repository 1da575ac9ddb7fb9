import type { Atom } from './atom.ts';
import { CHUNK_RULES } from './chunks.ts';
import type { Piece } from './piece.ts';
import { FINAL, OWN_REMARK } from './word-classes.ts';

/** What a rule of `chunks.ts` holds together from an atom on. */
export interface Chunk {
  readonly kind: Piece['kind'];
  readonly leans: boolean;
  readonly length: number;
}

/** Words that deny what they name themselves: they say nothing of the sum before them. */
const OF_ITS_OWN =
  /^(?:[안못]|[가-힣A-Za-z]{2,12}(?:없음|불가|금지|사절|안됨|안함|안받음|품절|안돼요|안되요|안됩니다|안받아요|안받습니다|안해요|안합니다|[xX]))$/u;

/** For whom alone an offer is, said behind it: '청력검사 무료 예약자만'. */
const FOR_THEM = /(?:자|고객|회원|손님|학생|어르신|신규|가입자|방문객|주민|여성|남성|어린이)만$/u;

/**
 * A chunk with its end where the words themselves have it: an offer has whom it is for behind it; hours before parking are
 * the shop's; a sum ends before what is denied of something else: '2만8천' '조식없음', '3만부터' '못 뚫으면 0원'.
 */
export function ended(found: Chunk | undefined, atoms: readonly Atom[], at: number): Chunk | undefined {
  const last = found === undefined ? undefined : atoms[at + found.length - 1];
  const next = found === undefined ? undefined : atoms[at + found.length];
  if (found?.kind === 'offer' && /^[!e]$/.test(next?.code ?? '') && FOR_THEM.test(next?.text ?? ''))
    return { ...found, length: found.length + 1 };
  // '1000원 4곡': for so many; but '5천 2개 7천'
  if (
    found?.kind === 'price' &&
    found.length === 1 &&
    last?.code === 'm' &&
    /^\d{1,3}\s?(?:곡|번|판|게임)$/u.test(next?.text ?? '') &&
    !/[mkKoOIGFL]/.test(atoms[at + 2]?.code ?? '')
  )
    return { ...found, length: 2 };
  // '토요일 2시까지 주차 1시간 무료': until then the shop is open.
  const parking = atoms.slice(at, at + (found?.length ?? 0)).findIndex(({ text }) => /^주차/u.test(text));
  if (found?.kind === 'offer' && parking > 0 && /까지$/u.test(atoms[at + parking - 1]?.text ?? ''))
    return { ...found, kind: 'schedule', length: parking };
  if (found === undefined || found.length < 2 || last === undefined) return found;
  const held = atoms.slice(at, at + found.length);
  // '24시간 화장실없음', '22시~08시 민증필수': hours are whole.
  const hours = held.findIndex((atom) => !isWholeTime(atom));
  if (found.kind === 'schedule' && hours > 0 && held.slice(hours).every(isOwn))
    return { ...found, length: hours };
  if (!isOwn(last)) return found;
  // What is told of a topic is whole: '김치 리필은 셀프 카드됩니다', '케이크는 주말에만 있어요 계단만있음'.
  const before = held.at(-2);
  const told =
    found.kind === 'notice' &&
    found.length > 2 &&
    (FINAL.test(before?.text ?? '') || (last.code !== 'N' && before?.code === 'w'));
  return found.kind === 'price' || told ? { ...found, length: found.length - 1 } : found;
}

/** A remark of its own, whatever stands before it. */
const isOwn = ({ code, text }: Atom): boolean =>
  (code === 'N' && OF_ITS_OWN.test(text)) ||
  (/[Gv]/.test(code) && (OWN_REMARK.test(text) || /^[가-힣]{2,6}만있(?:음|어요|습니다)$/u.test(text)));

/** Hours from when to when. */
const isWholeTime = ({ code, text }: Atom): boolean =>
  code === 't' && (/^24\s?시/u.test(text) || /\d\s?[시분]?\s?[~∼–-]\s?\D{0,4}\d/u.test(text));

export function chunkAt(codes: string, at: number): Chunk | undefined {
  for (const { kind, pattern, leans } of CHUNK_RULES) {
    pattern.lastIndex = at;
    const length = pattern.exec(codes)?.[0].length ?? 0;
    if (length > 0) return { kind, leans: leans === true, length };
  }
  return undefined;
}

/** What is free until a day when a customer steps back is a rule of the shop, and no offer. */
const RULE = /^(?:취소|환불|교환|반품|변경)/u;

/** Of which kind what a rule holds together is, by its words. */
export function kindOf(kind: Piece['kind'], atoms: readonly Atom[]): Piece['kind'] {
  const [first, last, before] = [atoms[0], atoms.at(-1), atoms.at(-2)];
  if (kind === 'offer' && first?.code === 'V' && RULE.test(first.text)) return 'notice';
  const asked = atoms.some(({ code }) => code === 'K');
  // '심야 10시 이후 만원 더' is to be paid.
  if (kind === 'offer' && !asked && last?.text === '더' && before?.code === 'm') return 'price';
  // '레터링 무료 ㄴㄴ'
  if (kind === 'offer' && DENIES.test(last?.text ?? '')) return 'notice';
  // '공병 가져오면 천원 드려요', '5권 사면 에코백 드려요'
  const gives = asked && GIVES.test(last?.text ?? '');
  const given = gives && /^(?:[^N]*K)[wFLjc]{1,3}[Gv]$/.test(atoms.map(({ code }) => code).join(''));
  if (kind === 'price' && gives) return 'offer';
  if (kind === 'notice' && given && !TOLD_ONLY.test(before?.text ?? '')) return 'offer';
  return kind;
}

const DENIES = /^(?:ㄴㄴ|놉|노노|아님|아닙니다|아니에요|아니예요)$/u;

/** What customers are told or get back, and no gift. */
const TOLD_ONLY =
  /(?:연락|답장|답변|문자|안내|견적|상담|환불|전화|자리|설명|예약|추천|소개|확인|배송|택배)$/u;

const GIVES = /^(?:드려요|드립니다|드림|드릴게요|줘요|챙겨드려요|나눠드려요)$/u;
