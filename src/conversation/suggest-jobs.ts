import type { JobAccess } from './command/job-access.ts';
import { requestExcerpt } from './command/job-list-entry.ts';
import type { Suggestion } from './command/suggest.ts';

/** Latest jobs among which a name that is being typed is looked for. */
const MAX_SEARCHED = 100;

/** Suggestions for the name of a job that is being typed: the person's own here, by what they were ordered with. */
export async function suggestJobs(
  jobs: JobAccess,
  typed: string,
  max: number,
): Promise<readonly Suggestion[]> {
  const made = await jobs.history({
    whose: 'mine',
    states: ['made', 'delivered'],
    max: MAX_SEARCHED,
  });
  const wanted = typed.trim().toLowerCase();
  return made
    .map((job) => ({ value: job.id, title: `${job.id} · ${requestExcerpt(job)}` }))
    .filter(({ title }) => title.toLowerCase().includes(wanted))
    .slice(0, max);
}
