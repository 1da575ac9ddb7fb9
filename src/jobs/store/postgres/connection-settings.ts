import pg from 'pg';

/** Types by their number in PostgreSQL: int8 comes as text, since it holds more than a number of ours does. */
const INT8 = 20;

/** Milliseconds. What takes longer is broken: the server ends it, or the connection is given up from here. */
const STATEMENT_TIMEOUT = 20_000;
const QUERY_TIMEOUT = 25_000;
/** A process that was stopped in a transaction holds the others up no longer than this. */
const IDLE_TIMEOUT = 30_000;
const CONNECT_TIMEOUT = 5_000;

/** How every connection is opened. */
export function connectionSettings(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'shop-ad-bot',
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    statement_timeout: STATEMENT_TIMEOUT,
    query_timeout: QUERY_TIMEOUT,
    idle_in_transaction_session_timeout: IDLE_TIMEOUT,
    types: {
      // All that is counted here, times in milliseconds among it, is far below 2 ** 53.
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === INT8 ? Number : pg.types.getTypeParser(type, format),
    },
  };
}

/** Where a server is and which database is meant, without who logs in and how: for messages. */
export function serverOf(url: string): string {
  const { host, pathname, searchParams } = new URL(url);
  return `${host || searchParams.get('host') || 'localhost'}${pathname}`;
}
