import { linksIn } from '../../ad/links.ts';
import type { Statement, StatementKind } from '../../ad/statement.ts';
import type { TradeClass } from '../../ad/trade-class.ts';
import { STOP_WORDS } from '../../language/english.ts';
import { isForPets } from './for-pets.ts';
import { isHomonym } from './homonyms.ts';
import type { TradeMatch } from './match-trades.ts';
import { isCooked, isSentFood, isServedFood, isWorkedOn, saysSent } from './object-of-work.ts';
import { isOtherTrade } from './other-trade.ts';
import { isElsewhere, isOwnShop, SELDOM, statementOf } from './own-statement.ts';
import { isShopWord } from './shop-word.ts';
import type { TradeWords } from './trade-words.ts';
import { namesWareBehind } from './ware-behind.ts';
import { englishKey } from './word-keys.ts';

/** What a word says of the trade, surest first. */
export type TradeRank = 'shop' | 'deed' | 'goods';

/** A match that counts, and how much. */
export interface Weighed {
  readonly match: TradeMatch;
  readonly rank: TradeRank;
  /** 0 to 1. */
  readonly weight: number;
  /** Whether it stands in what comes with the product: such words alone tell no trade. */
  readonly isBeside: boolean;
}

/** Before the word that says what it is: the first of 카페 인테리어, of 딸기 라떼. */
export const MODIFIER = 0.3;
/** Known only by its end, behind letters that are no word: 교정 of 시력교정. */
const HALF_KNOWN = 0.5;
/** Large classes whose work is done on a place: a 카페 인테리어 is an interior, a 주유소 세차 stays a petrol station's. */
const DONE_TO_PLACES = new Set(['시설관리·임대', '과학·기술', '부동산']);
/** A shop's word that a thing is called by: 호텔수건. */
const OF_THE_HEAD = 0.2;
/** After the word for the shop whose it is. */
const OF_THE_SHOP = 0.5;

/** Where what comes with the product stands. */
const BESIDES: ReadonlySet<StatementKind> = new Set(['offer', 'condition', 'audience', 'notice']);
const WEIGHT_BESIDES: Readonly<Record<TradeRank, number>> = { shop: 0.6, deed: 0.5, goods: 0.7 };

/** Somewhere else than the shop itself: 약국 옆 카페, 카페 2층; whom it is for: 카페용 원두, 학원을 위한 책상. */
const AFTER_KO =
  /^(?:용|전용|[을를] 위한|[ \t]?(?:상품권|기프티콘|기프트카드)|(?:의|이|가|은|는)?[ \t]{0,3}(?:바로[ \t]{0,3})?(?:방문|납품|옆|근처|앞|맞은편|건너편|뒤|위층|아래층|사거리|골목|거리|방향|건물|정문|후문|입구|동반|출입|출구|[을를]? ?위한)(?![가-힣]{3}))/u;
/** Whose customers: '카페 이용 고객 10% 할인'. */
const VISITORS_KO =
  /^[ \t](?:이용|방문|구매)?[ \t]?(?:고객|손님|회원|영수증|이용[ \t]?시|방문[ \t]?시)(?:[ \t]|$)/u;
const DENIED_KO =
  /^(?:은|는|이|가|을|를|도)?[ \t]{0,3}(?:말고|아니|아닌|아님|아닙|없이|없는|없어요|없습니다|제외|빼고|대신|금지|불가|미포함|불포함|별도|안[ \t]?(?:해|합|팔|받)|(?![가-힣]{0,2}(?:값|비|료)[ \t])[가-힣]{1,4}[ \t]+(?:말고|제외|빼고|금지|불가|안[ \t]?받))/u;
/** A word for shops of many classes says less than what is sold there: '1종대형 학원'. */
const ANY_KIND = /^(?:학원|academy)$/iu;
/** Why something is so: '리모델링 때문에'. */
const CAUSE_KO = /^[ \t]?(?:때문에|관계로|공사로|으?로[ \t]인해|중이라)/u;
/** What comes with the product: '커피 한 잔 무료', and what is in it: '땅콩 들어갑니다'. */
const GIVEN_KO =
  /^(?:[은는이가을를도])?[ \t]{0,3}(?:(?:\d+|한|두|세)[ \t]?[가-힣]{1,2}[ \t]{0,3})?(?:포함|증정|제공|서비스(?![ \t]{0,3}[가-힣])|(?:무료|공짜)(?![ \t]{0,3}[가-힣])|기프티콘|쿠폰|더[ \t]?드|드려요|드립니다|드림|들어가|들어갑|들어있|함유|알레르기)/u;
const BEFORE_EN =
  /(?:\b(?:near|beside|opposite|behind|above|below|next to|next door to|across from|in front of|round the corner from|not an?|not|no|without|except|for|with|plus|free|including|includes?|complimentary|than|by the|former|old)[ \t]+(?:an?[ \t]+|the[ \t]+|our[ \t]+|your[ \t]+|free[ \t]+)?)$/iu;
/** A part behind a whole, or work on it. */
const PART_OF =
  /^\s?(?:배터리|타이어|블랙박스|썬팅|유리막|광택|시트|내비|네비|엔진오일|오일|브레이크|에어컨|도색|덴트|성능|진단|점검|수리|액정|케이스|필름|실내\s?세차|세차|정비|복원)/u;

/** What an employer gives: '기숙사 지원'. */
const BENEFIT = /^(?:기숙사|숙소|사택|구내식당|직원식당|어린이집|통근버스|셔틀)$/u;
const GIVEN_STAFF = /^[ \t]{0,3}(?:지원|제공|있음|있어요|완비|무료|이용|가능)/u;

/** Words that count how much of a thing there is: 4 glasses of beer. */
const COUNTED_KO = /^(?:접시|그릇|주전자|컵|잔)$/u;
const COUNTED_EN = /^(?:glass|cup|plate|bowl|bottle|bag|box|room|bed|set)(?:es|s)?$/iu;
const AFTER_EN =
  /^(?:[- ]friendly|-free|[ \t]+(?:included|inside|next door|owners|customers|not included|bldg|building))\b/iu;

/** The size of a picture that is asked for: 배너 728x90; what is printed is measured: 현수막 500x90cm. */
const PIXELS =
  /^[ \t]{0,3}(?:크기|사이즈|size)?[ \t]{0,3}\d{3,4}[ \t]?[x×*][ \t]?\d{2,4}(?![\d.]|[ \t]?(?:cm|mm|m|센티|미리|미터)(?![a-z]))/iu;
/** What may be asked for in pixels; a desk is measured: '책상 1200x600'. */
const MADE_OF_PIXELS =
  /배너|포스터|이미지|전단|광고|간판|현수막|썸네일|카드|스티커|사진|그림|banner|poster|flyer|flier|leaflet|sign|image|picture|photo|ad|post|card|sticker|print/iu;

/** Things that are worn or used, after what they are good for. */
const FOR_THE_BODY =
  /^[ \t]{0,3}(?:용|에[ \t]{0,3}좋은|예방)?[ \t]{0,3}(?:기능성|맞춤|전용|편한|의료용)?[ \t]{0,3}(?:[가-힣]{0,3}(?:깔창|인솔|보호대|방석|베개|매트|매트리스|밴드|양말|신발|구두|샌들|쿠션|의자|벨트|스타킹|안마기|마사지기|스트랩|테이프|찜질기|찜질팩|파스|장갑|지팡이|영양제|크림|젤|책상|받침|받침대|교정기)|insoles?|pillows?|cushions?|braces?|belts?|socks|chairs?|mats?|mattress(?:es)?)(?![가-힣]{3})/iu;

/**
 * The words of a text that count, and how much: what stands elsewhere or is denied does not.
 *
 * @param everywhere also in hours and contacts, where the trade is told nowhere else
 */
export function weighTrades(
  matches: readonly TradeMatch[],
  text: string,
  statements: readonly Statement[],
  words: TradeWords,
  everywhere = false,
): readonly Weighed[] {
  const kept = everywhere ? statements.filter(({ kind }) => !SELDOM.has(kind)) : statements;
  const links = linksIn(text);
  const isSent = saysSent(text);
  const isKnown = (word: string): boolean => STOP_WORDS.has(word) || words.english.has(englishKey(word));
  const placed = matches.flatMap((match) => {
    const rank = rankOf(match);
    // A link or an account's name that a word stands in tells nothing: www.bakery.com, @cafe_bloom.
    if (links.some(({ start, end }) => match.start >= start && match.start < end)) return [];
    const weight = placeWeight(match, rank, text, kept, isKnown, words);
    const within = statementOf(match, kept);
    const isBeside =
      within !== undefined &&
      (BESIDES.has(within.kind) || (within.kind === 'description' && rank !== 'shop')) &&
      !(rank === 'shop' && isOwnShop(match, within));
    return weight === 0
      ? []
      : [{ match, rank, isBeside, weight: weight * careWeight(match, text, words, isSent) }];
  });
  return placed.map((one, index) => {
    const before = beside(placed[index - 1], one, text);
    const next = beside(one, placed[index + 1], text);
    return {
      ...one,
      weight:
        one.weight *
        phraseWeight(
          one,
          before ? placed[index - 1] : undefined,
          next ? placed[index + 1] : undefined,
          words,
        ),
    };
  });
}

function rankOf({ asShop, meanings, text }: TradeMatch): TradeRank {
  if (asShop) return 'shop';
  if (ANY_KIND.test(text)) return 'goods';
  if (!meanings.some(({ is }) => is === 'name')) return 'goods';
  return isShopWord(text) ? 'shop' : 'deed';
}

function placeWeight(
  match: TradeMatch,
  rank: TradeRank,
  text: string,
  statements: readonly Statement[],
  isKnown: (word: string) => boolean,
  { classes }: TradeWords,
): number {
  const places = match.meanings.flatMap((meaning) =>
    meaning.is === 'act' ? [] : [classes.get(meaning.key)],
  );
  const { start, end, text: said, unknownFront, isFront } = match;
  const within = statementOf(match, statements);
  const isOwn = rank === 'shop' && within !== undefined && isOwnShop(match, within);
  if (within !== undefined && !isOwn && isElsewhere(within)) return 0;
  const after = text.slice(end, end + 24);
  // 'a poster for a driving school': what the picture is for is a wish, and parts nothing.
  const asked = statements.findLast(({ kind, end: to }) => kind === 'wish' && to <= start)?.end ?? 0;
  const before = text.slice(Math.max(asked, start - 40), start);
  // '발볼 넓은 분만': only they.
  if (said === '분만' && /[은는한신된을] $/u.test(before)) return 0;
  if (
    AFTER_KO.test(after) ||
    DENIED_KO.test(after) ||
    (MADE_OF_PIXELS.test(said) && PIXELS.test(after)) ||
    CAUSE_KO.test(after) ||
    BEFORE_EN.test(before) ||
    AFTER_EN.test(after)
  )
    return 0;
  if (isHomonym(said, before, after)) return 0;
  if (isOtherTrade(said, before, after, places)) return 0;
  if (BENEFIT.test(said) && GIVEN_STAFF.test(after)) return 0;
  if (COUNTED_EN.test(said) && /\d\s*$/.test(before)) return 0;
  // '딸기 한 접시'
  if (COUNTED_KO.test(said) && /(?:^|\s)(?:한|두|세|네|\d{1,2})\s?$/u.test(before)) return 0;
  // The car is used, and a part of it is sold or changed: '중고차 배터리 교환'.
  if (/^중고(?:차|폰)$/u.test(said) && PART_OF.test(after)) return 0;
  const given = rank !== 'shop' && GIVEN_KO.test(after) ? MODIFIER : 1;
  if (namesWareBehind(said, after, rank === 'shop', isKnown)) return rank === 'shop' ? OF_THE_HEAD : MODIFIER;
  const half = unknownFront && rank === 'goods' && said.length < 3 ? HALF_KNOWN : 1;
  if (isFront && rank === 'shop') return OF_THE_HEAD;
  if (rank === 'shop' && VISITORS_KO.test(after)) return MODIFIER;
  return (
    (within !== undefined && !isOwn && BESIDES.has(within.kind) ? WEIGHT_BESIDES[rank] : 1) * given * half
  );
}

const beside = (one: Weighed | undefined, next: Weighed | undefined, text: string): boolean =>
  one !== undefined &&
  next !== undefined &&
  (one.match.particle === '' ? /^[가-힣]?[ \t]{0,3}$/ : /^의?[ \t]{0,3}$/).test(
    text.slice(one.match.end, next.match.start),
  );

/** What a clinic treats, before a thing that is no care, is what the thing is good for: 족저근막염 깔창. */
function careWeight(
  { meanings, start, end, particle }: TradeMatch,
  text: string,
  { classes }: TradeWords,
  isSent: boolean,
): number {
  const treated = meanings.every(
    (meaning) => meaning.is === 'goods' && classes.get(meaning.key)?.large === '보건의료',
  );
  const raw = meanings.every(
    (meaning) => meaning.is === 'goods' && classes.get(meaning.key)?.middle === '식료품',
  );
  const places = meanings.flatMap((meaning) => (meaning.is === 'act' ? [] : [classes.get(meaning.key)]));
  if (isWorkedOn(text.slice(end, end + 32), places) || isServedFood(text, { start, end }, places)) return 0;
  if (isSentFood(isSent, places)) return MODIFIER;
  if (raw && isCooked(text, start)) return MODIFIER;
  return treated && particle === '' && FOR_THE_BODY.test(text.slice(end, end + 24)) ? MODIFIER : 1;
}

/** The last head of a phrase wins, but that what a shop sells or does stands behind its name: 대여 텐트. */
function phraseWeight(
  one: Weighed,
  before: Weighed | undefined,
  next: Weighed | undefined,
  words: TradeWords,
): number {
  const { match } = one;
  const toPlaces = (other: Weighed): boolean =>
    other.match.meanings.some(
      (meaning) => meaning.is !== 'act' && DONE_TO_PLACES.has(words.classes.get(meaning.key)?.large ?? ''),
    );
  const large = (other: Weighed, is: (place: TradeClass) => boolean): boolean =>
    other.match.meanings.every((meaning) => {
      const place = meaning.is === 'act' ? undefined : words.classes.get(meaning.key);
      return place !== undefined && is(place);
    });
  // What is made of it stands behind what is made: 탕후루 딸기.
  const madeOf = (dish: Weighed, raw: Weighed): boolean =>
    large(dish, (place) => place.large === '음식') && large(raw, (place) => place.middle === '식료품');
  // Grown together the last word is the head: 호텔침구.
  const grown = (shop: Weighed, thing: Weighed): boolean =>
    shop.match.end === thing.match.start && thing.rank === 'goods';
  const ofShop = (shop: Weighed, thing: Weighed): boolean =>
    madeOf(shop, thing) ||
    (shop.rank === 'shop' &&
      !grown(shop, thing) &&
      thing.rank !== 'shop' &&
      !(thing.rank === 'deed' && toPlaces(thing))) ||
    (shop.rank === 'deed' && thing.rank === 'goods');
  if (match.meanings.every(({ is }) => is === 'act')) return 1;
  const served = (dish: Weighed, thing: TradeMatch): boolean =>
    COUNTED_EN.test(thing.text) && large(dish, (place) => place.large === '음식');
  // '장난감 병원' mends them.
  if (before !== undefined && (served(before, match) || (match.text === '병원' && before.rank === 'goods')))
    return 0;
  if (before !== undefined && one.rank === 'shop' && isForPets(before.match, match, words)) return 0;
  if (before !== undefined && ofShop(before, one)) return OF_THE_SHOP;
  if (next === undefined || next.match.meanings.every(({ is }) => is === 'act')) return 1;
  if (served(one, next.match)) return 1;
  return ofShop(one, next) ? 1 : MODIFIER;
}
