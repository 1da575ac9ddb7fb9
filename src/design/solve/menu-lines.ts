import type { MenuRow } from '../../ad/design-part.ts';

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

/** Words for what is gone, as they stand on paper menus. */
const SOLD_OUT = { ko: '품절', en: 'Sold out' };

/** A row of a menu that the owner listed; undefined for a heading, which has no price. */
export function listedLine({ name, price, old, note, soldOut }: MenuRow): MenuLine | undefined {
  const named = note === undefined ? name : `${name} (${note})`;
  if (soldOut) return { name: named, price: /\p{Script=Hangul}/u.test(name) ? SOLD_OUT.ko : SOLD_OUT.en };
  if (price === undefined) return undefined;
  return { name: named, price: old === undefined ? price : `~~${old}~~ ${price}` };
}
