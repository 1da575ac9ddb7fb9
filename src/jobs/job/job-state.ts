export const JOB_STATES = ['queued', 'running', 'made', 'delivered', 'failed', 'cancelled'] as const;

/**
 * What is known of a job, and stored: never inferred from where it is missing.
 * `made` = the pictures are there; `delivered` = and its owner has them.
 */
export type JobState = (typeof JOB_STATES)[number];

/**
 * Every way that a job may go. The database refuses any other with a trigger made from this table.
 * running → queued: the process stopped, or trouble passed and it is tried again. failed, cancelled → queued: an
 * operator's retry.
 */
export const TRANSITIONS: { readonly [from in JobState]: readonly JobState[] } = {
  queued: ['running', 'cancelled'],
  running: ['queued', 'made', 'failed', 'cancelled'],
  made: ['delivered'],
  delivered: [],
  failed: ['queued'],
  cancelled: ['queued'],
};

/** Whether a job in this state still waits for its turn or is being made. */
export function isUnfinished(state: JobState): boolean {
  return state === 'queued' || state === 'running';
}
