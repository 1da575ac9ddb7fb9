import { requestExcerpt } from '../../../conversation/command/job-list-entry.ts';
import { checkAccess } from '../../../conversation/command/permissions.ts';
import type { Reply } from '../../../jobs/delivery/reply.ts';
import type { Job } from '../../../jobs/job/job.ts';
import type { Person } from '../identity.ts';
import type { GalleryEntry } from '../render/gallery-page.ts';
import type { InboundContext } from './context.ts';
import { memberOf, placeOf } from './member.ts';

type SeenFrom = Pick<InboundContext, 'jobs'>;

/** Ads that a gallery and its search go through, the newest first. */
const MAX_SEARCHED = 300;

/** A job of theirs. @throws UserError `job-unknown` where it is another's, as where there is none */
export async function seenJob(id: string, person: Person, { jobs }: SeenFrom): Promise<Job> {
  const job = await jobs.lookup.job(id);
  const answer = checkAccess({
    member: memberOf(person),
    place: placeOf(person),
    job,
    operation: 'see',
    shown: false,
    variantsBy: 'owner',
  });
  if (answer !== true) throw answer;
  return job;
}

/** Their finished ads, the newest first. */
export function finishedJobs({ id }: Person, { jobs }: SeenFrom): Promise<readonly Job[]> {
  return jobs.lookup.history({
    platform: 'web',
    workspace: id,
    owner: id,
    states: ['made', 'delivered'],
    limit: MAX_SEARCHED,
  });
}

export function entryOf(job: Job, { jobs }: SeenFrom): GalleryEntry {
  return { reply: jobs.describe(job), title: requestExcerpt(job) };
}

/** Those with all words of a search in what was ordered, what is on the picture, or its name. */
export function matching(entries: readonly { readonly job: Job; readonly reply: Reply }[], searched: string) {
  const words = searched.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(({ job, reply }) => {
    const text = [
      job.id,
      ...job.variants.map(({ request }) => request.text),
      ...reply.pictures.flatMap(({ alt, name }) => [alt, name]),
    ]
      .join('\n')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** What was made from it, from what it was made, and what else was made from that. */
export function relatedTo(job: Job, all: readonly Job[]): readonly Job[] {
  const parents = new Map(all.map(({ id, parent }) => [id, parent]));
  const rootOf = (id: string): string => {
    let root = id;
    // A chain is no longer than all ads together.
    for (let step = 0; step < all.length; step++) {
      const parent = parents.get(root);
      if (parent === undefined || !parents.has(parent)) break;
      root = parent;
    }
    return root;
  };
  const root = rootOf(job.id);
  return all.filter(({ id }) => id !== job.id && rootOf(id) === root);
}
