import type { HeldJob } from '../job/job.ts';

/** What a process says of itself to the others. */
export interface Announcement {
  /** Its host, and what it does there. */
  readonly name: string;
  /** Engines whose jobs it makes; none = it makes nothing. */
  readonly engines: readonly string[];
  /** How many jobs it makes side by side. */
  readonly atOnce: number;
  /** Bytes that it can have of the machine's memory. */
  readonly memory: number;
}

/** A process that lives, as far as anybody knows. */
export interface KnownProcess extends Announcement {
  readonly id: string;
}

/** A job that a process makes, as the store has it. */
export interface HeldNow extends HeldJob {
  readonly stopAsked: boolean;
}

/**
 * How processes that share a store know of each other: each says again and again that it lives. Who has not said so for
 * too long lives no longer: its jobs are handed on under a new number, and what it still brings under the old is refused.
 */
export interface ProcessLeases {
  /** Milliseconds for which a process that has said so is thought to live. */
  readonly length: number;
  /** Says that this process lives. @returns the jobs that it makes */
  renew(announcement: Announcement): Promise<readonly HeldNow[]>;
  /** Says that this process makes nothing any more; what it had is handed on at once. */
  leave(): Promise<void>;
  /** All that live, this one among them. */
  list(): Promise<readonly KnownProcess[]>;
}
