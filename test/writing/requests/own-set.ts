import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Brief } from '../../../src/ad/brief.ts';
import { printedLines, squeeze } from './printed-lines.ts';

const FOLDER = new URL('own/', import.meta.url);
const COLUMNS = ['request', 'names', 'class', 'facts', 'not', 'occasion', 'product'] as const;

/** See README.md. */
export type Row = { readonly [column in (typeof COLUMNS)[number]]: string };

export interface OwnSet {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** @throws Error where a row does not have as many columns as the header */
export function readOwnSets(): readonly OwnSet[] {
  return readdirSync(FOLDER)
    .sort()
    .map((file) => {
      const [header, ...lines] = readFileSync(new URL(file, FOLDER), 'utf8').replace(/\n+$/, '').split('\n');
      if (header !== COLUMNS.join('\t')) throw new Error(`${file}: the header is ${header}`);
      return { name: basename(file, '.tsv'), rows: lines.map((line) => rowOf(file, line)) };
    });
}

function rowOf(file: string, line: string): Row {
  const cells = line.split('\t');
  if (cells.length !== COLUMNS.length) throw new Error(`${file}: ${cells.length} columns in: ${line}`);
  const row = Object.fromEntries(COLUMNS.map((column, index) => [column, cells[index] ?? ''])) as Row;
  return { ...row, request: row.request.replaceAll('\\n', '\n') };
}

const listed = (cell: string, by: string): string[] => cell.split(by).filter((item) => item.trim() !== '');

/** What is wrong with an ad's words and with what was understood, in words; empty where all is right. */
export function faultsOf(row: Row, brief: Brief): readonly string[] {
  const lines = printedLines(brief.copy).map(({ text }) => squeeze(text));
  const stands = (needed: string): boolean => lines.some((line) => line.includes(squeeze(needed)));
  return [
    ...listed(row.names, ';')
      .filter((names) => !listed(names, ',').some(stands))
      .map((names) => `not named: ${names}`),
    ...listed(row.facts, ';')
      .filter((fact) => !listed(fact, '|').some(stands))
      .map((fact) => `lost: ${fact}`),
    ...listed(row.not, ';')
      .filter(stands)
      .map((said) => `says: ${said}`),
    ...wrongClass(row, brief),
    ...wrongOccasion(row, brief),
    ...wrongProduct(row, brief),
    ...saidTwice(lines, squeeze(row.request)),
  ];
}

const classKey = (name: string): string => name.replace(/[\s/·,]/g, '');

function wrongClass(row: Row, { tradeClass }: Brief): readonly string[] {
  if (tradeClass === undefined) return [];
  const found = [tradeClass.large, tradeClass.middle, tradeClass.small].map(classKey);
  const right = listed(row.class, '|').some((one) =>
    one.split('/').every((part, level) => found[level]?.includes(classKey(part))),
  );
  return right ? [] : [`class: ${found.join('/')}, not ${row.class}`];
}

function wrongOccasion(row: Row, { occasion }: Brief): readonly string[] {
  const right = listed(row.occasion, '|');
  return right.length === 0 || (occasion !== undefined && right.includes(occasion))
    ? []
    : [`occasion: ${occasion}, not ${row.occasion}`];
}

/** A name that may be absent stands in brackets: `[입문용] 우쿨렐레`. */
function wrongProduct(row: Row, { product }: Brief): readonly string[] {
  const patterns = listed(row.product, '|').map((phrase) => {
    const parts = squeeze(phrase).split(/\[([^\]]*)\]/);
    const source = parts.map((part, index) => (index % 2 === 0 ? escaped(part) : `(?:${escaped(part)})?`));
    return new RegExp(`^${source.join('')}$`);
  });
  if (patterns.length === 0) return [];
  const names = product === undefined ? [''] : product.split(' · ');
  const right = patterns.some((pattern) => names.some((name) => pattern.test(squeeze(name))));
  return right ? [] : [`product: ${product ?? 'none'}, not ${row.product}`];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A line of five letters or more that stands whole in another line, unless the owner says it more than once too. */
function saidTwice(lines: readonly string[], request: string): readonly string[] {
  return lines
    .slice(1)
    .filter(
      (line, index) =>
        line.length > 4 &&
        request.indexOf(line) === request.lastIndexOf(line) &&
        lines.some((other, at) => at !== index + 1 && other.includes(line)),
    )
    .map((line) => `said twice: ${line}`);
}
