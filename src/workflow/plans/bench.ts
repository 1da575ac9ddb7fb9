import { isAdjustable } from '../../ad/adjustment.ts';
import type { Place } from '../../ad/place.ts';
import type { Recipe } from '../../ad/recipe.ts';
import type { Edges } from '../../adjust/faults-of.ts';
import { defined } from '../../collections/defined.ts';
import { UserError } from '../../errors/user-error.ts';
import type { WorkflowServices } from '../image-generation-workflow.ts';
import type { PlanInput } from './plan.ts';

export interface BenchParts {
  readonly input: PlanInput;
  readonly services: WorkflowServices;
  readonly recipe: Recipe;
  /** The same ad elsewhere. */
  at(request: PlanInput['request'], place: string): Pick<PlanInput, 'request' | 'size' | 'place'>;
}

/** @throws UserError `not-adjustable` */
export function requireAdjustable(recipe: Recipe): void {
  if (!isAdjustable(recipe)) throw new UserError('not-adjustable', {});
}

export const edgesOf = (place: Place | undefined): Edges =>
  defined({ safe: place?.safe?.is, round: place?.round?.is, letters: place?.letters?.is });
