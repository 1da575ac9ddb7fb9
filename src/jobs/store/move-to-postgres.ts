import { OutageError } from '../../errors/outage-error.ts';
import { Database as Postgres } from './postgres/database.ts';
import { migrate } from './postgres/migrate.ts';
import type { Statements } from './postgres/transaction.ts';
import type { Row, Database as Sqlite } from './sqlite/database.ts';
import { openDatabase } from './sqlite/open-database.ts';

/** Tables by the columns that tell their rows apart, in their order. */
const TABLES: readonly (readonly [table: string, key: readonly string[]])[] = [
  ['jobs', ['seq']],
  ['pictures', ['job', 'take']],
  ['file_uses', ['kind', 'name', 'job']],
  ['garbage', ['kind', 'name']],
  ['cards', ['seq']],
  ['messages', ['platform', 'message']],
  ['paces', ['name']],
  ['settings', ['platform', 'workspace']],
];

/** Rows of one transaction: an interruption costs no more than so many. */
const STEP = 500;

export interface MovedTable {
  readonly table: string;
  readonly rows: number;
}

/**
 * Copies all rows of a folder's file to PostgreSQL, and compares every one with what stands there then. What was copied
 * before an interruption is not copied again. The file stays as it is.
 *
 * @param onTable called as each table is done
 * @throws OutageError `database`, also where the other database holds anything else
 */
export async function moveToPostgres(
  path: string,
  url: string,
  onTable: (moved: MovedTable) => void,
): Promise<void> {
  await migrate(url);
  const { database: from } = openDatabase(path);
  const to = new Postgres(url, 1);
  try {
    for (const [table, key] of TABLES) {
      let rows = 0;
      for (const step of steps(from, table, key)) {
        await to.write((sql) => insertMissing(sql, table, step));
        rows += await to.read((sql) => compare(sql, to.server, table, key, step));
      }
      const found = await to.read((sql) => sql.get(`select count(*) as n from ${table}`));
      if (found?.n !== rows)
        throw new OutageError('database', `${to.server}: ${table} holds other rows than the folder's`);
      onTable({ table, rows });
    }
    await to.write(continueNumbers);
  } finally {
    from.close();
    await to.close();
  }
}

/** The rows of a table in the order of its key, step by step. */
function* steps(from: Sqlite, table: string, key: readonly string[]): Generator<readonly Row[]> {
  const columns = key.join(', ');
  let last: Row | undefined;
  for (;;) {
    const after = last === undefined ? '' : `where (${columns}) > (${key.map(() => '?').join(', ')})`;
    const values = last === undefined ? [] : key.map((column) => last?.[column] ?? null);
    const rows = from.all(`select * from ${table} ${after} order by ${columns} limit ${STEP}`, ...values);
    if (rows.length === 0) return;
    yield table === 'jobs' ? rows.map((row) => ({ ...row, ordered: orderedIn(row.takes) })) : rows;
    last = rows.at(-1);
  }
}

/** How many pictures a job is of; none where its words are damaged. */
function orderedIn(takes: unknown): number {
  try {
    const parsed: unknown = JSON.parse(String(takes));
    return Array.isArray(parsed) ? parsed.length : 0;
  } catch {
    return 0;
  }
}

async function insertMissing(sql: Statements, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const statement = `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})
    on conflict do nothing`;
  for (const row of rows) await sql.run(statement, ...columns.map((column) => row[column] ?? null));
}

/** @returns how many rows were compared */
async function compare(
  sql: Statements,
  server: string,
  table: string,
  key: readonly string[],
  rows: readonly Row[],
): Promise<number> {
  const where = key.map((column) => `${column} = ?`).join(' and ');
  for (const row of rows) {
    const there = await sql.get(
      `select * from ${table} where ${where}`,
      ...key.map((column) => stored(row[column])),
    );
    for (const [column, value] of Object.entries(row)) {
      if (there === undefined || there[column] !== stored(value)) {
        const which = key.map((name) => String(row[name])).join(' ');
        throw new OutageError('database', `${server}: ${column} of ${table} ${which} is not what was copied`);
      }
    }
  }
  return rows.length;
}

/** A value as PostgreSQL stores it, which knows no U+0000 in texts. */
const stored = (value: Row[string] | undefined): Row[string] =>
  typeof value === 'string' ? value.replaceAll('\0', '\u{fffd}') : (value ?? null);

/** What is written from now on has numbers after those that were copied. */
async function continueNumbers(sql: Statements): Promise<void> {
  for (const table of ['jobs', 'cards']) {
    await sql.get(
      `select setval(pg_get_serial_sequence('${table}', 'seq'), (select max(seq) from ${table})) from ${table} limit 1`,
    );
  }
  await sql.get(
    "select setval('job_turns', (select max(turn) from jobs)) from jobs where turn is not null limit 1",
  );
}
