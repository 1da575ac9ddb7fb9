import type { Pictured } from '../../ad/brief.ts';
import { type Locale, localeOf } from '../../ad/locale.ts';
import type { OccasionKind } from '../../ad/occasion-kind.ts';
import type { SeasonName } from '../../ad/scene.ts';
import type { Statement, StatementKind } from '../../ad/statement.ts';
import type { StyleName } from '../../ad/style.ts';
import type { TradeClass } from '../../ad/trade-class.ts';
import { defined } from '../../collections/defined.ts';
import { STOP_WORDS } from '../../language/english.ts';
import { findIntroductions } from './address/introductions.ts';
import { findQuotedWords, type QuotedCopy } from './address/quoted-words.ts';
import { isCounter } from './counts.ts';
import { findWords, type Word } from './find-words.ts';
import { listedGoods } from './listed-goods.ts';
import { findNegations } from './negation.ts';
import { normaliseText, type Span } from './normalise.ts';
import { ADNOMINAL, isVerb } from './noun-phrase.ts';
import { findOccasionKind } from './occasion-kind.ts';
import { findOwnTrades } from './own-trade.ts';
import { readSceneWords, type SceneWords } from './scene-words.ts';
import { findShopName, type ShopName } from './shop-name.ts';
import { findShopRules } from './shop-rules.ts';
import { readStatements } from './statements/read-statements.ts';
import { findSubject, type Subject } from './subject.ts';
import { tokensOf } from './tokens.ts';
import { type FoundTrade, findTrade } from './trade.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type AskedColours, askedColours, isAboutLetters } from './wishes/asked-colours.ts';
import { askedMood, unknownMoods } from './wishes/asked-mood.ts';
import { askedOfPicture } from './wishes/asked-of-picture.ts';
import { findWishes } from './wishes/find-wishes.ts';
import { keyOf, termOf } from './word-means.ts';

/** A name of the presets, and the word of the request that named it. */
interface Named<T extends string = string> {
  readonly key: T;
  readonly by: string;
}

/** All that was understood of a request's text. */
export interface Reading {
  /** Language of the text, which the copy speaks. */
  readonly locale: Locale;
  /** The request's text without a chat's markup, in which everything that was found has its place. */
  readonly text: string;
  /** All that it says, in order: every letter and digit of `text` stands in exactly one. */
  readonly statements: readonly Statement[];
  /** What is sold, verbatim; several parted by ' · '. Absent where only the trade's word names it. */
  readonly product?: string;
  /** Further goods, each with a price of its own. */
  readonly listed: readonly string[];
  /** Whether the product's own words tell the class of the trade, without the word for the trade. */
  readonly productTells?: boolean;
  readonly shopName?: string;
  /** Words that the request quotes and gives a place: they stand there as they are. */
  readonly quoted: QuotedCopy;
  readonly subject?: Subject;
  /** The row whose looks it has. */
  readonly trade: FoundTrade;
  /** Its place among all trades; absent where it cannot be told. */
  readonly tradeClass?: TradeClass;
  readonly style?: Named<StyleName>;
  readonly season?: Named<SeasonName>;
  readonly occasion?: Named;
  readonly scene: SceneWords;
  /** What is asked of the picture beside what is sold. */
  readonly pictured?: Pictured;
  /** The mood that is asked for, of presets/moods.yaml; absent = none that is known. */
  readonly mood?: string;
  /** What was wished of the mood, verbatim, that nothing of the ad follows from. */
  readonly unknownMoods: readonly string[];
  /** Asked for by what they are to be on. */
  readonly colours: AskedColours;
  /** What the ad is for. */
  readonly occasionKind: OccasionKind;
  /** Words that are not known and name nothing else, as written. */
  readonly unknown: readonly string[];
}

/** Kinds that say nothing of what the picture shows. */
const UNSEEN: readonly StatementKind[] = ['price', 'schedule', 'place', 'contact'];

/** How long something lasts is nothing to be seen: 일주일간. */
const PERIOD = /^(?:일주일|이주일?|보름|열흘|사흘|이틀|하루|[한두세]달)간$/u;

/** Most unknown words that are passed on. */
const MAX_UNKNOWN = 12;

/** Reads a request's text by the vocabulary. The same text is always read the same. */
export function readRequest(raw: string, vocabulary: Vocabulary): Reading {
  const { text, struck } = normaliseText(raw);
  const locale = localeOf(text);
  const tokens = tokensOf(text, []);
  const everyWord = findWords(tokens, vocabulary);
  const isTrade = (name: string): boolean =>
    vocabulary.korean.get(name)?.some((meaning) => meaning.is === 'trade') ?? false;
  const shop = findShopName(text, everyWord, isTrade);
  const introductions = findIntroductions(text);
  const wishes = findWishes(text, everyWord).filter(
    ({ start, end }) => !introductions.some((own) => start < own.end && own.start < end),
  );
  const framed = [
    ...(shop === undefined
      ? []
      : [{ kind: 'shop' as const, ...(shop.frame ?? shop), said: saidOf(shop, text) }]),
    ...wishes,
  ];
  const apart = ({ start, end }: Span, others: readonly Span[]): boolean =>
    others.every((other) => end <= other.start || start >= other.end);
  const owned = findOwnTrades(text, vocabulary.trades).filter((trade) => apart(trade, framed));
  const trades = [...owned, ...introductions.filter((own) => apart(own, [...framed, ...owned]))];
  const statements = readStatements({
    text,
    struck,
    words: everyWord,
    taken: [...framed, ...trades],
  });
  // The picture is made of what is sold and how it is to look, not of prices and hours.
  const unseen = statements.filter(({ kind }) => UNSEEN.includes(kind));
  const shown = tokensOf(text, shop === undefined ? unseen : [...unseen, shop]);
  const words = findWords(shown, vocabulary);
  const { denied, deniers } = findNegations(words, shown);
  const isDenied = (word: Word): boolean => denied.has(word) || deniers.has(word);
  const every = findNegations(everyWord, tokens);
  const isDeniedAnywhere = (word: Word): boolean => every.denied.has(word) || every.deniers.has(word);
  const subject = findSubject(text, words, statements, isDenied);
  const style = lastNamed(words, 'style', isDenied);
  const season = lastNamed(everyWord, 'season', isDeniedAnywhere);
  const occasion = lastNamed(everyWord, 'occasion', isDeniedAnywhere);
  const isLetters = (word: Word): boolean =>
    wishes.some(
      ({ start, end }) => word.start >= start && word.end <= end && isAboutLetters(text.slice(start, end)),
    );
  const colours = askedColours(text, wishes, everyWord);
  const isOfShopRule = findShopRules(words, statements, isDenied);
  const scene = readSceneWords(
    words.filter((word) => !isOfShopRule(word)),
    (word) => (subject?.words.has(word) ?? false) || isLetters(word),
    isDenied,
  );
  const products = statements.filter(({ kind }) => kind === 'product');
  const trade = findTrade(text, statements, vocabulary);
  const tradeClass = vocabulary.trades.classes.get(trade.key);
  return {
    locale,
    text,
    statements,
    ...defined({
      product:
        products.length === 0 ? givenOf(statements) : products.map((product) => product.text).join(' · '),
    }),
    quoted: findQuotedWords(text).copy,
    listed: listedGoods(statements, everyWord),
    ...(products.length === 1 && tellsClass(products, tradeClass, vocabulary) ? { productTells: true } : {}),
    ...defined({
      shopName: shop?.text,
      subject,
      tradeClass,
      pictured: askedOfPicture(statements, scene),
      mood: askedMood(statements, everyWord, isDeniedAnywhere, vocabulary.moods),
    }),
    unknownMoods: unknownMoods(statements, everyWord, vocabulary.moods),
    trade,
    ...defined({
      style: style === undefined ? undefined : (style as Named<StyleName>),
      season: season === undefined ? undefined : (season as Named<SeasonName>),
      occasion,
    }),
    scene: defined({ ...scene, colour: colours.background ?? scene.colour }),
    colours,
    occasionKind: findOccasionKind(text, statements, tradeClass),
    unknown: unknownOf(words, subject, isDenied),
  };
}

/** A shop's name without the particle that hangs on it. */
const saidOf = ({ start, end, text: name }: ShopName, text: string): Span =>
  text.startsWith(name, start) ? { start, end: start + name.length } : { start, end };

/** What is given for nothing, where nothing is sold: '겨울점검 무료'. */
function givenOf(statements: readonly Statement[]): string | undefined {
  const offer = statements.find(({ kind }) => kind === 'offer' || kind === 'price');
  const name = /^(\p{Script=Hangul}[^\d%,]{0,13}[^\d%,\s은는])\s?무료$/u.exec(offer?.text ?? '')?.[1];
  return name === undefined || OF_THE_VISIT.test(name) ? undefined : name;
}

const OF_THE_VISIT =
  /주차|발렛|배송|배달|택배|견적|셔틀|픽업|수거|설치|콜키지|상담|리필|입장$|(?:사면|사시면|시|구매)\s/u;

/** Letters of a product's name; what is longer is a sentence of its own. */
const LONGEST_NAME = 120;

/** Whether the one product tells the same class when it is read alone: '임플란트' a dentist's, '취미반' nobody's. */
function tellsClass(
  [product]: readonly Statement[],
  tradeClass: TradeClass | undefined,
  vocabulary: Vocabulary,
): boolean {
  if (product === undefined || tradeClass === undefined || product.text.length > LONGEST_NAME) return false;
  const { text } = product;
  const { key } = findTrade(text, [{ kind: 'product', text, start: 0, end: text.length }], vocabulary);
  const own = vocabulary.trades.classes.get(key);
  return own?.large === tradeClass.large && own.middle === tradeClass.middle;
}

/** The last one said; a word that is a filler too ('그림', '사진') only counts with a likeness: 그림풍. */
function lastNamed(
  words: readonly Word[],
  is: 'style' | 'season' | 'occasion',
  isDenied: (word: Word) => boolean,
): Named | undefined {
  let found: Named | undefined;
  for (const word of words) {
    const key = isDenied(word) ? undefined : keyOf(word, is);
    const filler = termOf(word)?.group.kind === 'filler';
    if (key !== undefined && !(filler && !/^(?:풍|느낌|스타일)/.test(word.particle)))
      found = { key, by: word.text };
  }
  return found;
}

function unknownOf(
  words: readonly Word[],
  subject: Subject | undefined,
  isDenied: (word: Word) => boolean,
): readonly string[] {
  const unknown = words.filter(
    (word) =>
      word.meanings.length === 0 &&
      word.text.length > 1 &&
      !/\d/.test(word.text) &&
      !isCounter(word.text) &&
      !PERIOD.test(word.text) &&
      !subject?.words.has(word) &&
      !isDenied(word) &&
      !isVerb(word) &&
      !ADNOMINAL.test(word.text) &&
      !/^[는은]$/.test(word.particle) &&
      !STOP_WORDS.has(word.text.toLowerCase()),
  );
  return [...new Set(unknown.map((word) => word.text))].slice(0, MAX_UNKNOWN);
}
