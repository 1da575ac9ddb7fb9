import { wordsOf } from '../command/job-line.ts';
import type { Suggestion } from '../command/option.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Happening } from './happening.ts';

/** Latest jobs among which a name that is being typed is looked for. */
const SEARCHED = 100;

/** Suggestions for the name of a job that is being typed: the person's own here, by what they were ordered with. */
export async function suggestJobs(
  jobs: Jobs,
  typed: string,
  { speaker, place }: Pick<Happening, 'speaker' | 'place'>,
  most: number,
): Promise<readonly Suggestion[]> {
  const { platform, workspace } = place;
  const made = await jobs.archive.history({
    platform,
    workspace,
    owner: speaker.id,
    states: ['made', 'delivered'],
    most: SEARCHED,
  });
  const wanted = typed.trim().toLowerCase();
  return made
    .map((job) => ({ value: job.id, title: `${job.id} · ${wordsOf(job)}` }))
    .filter(({ title }) => title.toLowerCase().includes(wanted))
    .slice(0, most);
}
