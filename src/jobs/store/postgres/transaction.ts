import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { StoredRow } from '../job-rows.ts';

export type SqlValue = string | number | null | readonly string[] | readonly number[];

/** Statements, one after the other. Placeholders are `?`, as SQLite's are. */
export interface Statements {
  all(sql: string, ...values: readonly SqlValue[]): Promise<readonly StoredRow[]>;
  get(sql: string, ...values: readonly SqlValue[]): Promise<StoredRow | undefined>;
  /** How many rows were changed. */
  run(sql: string, ...values: readonly SqlValue[]): Promise<number>;
}

/** Either a connection, or a pool that takes one for each statement. */
type Connection = Pick<pg.ClientBase, 'query'>;

interface Prepared {
  readonly name: string;
  readonly text: string;
}

/** By its text with `?`: the statement as PostgreSQL knows it, parsed and planned once a connection. */
const PREPARED = new Map<string, Prepared>();

export function statementsOn(connection: Connection): Statements {
  const query = (sql: string, values: readonly SqlValue[]): Promise<pg.QueryResult<StoredRow>> =>
    connection.query<StoredRow>({ ...prepared(sql), values: values.map(bindable) });
  return {
    all: async (sql, ...values) => (await query(sql, values)).rows,
    get: async (sql, ...values) => (await query(sql, values)).rows[0],
    run: async (sql, ...values) => (await query(sql, values)).rowCount ?? 0,
  };
}

function prepared(sql: string): Prepared {
  let statement = PREPARED.get(sql);
  if (statement === undefined) {
    let count = 0;
    const text = sql.replaceAll('?', () => `$${++count}`);
    // PostgreSQL keeps 63 bytes of a name.
    statement = { name: createHash('sha256').update(text).digest('hex').slice(0, 32), text };
    PREPARED.set(sql, statement);
  }
  return statement;
}

/** PostgreSQL stores every character but U+0000, for which the replacement character stands then. */
function bindable(value: SqlValue): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '\u{fffd}') : value;
}
