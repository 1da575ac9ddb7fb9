import type { HeldJob, Job } from '../../job/job.ts';
import { jobOfRow, picturesOfRows, type StoredRow } from '../job-rows.ts';
import { MAX_JSON } from '../stored-json.ts';
import type { Statements } from './transaction.ts';

/** A column, empty where it is longer than anything that was ever written there. */
const bounded = (column: string): string =>
  `case when octet_length(${column}) <= ${MAX_JSON} then ${column} end as ${column}`;

const COLUMNS = `seq, id, key, state, platform, workspace, channel, owner, owner_name, locale, workflow, engine, parent,
  ${bounded('variation')}, ${bounded('takes')}, attempts, lease, crashes, restarts, ${bounded('error')}, created_at, made_at,
  answered_at, removed`;

/** Jobs as `toJob` reads them, each with its pictures, as they stood at one moment. */
export const SELECT_JOB = `select ${COLUMNS}, array(
    select take || ' ' || case when octet_length(result) <= ${MAX_JSON} then result else '' end
    from pictures where pictures.job = jobs.id order by take
  ) as pictures from jobs`;

/** @returns undefined for a row that is none of ours */
export function toJob(row: StoredRow): Job | undefined {
  return jobOfRow(row, () => picturesOfRows(pictureRows(row.pictures)));
}

export async function findJob(statements: Statements, id: string): Promise<Job | undefined> {
  const row = await statements.get(`${SELECT_JOB} where id = ?`, id);
  return row && toJob(row);
}

/**
 * Takes hold of a job until the end of the transaction. Whoever changes anything of a job does this first, so that no two
 * wait for each other.
 *
 * @returns whether it is there
 */
export async function holdJob(statements: Statements, id: string): Promise<boolean> {
  return (await statements.get('select 1 from jobs where id = ? for update', id)) !== undefined;
}

/** As holdJob. @returns whether it is being made under that number */
export async function holdMade(statements: Statements, { id, lease }: HeldJob): Promise<boolean> {
  const held = await statements.get(
    "select 1 from jobs where id = ? and state = 'running' and lease = ? for update",
    id,
    lease,
  );
  return held !== undefined;
}

function pictureRows(pictures: unknown): readonly StoredRow[] {
  if (!Array.isArray(pictures)) return [];
  return pictures.map(String).map((text) => {
    const end = text.indexOf(' ');
    return { take: Number(text.slice(0, end)), result: text.slice(end + 1) };
  });
}
