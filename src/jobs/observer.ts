import type { Platform } from './job/job.ts';
import type { JobState } from './job/job-state.ts';
import type { Refusal } from './job/limits.ts';

/** Is told what happens to jobs, to count it. */
export interface JobObserver {
  submitted(platform: Platform): void;
  refused(refusal: Refusal): void;
  /** @param seconds from the start of making */
  settled(state: JobState, code: string | undefined, workflow: string, engine: string, seconds: number): void;
  node(name: string, engine: string, seconds: number, cached: boolean): void;
  nodeFailed(name: string, code: string): void;
  delivered(platform: Platform): void;
  notDelivered(platform: Platform, code: string): void;
  /** The store could not be written; it is tried again. */
  storeError(): void;
}
