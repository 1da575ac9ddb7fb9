import type { SegmentContext } from '../statements/segment.ts';
import { isKnownProduct } from '../statements/settle-products.ts';
import type { Piece } from './piece.ts';

/** What is done for a customer: what stands between it and a price says for what that price is ('방역 원룸 8만원'). */
const SERVICE =
  /(?:방역|대여|렌트|렌탈|교환|교체|청소|(?<!^[정독])수리|세탁|시공|설치|이사|수선|제거|리폼|리모델링|레슨|강습|수업|과외|복구|보수|점검|정비|튜닝|세차|미용|마사지|인화|인쇄|번역|대행|검사|검진|접종|코팅|도배|^장판|복사|갈이|철거|폐기|공증|인증|촬영|(?<!주문|맞춤|수)제작)$/u;

/** How far somebody has come who takes a course. */
const LEVEL = /^(?:왕초보|입문|기초|초급|중급|고급|심화|초중급|중고급|최상급)(?:반|과정)?$/u;

/** What is used for a service: no label of its price. */
const TOOL =
  /(?:타월|타올|수건|걸레|스펀지|스폰지|가위|칼|빗|솔|브러시|브러쉬|붓|장갑|앞치마|유니폼|세제|약품|약제|용액|세정제|왁스|도구|공구|장비|용품|재료|기구|기계|머신|청소기|키트|교재|문제집|박스|상자|봉투|가방|카트|사다리|의자|침대|매트|테이프|필름|스티커|쿠폰|상품권|알바|직원)$/u;

/** Parts of a house that something is counted by. */
const PART = /^(?:창|창문|방|문|벽|칸|층|거실|안방|욕실|주방|화장실|베란다|현관)$/u;

/**
 * Where several prices stand in a row, each with one word before it, the last word of the first name is a label too:
 * '에어컨 청소 벽걸이 7만원 스탠드 12만원'.
 */
export function labelled(pieces: readonly Piece[], context: SegmentContext): readonly Piece[] {
  const at = pieces.findIndex((piece, index) => piece.loose && pieces[index + 1]?.kind === 'price');
  const name = pieces[at];
  const price = pieces[at + 1];
  if (name === undefined || price === undefined) return pieces;
  // '성인 발레 입문 월 11만원'; but '초급 8만 중급 10만' are labels.
  const levels = pieces.filter(
    ({ kind, atoms: [first] }) => kind === 'price' && LEVEL.test(first?.text ?? ''),
  );
  if (levels.length === 1 && levels[0] === price && price.atoms.length > 1)
    return withFirstOf(price, pieces, at);
  // '이혼 상담 30분 3만원', '공유기 설치 3만'
  if (
    /^(?:상담|설치|교환|체험|시음|시식|견학|투어)$/u.test(price.atoms[0]?.text ?? '') &&
    // '설치 포함 38만원' is what the price includes.
    price.atoms[1]?.code !== 'G'
  )
    return withFirstOf(price, pieces, at);
  // '암막커튼 창 1개 13만원'
  const [part, thing] = [name.atoms.at(-1), name.atoms.at(-2)];
  if (
    thing !== undefined &&
    PART.test(part?.text ?? '') &&
    price.atoms[0]?.code === 'c' &&
    isKnownProduct(thing, context)
  )
    return labelledFrom(name.atoms.length - 1, pieces, at);
  // '세차 타월 3장 9천원'
  const things = price.atoms.findIndex(({ code }) => !/[Fw]/.test(code));
  if (
    name.atoms.length === 1 &&
    SERVICE.test(part?.text ?? '') &&
    price.atoms.slice(0, things).some(({ text }) => TOOL.test(text))
  )
    return withFirstOf(price, pieces, at, things);
  const service = name.atoms.findLastIndex(({ text }) => SERVICE.test(text));
  const behind = name.atoms.length - 1 - service;
  if (behind === 0) return pieces;
  // '세차 타월 3장 9천원': what it is done with is sold.
  if (service === 0 && name.atoms.slice(1).some(({ text }) => TOOL.test(text))) return pieces;
  if (service >= 0 && behind > 0 && behind <= 3) return labelledFrom(service + 1, pieces, at);
  const [head] = name.atoms;
  const short =
    name.atoms.length < 3 &&
    !(name.atoms.length === 2 && head !== undefined && isKnownProduct(head, context));
  if (short || !isBarePrice(price)) return pieces;
  const again = pieces.some(
    (piece, index) =>
      index > at + 1 &&
      piece.loose &&
      piece.atoms.length === 1 &&
      piece.atoms[0]?.code !== 'V' &&
      isBarePrice(pieces[index + 1]),
  );
  const last = name.atoms.at(-1);
  if (!again || last === undefined || isKnownProduct(last, context)) return pieces;
  return labelledFrom(name.atoms.length - 1, pieces, at);
}

/** The first words of a price belong to the name before it. */
function withFirstOf(price: Piece, pieces: readonly Piece[], at: number, words = 1): readonly Piece[] {
  const name = pieces[at];
  if (name === undefined) return pieces;
  return [
    ...pieces.slice(0, at),
    { ...name, atoms: [...name.atoms, ...price.atoms.slice(0, words)] },
    { ...price, atoms: price.atoms.slice(words) },
    ...pieces.slice(at + 2),
  ];
}

/** The words of a name from one on belong to the price behind it. */
function labelledFrom(from: number, pieces: readonly Piece[], at: number): readonly Piece[] {
  const name = pieces[at];
  const price = pieces[at + 1];
  // '이달의 아트': a noun stands with what says more of it.
  const saysMore =
    /[zj]/.test(name?.atoms[from - 1]?.code ?? '') || /[가-힣]의$/u.test(name?.atoms[from - 1]?.text ?? '');
  if (name === undefined || price === undefined || saysMore) return pieces;
  return [
    ...pieces.slice(0, at),
    { ...name, atoms: name.atoms.slice(0, from) },
    { ...price, atoms: [...name.atoms.slice(from), ...price.atoms] },
    ...pieces.slice(at + 2),
  ];
}

const isBarePrice = (piece: Piece | undefined): boolean =>
  piece?.kind === 'price' && !piece.loose && piece.atoms[0]?.code === 'm';
