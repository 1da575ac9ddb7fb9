import type { Job } from '../../job/job.ts';
import type { MadePicture } from '../../job/variant.ts';
import { jobOfRow, picturesOfRows } from '../job-rows.ts';
import { MAX_JSON } from '../stored-json.ts';
import type { Database, Row } from './database.ts';

/** A column, empty where it is longer than anything that was ever written there. */
const bounded = (column: string): string =>
  `case when length(cast(${column} as blob)) <= ${MAX_JSON} then ${column} end as ${column}`;

export const JOB_COLUMNS = `seq, id, key, state, platform, workspace, channel, owner, owner_name, locale, workflow,
  engine, parent, ${bounded('variation')}, ${bounded('takes')}, attempts, lease, crashes, restarts, ${bounded('error')}, created_at, made_at, answered_at, removed`;

/** @returns undefined for a row that is none of ours */
export function toJob(database: Database, row: Row): Job | undefined {
  return jobOfRow(row, (id) => picturesOf(database, id));
}

export function findJob(database: Database, id: string): Job | undefined {
  const row = database.get(`select ${JOB_COLUMNS} from jobs where id = ?`, id);
  return row && toJob(database, row);
}

function picturesOf(database: Database, id: string): readonly MadePicture[] {
  return picturesOfRows(
    database.all(`select take, ${bounded('result')} from pictures where job = ? order by take`, id),
  );
}
