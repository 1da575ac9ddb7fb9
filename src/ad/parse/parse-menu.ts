import { defined } from '../../collections/defined.ts';
import { UserError } from '../../errors/user-error.ts';
import { cleanText } from '../../text/clean-text.ts';
import { graphemeLength } from '../../text/graphemes.ts';
import type { MenuRow } from '../design-part.ts';

/** Most rows of a menu, and the longest of what a row says, in letters. */
export const MENU_LIMITS = { rows: 24, name: 60, price: 30, note: 40 } as const;

/** Letters of a menu as it is written into a form or a message. */
export const MENU_TEXT = 1500;

/** An amount as menus have it: '4,500원', '₩4,500', '4.5', '3만 5천원', '6,000원부터', '13.0~'. */
const AMOUNT =
  '(?:[₩$€£¥]\\s?)?\\d[\\d,.]*\\s?(?:만\\s?(?:\\d[\\d,]*\\s?천?)?\\s?원?|천\\s?원|원|won\\b|krw\\b)?(?:\\s?(?:부터|~|∼|대|/\\s?\\d{0,4}\\s?\\p{L}{1,3}))?';

/** What stands in a price's place where there is none. */
const WORDS = '시가|싯가|문의|별도\\s?문의|전화\\s?문의|무료|market\\s?price|m\\.?p\\.?|free|ask(?:\\s?us)?';

/** What is gone for today. */
const GONE = /\s?[([（]?\s?(?:품절|매진|솔드\s?아웃|sold\s?out)\s?[)\]）]?\s?$/iu;

/** Between a name and its price: blanks, or what people draw a line of dots with; nothing before a number of 원. */
const BETWEEN =
  '(?:\\s?[:：|]\\s?|\\s?(?:[.·…‧・\\-–—_]\\s?){2,}|\\s[-–—]\\s|\\s|(?<=[\\p{L})])(?=\\d[\\d,]*\\s?(?:만\\s?)?원))';

const ROW = new RegExp(`^(?<name>.*?\\S)${BETWEEN}(?<price>${AMOUNT}|${WORDS})$`, 'iu');

/** An old price before the new one: '~~5,000원~~ 4,000원', '5,000원 → 4,000원'. */
const OLD = new RegExp(
  `^(?<rest>.*\\S)${BETWEEN}(?:~~(?<struck>[^~]+)~~|(?<old>${AMOUNT})\\s?(?:→|➜|⇒|=>|->))$`,
  'iu',
);
const ARROW = /^(?<before>.*\S)\s?(?<arrow>→|➜|⇒|=>|->)\s?(?<after>\S.*)$/u;

/** A line that heads those below it: '# 커피', '[커피]', '커피:'. */
const HEADING =
  /^(?:#+\s?(?<hash>.*\S)|\[(?<square>[^\]]+)\]|【(?<lens>[^】]+)】|(?<colon>[^:：\d]*\S)\s?[:：])$/u;

/**
 * The rows of a menu as people write one: a line each, name before price. Blank lines are passed over.
 *
 * @throws UserError `menu-row` for a line without a price, `menu-rows`, `menu-empty`
 */
export function parseMenu(text: string): readonly MenuRow[] {
  const rows = cleanText(text)
    .split('\n')
    .map((line, i) => ({ line: i + 1, text: evenBlanks(line) }))
    .filter(({ text: row }) => row !== '')
    .map(({ line, text: row }) => menuRow(row, line));
  return boundedRows(rows);
}

/** @throws UserError `menu-empty`, `menu-rows` */
export function boundedRows(rows: readonly MenuRow[]): readonly MenuRow[] {
  if (!rows.some(({ price, soldOut }) => price !== undefined || soldOut === true))
    throw new UserError('menu-empty', {});
  if (rows.length > MENU_LIMITS.rows)
    throw new UserError('menu-rows', { rows: rows.length, max: MENU_LIMITS.rows });
  return rows;
}

/** With one blank for many, and none at the ends: all expressions here rely on it, so that none tries blanks in vain. */
const evenBlanks = (line: string): string => line.replaceAll(/\s+/gu, ' ').trim();

/** UTF-16 units of a line that is looked into. */
const MAX_LINE = 400;

/** @param line of what is read, from 1, for the message. @throws UserError `menu-row`, `menu-long` */
function menuRow(text: string, line: number): MenuRow {
  if (text.length > MAX_LINE) throw new UserError('menu-long', { line, max: MENU_LIMITS.name });
  const heading = HEADING.exec(text)?.groups;
  if (heading !== undefined) {
    const { hash, square, lens, colon } = heading;
    return checkedRow({ name: (hash ?? square ?? lens ?? colon ?? '').trim() }, line);
  }
  const soldOut = GONE.test(text);
  const rest = text.replace(GONE, '');
  const found = ROW.exec(arrowApart(rest))?.groups;
  if (found === undefined) {
    if (soldOut && rest.trim() !== '') return checkedRow({ name: rest.trim(), soldOut }, line);
    throw new UserError('menu-row', { line, text });
  }
  const { name: whole = '', price = '' } = found;
  const { rest: name = whole, struck, old = struck } = OLD.exec(whole)?.groups ?? {};
  return checkedRow(
    {
      name: name.trim(),
      price: price.trim(),
      ...defined({ old: old?.trim() }),
      ...(soldOut ? { soldOut } : {}),
    },
    line,
  );
}

/** Rows as parseMenu reads them again: what binds a row stands behind its name. */
export const menuText = (rows: readonly MenuRow[]): string =>
  rows
    .map(({ name, price, old, note, soldOut }) => {
      const called = note === undefined ? name : `${name} (${note})`;
      if (price === undefined && soldOut !== true) return `# ${called}`;
      const parts = [called, old && `~~${old}~~`, price, soldOut === true ? '(품절)' : undefined];
      return parts.filter(Boolean).join(' ');
    })
    .join('\n');

const PRICE = new RegExp(`^(?:${AMOUNT}|${WORDS})$`, 'iu');

/** Whether a cell of a table holds a price, and nothing else. */
export const isMenuPrice = (cell: string): boolean => cell.length <= MAX_LINE && PRICE.test(evenBlanks(cell));

/** Name and price of words that are nothing else: '카페라떼 5,000원'; undefined for any others. */
export function nameAndPrice(words: string): { readonly name: string; readonly price: string } | undefined {
  const { name = '', price } = (words.length > MAX_LINE ? null : ROW.exec(evenBlanks(words)))?.groups ?? {};
  return price === undefined ? undefined : { name: name.trim(), price: price.trim() };
}

/** Whether words say that something is gone, and nothing else. */
export const saysGone = (words: string): boolean =>
  words.length <= MAX_LINE && evenBlanks(words).replace(GONE, '') === '';

/** '5,000원→4,000원' with the blanks that part its prices. */
const arrowApart = (text: string): string => text.replace(ARROW, '$<before> $<arrow> $<after>');

/** A row whose words have the length that a menu has room for. @throws UserError `menu-row`, `menu-long` */
export function checkedRow(row: MenuRow, line: number): MenuRow {
  if (row.name === '') throw new UserError('menu-row', { line, text: row.price ?? '' });
  for (const part of ['name', 'price', 'note'] as const) {
    const max = MENU_LIMITS[part];
    if (graphemeLength(row[part] ?? '', max) > max) throw new UserError('menu-long', { line, max });
  }
  if (graphemeLength(row.old ?? '', MENU_LIMITS.price) > MENU_LIMITS.price)
    throw new UserError('menu-long', { line, max: MENU_LIMITS.price });
  return row;
}
