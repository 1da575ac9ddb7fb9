import type { Decisions } from '../../ad/recipe.ts';
import type { AdRequest } from '../../ad/request.ts';
import type { AdResult } from '../../ad/result.ts';

/** One picture to be made. */
export interface Variant {
  readonly request: AdRequest;
  /** What was decided for an earlier picture and holds for this one too. */
  readonly decided?: Partial<Decisions>;
}

/** One finished picture of a job. */
export interface MadePicture {
  /** Which of the job's variants, from 0. */
  readonly variant: number;
  readonly result: AdResult;
}
