import { closeSync, openSync } from 'node:fs';
import LibSql from 'libsql';
import { OutageError } from '../../../errors/outage-error.ts';

export type SqlValue = string | number | null;

export type Row = Readonly<Record<string, SqlValue>>;

/** SQLite's primary result codes that tell of the world outside: https://sqlite.org/rescode.html */
const CODES = {
  3: 'PERM',
  5: 'BUSY',
  6: 'LOCKED',
  7: 'NOMEM',
  8: 'READONLY',
  10: 'IOERR',
  11: 'CORRUPT',
  13: 'FULL',
  14: 'CANTOPEN',
  23: 'AUTH',
  26: 'NOTADB',
} as const;

export type SqliteCode = (typeof CODES)[keyof typeof CODES];

/** What the disk or another process has to do with an error; undefined where it is a mistake of this program. */
export function sqliteCode(error: unknown): SqliteCode | undefined {
  if (!(error instanceof Error)) return undefined;
  // libsql gives extended codes as numbers alone; their lowest byte is the primary code.
  const raw = 'rawCode' in error && typeof error.rawCode === 'number' ? error.rawCode & 0xff : undefined;
  if (raw !== undefined) return Object.entries(CODES).find(([number]) => Number(number) === raw)?.[1];
  return /ConnectionFailed|unable to open/i.test(error.message) ? 'CANTOPEN' : undefined;
}

/** The one door to libsql. Statements are prepared once: libsql keeps the memory of each until the end. */
export class Database {
  readonly path: string;
  readonly #connection: LibSql.Database;
  readonly #statements = new Map<string, LibSql.Statement>();
  #lasting: boolean | undefined;

  /**
   * @param path file, created when it is not there
   * @param busyTimeout milliseconds to wait for another process's write
   */
  constructor(path: string, busyTimeout: number) {
    this.path = path;
    try {
      createPrivately(path);
      this.#connection = new LibSql(path, { timeout: busyTimeout });
    } catch (error) {
      throw databaseError(path, error);
    }
  }

  exec(sql: string): void {
    this.#connection.exec(sql);
  }

  all(sql: string, ...values: readonly SqlValue[]): readonly Row[] {
    return this.#prepared(sql).all(bindable(values)) as Row[];
  }

  get(sql: string, ...values: readonly SqlValue[]): Row | undefined {
    return this.#prepared(sql).get(bindable(values)) as Row | undefined;
  }

  /** How many rows were changed. */
  run(sql: string, ...values: readonly SqlValue[]): number {
    return this.#prepared(sql).run(bindable(values)).changes;
  }

  /**
   * Everything in `work`, or nothing of it.
   *
   * @param lasting whether it has to outlive a power cut, for which the disk is waited for
   */
  transaction<T>(work: () => T, lasting = true): T {
    if (this.#lasting !== lasting) this.exec(`pragma synchronous = ${lasting ? 'full' : 'normal'}`);
    this.#lasting = lasting;
    this.exec('begin immediate');
    try {
      const result = work();
      this.exec('commit');
      return result;
    } catch (error) {
      // SQLite has rolled back by itself where a write failed for good.
      if (this.#connection.inTransaction) this.exec('rollback');
      throw error;
    }
  }

  /** Writes the journal into the file, so that the file alone is the whole database, and closes it. */
  close(): void {
    // libsql ends the process when a closed connection is asked anything.
    if (!this.#connection.open) return;
    try {
      if (!this.#connection.inTransaction) this.exec('pragma wal_checkpoint(truncate)');
    } catch {
      // A disk that refuses it leaves the journal where it is; the next start reads both.
    }
    this.#statements.clear();
    this.#connection.close();
  }

  #prepared(sql: string): LibSql.Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#connection.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

/** SQLite makes its journals as readable as the file is: for its owner alone. What is wrong with the place, it says itself. */
function createPrivately(path: string): void {
  try {
    closeSync(openSync(path, 'a', 0o600));
  } catch {}
}

/** libsql ends the process at a value of any other kind, so the types' promise is checked once more. */
function bindable(values: readonly SqlValue[]): SqlValue[] {
  for (const value of values) {
    if (value !== null && typeof value !== 'string' && typeof value !== 'number') {
      throw new TypeError(`A ${typeof value} cannot be stored`);
    }
  }
  return [...values];
}

/** An error of the database as the house knows them: OutageError `database`, or a bug. */
export function databaseError(path: string, cause: unknown): Error {
  if (cause instanceof OutageError) return cause;
  const detail = cause instanceof Error ? cause.message : String(cause);
  const code = sqliteCode(cause) ?? fileCode(cause);
  if (code === undefined) return cause instanceof Error ? cause : new Error(detail);
  return new OutageError('database', `${path}: ${detail} (${code})`, { cause });
}

/** Of a folder that cannot be made, or a file that cannot be moved. */
function fileCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^E[A-Z]+$/.test(code) ? code : undefined;
}
