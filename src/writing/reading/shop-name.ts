import type { Word } from './find-words.ts';
import { isPlaceWord } from './korean/trade-words.ts';
import { keyOf, kindOf, lettersEnd } from './word-means.ts';

/** A name that the request gives to the shop, and where. */
export interface ShopName {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** With what it is said by: '저희 가게 이름은 …이고'. */
  readonly frame?: { readonly start: number; readonly end: number };
}

const QUOTED = /[‘“'"「『](?<name>[^’”'"」』\n]{2,20})[’”'"」』]/gu;
const STATED =
  /(?:상호(?:명)?|업체명|가게\s?이름|매장\s?이름|매장명|가게명|shop name|our name)(?:은|는|이|:|is)?\s*(?:[:：]\s*)?[‘“'"「『]?(?<name>[^,.\n‘’“”'"」』]{2,20}?)(?=[,.\n’”'"」』]|\s\/|이에요|예요|입니다|이고|인데|$)/iu;

/** 'Bakery named Crumb & Co.', 'a salon called Studio Nine'. */
const CALLED =
  /(?<=[a-z]\s)(?:named|called)\s(?<name>[A-Z0-9][\p{L}\d'’&-]*(?:\s(?:&|and|of|the|[A-Z0-9][\p{L}\d'’&-]*)(?![\p{L}])){0,4}(?:\sCo\.)?)/u;

/** Words of light, weather and the year that names of shops are made from: 달빛카페, 봄날꽃집. */
const POETIC = new Set(['lighting', 'weather', 'prop', 'colour', 'backdrop', 'mood', 'time']);
const NOT_POETIC =
  /^(?:야외|바다|숲|정원|루프탑|심야|야간|나이트|주간|아침|오전|오후|모던|빈티지|레트로|전통|감성|고급|프리미엄)$/;

const OTHERS = /^(?:스마트스토어|앱스토어|플레이스토어|팝업스토어|온라인스토어|스토어팜)$/;

/**
 * The shop's name, where the request says it: stated ('상호는 …'), in quotes beside a word for a shop or an opening,
 * or grown together with its trade ('달빛카페'); in English, capitals before the trade ('Luna Cafe').
 */
export function findShopName(
  text: string,
  words: readonly Word[],
  isTrade: (name: string) => boolean,
): ShopName | undefined {
  const stated = STATED.exec(text);
  const name = stated?.groups?.name?.trim();
  if (stated !== null && name !== undefined && name !== '') {
    const start = text.indexOf(name, stated.index);
    return { text: name, start, end: start + name.length, frame: frameOf(text, stated, start + name.length) };
  }
  const called = CALLED.exec(text);
  const own = called?.groups?.name;
  if (called !== null && own !== undefined) {
    const start = called.index + called[0].length - own.length;
    return {
      text: own,
      start,
      end: start + own.length,
      frame: { start: called.index, end: start + own.length },
    };
  }
  return (
    quoted(text, words, isTrade) ??
    grownTogether(text, words) ??
    headingList(text, words) ??
    capitals(text, words)
  );
}

/** The words that a name is said with, before and behind it. */
function frameOf(text: string, stated: RegExpExecArray, end: number): { start: number; end: number } {
  const lead = /(?:우리|저희|제)\s$/u.exec(text.slice(0, stated.index))?.[0].length ?? 0;
  const tail =
    /^[’”'"」』]?(?:이에요|예요|에요|입니다|이고요?|이구요?|인데요?|라고\s?(?:해요|합니다))(?=[\s,.!]|$)/u.exec(
      text.slice(end, end + 12),
    );
  return { start: stated.index - lead, end: end + (tail?.[0].length ?? 0) };
}

function quoted(
  text: string,
  words: readonly Word[],
  isTrade: (name: string) => boolean,
): ShopName | undefined {
  for (const match of text.matchAll(QUOTED)) {
    const end = match.index + match[0].length;
    const beside = words.filter(
      (word) => Math.abs(word.start - end) <= 3 || Math.abs(word.end - match.index) <= 3,
    );
    const isShop = beside.some((word) => keyOf(word, 'trade') !== undefined || kindOf(word) === 'purpose');
    const name = match.groups?.name?.trim();
    if (name !== undefined && (isShop || namesTrade(name, isTrade)))
      return { text: name, start: match.index, end };
  }
  return undefined;
}

/** Whether a trade stands at the beginning or the end of a name: 책방오늘, 오늘의책방. */
function namesTrade(name: string, isTrade: (name: string) => boolean): boolean {
  const letters = name.replaceAll(/\s+/g, '');
  for (let cut = 2; cut < letters.length; cut++) {
    if (isTrade(letters.slice(0, cut)) || isTrade(letters.slice(cut - 1))) return true;
  }
  return false;
}

/** Somewhere else than the shop: '보령약국 뒤', 'above Blue Door Bakery'. */
const BEFORE_LANDMARK = /\b(?:behind|above|below|next to|opposite|across from|beside|near)\s(?:the\s)?$/iu;
const BEHIND_LANDMARK =
  /^\s?(?:바로\s?)?(?:앞|옆|뒤|뒤편|맞은편|건너편|근처|부근|건물|위층)(?=$|[^가-힣]|에|으로)/u;

const isLandmark = (text: string, start: number, end: number): boolean =>
  BEFORE_LANDMARK.test(text.slice(Math.max(0, start - 20), start)) ||
  BEHIND_LANDMARK.test(text.slice(end, end + 8));

function grownTogether(text: string, words: readonly Word[]): ShopName | undefined {
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    if (!word.joined || before === undefined || before.joined || keyOf(word, 'trade') === undefined) continue;
    const kind = kindOf(before);
    const unknown = before.meanings.length === 0;
    const poetic = keyOf(before, 'season') !== undefined || (kind !== undefined && POETIC.has(kind));
    if (!unknown && !(poetic && !NOT_POETIC.test(before.text))) continue;
    // '하부세차': what is done, and no place that has a name.
    if (unknown && !isPlaceWord(word.text)) continue;
    // Names of others' shops, and tags.
    if (OTHERS.test(text.slice(before.start, lettersEnd(word))) || text[before.start - 1] === '#') continue;
    if (isLandmark(text, before.start, word.end)) continue;
    return { text: text.slice(before.start, lettersEnd(word)), start: before.start, end: word.end };
  }
  return undefined;
}

/** What names of shops end with that are made from what they deal in: 한빛안경, 미소네일. */
const DEALS_IN =
  /^[가-힣]{2,5}?(?:안경|네일|식품|세탁|전자|통신|타이어|왁싱|침구|가구|조명|스포츠|자전거|낚시|주얼리|시계|악기|수족관|애견|펫)$/u;

/** The same, of words that stand for shops alone, whatever is before them: 우리분식, 민들레헤어. */
const OF_SHOPS =
  /^[가-힣]{2,5}?(?:분식|헤어|정육|수산|청과|상회|반점|철물|유통|건재|금은방|바버|뷰티|플라워|모터스|꽃방)$/u;

/** A thing and what it costs, behind a shop's name: 안경테 39,000원. */
const PRICED = /\p{L}\s?\d[\d,.]*\s?(?:천|만|원)/gu;

/** Goods of which a list has at least so many. */
const LEAST = 2;

/** The first word, where it is grown together of a name and what is dealt in, and a list of goods with prices follows. */
function headingList(text: string, words: readonly Word[]): ShopName | undefined {
  const name = /^\S+/u.exec(text)?.[0] ?? '';
  const [first, second] = words;
  const isMade = first?.meanings.length === 0 && second?.joined === true && second.end <= name.length;
  if (!OF_SHOPS.test(name) && !(DEALS_IN.test(name) && isMade)) return undefined;
  const next = words.find(({ start }) => start > name.length);
  const follows = next !== undefined && /^\s+$/u.test(text.slice(name.length, next.start));
  const prices = text.slice(name.length).match(PRICED)?.length ?? 0;
  return follows && next.meanings.length > 0 && prices >= LEAST
    ? { text: name, start: 0, end: name.length }
    : undefined;
}

function capitals(text: string, words: readonly Word[]): ShopName | undefined {
  for (const [index, word] of words.entries()) {
    if (keyOf(word, 'trade') === undefined || !/^[A-Z]/.test(word.text)) continue;
    let from = index;
    while (isCapital(words[from - 1], words[from])) from -= 1;
    const first = words[from];
    // A sentence begins with a capital that names nothing.
    if (first === undefined || from === index || (first.start === 0 && index - from === 0)) continue;
    if (first.meanings.length > 0 && index - from < 2) continue;
    if (isLandmark(text, first.start, word.end)) continue;
    return { text: text.slice(first.start, lettersEnd(word)), start: first.start, end: word.end };
  }
  return undefined;
}

function isCapital(word: Word | undefined, next: Word | undefined): boolean {
  return (
    word !== undefined &&
    word.run === next?.run &&
    /^[A-Z][a-z'’]+$/.test(word.text) &&
    kindOf(word) !== 'purpose'
  );
}
