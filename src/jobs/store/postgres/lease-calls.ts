import * as z from 'zod';
import type { Announcement, HeldNow, KnownProcess, ProcessLeases } from '../process-leases.ts';
import { stored } from '../stored-json.ts';
import type { Database } from './database.ts';

/**
 * Whether a row of `processes` is of one that lives. After the server was away, all are given time to say so again.
 * Times are the server's own: what the processes' clocks show is nothing to it.
 *
 * @param length milliseconds
 */
export const isAlive = (length: number): string =>
  `(alive_until > now() or pg_postmaster_start_time() > now() - interval '${Math.trunc(length)} milliseconds')`;

const announcement = z.object({
  name: z.string(),
  engines: z.array(z.string()).readonly(),
  atOnce: z.number(),
  memory: z.number(),
});

/** @param id this process, as others know it */
export function leaseCalls(database: Database, id: string, length: number): ProcessLeases {
  const until = `now() + interval '${Math.trunc(length)} milliseconds'`;
  return {
    length,
    renew: (announces) =>
      // Nothing of it is news to anybody who follows what is written, so it is no such transaction.
      database.read(async (sql) => {
        await sql.run(
          `insert into processes (id, alive_until, announces) values (?::uuid, ${until}, ?)
           on conflict (id) do update set alive_until = excluded.alive_until, announces = excluded.announces`,
          id,
          JSON.stringify(announces),
        );
        const held = await sql.all(
          "select id, lease, stop_asked from jobs where holder = ?::uuid and state = 'running'",
          id,
        );
        return held.map(
          (row): HeldNow => ({
            id: String(row.id),
            lease: Number(row.lease),
            stopAsked: row.stop_asked === 1,
          }),
        );
      }),
    leave: () =>
      database.read(async (sql) => {
        await sql.run('delete from processes where id = ?::uuid', id);
      }),
    list: () =>
      database.read(async (sql) => {
        const rows = await sql.all(
          `select id, announces from processes where ${isAlive(length)} order by id`,
        );
        return rows.flatMap((row): readonly KnownProcess[] => {
          const known = stored<Announcement>(row.announces, announcement);
          return known === undefined ? [] : [{ id: String(row.id), ...known }];
        });
      }),
  };
}
