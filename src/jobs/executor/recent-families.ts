import { ANY_FAMILY } from '../../ad/design.ts';
import { familyOf, MOST_AVOIDED, unlike } from '../../ad/recent-families.ts';
import type { AdRequest } from '../../ad/request.ts';
import type { Job } from '../job/job.ts';
import type { JobStore } from '../store/job-store.ts';

/** Whether an ad is to differ from former ones: of any family, and no variant, which says itself what it differs from. */
export const mayDiffer = ({ family }: AdRequest, { variation }: Pick<Job, 'variation'>): boolean =>
  family === ANY_FAMILY && variation === undefined;

/** The request so that its ad looks unlike those that its owner has just had. */
export async function unlikeFormerAds(
  request: AdRequest,
  job: Job,
  store: Pick<JobStore, 'history'>,
): Promise<AdRequest> {
  const { platform, workspace } = job.place;
  const states = ['made', 'delivered'] as const;
  const former = await store.history({
    platform,
    workspace,
    owner: job.owner.id,
    states,
    limit: MOST_AVOIDED,
  });
  return unlike(
    request,
    former.flatMap(({ pictures }) => pictures.map(({ result }) => familyOf(result.recipe))),
  );
}
