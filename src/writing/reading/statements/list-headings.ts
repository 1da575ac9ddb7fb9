import { isListTitle, UNMARKED_TITLE } from '../../../ad/list-title.ts';
import { isPlaceWord } from '../korean/trade-words.ts';
import { keyOf, lettersEnd } from '../word-means.ts';
import type { Segment, SegmentContext } from './segment.ts';

/** So many goods of a sort: '음료 4종', 'four drinks'. */
const COUNTED =
  /(?:\d{1,2}|[한두세네]|다섯|여섯|일곱|여덟|아홉|열)\s?(?:종류?|가지|품목|코스)(?:\s(?:메뉴|음료|디저트|반찬|빵|케이크|라떼|코스))?$|^(?:(?:our|the|these)\s)?(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\s(?:[a-z-]+\s){0,3}[a-z-]+s$/iu;

/** What labels figures, and is no title of goods. */
const LABEL =
  /시간|문의|주소|위치|배송|배달|택배|추가|옵션|토핑|사이즈|크기|기간|일시|날짜|예약|전화|할인|혜택|이벤트|행사|조건|포함|준비물|보증금|주차|구성|원산지|알레르기|참고|주의|요일|평일|주말|\b(?:hours?|open|closed|phone|call|delivery|shipping|extras?|add[ -]ons?|toppings?|sizes?|deposits?|parking|where|when|address|dates?|includes?|order|book|sale|now|note|weekdays?|weekends?|price(?!\s?list)|cost|fees?|code)\b/iu;

const WORD = String.raw`(?:[\p{L}'’&-]{1,20}(?:\d{1,2}(?:종류?|가지))?|\d{1,2}(?:\s?(?:종류?|가지|품목|코스)|(?=\s[a-z])))`;

const TITLE = String.raw`(?<title>${WORD}(?:\s${WORD}){0,4})`;

/** A thing, and what it costs. */
const ITEM = String.raw`(?:\d{1,3}-?)?\p{L}(?:[\p{L}\s()'’&/·-]|\d(?!\d{2}|\s?[천만원,])){0,24}?\s?(?:[:=-]\s?)?(?:[₩$€£]\s?\d|\d{1,3},\d{3}|\d+(?:\.\d)?\s?(?:천|만|원|won\b|k\b))`;

const MARKED = new RegExp(
  String.raw`(?<=^|[\n,.!]\s?)${TITLE}(?:\s?[:：]\s?|\s[-–—]\s|\s?\n)(?=${ITEM})`,
  'giu',
);

/** Without a mark a title is known by its last word, or by how many goods it says. */
const BARE = new RegExp(
  String.raw`(?<=^|\s)(?<title>(?:${UNMARKED_TITLE.source})|[가-힣]{1,8}\s(?<count>\d{1,2})\s?(?:종|가지))\s(?!세트|모음|묶음|선물|구성|중\s|택|골라)(?=${ITEM})`,
  'giu',
);

const ITEMS = new RegExp(ITEM, 'giu');

/** Goods of which a list has at least so many. */
const LEAST = 2;

/** The title of a list of goods with their prices, where nothing that is sold stands before it: '메뉴', '음료 4종'. */
export function findListHeadings(context: SegmentContext): readonly Segment[] {
  const { text } = context;
  if (!/\d/.test(text)) return [];
  for (const pattern of [MARKED, BARE]) {
    for (const match of text.matchAll(pattern)) {
      const heading = headingOf(match, pattern === BARE, context);
      if (heading !== undefined) return [heading];
    }
  }
  return [];
}

function headingOf(match: RegExpExecArray, isBare: boolean, context: SegmentContext): Segment | undefined {
  const { text, words } = context;
  const { title = '', count } = match.groups ?? {};
  const end = match.index + title.length;
  const items = text.slice(end).match(ITEMS)?.length ?? 0;
  if (items < LEAST || LABEL.test(title)) return undefined;
  // '반찬 3종 멸치볶음 5천원 …': as many as it says.
  if (isBare && count !== undefined && Number(count) !== items) return undefined;
  const generic = isListTitle(title);
  if (/^\s?\n/u.test(text.slice(end)) && !generic && !COUNTED.test(title)) return undefined;
  if (!isWhose(text.slice(0, match.index), match.index, context)) return undefined;
  const trade = words.find((word) => word.start === match.index && keyOf(word, 'trade') !== undefined);
  if (trade === undefined || generic)
    return { kind: generic ? 'description' : 'product', start: match.index, end };
  if (lettersEnd(trade) === end) return undefined;
  // '꽃집 꽃다발 3종'
  const start = isPlaceWord(trade.text) ? trade.end : match.index;
  return { kind: 'product', start: start + (/^\s*/u.exec(text.slice(start))?.[0].length ?? 0), end };
}

/** Whether words before a title say no more than whose list it is. */
function isWhose(before: string, at: number, { words, taken }: SegmentContext): boolean {
  const bare = [...before]
    .map((sign, index) => (taken.some(({ start, end }) => index >= start && index < end) ? ' ' : sign))
    .join('');
  return (
    !/[\p{L}\p{N}]/u.test(bare) ||
    words.every(({ start, meanings }) => start >= at || meanings.some(({ is }) => is === 'trade'))
  );
}
