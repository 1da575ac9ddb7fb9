import { UserError } from '../../errors/user-error.ts';
import type { Job } from './job.ts';
import { isUnfinished } from './job-state.ts';

/** @throws UserError `job-unfinished`, `job-without-pictures`, `job-removed` unless the job's pictures are there */
export function requirePictures({ id, state, pictures, removed }: Job): void {
  if (removed) throw new UserError('job-removed', { job: id });
  if (isUnfinished(state)) throw new UserError('job-unfinished', { job: id });
  if (pictures.length === 0 || (state !== 'made' && state !== 'delivered')) {
    throw new UserError('job-without-pictures', { job: id });
  }
}
