import type { Locale } from '../../../ad/locale.ts';
import { say } from '../../../errors/say.ts';
import { UserError } from '../../../errors/user-error.ts';
import type { Jobs } from '../../../jobs/jobs.ts';
import { renderNotice, renderReply, renderSaid } from '../render-reply.ts';
import type { Message } from '../transcript.ts';

/** A message as it reads now: one that shows a job says how that stands. */
export async function renderStored(
  { id, said, job, notice, reactions }: Message,
  jobs: Pick<Jobs, 'describe' | 'lookup'>,
  locale: Locale,
): Promise<string> {
  if (said !== undefined) return renderSaid(said, id);
  if (notice !== undefined) return renderNotice(notice, id);
  try {
    return await renderReply(jobs.describe(await jobs.lookup.job(job ?? '')), { id, reactions });
  } catch (error) {
    // One that was pruned has left its message behind.
    if (!(error instanceof UserError)) throw error;
    return renderNotice({ locale, title: say(error, locale), entries: [] }, id);
  }
}
