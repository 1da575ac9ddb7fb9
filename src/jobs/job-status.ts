import type { Reply } from './delivery/reply.ts';
import type { Progress } from './executor/progress.ts';
import type { Job } from './job/job.ts';
import type { QueuePosition } from './scheduler/scheduler.ts';

/** How a job stands at the moment, beyond what is written down. */
export interface JobStatus {
  /** While it waits. */
  readonly queuePosition?: QueuePosition;
  /** While it runs. */
  readonly progress?: Progress;
  /** The program is about to end; the job goes on when it starts again. */
  readonly stopping: boolean;
}

/** What a job's message says. */
export type DescribeJob = (job: Job, now: JobStatus) => Reply;
