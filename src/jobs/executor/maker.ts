import type { AdMaker } from '../../workflow/plans/ad-maker.ts';

/** What jobs need of the maker of ads. */
export type JobMaker = Pick<AdMaker, 'make' | 'workflowFor' | 'engineFor'>;
