import { OutageError } from '../../errors/outage-error.ts';
import { UserError } from '../../errors/user-error.ts';
import type { Platform } from '../job/job.ts';
import type { JobMessage } from '../store/job-store.ts';
import type { FinalWords } from './refusal.ts';
import type { Reply } from './reply.ts';

/** How often a platform takes edits for progress. */
interface EditRate {
  /** Minimum of milliseconds between two edits of one message for progress. */
  readonly interval: number;
  /** Maximum of progress edits a minute in one workspace; absent = no limit. */
  readonly perMinute?: number;
}

/** One try to bring a message up to date. */
export interface DeliveryAttempt {
  /**
   * Whether an earlier try may have posted the message without our learning of it, as when the process was killed.
   * Then the adapter looks for it (by the message's key) before it posts.
   */
  readonly uncertain: boolean;
  /** Only progress: may be dropped, and is never worth a new message. */
  readonly live: boolean;
  readonly signal: AbortSignal;
  /**
   * Remembers, before the next step is taken, what was reached so far (an uploaded file's id), as the message's new
   * address.
   */
  saveAddress(address: string): Promise<void>;
  /** Told when the ad stands there: what is still missing is beside it, and no trouble with that hides the ad. */
  readonly shown?: () => void;
}

/** Where the message is now. */
export interface Delivered {
  readonly messageId: string;
  /** The message's new address, where it has changed. */
  readonly address?: string;
  /** The channel that it stands in, where that is not the one that it was asked for in. */
  readonly channel?: string;
}

/**
 * What each platform's adapter does for the outbox. Bringing a message up to date twice must look like once: an edit
 * is repeated without harm, a post is guarded by the message's key.
 */
export interface Delivery {
  readonly platform: Platform;
  readonly editRate: EditRate;
  /**
   * Makes the message show `reply`. Without a message it posts one; where the message can no longer be edited
   * (token gone, message deleted) it finds another way to the owner, and tells where the message is now.
   *
   * @throws OutageError to be tried again, after `retryAfter` where it is known; UndeliverableError when no way is
   * left
   */
  show(jobMessage: JobMessage, reply: Reply, attempt: DeliveryAttempt): Promise<Delivered>;
  /**
   * The place that an address names, for a message of its own: what the address says of one event (its token, the
   * message that answers it) is left out.
   */
  placeOnly(address: string): string;
  /**
   * Tells the owner alone what the message itself cannot show any more, by whatever way is left; whether they were told.
   */
  tell?(jobMessage: JobMessage, reply: Reply): Promise<boolean>;
  /** Offers reactions under a finished reply, where the platform has that and it was asked for. */
  react?(jobMessage: JobMessage, reply: Reply, signal: AbortSignal): Promise<void>;
}

/** A platform will not take it, however often it is asked: only a person can mend that. */
export class UndeliverableError extends Error {
  /** The platform's own word for it. */
  readonly code: string;
  /** Where and how it is mended. */
  readonly explanation: UserError;

  constructor(
    detail: string,
    { words = 'delivery-closed', code = '', ...options }: ErrorOptions & UndeliverableOptions = {},
  ) {
    super(detail, options);
    this.name = 'UndeliverableError';
    this.code = code;
    this.explanation = new UserError(words, { code });
  }
}

interface UndeliverableOptions {
  readonly words?: FinalWords;
  readonly code?: string;
}

/** A refusal that no table knows: it may pass, so it is tried again some times; then it counts as final. */
export class UnknownRefusalError extends OutageError {
  readonly code: string;

  constructor(service: 'discord' | 'slack', detail: string, code: string, options?: ErrorOptions) {
    super(service, detail, options);
    this.code = code;
  }
}
