import type { NewJob } from '../job/job.ts';
import { type Allowance, DAY, HOUR, type Limits, type Refusal } from '../job/limits.ts';
import type { StoredRow } from './job-rows.ts';

/** One row that is asked for; `?` stand for the values. */
interface Question {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** Asks for rows one after the other, by whatever answers, at once or later. */
type Questions<T> = Generator<Question, T, StoredRow | undefined>;

export const isLimited = (limits: Limits): boolean =>
  [limits.user, limits.workspace].some(({ open, hourly, daily }) => open + hourly + daily > 0);

/** Which limit one more job would break: its owner's first, then its workspace's. */
export function* refusalOf(job: NewJob, limits: Limits, now: number): Questions<Refusal | undefined> {
  if (!isLimited(limits)) return undefined;
  const { platform, workspace } = job.place;
  const scopes = [
    ['user', 'platform = ? and workspace = ? and owner = ?', [platform, workspace, job.owner.id]],
    ['workspace', 'platform = ? and workspace = ?', [platform, workspace]],
  ] as const;
  for (const [scope, whose, values] of scopes) {
    const refusal = yield* reached(scope, limits[scope], whose, values, now);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function* reached(
  scope: keyof Limits,
  allowance: Allowance,
  whose: string,
  values: readonly string[],
  now: number,
): Questions<Refusal | undefined> {
  if (allowance.open > 0) {
    const open = yield {
      sql: `select count(*) as n from jobs where ${whose} and state in ('queued', 'running')`,
      values,
    };
    if (Number(open?.n) >= allowance.open) return { scope, limit: 'open', max: allowance.open };
  }
  const windows = [
    ['hourly', HOUR],
    ['daily', DAY],
  ] as const;
  for (const [limit, length] of windows) {
    const max = allowance[limit];
    if (max === 0) continue;
    // The job that has to grow older than the window before there is room: what failed on our side, or was
    // cancelled before it began, is not counted.
    const blocking = yield {
      sql: `select created_at from jobs where ${whose} and state <> 'failed'
              and (state <> 'cancelled' or turn is not null)
            order by seq desc limit 1 offset ?`,
      values: [...values, max - 1],
    };
    if (blocking === undefined) continue;
    const age = now - Number(blocking.created_at);
    // A job from the future was written before the clock stepped back; nobody should wait for it.
    if (age >= 0 && age < length) return { scope, limit, max, wait: length - age };
  }
  return undefined;
}
