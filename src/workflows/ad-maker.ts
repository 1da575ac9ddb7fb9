import type { Decisions } from '../ad/recipe.ts';
import type { AdRequest } from '../ad/request.ts';
import type { AdResult } from '../ad/result.ts';
import type { OnNodeEvent } from '../workflow/events.ts';
import type { Lanes } from '../workflow/lanes.ts';

/** How one ad is to be made. */
export interface AdRun {
  readonly signal?: AbortSignal;
  readonly onEvent?: OnNodeEvent;
  /** Where nodes wait for their turn; by default nowhere. */
  readonly lanes?: Lanes;
  /** What was decided before, for a variant or a reproduction: it is taken instead of asking again. */
  readonly decided?: Partial<Decisions>;
  readonly log?: (message: string) => void;
}

/** Makes an ad from a request: chooses the workflow, runs it and saves the picture. */
export interface AdMaker {
  /** Name of the workflow that a request takes: 'text-to-image', 'image-to-image' or 'product-composite'. */
  workflowFor(request: AdRequest): string;
  /** Name of the engine that will make the picture. */
  engineFor(request: AdRequest): string;
  /**
   * @throws UserError for a request that cannot be fulfilled, OutageError for passing trouble, or the signal's
   * reason
   */
  make(request: AdRequest, run?: AdRun): Promise<AdResult>;
}
