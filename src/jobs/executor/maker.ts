import type { AdMaker } from '../../workflows/ad-maker.ts';

/** What jobs need of the maker of ads. */
export type Maker = Pick<AdMaker, 'make' | 'workflowFor' | 'engineFor'>;
