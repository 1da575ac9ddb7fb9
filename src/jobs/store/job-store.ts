import type { AdResult } from '../../ad/result.ts';
import type { PictureKind } from '../../storage/picture-store.ts';
import type { EntryStore } from '../entry-store.ts';
import type { HeldJob, Job, JobError, NewJob, NewJobMessage, Owner, Place, Platform } from '../job/job.ts';
import type { JobState } from '../job/job-state.ts';
import type { Limits, Refusal } from '../job/limits.ts';
import type { MadePicture } from '../job/variant.ts';
import type { ProcessLeases } from './process-leases.ts';

/** A message that shows a job. Most jobs have one; `/ad show` makes another. */
export interface JobMessage {
  readonly seq: number;
  /** The same key never makes two messages. */
  readonly key: string;
  readonly job: string;
  readonly platform: Platform;
  readonly workspace: string;
  readonly address: string;
  /** The platform's name for the message; absent until it is posted. */
  readonly messageId?: string;
  /** Grows with every change of the job; the message is up to date when `shownRevision` has caught up. */
  readonly revision: number;
  readonly shownRevision: number;
  /** Failed tries in a row. */
  readonly attempts: number;
}

/** Where a message stands that says why it is late. */
interface KeptAt {
  readonly messageId: string;
  readonly address?: string;
  readonly channel?: string;
}

/** A message that is behind its job, and the job as it was when the message was read. */
export interface PendingDelivery {
  readonly message: JobMessage;
  readonly job: Job;
}

export type SubmitOutcome =
  | { readonly kind: 'created'; readonly job: Job }
  /** The key is known: the event was sent twice. */
  | { readonly kind: 'known'; readonly job: Job }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** What the queue needs to know of a job that is not finished. */
export interface OpenJob {
  readonly id: string;
  readonly seq: number;
  /** Whose turn it takes. */
  readonly group: string;
  /** Jobs of one pace take about equally long. */
  readonly durationKey: string;
  readonly variants: number;
  readonly state: 'queued' | 'running';
  readonly crashes: number;
  /** Somebody has asked to stop it while it runs. */
  readonly stopAsked: boolean;
}

/** How long the jobs of one workflow and engine take. */
export interface Duration {
  /** Moving average for one picture, in milliseconds. */
  readonly milliseconds: number;
  readonly samples: number;
  /** The nodes' shares of the time at the last picture, in the order of the workflow. */
  readonly nodes: readonly { readonly name: string; readonly milliseconds: number }[];
}

type StoredFileKind = 'photo' | PictureKind;

/** A file that lies in storage, by its content. */
export interface StoredFile {
  readonly kind: StoredFileKind;
  readonly name: string;
}

export interface HistoryQuery {
  readonly platform?: Platform;
  readonly workspace?: string;
  readonly channel?: string;
  readonly owner?: string;
  readonly states?: readonly JobState[];
  readonly limit: number;
}

export interface StoreStats {
  readonly jobs: { readonly [state in JobState]: number };
  /** Age of the job that has waited longest, in milliseconds; 0 = none waits. */
  readonly oldestQueued: number;
  /** Messages that are behind their jobs. */
  readonly undelivered: number;
}

/** How a variant ended up in the store. */
export interface FinishedVariant extends HeldJob {
  readonly variant: number;
  readonly result: AdResult;
  readonly duration: Duration | undefined;
}

/**
 * All that is written down, as calls that answer at once; each is one transaction. Times are milliseconds since
 * 1970. Whatever the disk refuses is thrown as OutageError `database`, and then nothing of the call has happened.
 */
export interface StoreCalls {
  /** Writes a job and its message, unless its key is known or a limit is reached. */
  submit(job: NewJob, limits: Limits, now: number): SubmitOutcome;
  /** queued → running, under a new number; undefined when the job is no longer queued. */
  start(id: string): Job | undefined;
  /** A node of a running job has begun. This and what follows is refused where the job is held under another number. */
  noteNode(job: HeldJob, node: string): void;
  /** Keeps a picture; with the last of them running → made. Undefined where it is refused. */
  finishVariant(finished: FinishedVariant, now: number): 'running' | 'made' | undefined;
  /** running → queued, without blame: the process stops, or passing trouble is waited out. */
  requeue(job: HeldJob): boolean;
  /** running → failed. */
  markFailed(job: HeldJob, error: JobError): boolean;
  /** running → cancelled. */
  markCancelled(job: HeldJob): boolean;
  /** queued → cancelled; a running job is marked to be stopped. */
  cancel(id: string): 'cancelled' | 'stopping' | 'too-late';
  /** failed or cancelled → queued, with a clean slate. */
  retry(id: string): boolean;
  /**
   * For the start: running → queued with one more crash; failed where the process has ended twice in a row at the same
   * node of it while nothing else was made, or at `mostCrashes`; those that were to be stopped are cancelled. Jobs that a
   * former process has left queued count a restart, and are no longer suspected: that process ended without them.
   * Where several processes share the store, of those alone that live no longer.
   */
  recover(mostCrashes: number, error: JobError): { readonly requeued: number; readonly failed: number };
  job(id: string): Job | undefined;
  jobByKey(key: string): Job | undefined;
  jobByMessage(platform: Platform, message: string): Job | undefined;
  /** By the 16 hex digits of a stored picture: the jobs that made it, the latest first. */
  jobsByPicture(
    picture: string,
    limit: number,
  ): readonly { readonly job: Job; readonly picture: MadePicture }[];
  /** Whether a message in that channel shows the job, or that very message does. */
  isShown(job: string, place: Place, message?: string): boolean;
  /** Newest first, without what was deleted. */
  history(query: HistoryQuery): readonly Job[];
  /** Everything queued or running, in the order of arrival. */
  openJobs(): readonly OpenJob[];
  /** Groups in the order in which they were last served, longest ago first. */
  servedGroups(): readonly string[];
  /** Whether another process has changed the database since the last call. */
  changed(): boolean;
  /** Frees a key, so that the same event may come again; the job stays. */
  releaseKey(key: string): void;

  /** Another message that will show a job; nothing happens when the key is known. */
  addMessage(job: string, key: string, place: Place, jobMessage: NewJobMessage): void;
  /** A platform's messages that are behind and due, oldest first. */
  pendingDeliveries(platform: Platform, now: number, limit: number): readonly PendingDelivery[];
  /** The message that shows a job's progress: its first. */
  firstMessage(job: string): JobMessage | undefined;
  /** All of a job's messages, the first first. */
  messagesOf(job: string): readonly JobMessage[];
  /** The message shows the job as it stood at `revision`; `answered` when that was how it ended. */
  markShown(
    message: number,
    revision: number,
    at: { messageId: string; address?: string; channel?: string },
    answered: boolean,
    now: number,
  ): void;
  /** What the adapter wants to remember of a delivery under way. */
  saveAddress(message: number, address: string): void;
  /** The message could not be shown; it is tried again at `due`. */
  markNotShown(message: number, due: number): void;
  /**
   * The message cannot be shown until a person mends something: it is kept, and tried again when the job changes or
   * its owner speaks. One whose job has changed since `revision` is due at once. @param at where it tells why, where it
   * does
   */
  keep(message: number, revision: number, at: KeptAt | undefined): void;
  /**
   * Messages of that owner's jobs that are kept are due again: in their places where they tell why they are late, else
   * in the place that is given. Returns how many.
   */
  releaseKept(owner: string, place: Place, address: string): number;

  /** Takes a finished job's pictures and words away; false while it is open. Its files become garbage. */
  remove(id: string): boolean;
  /**
   * Takes away what a person has written and given, and all pictures of it: in their jobs, and in everybody's that vary
   * these. Those that wait are cancelled; those that are being made are stopped, and it has to be asked for once more.
   */
  erase(owner: string): { readonly erased: number; readonly running: number };
  /** Finished jobs from before `before`: forgotten wholly, at most `limit`; returns how many. */
  prune(before: number, limit: number): number;
  /** Files whose last job is gone. */
  garbage(): readonly StoredFile[];
  isUsed(file: StoredFile): boolean;
  /** The file is gone, or in use again. */
  forgetGarbage(file: StoredFile): void;

  duration(name: string): Duration | undefined;
  /** What a workspace has set, as its owner wrote it: plain JSON. */
  settings(platform: Platform, workspace: string): unknown;
  /** @param photos SHA-256 of the photos that the settings refer to */
  setSettings(platform: Platform, workspace: string, settings: object, photos: readonly string[]): void;
  stats(now: number): StoreStats;
}

type Promised<T> = {
  readonly [K in keyof T]: T[K] extends (...inputs: infer I) => infer O
    ? (...inputs: I) => Promise<O>
    : never;
};

/** Where jobs are written down. Another store can stand here without anything above noticing. */
export type JobStore = Promised<StoreCalls> & {
  /** The file that was found damaged at the start and kept aside, where there was one. */
  readonly damagedFile?: string;
  /** Where adapters keep small entries, where it is here; else in files of theirs. */
  readonly entries?: EntryStore;
  /** Where several processes may share it, how each is known to live. */
  readonly leases?: ProcessLeases;
  close(): Promise<void>;
};

/** Whose turn a job takes: one person in one workspace. */
export function groupOf(place: Place, owner: Owner): string {
  return `${place.platform}/${place.workspace}/${owner.id}`;
}

export function durationKeyOf({ workflow, engine }: Pick<NewJob, 'workflow' | 'engine'>): string {
  return `${workflow}/${engine}`;
}
