import type { Reply } from './delivery/reply.ts';
import type { Progress } from './executor/progress.ts';
import type { Job } from './job.ts';
import type { Standing } from './turns/board.ts';

/** How a job stands at the moment, beyond what is written down. */
export interface Now {
  /** While it waits. */
  readonly standing?: Standing;
  /** While it runs. */
  readonly progress?: Progress;
  /** The program is about to end; the job goes on when it starts again. */
  readonly stopping: boolean;
}

/** What a job's message says. */
export type Describe = (job: Job, now: Now) => Reply;
