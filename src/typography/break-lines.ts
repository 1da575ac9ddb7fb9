import LineBreaker from 'linebreak';
import { type Phrasing, phrasing } from './east-asian.ts';

/** A piece of text that stays on one line, with what stands between it and the piece before. */
export interface Unit {
  readonly text: string;
  /** A blank stands before it when it does not begin a line. */
  readonly spaced: boolean;
  /** It begins a line, since its writer broke there. */
  readonly forced: boolean;
  /** How bad it is to break before it: below 0 = where the breath falls, 0 = a good place, 1 = hardly ever, 3 = never if there is another way. */
  readonly binding: number;
}

/** May not begin a line: closing and following marks, with the full-width forms and small kana of kinsoku. */
const NO_START =
  /^[!%),.:;?\]}»’”…‥·ㆍ•|–—→\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\u3017！％），．：；？］｝～・ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ℃°′″]|^~(?![~\d])|^\/$/u;

/** May not end a line. */
const NO_END = /[([{«‘“₩$€£¥#@\u3008\u300a\u300c\u300e\u3010\u3014\u3016（［｛￦]$/u;

/** Joins what it stands between: 떡볶이 & 튀김, 2 x 1, 11:00 ~ 21:00. */
const JOINER = /^(?:[&+×x=~∼–]|-)$/iu;

/** A date goes on: 2026년 3월 1일. */
const DATE_BEGUN = /\d[년월]$/u;
const DATE_GOES_ON = /^\d{1,2}[월일]/u;

/** What a number counts or measures, when a blank stands between them. */
const COUNTED =
  /^(?:%|℃|°C|g|kg|mg|t|ml|mL|l|L|cm|mm|m|km|㎡|평|원|만|천|만원|천원|억|시|분|초|일|월|년|주|주년|개월|개|명|분|인|인분|잔|병|캔|판|팩|봉|봉지|박스|세트|묶음|장|권|벌|켤레|마리|조각|송이|그릇|접시|회|차|번|층|호|동|살|세|종|가지|배|위|곳|대|통|줄|포기|근|단|시간|번지|호점|자리|석|년간|일간|주간|시까지|시부터|일까지|일부터|원부터|명에게|명까지)(?:[은는이가을를에의도만]|까지|부터|마다|당|씩|간|째|만에|[!.,)])*$/u;

/** Native numerals and words that only ever stand before a noun: 한 잔, 첫 방문, 이 맛. */
const NUMERAL = /^(?:한|두|세|네|서너|다섯|여섯|일곱|여덟|아홉|열|스무|몇|단)$/u;
const DETERMINER =
  /^(?:이|그|저|새|첫|온|전|매|각|꼭|더|안|못|왜|딱|늘|참|갓|막|제|내|우리|모든|다른|어떤|이런|그런)$/u;

/** Nouns that lean on the word before them: 올 수 있는, 구매 시, 행사 중. */
const DEPENDENT =
  /^(?:수|것|때|뿐|이상|이하|미만|초과|제외|한정|불가|별도|만큼|대로|채|듯|줄|데|중|시|등|및|내|외|후|전|간|쯤|분|적|바|지|만|있는|없는|있어요|없어요|있습니다)(?:[은는이가을를에의도만로]|까지|부터|마다|에는|에도|[!.,)])*$/u;

/** What a number's noun is offered at, and never torn from: 1마리 무료, 30% 할인, 한 잔 증정, 1 free. */
const OFFERED =
  /^(?:무료|공짜|할인|증정|적립|서비스|세일|환급|페이백|드려요|드립니다|덤|off\b|free\b|discount)/iu;

/** A number, with its noun in the same word or behind a native numeral. */
const QUANTITY = /\d[\p{L}%+\d]*$|(?:^|\s)(?:한|두|세|네|다섯|여섯|열)\s\p{L}+$/u;

/** Where an offer names what it hangs on, the breath falls behind it: 두 잔 사면 | 한 잔 무료. */
const GIVEN_THAT = /(?:하|시|사|오|쓰|주|기)면$/u;

/** What an offer is bound to, said behind it: 주말 제외, 12월 31일까지, 1인 1회 한정. */
const CONDITION = /(?:제외|한정|불가|별도|한함|까지|excluded|only)[!.)]*$/iu;

/** Words of a condition at most; longer ones are a clause of their own. */
const CONDITION_WORDS = 4;

/** What is taken off or given more of, which does not lean on the day that it is for: '이번 주말 / 20% 할인'. */
const OFFER = /^\d[\d,.]*(?:%|\+|[천만]?원|프로|배)/u;

const DAY_TIME = /^(?:오전|오후|아침|점심|저녁|밤|새벽|낮|매일|매주|매월|평일|주말)$/u;

const HANGUL = /\p{Script=Hangul}/u;
const KANA_OR_HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Written without blanks and never broken: addresses, handles, tags, telephone numbers, times, dates, ranges. */
const UNBREAKABLE =
  /^(?:https?:\/\/|www\.)|^[@#]\S|^[\w.+-]+@[\w-]+\.|^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$|^[\d()~+,.:/%₩$€£¥-]+$/iu;

/**
 * Parts a text where its lines may be broken: Korean between eojeol (and never inside one, however narrow the box),
 * Japanese and Chinese between phrases with kinsoku, all else by UAX #14. Numbers stay with what they count, closing
 * marks with what they close, and an old price between two `~~` is one piece; U+00A0 binds and `\n` forces a break.
 */
export function breakUnits(text: string): readonly Unit[] {
  const paragraphs = text
    .split('\n')
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
  return paragraphs.flatMap((paragraph, i) =>
    unitsOf(paragraph).map((unit, j) => ({ ...unit, forced: i > 0 && j === 0 })),
  );
}

/** The units as one line. */
export function joinUnits(units: readonly Unit[]): string {
  return units.map((unit, i) => (i > 0 && unit.spaced ? ` ${unit.text}` : unit.text)).join('');
}

function unitsOf(paragraph: string): Unit[] {
  const units: Unit[] = [];
  const inPhrases = phrasing(paragraph);
  for (const word of paragraph.split(/[ \t\u3000]+/u)) {
    for (const [i, text] of piecesOf(word, inPhrases).entries()) {
      const unit = { text, spaced: i === 0 && units.length > 0, forced: false, binding: 0 };
      const before = units.at(-1);
      if (before === undefined) units.push(unit);
      else if (sticks(before, unit)) units[units.length - 1] = { ...before, text: joinUnits([before, unit]) };
      else units.push({ ...unit, binding: bindingOf(before, unit) });
    }
  }
  return offersWhole(units);
}

/** Whether a line names something that is offered. */
const namesOffer = (line: string): boolean => line.split(' ').some((word) => OFFERED.test(word));

const isCondition = (line: string): boolean => CONDITION.test(line) && !namesOffer(line);

/** Which lines say no more than what an offer in a line above is bound to: 2마리 사면 1마리 무료 / 주말 제외. */
export const conditionsIn = (lines: readonly string[]): readonly boolean[] =>
  lines.map((line, i) => isCondition(line) && lines.slice(0, i).some(namesOffer));

/** An offer in one piece, with a breath before its condition. One that is a number and a word may stand in two lines. */
function offersWhole(units: readonly Unit[]): Unit[] {
  return units.map((unit, i) => {
    const before = units[i - 1];
    if (before === undefined) return unit;
    if (units.length > 2 && OFFERED.test(unit.text) && QUANTITY.test(before.text))
      return { ...unit, binding: TORN };
    if (units.length > 2 && GIVEN_THAT.test(unit.text) && QUANTITY.test(before.text))
      return { ...unit, binding: TORN };
    const rest = units.slice(i);
    const behind = rest.length <= CONDITION_WORDS && OFFERED.test(lastWordOf(before));
    return behind && isCondition(joinUnits(rest)) ? { ...unit, binding: CONDITION_BREATH } : unit;
  });
}

/** Rather uneven lines than an offer in two. */
const TORN = 3;

/** An offer may be nearly three times as long as its condition. */
const CONDITION_BREATH = -1.5;

/** Pieces of a word that is written without blanks. */
function piecesOf(word: string, inPhrases: Phrasing): readonly string[] {
  if (UNBREAKABLE.test(word)) return [word];
  if (HANGUL.test(word)) return listPieces(word);
  if (KANA_OR_HAN.test(word)) return inPhrases(word);
  return latinPieces(word);
}

/** A long list without blanks, 떡볶이·순대·튀김, may break after its signs; a short one is one word, and so is a date. */
function listPieces(word: string): readonly string[] {
  const items = word.match(/(?:[^·ㆍ/]|(?<=\d)\/(?=\d))+[·ㆍ/]?/gu) ?? [word];
  return word.length > 9 && items.length > 1 && items.every((item) => item.length > 2) ? items : [word];
}

function latinPieces(word: string): readonly string[] {
  const breaker = new LineBreaker(word);
  const pieces: string[] = [];
  let from = 0;
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    pieces.push(word.slice(from, next.position));
    from = next.position;
  }
  return pieces.filter(Boolean);
}

/** Whether two neighbours may never part. */
function sticks(before: Unit, unit: Unit): boolean {
  if (NO_START.test(unit.text) || NO_END.test(before.text.slice(-1))) return true;
  if (!unit.spaced) return false;
  if (isStruckOpen(before.text)) return true;
  const last = lastWordOf(before);
  if (JOINER.test(unit.text) || JOINER.test(last)) return true;
  if (/\d$/.test(last) && COUNTED.test(unit.text)) return true;
  if (/^\d{2,4}$/.test(last) && /^\d{3,4}$/.test(unit.text)) return true;
  if (DATE_BEGUN.test(last) && DATE_GOES_ON.test(unit.text)) return true;
  if (NUMERAL.test(last)) return true;
  return DAY_TIME.test(last.split(/[–~-]/).at(-1) ?? '') && /^\d/.test(unit.text) && !OFFER.test(unit.text);
}

/** An old price is struck through in one stroke: ~~월 9만원~~. */
const isStruckOpen = (text: string): boolean => text.split('~~').length % 2 === 0;

function bindingOf(before: Unit, unit: Unit): number {
  const last = lastWordOf(before);
  if (DETERMINER.test(last)) return 0.8;
  if (DEPENDENT.test(unit.text)) return 0.7;
  if (isOpen(before.text)) return 0.6;
  // After a comma, a sentence or a separator the breath falls anyway.
  if (/^[,.!?…·ㆍ|、。！？，]$/u.test(last.slice(-1))) return -0.35;
  if (GIVEN_THAT.test(last)) return -0.35;
  if (last.endsWith('-')) return 0.5;
  return unit.spaced ? 0 : 0.1;
}

/** What stands behind the last blank of a unit: bound words make it long, and it is asked for at each of them. */
const lastWordOf = ({ text }: Unit): string => text.slice(text.lastIndexOf(' ') + 1);

/** Whether a bracket or a quotation goes on after the text. */
const isOpen = (text: string): boolean =>
  (text.match(/[([{「『〈《“‘]/g) ?? []).length > (text.match(/[)\]}」』〉》”’]/g) ?? []).length;
