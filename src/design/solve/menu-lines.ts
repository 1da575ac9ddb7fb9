/** One thing of a price list, as the owner wrote both. */
export interface MenuLine {
  readonly name: string;
  readonly price: string;
}

/** Fewer than so many things are told better in other ways than as a list. */
export const LEAST_LINES = 3;

/** A name, and an amount of money that ends the line: '멸치볶음 4,000원', 'Latte $5.50', '소형견 컷 3만 5천원부터'. */
const LINE =
  /^(.{1,60}?)\s?[:：·…-]{0,3}\s((?:[₩$€£¥]\s?\d[\d,.]{0,12}|\d[\d,.]{0,12}(?:\s?[천만]\s?(?:\d[\d,.]{0,8}\s?천?)?)?\s?원)(?:부터|~)?)$/u;

const LETTER = /\p{L}/u;
const MONEY = /[₩$€£¥]\s?\d|\d\s?[천만]?\s?원/u;

/** The line as a thing and its price; undefined where it is something else, or names a second amount. */
export function menuLine(line: string): MenuLine | undefined {
  const [, name, price] = LINE.exec(line.trim()) ?? [];
  if (name === undefined || price === undefined || !LETTER.test(name) || MONEY.test(name)) return undefined;
  return { name, price };
}
