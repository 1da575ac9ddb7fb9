import pg from 'pg';
import { OutageError } from '../../../errors/outage-error.ts';
import { connectionSettings, serverOf } from './connection-settings.ts';
import { postgresError } from './errors.ts';
import { LOCKS } from './locks.ts';
import { MIGRATIONS, TRANSITION_TRIGGER } from './migrations.ts';

interface Shape {
  readonly version: number;
  readonly transitions: string;
}

/** The oldest that has xid8 and tells what has become of a transaction. */
const OLDEST_SERVER = 130_000;

/**
 * Brings the database to the newest shape, once however many processes start at the same moment, and makes sure that it
 * is one for jobs: new enough, of UTF-8, and to be written to.
 *
 * @throws OutageError `database`
 */
export async function migrate(url: string): Promise<void> {
  const client = new pg.Client(connectionSettings(url));
  client.on('error', () => {});
  try {
    await client.connect();
    await checkServer(client, serverOf(url));
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(${LOCKS.migrations}, hashtext(current_schema()))`);
    await client.query(
      'create table if not exists shape (version integer not null, transitions text not null)',
    );
    const { rows } = await client.query<Shape>('select version, transitions from shape');
    const { version, transitions } = rows[0] ?? { version: 0, transitions: '' };
    if (version > MIGRATIONS.length)
      throw new OutageError('database', `${serverOf(url)} was made by a newer version of this program`);
    for (const step of MIGRATIONS.slice(version)) await client.query(step);
    // Another trigger takes the table from everybody for a moment, so it is made where it has changed alone.
    if (transitions !== TRANSITION_TRIGGER) await client.query(TRANSITION_TRIGGER);
    // A database that can only be read is no place for jobs; better told now than with the first of them.
    await client.query('delete from shape');
    await client.query('insert into shape (version, transitions) values ($1, $2)', [
      MIGRATIONS.length,
      TRANSITION_TRIGGER,
    ]);
    await client.query('commit');
  } catch (error) {
    throw postgresError(serverOf(url), error);
  } finally {
    await client.end().catch(() => {});
  }
}

async function checkServer(client: pg.Client, server: string): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string; schema: string | null }>(
    `select current_setting('server_version_num')::integer as version,
       current_setting('server_encoding') as encoding, current_schema() as schema`,
  );
  const [{ version, encoding, schema } = { version: 0, encoding: '', schema: null }] = rows;
  if (version < OLDEST_SERVER) throw new OutageError('database', `${server} is older than PostgreSQL 13`);
  if (encoding !== 'UTF8')
    throw new OutageError(
      'database',
      `${server} is kept in ${encoding}, which has no Korean: UTF8 is needed`,
    );
  if (schema === null) throw new OutageError('database', `${server} has no schema to make tables in`);
}
