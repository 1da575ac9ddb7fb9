import type { Locale } from '../ad/locale.ts';
import { parseCopy, parsePartsAgain } from '../ad/parse/parse-request.ts';
import type { StyleName } from '../ad/style.ts';
import { defined } from '../collections/defined.ts';
import { UserError } from '../errors/user-error.ts';
import type { Job } from '../jobs/job/job.ts';
import { isUnfinished } from '../jobs/job/job-state.ts';
import { requirePictures } from '../jobs/job/require-pictures.ts';
import type { DerivedVariation } from '../jobs/job/variation.ts';
import type { Action } from './actions.ts';
import type { Answer } from './command/define-command.ts';
import type { JobAccess } from './command/job-access.ts';
import { formatPack, type Vocabulary } from './command/vocabulary.ts';
import { reasoningReply } from './reasoning-reply.ts';

/**
 * Does what a button or a reaction on a job stands for.
 *
 * @param job one that they may see
 * @throws UserError where that person may not, or the job is not so; as JobAccess
 */
export async function performAction(
  job: Job,
  action: Action,
  locale: Locale,
  jobs: JobAccess,
  vocabulary: Vocabulary,
): Promise<Answer> {
  const { id, state } = job;
  if (job.removed) throw new UserError('job-removed', { job: id });
  switch (action.kind) {
    case 'why':
      requirePictures(job);
      return { kind: 'reply', reply: reasoningReply(job, locale) };
    case 'show':
      return show(job, jobs);
    case 'undo': {
      if (job.parent === undefined) throw new UserError('no-parent', { job: id });
      return show(await jobs.job(job.parent, 'see'), jobs);
    }
    case 'cancel':
      await jobs.cancel(job);
      return { kind: 'none' };
    case 'remove':
      await jobs.remove(job);
      return { kind: 'none' };
    case 'drop':
      return performAction(
        job,
        { kind: isUnfinished(state) ? 'cancel' : 'remove' },
        locale,
        jobs,
        vocabulary,
      );
    case 'retry':
      await jobs.require(job, 'retry');
      if (state !== 'failed' && state !== 'cancelled')
        throw new UserError('job-not-failed', { job: id, state });
      return { kind: 'job', job: await jobs.submit({ variants: job.variants }) };
    case 'adjust':
      // Whoever has a page to do it on is sent there before this is asked.
      throw new UserError('adjust-unreachable', {});
    case 'pick':
      await jobs.require(job, 'vary');
      requireThing(job, action);
      return { kind: 'job', job: await jobs.vary(job, action) };
    default:
      // Whoever may not have it is told so before their words are looked into.
      await jobs.require(job, 'vary');
      return { kind: 'job', job: await jobs.vary(job, variationOf(action, job, vocabulary)) };
  }
}

function variationOf(
  action: Extract<
    Action,
    {
      kind: 'regenerate' | 'style' | 'family' | 'lettering' | 'words' | 'parts' | 'sizes' | 'motion' | 'vary';
    }
  >,
  job: Job,
  vocabulary: Vocabulary,
): DerivedVariation {
  switch (action.kind) {
    case 'sizes':
      return { kind: 'formats', picture: action.picture, formats: formatPack(vocabulary) };
    case 'style': {
      const { style } = action;
      return {
        kind: 'style',
        style: style === undefined ? nextStyle(job, vocabulary) : vocabulary.styles.named(style).key,
      };
    }
    case 'words': {
      return { kind: 'words', copy: parseCopy(action.copy ?? {}, vocabulary.requestRules) };
    }
    case 'parts': {
      const { qr = '', menu = '', badge = '' } = action.asked ?? {};
      const rules = vocabulary.requestRules;
      const parts = parsePartsAgain(
        { qr: qr === '' ? false : qr, ...defined({ menu: menu || undefined }) },
        rules,
      );
      return { kind: 'parts', badge: parseCopy({ badge }, rules).badge ?? '', ...defined({ parts }) };
    }
    default:
      return action;
  }
}

/** The style that follows that of a job in the list, and after the last the first. */
function nextStyle({ id, pictures }: Job, { styles }: Vocabulary): StyleName {
  const style = pictures[0]?.result.recipe.decided.brief.style;
  const keys = styles.rows.map(({ key }) => key);
  const next = keys.find((_, i) => keys[i - 1] === style) ?? keys[0];
  if (next === undefined) throw new RangeError(`There is no style for a variant of ${id}`);
  return next;
}

/** @throws UserError `pick-unknown` where the photo shows no such thing, and as requirePictures */
function requireThing(job: Job, { photo, pick }: Extract<Action, { kind: 'pick' }>): void {
  requirePictures(job);
  const photos = job.pictures[0]?.result.choice?.photos ?? [];
  const count = photos.find((each) => each.photo === photo)?.titles.length ?? 1;
  if (pick > count || count === 1) throw new UserError('pick-unknown', { pick, count });
}

/** A job's message once more; variants of it may be ordered from there. */
async function show(job: Job, jobs: JobAccess): Promise<Answer> {
  await jobs.showAgain(job);
  return { kind: 'job-message', job: job.id };
}
