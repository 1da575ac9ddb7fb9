import type { MenuRow } from '../ad/design-part.ts';
import { checkedRow, isMenuPrice, parseMenu } from '../ad/parse/parse-menu.ts';
import { parseTable, type TableRow } from './batch/parse-table.ts';
import { readBatchText } from './batch/read-batch.ts';

type Field = 'name' | 'price' | 'old' | 'note' | 'soldOut';

/** What columns are called, in lower case without blanks. */
const COLUMNS: Readonly<Record<Field, readonly string[]>> = {
  name: [
    '이름',
    '메뉴',
    '메뉴명',
    '상품',
    '상품명',
    '품목',
    '항목',
    '서비스',
    '시술',
    'name',
    'item',
    'menu',
    'product',
  ],
  price: ['가격', '금액', '판매가', '할인가', '단가', 'price', 'amount'],
  old: ['정가', '원가', '이전가격', '기존가', 'old', 'oldprice', 'was', 'regular'],
  note: ['설명', '비고', '메모', '단위', 'note', 'notes', 'description', 'unit'],
  soldOut: ['품절', '매진', 'soldout'],
};

const DELIMITERS = ['\t', ',', ';'];

const YES = /^(?:1|o|y|yes|true|예|네|품절|매진|✓|✔)$/iu;

/**
 * The rows of a menu in a file of UTF-8: a table (TSV, CSV) with a header or two columns, else lines of 'name price'.
 *
 * @throws UserError `menu-unreadable`, `menu-row` with the line that is wrong, and as readBatchText and parseTable
 */
export async function readMenu(file: string): Promise<readonly MenuRow[]> {
  const text = (await readBatchText(file, 'menu-unreadable')).replaceAll(/\r\n?/g, '\n');
  const first = text.split('\n').find((line) => line.trim() !== '') ?? '';
  for (const delimiter of DELIMITERS) {
    const fields = fieldsOf(first, delimiter);
    if (fields !== undefined)
      return parseTable(text, delimiter)
        .slice(1)
        .map((row) => rowOf(row, fields));
  }
  const pairs = DELIMITERS.map((delimiter) => pairsIn(text, first, delimiter)).find(
    (rows) => rows !== undefined,
  );
  return pairs?.map((row) => rowOf(row, ['name', 'price'])) ?? parseMenu(text);
}

/** The fields that a header names; undefined where the line is none. */
function fieldsOf(line: string, delimiter: string): readonly (Field | undefined)[] | undefined {
  const fields = line
    .replaceAll('"', '')
    .split(delimiter)
    .map((cell) => fieldCalled(cell.toLowerCase().replaceAll(/\s/g, '')));
  return fields.includes('name') && fields.includes('price') ? fields : undefined;
}

const FIELDS: readonly Field[] = ['name', 'price', 'old', 'note', 'soldOut'];

const fieldCalled = (name: string): Field | undefined =>
  FIELDS.find((field) => COLUMNS[field].includes(name));

/** The rows of a table of two columns without a header; undefined where it is none: '라떼 4,500원' has a comma too. */
function pairsIn(text: string, first: string, delimiter: string): readonly TableRow[] | undefined {
  if (!first.includes(delimiter)) return undefined;
  const rows = parseTable(text, delimiter);
  const isPair = ({ cells: [name = '', price = '', ...rest] }: TableRow): boolean =>
    rest.every((cell) => cell === '') && isMenuPrice(price) && !/\d$/.test(name);
  return rows.every(isPair) ? rows : undefined;
}

function rowOf({ cells, line }: TableRow, fields: readonly (Field | undefined)[]): MenuRow {
  const cell = (field: Field): string => cells[fields.indexOf(field)]?.trim() ?? '';
  const given = (['price', 'old', 'note'] as const).flatMap((field) =>
    fields.includes(field) && cell(field) !== '' ? [[field, cell(field)] as const] : [],
  );
  const soldOut = fields.includes('soldOut') && YES.test(cell('soldOut'));
  return checkedRow(
    { name: cell('name'), ...Object.fromEntries(given), ...(soldOut ? { soldOut } : {}) },
    line,
  );
}
