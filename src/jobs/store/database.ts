import LibSql from 'libsql';
import { OutageError } from '../../errors/outage-error.ts';

export type SqlValue = string | number | null;

export type Row = Readonly<Record<string, SqlValue>>;

/** What libsql says of an error; `SQLITE_FULL`, `SQLITE_READONLY`, `SQLITE_NOTADB`, … */
export function sqliteCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The one door to libsql. Statements are prepared once: libsql keeps the memory of each until the end. */
export class Database {
  readonly path: string;
  readonly #connection: LibSql.Database;
  readonly #statements = new Map<string, LibSql.Statement>();

  /**
   * @param path file, created when it is not there
   * @param busyTimeout milliseconds to wait for another process's write
   */
  constructor(path: string, busyTimeout: number) {
    this.path = path;
    try {
      this.#connection = new LibSql(path, { timeout: busyTimeout });
    } catch (error) {
      throw databaseTrouble(path, error);
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

  /** Everything in `work`, or nothing of it. */
  transaction<T>(work: () => T): T {
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

  close(): void {
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

/** libsql ends the process at a value of any other kind, so the types' promise is checked once more. */
function bindable(values: readonly SqlValue[]): SqlValue[] {
  for (const value of values) {
    if (value !== null && typeof value !== 'string' && typeof value !== 'number') {
      throw new TypeError(`A ${typeof value} cannot be stored`);
    }
  }
  return [...values];
}

/** What the disk or another process is the cause of; anything else is a mistake of this program. */
const PASSING = /^SQLITE_(?:FULL|IOERR|READONLY|BUSY|LOCKED|CANTOPEN|CORRUPT|NOTADB|NOMEM|PERM|AUTH)/;

/** An error of the database as the house knows them: OutageError `database`, or a bug. */
export function databaseTrouble(path: string, cause: unknown): Error {
  if (cause instanceof OutageError) return cause;
  const detail = cause instanceof Error ? cause.message : String(cause);
  const code = sqliteCode(cause) ?? '';
  const passing = PASSING.test(code) || /ConnectionFailed/.test(detail) || isFileTrouble(code);
  if (!passing) return cause instanceof Error ? cause : new Error(detail);
  return new OutageError('database', `${path}: ${detail}${code === '' ? '' : ` (${code})`}`, { cause });
}

/** A folder that cannot be made, or a file that cannot be moved. */
function isFileTrouble(code: string): boolean {
  return /^E[A-Z]+$/.test(code);
}
