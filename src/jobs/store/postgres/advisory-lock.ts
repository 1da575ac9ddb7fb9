import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { UserError } from '../../../errors/user-error.ts';
import { exponentialBackoff } from '../../../resilience/backoff.ts';
import { withRetry } from '../../../resilience/with-retry.ts';
import type { BotLock } from '../bot-lock.ts';
import { connectionSettings, serverOf } from './connection-settings.ts';
import { isConnectionLost, postgresError } from './errors.ts';
import { LOCKS } from './locks.ts';

const BACKOFF = exponentialBackoff({ initial: 200, max: 5_000, jitter: 0.25 });

/**
 * Makes sure that one bot alone works on a database. The server lets go of the lock with its connection; one that is
 * lost is opened again, as often as it takes.
 *
 * @param onLost called when another bot has taken the lock meanwhile
 * @throws UserError `database-in-use`; OutageError `database`
 */
export async function takeAdvisoryLock(url: string, onLost: (error: Error) => void): Promise<BotLock> {
  const holder = `shop-ad-bot ${randomUUID()}`;
  const released = new AbortController();
  let client = await take(url, holder);

  const keep = (): void => {
    client.once('end', () => {
      if (released.signal.aborted) return;
      withRetry(() => take(url, holder), {
        backoff: BACKOFF,
        shouldRetry: isConnectionLost,
        signal: released.signal,
      }).then(
        (taken) => {
          client = taken;
          if (released.signal.aborted) void end(client);
          else keep();
        },
        (error: unknown) => {
          if (!released.signal.aborted) onLost(postgresError(serverOf(url), error));
        },
      );
    });
  };
  keep();
  return {
    release() {
      released.abort();
      void end(client);
    },
  };
}

async function take(url: string, holder: string): Promise<pg.Client> {
  const client = new pg.Client({ ...connectionSettings(url), application_name: holder });
  client.on('error', () => {});
  try {
    await client.connect();
    // A connection of our own that broke on this side alone may still hold it.
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
      [holder],
    );
    const { rows } = await client.query<{ taken: boolean }>(
      `select pg_try_advisory_lock(${LOCKS.bot}, hashtext(current_schema())) as taken`,
    );
    if (rows[0]?.taken !== true) throw new UserError('database-in-use', { database: serverOf(url) });
    return client;
  } catch (error) {
    await end(client);
    throw error;
  }
}

async function end(client: pg.Client): Promise<void> {
  await client.end().catch(() => {});
}
