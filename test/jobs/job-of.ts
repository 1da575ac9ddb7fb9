import type { Job } from '../../src/jobs/job/job.ts';
import { newJob } from './orders.ts';
import { resultOf } from './store/result.ts';

/** A job of one picture that waits, as the store gives it out. */
export function jobOf(change: Partial<Job> = {}): Job {
  const { replyTo: _, ...order } = newJob();
  return {
    ...order,
    id: '7k3f9q',
    seq: 1,
    state: 'queued',
    pictures: [],
    attempts: 0,
    lease: 0,
    crashes: 0,
    restarts: 0,
    createdAt: 0,
    removed: false,
    ...change,
  };
}

/** The same, with its picture made. */
export const madeJob = (change: Partial<Job> = {}): Job =>
  jobOf({ state: 'made', pictures: [{ variant: 0, result: resultOf(1) }], ...change });
