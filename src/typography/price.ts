/** What a piece of a price is; each has its own size. */
export type PricePart = 'number' | 'unit' | 'words' | 'old';

export interface PriceRun {
  readonly part: PricePart;
  readonly text: string;
}

/** Around the old price, as many chats write it. */
const STRUCK = /~~(.+?)~~/;

/** An amount of money with its unit or sign: '6,500원', '₩6,500', '$4.50', '3만 5천원'. */
const MONEY =
  /[₩$€£¥]\s?\d(?:[\d,.]*\d)?|(?<!\d)\d(?:[\d,.]*\d)?(?:\s?[천만]\s?(?:\d(?:[\d,.]*\d)?\s?천?)?)?\s?원/g;

/** What is a number where no money is named: '30%', '1+1', '12'. */
const DEAL = /\d(?:[\d,.]*\d)?(?:\s?[+:]\s?\d+)?\s?%?/g;

/** Behind a number that says how much one gets for the price, and is none itself: '100g'. */
const MEASURE = /^\s?(?:[km]?g|ml|l|cm|mm)(?![a-z])/i;

/** What joins an old and a new price: '8,000원 → 6,500원'. */
const ARROW = /(?<!\s)\s*(?:→|➜|⇒|=>|->|>)\s*/;

/**
 * Marks the old price of a text with `~~` where there is one: '8,000원 → 6,500원', '정가 8,000원 6,500원' and
 * '6,500원 (정가 8,000원)' all name two amounts of which the larger is the old one. The arrow and the brackets are what
 * the stroke stands for and go.
 */
export function markOldPrice(text: string): string {
  if (STRUCK.test(text)) return text;
  const amounts = [...text.matchAll(MONEY)];
  if (amounts.length !== 2) return text;
  const [first, second] = amounts as [RegExpExecArray, RegExpExecArray];
  const between = text.slice(first.index + first[0].length, second.index);
  if (worthOf(first[0]) > worthOf(second[0]) && isJoint(between)) {
    const rest = text.slice(second.index);
    return `${text.slice(0, first.index)}~~${first[0].trim()}~~ ${between.replace(ARROW, ' ').trim()} ${rest}`
      .replaceAll(/ {2,}/g, ' ')
      .trim();
  }
  const after = text.slice(second.index + second[0].length);
  if (worthOf(second[0]) > worthOf(first[0]) && /[([]/.test(between) && /^\s*[)\]]/.test(after)) {
    const words = between.replaceAll(/[([]/g, ' ').trim();
    const rest = after.replace(/^\s*[)\]]/, '').trim();
    return [words, `~~${second[0].trim()}~~`, text.slice(0, first.index + first[0].length), rest]
      .filter(Boolean)
      .join(' ');
  }
  return text;
}

/** Between two prices of one thing stands an arrow, blanks, or a word that says 'now'. */
const isJoint = (between: string): boolean =>
  ARROW.test(between) || /^\s*(?:(?:할인가|특가|지금|now|sale)\s*)?$/iu.test(between);

function worthOf(amount: string): number {
  const [, tens = '', thousands = ''] = /(\d[\d,.]*)\s?만\s?(?:(\d[\d,.]*)\s?천)?/.exec(amount) ?? [];
  const number = (text: string): number => Number(text.replaceAll(/[^\d.]/g, ''));
  if (tens !== '') return number(tens) * 10_000 + number(thousands) * 1000;
  const value = number(amount);
  return /천/.test(amount) ? value * 1000 : value;
}

/**
 * Parts a line of a price into pieces of one size each. The amounts are the numbers; where a line names no money, its
 * shares and deals are ('30%', '1+1') and measures are not, and where it has no digits all of it is words.
 */
export function priceRuns(line: string): readonly PriceRun[] {
  const struck = STRUCK.exec(line);
  if (struck !== null) {
    const before = line.slice(0, struck.index);
    const after = line.slice(struck.index + struck[0].length);
    return [...priceRuns(before), { part: 'old', text: String(struck[1]) }, ...priceRuns(after)];
  }
  if (line === '') return [];
  const number = line.match(MONEY) === null ? DEAL : MONEY;
  const runs: PriceRun[] = [];
  let at = 0;
  for (const found of line.matchAll(number)) {
    if (MEASURE.test(line.slice(found.index + found[0].length))) continue;
    if (found.index > at) runs.push({ part: 'words', text: line.slice(at, found.index) });
    runs.push(...amountRuns(found[0]));
    at = found.index + found[0].length;
  }
  if (at < line.length) runs.push({ part: 'words', text: line.slice(at) });
  return runs;
}

/** Digits and what is counted: '6,500' large, '원' and '₩' small; in '3만 5천원' all that is no digit. */
function amountRuns(amount: string): PriceRun[] {
  return (amount.match(/[\d,.+:]+(?:\s?[+:]\s?\d+)?|[^\d,.+:]+/g) ?? []).map((text) => ({
    part: /\d/.test(text) ? 'number' : 'unit',
    text,
  }));
}
