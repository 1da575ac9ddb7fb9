import { stripParticles } from '../../language/particles.ts';
import { INTRODUCED } from '../../language/spoken-endings.ts';
import { isShopWord } from './shop-word.ts';
import { splitCompound } from './split-compound.ts';
import type { TradeMeaning, TradeWords } from './trade-words.ts';
import { englishKey } from './word-keys.ts';

/** A word of a text that tells a trade. */
export interface TradeMatch {
  readonly text: string;
  readonly start: number;
  /** Behind its last letter, before the particle. */
  readonly end: number;
  readonly particle: string;
  readonly meanings: readonly TradeMeaning[];
  /** Grown together with a front that is no known word: '달빛' of 달빛카페. */
  readonly unknownFront: boolean;
  /** Grown together with a known word behind it, which is the head: 호텔 of 호텔수건. */
  readonly isFront: boolean;
  /** A word for 'shop' hangs on it, which makes goods a name: 순대국집, oyster bar. */
  readonly asShop: boolean;
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN = /[\p{L}\p{N}]+(?:['’&/.][\p{L}\p{N}]+)*/gu;
const HANGUL = /\p{Script=Hangul}/u;

/** Most eojeol in one Korean key: 노트북 배터리 교체. */
const LONGEST_PHRASE = 4;

const KOREAN_SHOP =
  /(?:전문점|할인점|할인매장|상설매장|창고형매장|직매장|직판장|전시장|대리점|전문매장|집|가게|매장|샵|숍|점|전문|맛집|마트|상회|상사|농장|농원|도매|백화점|아울렛|식당|상점|업체|업소|스토어|공장|가든|학원|교습소)$/;
const ENGLISH_SHOP =
  /^(?:shops?|stores?|house|place|bar|restaurant|market|stall|stand|dealer|specialists?|sellers?|boutique|outlet|joint|parlou?r|seller)$/i;

/** The words of a text that tell trades, longest match first. `isKnown` knows all other words that compounds are of. */
export function matchTrades(
  text: string,
  words: TradeWords,
  isKnown: (key: string) => boolean,
): readonly TradeMatch[] {
  const tokens: readonly Token[] = [...text.matchAll(TOKEN)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const found: TradeMatch[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token === undefined) break;
    const most = HANGUL.test(token.text) ? LONGEST_PHRASE : Math.max(LONGEST_PHRASE, words.longestEnglish);
    const run = sameRun(text, tokens, at, most);
    const match = phraseAt(run, words);
    if (match !== undefined) {
      found.push(match.found);
      at += match.tokens;
    } else {
      if (HANGUL.test(token.text)) found.push(...piecesOf(token, words, isKnown));
      at += 1;
    }
  }
  return found;
}

/** Tokens from one on with nothing but blanks between. */
function sameRun(text: string, tokens: readonly Token[], at: number, most: number): readonly Token[] {
  let end = at + 1;
  while (end < at + most) {
    const [before, next] = [tokens[end - 1], tokens[end]];
    if (
      before === undefined ||
      next === undefined ||
      !/^(?:[ \t]*|-)$/.test(text.slice(before.end, next.start))
    )
      break;
    end += 1;
  }
  return tokens.slice(at, end);
}

function phraseAt(
  run: readonly Token[],
  words: TradeWords,
): { readonly found: TradeMatch; readonly tokens: number } | undefined {
  for (let length = run.length; length >= 1; length--) {
    const part = run.slice(0, length);
    const joined = part.map(({ text }) => text).join(' ');
    const found = HANGUL.test(joined)
      ? korean(part, words)
      : (english(part, joined, words) ?? korean(part, words));
    if (found !== undefined) return { found, tokens: length };
  }
  return undefined;
}

function english(
  part: readonly Token[],
  joined: string,
  { english: map }: TradeWords,
): TradeMatch | undefined {
  const meanings = map.get(englishKey(joined));
  if (meanings !== undefined) return matchOf(part, '', meanings, false);
  const last = part.at(-1);
  if (part.length < 2 || last === undefined || !ENGLISH_SHOP.test(last.text)) return undefined;
  const goods = map.get(
    englishKey(
      part
        .slice(0, -1)
        .map(({ text }) => text)
        .join(' '),
    ),
  );
  return goods?.some(({ is }) => is === 'goods') ? matchOf(part, '', goods, true) : undefined;
}

/** A phrase as it stands, without its particle, or with a word for 'shop' behind it. */
function korean(part: readonly Token[], { korean: map, longestKorean }: TradeWords): TradeMatch | undefined {
  const letters = part
    .map(({ text }) => text)
    .join('')
    .toLowerCase();
  if (letters.length > longestKorean + 6) return undefined;
  const introduced = INTRODUCED.exec(letters)?.[0];
  const ways = [
    { stem: letters, particle: '' },
    ...(introduced === undefined
      ? []
      : [{ stem: letters.slice(0, -introduced.length), particle: introduced }]),
    ...stripParticles(letters),
  ];
  for (const { stem, particle } of ways) {
    // '바로' is no bar.
    if (stem.length === 1 && particle !== '') continue;
    const meanings = map.get(stem);
    if (meanings !== undefined) return matchOf(part, particle, meanings, false);
    const shop = KOREAN_SHOP.exec(stem)?.[0];
    if (shop === undefined) continue;
    const front = stem.slice(0, -shop.length);
    const goods = map.get(front);
    const isOfGoods = goods?.some(({ is }) => is === 'goods' || (is === 'name' && !isShopWord(front)));
    if (goods !== undefined && isOfGoods) return matchOf(part, particle, goods, true);
  }
  return undefined;
}

function matchOf(
  part: readonly Token[],
  particle: string,
  meanings: readonly TradeMeaning[],
  asShop: boolean,
): TradeMatch {
  const first = part[0];
  const last = part.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('A match needs a token');
  const text = part.map((token) => token.text).join(' ');
  return {
    text: text.slice(0, text.length - particle.length),
    start: first.start,
    end: last.end - particle.length,
    particle,
    meanings,
    unknownFront: false,
    isFront: false,
    asShop,
  };
}

/** The telling words in an eojeol that is none itself: 수제떡갈비정식 = 수제 + 떡갈비 + 정식. */
function piecesOf(
  token: Token,
  { korean: map, longestKorean }: TradeWords,
  isKnown: (key: string) => boolean,
): TradeMatch[] {
  const known = { has: (key: string) => map.has(key) || isKnown(key) };
  for (const { stem, particle } of [{ stem: token.text, particle: '' }, ...stripParticles(token.text)]) {
    const pieces = splitCompound(stem.toLowerCase(), known, longestKorean);
    if (pieces === undefined) continue;
    const found: TradeMatch[] = [];
    let start = token.start;
    for (const [index, piece] of pieces.entries()) {
      const last = index === pieces.length - 1;
      const meanings = piece.length > 1 ? map.get(piece) : undefined;
      if (meanings !== undefined) {
        const before = pieces[index - 1];
        found.push({
          text: token.text.slice(start - token.start, start - token.start + piece.length),
          start,
          end: start + piece.length,
          particle: last ? particle : '',
          meanings,
          unknownFront: before !== undefined && !known.has(before),
          isFront: !last,
          asShop: false,
        });
      }
      start += piece.length;
    }
    return found;
  }
  return [];
}
