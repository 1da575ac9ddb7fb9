import { type AdCopy, COPY_SLOTS, type CopySlot, detailLines } from '../../ad/copy.ts';
import type { MenuRow } from '../../ad/design-part.ts';
import type { Face } from '../../ad/face.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { Statement } from '../../ad/statement.ts';
import { copyText } from '../../layout/copy-text.ts';
import { type Detail, detailOf } from '../../layout/set-details.ts';
import type { TEXT_LEAVES } from '../../presets/design.ts';
import { breakUnits, joinUnits, type Unit } from '../../typography/break-lines.ts';
import { LEAST_LINES, listedLine, type MenuLine, menuLine } from './menu-lines.ts';

export type TextLeaf = (typeof TEXT_LEAVES)[number];

/** What a leaf letters. */
export interface Words {
  readonly units: readonly Unit[];
  /** Of the details alone. */
  readonly details: readonly Detail[];
  /** Of a menu alone. */
  readonly rows?: readonly MenuLine[];
}

/** The words of an ad by what they are. */
export interface DesignWords {
  readonly of: ReadonlyMap<TextLeaf, Words>;
  /** Letters of all that is lettered. */
  readonly letters: number;
  readonly warnings: readonly LocalizedText[];
}

interface Asked {
  readonly copy: AdCopy;
  readonly statements: readonly Statement[];
  readonly shopName?: string;
  /** What is sold, as the owner listed it. */
  readonly menu?: readonly MenuRow[];
  readonly faces: readonly Face[];
}

/** What of a copy has no box of its own is told in the details, most telling first. */
const INTO_DETAILS: readonly CopySlot[] = ['price', 'badge', 'sub', 'cta'];

/** All that there is to be lettered, and what is derived of it. */
export function designWords({ copy, statements, shopName, menu: listed, faces }: Asked): DesignWords {
  const { slots, details, warnings } = copyText(copy, faces);
  const of = new Map<TextLeaf, Words>(
    slots.flatMap(({ slot, units }) => (slot === 'details' ? [] : [[slot, { units, details: [] }] as const])),
  );
  if (details.length > 0) of.set('details', { units: details.flatMap(({ units }) => units), details });
  const shop = shopName ?? statements.find(({ kind }) => kind === 'shop')?.text;
  if (shop !== undefined) of.set('shop', { units: breakUnits(shop), details: [] });
  const menu = listed === undefined ? menuOf(copy) : wordsOf(listed.flatMap((row) => listedLine(row) ?? []));
  if (menu !== undefined) of.set('menu', menu);
  const date = dateOf(statements);
  if (date !== undefined) of.set('date', { units: breakUnits(date), details: [] });
  const rows = listed === undefined ? [] : (menu?.rows ?? []);
  const letters = [
    ...COPY_SLOTS.map((slot) => copy[slot] ?? ''),
    ...rows.map(({ name, price }) => name + price),
  ].reduce((sum, text) => sum + text.length, 0);
  return { of, letters, warnings };
}

/**
 * The words for the leaves of a family: what it has no leaf for goes to its details, and the shop's name is not said twice.
 *
 * @param leaves that it has
 * @param isOfCopy whether the menu's rows are lines of the copy, which are not said again
 */
export function wordsFor(
  leaves: ReadonlySet<TextLeaf>,
  { of }: DesignWords,
  isOfCopy: boolean,
): ReadonlyMap<TextLeaf, Words> {
  const shop = leaves.has('shop') ? textOf(of.get('shop')) : undefined;
  const isListed = (line: string | undefined): boolean =>
    isOfCopy && leaves.has('menu') && of.has('menu') && line !== undefined && menuLine(line) !== undefined;
  const words = new Map(of);
  if (isListed(textOf(of.get('price')))) words.delete('price');
  const homeless = INTO_DETAILS.filter((slot) => !leaves.has(slot)).flatMap((slot) => {
    const text = textOf(words.get(slot));
    return text === undefined ? [] : [text];
  });
  const known = (of.get('details')?.details ?? [])
    .map(({ text }) => text)
    .filter((text) => text !== shop && !isListed(text));
  const lines = [...homeless, ...known];
  if (lines.length === 0) words.delete('details');
  else {
    const details = lines.flatMap((line) => detailLines(line)).map(detailOf);
    words.set('details', { units: details.flatMap(({ units }) => units), details });
  }
  return words;
}

/** What an ad offers with its prices, in the order of its words; undefined where that is no list. */
function menuOf({ price, details }: AdCopy): Words | undefined {
  const rows = detailLines([price, details].filter((words) => words !== undefined).join('\n')).flatMap(
    (line) => menuLine(line) ?? [],
  );
  return rows.length < LEAST_LINES ? undefined : wordsOf(rows);
}

function wordsOf(rows: readonly MenuLine[]): Words {
  return {
    units: rows.flatMap(({ name, price: amount }) => breakUnits(`${name} ${amount}`)),
    details: [],
    rows,
  };
}

const textOf = (words: Words | undefined): string | undefined =>
  words === undefined ? undefined : joinUnits(words.units).replaceAll('~~', '');

const KOREAN_DATE = /(\d{1,2})\s?월\s?(\d{1,2})\s?일/;
const SHORT_DATE =
  /(?<![\d.,/-])(1[0-2]|0?[1-9])\s?[./]\s?(3[01]|[12]\d|0?[1-9])(?![\d.,%원/a-z]|\s?(?:원|만|%))/i;
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const DAYS = String.raw`(\d{1,2})(?:st|nd|rd|th)?(?:\s?(?:[-–—]|to|until|through|and|&)\s?(\d{1,2})(?:st|nd|rd|th)?)?(?![\d:.,%]\d|\s?[ap]\.?m\b)`;
const MONTH_FIRST = new RegExp(String.raw`\b(${MONTH})\b\.?\s${DAYS}`, 'i');
const DAY_FIRST = new RegExp(String.raw`(?<![\d.:,/])${DAYS}\s(?:of\s)?(${MONTH})\b`, 'i');

/** What has numbers of its own: 장판 1.8T, 인당 3.3. */
const UNDATED: ReadonlySet<Statement['kind']> = new Set(['product', 'price', 'contact', 'place', 'shop']);

/**
 * The day that an ad is about, or its days, as large numerals: '12.1'; in English with the month's name, for of two numbers
 * nobody knows which is the day: 'May 5–7'. It is told in words as well.
 */
function dateOf(statements: readonly Statement[]): string | undefined {
  for (const { kind, text } of statements) {
    if (UNDATED.has(kind)) continue;
    const [short, month, day] = KOREAN_DATE.exec(text) ?? SHORT_DATE.exec(text) ?? [];
    if (month !== undefined && day !== undefined)
      return /\p{Script=Hangul}|^\D*\d+\.\d+\D*$/u.test(text) ? `${Number(month)}.${Number(day)}` : short;
    const [, name, first, last] = MONTH_FIRST.exec(text) ?? [];
    const [, from, to, of] = DAY_FIRST.exec(text) ?? [];
    const named = name ?? of;
    const begins = name === undefined ? from : first;
    const ends = name === undefined ? to : last;
    if (named !== undefined && begins !== undefined)
      return `${named.charAt(0).toUpperCase()}${named.slice(1).toLowerCase()} ${begins}${ends === undefined ? '' : `–${ends}`}`;
  }
  return undefined;
}
