import type { Locale } from '../ad/locale.ts';
import type { Answer } from '../command/define-command.ts';
import { checkMayChange, checkMayVary, type VariantsBy } from '../command/permissions.ts';
import { packOf, type Vocabulary } from '../command/vocabulary.ts';
import { UserError } from '../errors/user-error.ts';
import type { Job } from '../jobs/job.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { isOpen } from '../jobs/transitions.ts';
import type { Variation } from '../jobs/variation.ts';
import { composeCopy } from '../request/compose-request.ts';
import type { Action } from './actions.ts';
import { askerOf, type Happening } from './happening.ts';
import { whyReply } from './why-reply.ts';

export interface ActionParts {
  readonly jobs: Jobs;
  readonly vocabulary: Vocabulary;
  readonly variantsBy: VariantsBy;
  /** Roles whose members no limit holds for. */
  readonly unlimitedRoles: readonly string[];
  /** Refuses what must not be made; absent = nothing is refused. @throws UserError */
  readonly screen?: (text: string, locale: Locale) => Promise<void>;
}

/**
 * Does what a button or a reaction on a job stands for.
 *
 * @throws UserError where that person may not, or the job is not so; as Jobs
 */
export async function performAction(
  job: Job,
  action: Action,
  happening: Happening,
  parts: ActionParts,
): Promise<Answer> {
  const { jobs, variantsBy, unlimitedRoles } = parts;
  const { speaker } = happening;
  if (job.removed) throw new UserError('job-removed', { job: job.id });
  switch (action.kind) {
    case 'why':
      return { kind: 'reply', reply: whyReply(await jobs.archive.finished(job.id), speaker.locale) };
    case 'show':
      return show(job.id, happening, jobs);
    case 'undo': {
      if (job.parent === undefined) throw new UserError('no-parent', { job: job.id });
      return show(job.parent, happening, jobs);
    }
    case 'cancel':
      checkMayChange(job, speaker);
      await jobs.cancel(job.id);
      return { kind: 'none' };
    case 'remove':
      checkMayChange(job, speaker);
      await jobs.remove(job.id);
      return { kind: 'none' };
    case 'drop':
      return performAction(job, { kind: isOpen(job.state) ? 'cancel' : 'remove' }, happening, parts);
    case 'retry': {
      checkMayVary(job, speaker, variantsBy);
      if (job.state !== 'failed' && job.state !== 'cancelled') {
        throw new UserError('job-not-failed', { job: job.id, state: job.state });
      }
      const order = { ...askerOf(happening, unlimitedRoles), takes: job.takes };
      return { kind: 'job', job: await jobs.submit(order) };
    }
    default: {
      checkMayVary(job, speaker, variantsBy);
      const variation = await variationOf(action, speaker.locale, parts);
      return { kind: 'job', job: await jobs.vary(job.id, variation, askerOf(happening, unlimitedRoles)) };
    }
  }
}

async function variationOf(
  action: Extract<Action, { kind: 'regenerate' | 'style' | 'lettering' | 'words' | 'sizes' | 'vary' }>,
  locale: Locale,
  { vocabulary, screen }: ActionParts,
): Promise<Variation> {
  switch (action.kind) {
    case 'sizes':
      return { kind: 'formats', picture: action.picture, formats: packOf(vocabulary) };
    case 'words': {
      const copy = composeCopy(action.copy ?? {});
      await screen?.(Object.values(copy).join('\n'), locale);
      return { kind: 'words', copy };
    }
    default:
      return action;
  }
}

/** A job's message once more; variants of it may be ordered from there. */
async function show(id: string, happening: Happening, jobs: Jobs): Promise<Answer> {
  await jobs.archive.finished(id);
  await jobs.showAgain(id, happening);
  return { kind: 'card', job: id };
}
