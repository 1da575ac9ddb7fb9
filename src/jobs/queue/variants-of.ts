import { newSeed } from '../../ad/parse/request-fields.ts';
import { defined } from '../../collections/defined.ts';
import { UserError } from '../../errors/user-error.ts';
import type { Variant } from '../job/variant.ts';
import { applyVariation, type DerivedVariation, isDesigned } from '../job/variation.ts';
import type { JobLookup } from '../job-lookup.ts';

/**
 * What is to be made for a variant of a finished job; the picture that it starts from is kept for it.
 *
 * @param id of the job
 * @throws UserError where the job has no such picture (any more), and as JobLookup.finished
 */
export async function variantsOf(
  id: string,
  variation: DerivedVariation,
  lookup: JobLookup,
): Promise<readonly Variant[]> {
  const { pictures } = await lookup.finished(id);
  const picture = 'picture' in variation ? variation.picture : 0;
  const chosen = pictures[picture];
  if (chosen === undefined) {
    throw new UserError('no-such-picture', { picture: picture + 1, count: pictures.length });
  }
  const reference =
    variation.kind === 'vary' && !isDesigned(chosen) ? await lookup.keepUnlettered(chosen) : undefined;
  return applyVariation(variation, { pictures, ...defined({ reference }) }, newSeed);
}
