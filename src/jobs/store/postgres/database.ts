import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { OutageError } from '../../../errors/outage-error.ts';
import { exponentialBackoff } from '../../../resilience/backoff.ts';
import { withRetry } from '../../../resilience/with-retry.ts';
import { connectionSettings, serverOf } from './connection-settings.ts';
import { isConnectionLost, isWorthRetrying, postgresError } from './errors.ts';
import { type Statements, statementsOn } from './transaction.ts';

/** Connections of one process; calls that find none free wait. */
const MAX_CONNECTIONS = 8;

/** A server that starts anew is back within a second or two, and transactions are in each other's way for less. */
const BACKOFF = exponentialBackoff({ initial: 15, max: 400, jitter: 0.5 });
const MAX_RETRYING = 2_500;

/** How often a server that is away is asked what has become of a transaction. */
const SETTLING = exponentialBackoff({ initial: 100, max: 2_000, jitter: 0.25 });

/** The one door to pg. */
export class Database {
  /** Where the server is, for messages. */
  readonly server: string;
  /** Names this process in what it writes, so that others notice it and it does not notice itself. */
  readonly writer = randomUUID();
  readonly #pool: pg.Pool;
  readonly #closing = new AbortController();

  constructor(url: string, maxConnections = MAX_CONNECTIONS) {
    this.server = serverOf(url);
    this.#pool = new pg.Pool({ ...connectionSettings(url), max: maxConnections });
    // A connection that breaks while nobody uses it is replaced by the next who needs one; what breaks in use is told
    // by its query.
    this.#pool.on('error', () => {});
    this.#pool.on('connect', (client) => client.on('error', () => {}));
  }

  /**
   * Statements that only read, each for itself.
   *
   * @throws OutageError `database`
   */
  async read<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
    return this.#guarded(() => work(statementsOn(this.#pool)));
  }

  /**
   * Everything in `work`, or nothing of it. It may be begun several times, so it does nothing but write.
   *
   * @throws OutageError `database`, and then nothing of it has happened
   */
  async write<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
    return this.#guarded(() => this.#transaction(work));
  }

  async close(): Promise<void> {
    this.#closing.abort();
    if (!this.#pool.ending) await this.#pool.end();
  }

  async #guarded<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closing.signal.aborted) throw new OutageError('database', 'the store is closed');
    const deadline = performance.now() + MAX_RETRYING;
    try {
      return await withRetry(work, {
        backoff: BACKOFF,
        shouldRetry: (error) => isWorthRetrying(error) && performance.now() < deadline,
        signal: this.#closing.signal,
      });
    } catch (error) {
      throw postgresError(this.server, error);
    }
  }

  async #transaction<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let failure: unknown;
    try {
      const transaction = await begin(client, this.writer);
      const result = await work(statementsOn(client));
      try {
        await client.query('commit');
      } catch (error) {
        failure = error;
        // The server may have committed and not come to say so.
        if (!isConnectionLost(error) || !(await this.#isCommitted(transaction))) throw error;
      }
      return result;
    } catch (error) {
      failure = error;
      if (!isConnectionLost(error)) await client.query('rollback').catch((lost: unknown) => (failure = lost));
      throw error;
    } finally {
      client.release(isConnectionLost(failure));
    }
  }

  /** What has become of a transaction whose end nobody told: asked until the server is there to say it. */
  #isCommitted(transaction: string): Promise<boolean> {
    return withRetry(
      async () => {
        const { rows } = await this.#pool.query<{ status: string | null }>(
          'select pg_xact_status($1::xid8) as status',
          [transaction],
        );
        const status = rows[0]?.status;
        if (status === 'in progress') throw new OutageError('database', 'the transaction has not ended yet');
        return status === 'committed';
      },
      {
        backoff: SETTLING,
        signal: this.#closing.signal,
        shouldRetry: (error) => error instanceof OutageError || isConnectionLost(error),
      },
    );
  }
}

/** Begins a transaction and writes down who does, in one message; returns its number. */
async function begin(client: pg.PoolClient, writer: string): Promise<string> {
  // pg answers several statements with several results, of which its types know nothing.
  const results: unknown = await client.query(
    `begin; insert into changes (writer) values ('${writer}') returning transaction::text as id`,
  );
  const { rows }: pg.QueryResult<{ id: string }> = Array.isArray(results) ? results[1] : results;
  const [row] = rows;
  if (row === undefined) throw new Error('PostgreSQL gave no number to a transaction');
  return row.id;
}
