import type { Place } from '../../job/job.ts';
import { KEPT_SILENTLY, KEPT_TOLD } from '../message-rows.ts';
import type { Database } from './database.ts';

/** As StoreCalls.releaseKept. */
export async function releaseKept(
  database: Database,
  owner: string,
  { platform, workspace, channel }: Place,
  address: string,
): Promise<number> {
  const kept = `select 1 from cards where cards.job = jobs.id and dead > 1 and platform = ? and wanted > shown`;
  const whose = `from jobs where owner = ? and removed = 0 and exists (${kept})`;
  // Asked at every event, and as good as never is there one: what only looks begins no transaction.
  if ((await database.read((sql) => sql.get(`select 1 ${whose} limit 1`, owner, platform))) === undefined)
    return 0;
  return database.write(async (sql) => {
    const held = await sql.all(`select id ${whose} order by seq for update`, owner, platform);
    const jobs = held.map(({ id }) => String(id));
    const told = await sql.run(
      `update cards set dead = 0, attempts = 0, due_at = 0
       where dead = ${KEPT_TOLD} and platform = ? and wanted > shown and job = any(?)`,
      platform,
      jobs,
    );
    const moved = await sql.run(
      `update cards set dead = 0, attempts = 0, due_at = 0, message = null, workspace = ?, channel = ?, address = ?
       where dead = ${KEPT_SILENTLY} and platform = ? and wanted > shown and job = any(?)`,
      workspace,
      channel,
      address,
      platform,
      jobs,
    );
    return told + moved;
  });
}
