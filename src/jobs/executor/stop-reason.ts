/**
 * Why a job's work is stopped before its end: its owner wants it no more, the process is about to end, or another process
 * has been handed the job.
 */
export class StopReason extends Error {
  readonly why: 'cancelled' | 'parked' | 'lost';

  constructor(why: StopReason['why']) {
    super(`The job is ${why}`);
    // Nodes and workflows tell a wish to stop from a failure by this name.
    this.name = 'AbortError';
    this.why = why;
  }
}
