import { defined } from '../../collections/defined.ts';
import type { Size } from '../geometry.ts';
import type { Place } from '../place.ts';
import { ENGLISH_PLACES } from './english-places.ts';
import { KOREAN_NAMED_PLACES } from './korean-named-places.ts';
import { KOREAN_PLACES } from './korean-places.ts';
import type { RequestRules } from './request-rules.ts';

/** What a request's own words ask of the picture as a whole, and where they say so. */
export interface AskedPicture {
  /** UTF-16 units in the text. */
  readonly start: number;
  readonly end: number;
  /** Pixels, or a ratio's two sides. */
  readonly size?: Size;
  /** A name of presets/formats.yaml. */
  readonly format?: string;
  /** A key of presets/places.yaml, or pixels as `--place` takes them: '728x90'. */
  readonly place?: string;
  /** Only ever false: no words are wanted in the picture. */
  readonly lettering?: false;
}

/** Sides in pixels that a picture is asked for with. */
const SIDE = { min: 90, max: 9999 };

/** Sizes that advertising networks sell: said alone they are nothing else. */
const AD_SIZES = new Set(
  '300x250 728x90 160x600 336x280 320x50 320x100 300x600 970x250 970x90 250x250 200x200 468x60 120x600 1080x1080 1080x1350 1080x1920 1200x628 1200x630 1200x1200 1920x1080 1280x720 1200x675 1500x500 820x312 1024x512 600x600'.split(
    ' ',
  ),
);

const DESIGN =
  /배너|포스터|전단|광고|이미지|크기|사이즈|규격|해상도|비율|픽셀|스토리|썸네일|시안|디자인|\b(?:px|pixels?|banner|poster|flyer|ad|image|size|dimensions?|resolution|post|cover|thumbnail|leaderboard|skyscraper|format|picture|graphic)\b/iu;

const SIZE =
  /(?:(?:크기|사이즈|규격|해상도|size|dimensions?|resolution)\s?(?:은|는|:|is|=|of)?\s?)?(?<![\d.,])(?<width>\d{2,4})\s?(?:px|픽셀)?\s?[x×*]\s?(?<height>\d{2,4})(?!\d|[.,]\d|[ \t]?(?:cm|mm|m\b|센치|센티|미터|인치|inch|mg|ml|kg|g\b|개|매(?![주달월일])|병|팩|원|t\b))(?<unit>\s?(?:px|pixels?|픽셀)(?![a-z]))?(?:\s?(?:크기|사이즈|규격|size)|\s?배너용?(?=(?:으?로)?(?:[\s,.]|$))(?!\s(?:출력|제작|인쇄|거치|실사|디자인|\d)))?(?:의|으로|로|입니다|이에요|예요)?/giu;

const RATIOS = new Set(['1:1', '4:5', '5:4', '9:16', '16:9', '1.91:1', '3:4', '4:3', '2:3', '3:2', '21:9']);

/** Ratios that mean a picture wherever pictures are spoken of: 3:2 may be odds, 2:3 a mixture. */
const PICTURE_RATIOS = new Set(['4:5', '9:16', '16:9', '1.91:1', '21:9']);

const SHAPES =
  '(?:비율|사이즈|크기|세로형?|가로형?|스토리|릴스|쇼츠|정사각형?|피드|포맷|화면|이미지|사진|포스터|배너|썸네일)';

const RATIO = new RegExp(
  String.raw`(?<label>(?:비율|화면비|사이즈|크기|(?:aspect\s)?ratio|size|format)\s?(?:은|는|:|is|=)?\s?)?(?<![\d:.,])(?<across>\d{1,2}(?:\.\d{1,2})?)\s?[:대]\s?(?<down>\d{1,2})(?![\d:]|\.\d)(?<shape>(?:\s?${SHAPES}){1,4}(?:용)?(?:으로|로|의)?|\s?(?:으로|로)(?![가-힣])|\s(?:aspect\sratio|ratio|format|aspect|vertical|portrait|landscape|story|square|size|image|banner|poster|post)\b)?`,
  'giu',
);

/** A banner that is asked for, and not one that is sold: 'make a banner', never 'banner printing'. */
const BANNER =
  /배너(?:를|로|도)?\s?(?:하나|한\s?(?:장|개)|1장|좀)?\s?(?:만들|제작해\s?(?:주세요|줘|주시)|디자인해|부탁|필요해|그려)|\b(?:create|make|design|need|want|generate|produce|draw|prepare)\s(?:me\s|us\s)?(?:an?\s|the\s|one\s|some\s)?(?:[\w-]{1,20}\s){0,4}banners?\b/giu;

const NO_WORDS =
  /(?<!(?:다른|딴|추가|별도|외|외에|이외|이외에|나머지|영어|한자|불필요한|쓸데없는|군더더기)\s?)(?:텍스트|글자|글씨|문구|글|카피|타이포|글귀)(?:는|은|를|을|도)?\s?(?:하나도\s)?(?:없이|없는|없게|빼고|빼\s?(?:주세요|줘)|넣지\s?(?:말|마)\S{0,6}|안\s?들어가게|들어가지\s?않게)(?:\s?(?:이미지|사진|그림)만)?(?:\s?(?:만들어\s?)?(?:주세요|줘))?|\b(?:with\s)?no\s(?:text|words|lettering|letters|writing|captions?)\b(?!\s(?:needed|necessary|can|in\b|on\b|over\b))|\bwithout\s(?:any\s)?(?:text|words|lettering|letters|writing)\b|\btext[- ]free\b/giu;

const CALLED = [...KOREAN_NAMED_PLACES, ...KOREAN_PLACES, ...ENGLISH_PLACES];

/** What a request's words ask of the picture's shape, and whether it is to have words, in the order of the text. */
export function findAskedPicture(text: string): readonly AskedPicture[] {
  const found: AskedPicture[] = [];
  const add = (asked: AskedPicture): void => {
    if (found.every((other) => asked.end <= other.start || asked.start >= other.end)) found.push(asked);
  };
  for (const match of text.matchAll(NO_WORDS)) add({ ...spanOf(match), lettering: false });
  for (const match of text.matchAll(SIZE)) {
    const { width = '', height = '', unit } = match.groups ?? {};
    const size = { width: Number(width), height: Number(height) };
    const fits = Math.min(size.width, size.height) >= (unit === undefined ? 50 : SIDE.min / 3);
    const meant =
      unit !== undefined ||
      AD_SIZES.has(`${width}x${height}`) ||
      DESIGN.test(sentenceAround(text, match.index));
    if (fits && meant) add({ ...spanOf(match), size, place: `${width}x${height}` });
  }
  for (const match of text.matchAll(RATIO)) {
    const { across = '', down = '', label, shape } = match.groups ?? {};
    if (!RATIOS.has(`${across}:${down}`)) continue;
    const alone = isAlone(text, match) && across !== down;
    const named =
      PICTURE_RATIOS.has(`${across}:${down}`) &&
      DESIGN.test(sentenceAround(text, match.index)) &&
      !isTime(text, match);
    const closes = PICTURE_RATIOS.has(`${across}:${down}`) && !isTime(text, match) && isAtEnd(text, match);
    if (label === undefined && shape === undefined && !alone && !named && !closes) continue;
    add({ ...spanOf(match), size: { width: Number(across) * 100, height: Number(down) * 100 } });
  }
  const small = text.toLowerCase();
  for (const { signs, pattern, format, place } of CALLED) {
    if (!signs.some((sign) => small.includes(sign))) continue;
    for (const match of text.matchAll(pattern)) add({ ...spanOf(match), ...defined({ format, place }) });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The shape that is asked for last in the strongest way: in pixels, by its ratio, by where it is shown. */
export function askedShape(text: string): Pick<AskedPicture, 'size' | 'format'> | undefined {
  const asked = findAskedPicture(text);
  const sized = asked.findLast(({ size }) => size !== undefined);
  if (sized !== undefined) return sized;
  const placed = asked.findLast(({ format }) => format !== undefined);
  if (placed !== undefined) return placed;
  return BANNER_SIGN.test(text) && text.search(BANNER) >= 0 ? { format: '16:9' } : undefined;
}

/** What a text says of where its picture goes. */
export interface AskedPlace {
  readonly place: Place;
  /** The words that say so. */
  readonly words: string;
  /** Names of further places in the text: a request goes to one. */
  readonly others: readonly string[];
}

/**
 * The place that a text asks for: its size in pixels, else the first place that it names. None where it asks for another
 * shape besides ('인스타용, 9:16으로').
 *
 * @param text as NFKC
 */
export function askedPlace(
  text: string,
  { findPlace, formatNear }: Pick<RequestRules, 'findPlace' | 'formatNear'>,
): AskedPlace | undefined {
  const asked = findAskedPicture(text);
  const placed = asked.flatMap(({ place: name, start, end, size }) => {
    const place = name === undefined ? undefined : findPlace?.(name);
    return place === undefined ? [] : [{ place, words: text.slice(start, end), isSize: size !== undefined }];
  });
  const named = placed.filter(({ isSize }) => !isSize);
  const sized = placed.findLast(({ isSize }) => isSize);
  const isOf = ({ place: { pixels, print } }: (typeof placed)[number]): boolean =>
    print === undefined &&
    pixels.is.width === sized?.place.pixels.is.width &&
    pixels.is.height === sized.place.pixels.is.height;
  // Of a place that is named with its size more is known than of the size.
  const chosen = sized === undefined ? named[0] : (named.find(isOf) ?? sized);
  if (chosen === undefined) return undefined;
  const shape = formatNear(chosen.place.pixels.is);
  const shapes = asked.flatMap(({ place, size, format }) => {
    if (place !== undefined) return [];
    return size === undefined ? (format ?? []) : formatNear(size);
  });
  if (sized === undefined && shapes.some((other) => other !== shape)) return undefined;
  const others = new Set(named.map(({ place }) => place.key).filter((key) => key !== chosen.place.key));
  return { place: chosen.place, words: chosen.words, others: [...others] };
}

const BANNER_SIGN = /배너|banner/iu;

/** Whether a text asks for a picture without any words in it. */
export const asksForNoWords = (text: string): boolean =>
  findAskedPicture(text).some(({ lettering }) => lettering === false);

const spanOf = ({ index, 0: words }: RegExpExecArray): { readonly start: number; readonly end: number } => ({
  start: index + (words.length - words.trimStart().length),
  end: index + words.trimEnd().length,
});

/** Whether nothing else stands between the marks around a match. */
const isAlone = (text: string, { index, 0: words }: RegExpExecArray): boolean =>
  /^\s{0,3}$|[,.\n(]\s{0,2}$/u.test(text.slice(Math.max(0, index - 3), index)) &&
  /^\s*(?:$|[,.\n)])/u.test(text.slice(index + words.length, index + words.length + 3));

/** Whether a ratio closes what is said, and is none of a mixture: '피스타치오도넛 4:5', but '물과 쌀 비율 4:5'. */
const isAtEnd = (text: string, { index, 0: words }: RegExpExecArray): boolean =>
  /^\s*(?:$|[,.\n)])/u.test(text.slice(index + words.length, index + words.length + 3)) &&
  /(?:^|[\s,(])$/u.test(text.slice(Math.max(0, index - 1), index)) &&
  !/비율|배합|혼합|섞|희석|스코어|\b(?:mix|ratio|score)\b/iu.test(text.slice(Math.max(0, index - 16), index));

/** Whether what looks like a ratio is a time of day: 오전 9:16, 4:30~, 3:2 pm. */
const isTime = (text: string, { index, 0: words }: RegExpExecArray): boolean =>
  /(?:오전|오후|아침|저녁|새벽|밤|낮|시간|매일|요일|[~–-])\s*$/u.test(
    text.slice(Math.max(0, index - 6), index),
  ) || /^\s*(?:[~–-]|부터|까지|에\s|출발|도착|시작|a\.?m|p\.?m)/iu.test(text.slice(index + words.length));

/** The words around a place, up to the marks that end sentences. */
function sentenceAround(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 120), at);
  const after = text.slice(at, at + 120);
  return (before.split(/[.!?\n]\s/).at(-1) ?? '') + (after.split(/[.!?\n](?:\s|$)/)[0] ?? '');
}
