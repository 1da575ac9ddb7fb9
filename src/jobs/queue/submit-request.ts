import type { NewJob } from '../job/job.ts';

/** Who asks for something, and where and how the answer goes. */
export type Requester = Pick<NewJob, 'key' | 'owner' | 'place' | 'locale' | 'replyTo'> & {
  /** Whether limits do not hold for them. */
  readonly unlimited: boolean;
};

export type SubmitRequest = Requester & Pick<NewJob, 'variants' | 'parent' | 'variation'>;
