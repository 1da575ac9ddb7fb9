import type { Locale } from '../ad/locale.ts';
import { parseCopy } from '../ad/parse/parse-request.ts';
import { UserError } from '../errors/user-error.ts';
import { isOpen } from '../jobs/transitions.ts';
import type { Variation } from '../jobs/variation.ts';
import type { Action } from './actions.ts';
import type { Answer } from './command/define-command.ts';
import type { JobAccess } from './command/job-access.ts';
import { formatPack, type Vocabulary } from './command/vocabulary.ts';
import { reasoningReply } from './reasoning-reply.ts';

export interface ActionDependencies {
  readonly vocabulary: Vocabulary;
}

/**
 * Does what a button or a reaction on a job stands for.
 *
 * @param id of the job
 * @throws UserError where that person may not, or the job is not so; as JobAccess
 */
export async function performAction(
  id: string,
  action: Action,
  locale: Locale,
  jobs: JobAccess,
  parts: ActionDependencies,
): Promise<Answer> {
  const job = await jobs.job(id, 'see');
  if (job.removed) throw new UserError('job-removed', { job: id });
  switch (action.kind) {
    case 'why':
      return { kind: 'reply', reply: reasoningReply(await jobs.finished(id, 'see'), locale) };
    case 'show':
      return show(id, jobs);
    case 'undo': {
      if (job.parent === undefined) throw new UserError('no-parent', { job: id });
      return show(job.parent, jobs);
    }
    case 'cancel':
      await jobs.cancel(id);
      return { kind: 'none' };
    case 'remove':
      await jobs.remove(id);
      return { kind: 'none' };
    case 'drop':
      return performAction(id, { kind: isOpen(job.state) ? 'cancel' : 'remove' }, locale, jobs, parts);
    case 'retry': {
      const { variants, state } = await jobs.job(id, 'retry');
      if (state !== 'failed' && state !== 'cancelled')
        throw new UserError('job-not-failed', { job: id, state });
      return { kind: 'job', job: await jobs.submit({ variants }) };
    }
    default: {
      // Whoever may not have it is told so before their words are looked into.
      await jobs.job(id, 'vary');
      return { kind: 'job', job: await jobs.vary(id, variationOf(action, parts.vocabulary)) };
    }
  }
}

function variationOf(
  action: Extract<Action, { kind: 'regenerate' | 'style' | 'lettering' | 'words' | 'sizes' | 'vary' }>,
  vocabulary: Vocabulary,
): Variation {
  switch (action.kind) {
    case 'sizes':
      return { kind: 'formats', picture: action.picture, formats: formatPack(vocabulary) };
    case 'words': {
      return { kind: 'words', copy: parseCopy(action.copy ?? {}, vocabulary.requestRules) };
    }
    default:
      return action;
  }
}

/** A job's message once more; variants of it may be ordered from there. */
async function show(id: string, jobs: JobAccess): Promise<Answer> {
  await jobs.showAgain(id);
  return { kind: 'job-message', job: id };
}
