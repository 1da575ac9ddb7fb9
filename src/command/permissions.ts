import { UserError } from '../errors/user-error.ts';
import type { Job, Place } from '../jobs/job.ts';
import type { Speaker } from './define-command.ts';

/** Who may order variants of somebody else's job. */
export type VariantsBy = 'anyone' | 'owner';

/** @throws UserError `not-yours` unless the job is theirs or they are an admin: for what cannot be undone */
export function checkMayChange(job: Job, speaker: Speaker): void {
  if (job.owner.id === speaker.id || speaker.admin) return;
  throw new UserError('not-yours', { owner: job.owner.name });
}

/** @throws UserError `not-yours` where only owners may order variants */
export function checkMayVary(job: Job, speaker: Speaker, variantsBy: VariantsBy): void {
  if (variantsBy === 'owner') checkMayChange(job, speaker);
}

/**
 * Jobs are seen by those who are where they were ordered.
 *
 * @throws UserError `job-unknown`, as for one that is not there
 */
export function checkMaySee(job: Job, place: Place, speaker: Speaker): void {
  const here = job.place.platform === place.platform && job.place.workspace === place.workspace;
  if (!here && job.owner.id !== speaker.id) throw new UserError('job-unknown', { name: job.id });
}
