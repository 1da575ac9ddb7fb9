import type { Locale, LocalizedText } from '../../ad/locale.ts';
import type { JobState } from './job-state.ts';
import type { MadePicture, Variant } from './variant.ts';
import type { Variation } from './variation.ts';

export const PLATFORMS = ['discord', 'slack', 'terminal', 'web'] as const;

export type Platform = (typeof PLATFORMS)[number];

/** Where somebody talks with the bot. */
export interface Place {
  readonly platform: Platform;
  /** The server or workspace; for direct messages what the platform has instead. Limits and brands hang on it. */
  readonly workspace: string;
  readonly channel: string;
}

/** Whose job it is, by the platform's id. */
export interface Owner {
  readonly id: string;
  /** For messages only. */
  readonly name?: string;
}

/** An order that has been checked and can be written down. */
export interface NewJob {
  /** Names the event that asked for it, such as `discord:interaction:123`; the same key twice is one job. */
  readonly key: string;
  readonly owner: Owner;
  readonly place: Place;
  /** The language that its owner is answered in. */
  readonly locale: Locale;
  /** The pictures to make, 1 or more: the variants of one order, or its sizes. */
  readonly variants: readonly Variant[];
  /** Both for the estimate. */
  readonly workflow: string;
  readonly engine: string;
  /** Short id of the job that this one varies. */
  readonly parent?: string;
  readonly variation?: Variation;
  readonly replyTo: NewJobMessage;
}

/** Where a job is to be shown. */
export interface NewJobMessage {
  /** What the platform's adapter needs to post there; only the adapter reads it. */
  readonly address: string;
  /** The message, where the platform has made one already (a deferred interaction). */
  readonly messageId?: string;
}

/** Why a job ended without pictures. */
export interface JobError {
  readonly code: string;
  readonly text: LocalizedText;
}

export interface Job extends Omit<NewJob, 'replyTo'> {
  /** Six characters that people can type. */
  readonly id: string;
  /** Order of arrival; time may step backwards, this does not. */
  readonly seq: number;
  readonly state: JobState;
  /** In the order of the variants; while a job runs, those that are done. */
  readonly pictures: readonly MadePicture[];
  /** How often making has begun. */
  readonly attempts: number;
  /** Grows whenever making begins, and never starts anew: what comes under a former number is refused. */
  readonly lease: number;
  /** How often the process ended while the job was being made. */
  readonly crashes: number;
  /** How often a restart has put it back into the queue. */
  readonly restarts: number;
  readonly error?: JobError;
  /** Milliseconds since 1970, as all times here. */
  readonly createdAt: number;
  readonly madeAt?: number;
  /** When its owner saw how it ended. */
  readonly answeredAt?: number;
  /** Its owner has deleted it: pictures and words are gone. */
  readonly removed: boolean;
}

/** A job as whoever makes it has taken it. */
export type HeldJob = Pick<Job, 'id' | 'lease'>;
