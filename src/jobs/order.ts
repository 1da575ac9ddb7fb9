import type { NewJob } from './job.ts';

/** Who asks for something, and where and how the answer goes. */
export type Asker = Pick<NewJob, 'key' | 'owner' | 'place' | 'locale' | 'replyTo'> & {
  /** Whether limits do not hold for them. */
  readonly unlimited: boolean;
};

export type Order = Asker & Pick<NewJob, 'variants' | 'parent' | 'variation'>;
