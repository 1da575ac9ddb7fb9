import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import * as z from 'zod';
import { defined } from '../../collections/defined.ts';
import type { ClosedBecause } from '../../errors/moved-messages.ts';
import { OutageError } from '../../errors/outage-error.ts';
import { UndeliverableError, UnknownRefusalError } from '../../jobs/delivery/delivery.ts';
import type { FinalWords } from '../../jobs/delivery/refusal.ts';
import { REFUSALS, type Repair } from './refusals.ts';

/** What a refused call means for what is to be done next. */
export type FailureKind =
  | Repair
  /** It may work in a moment. */
  | 'transient'
  /** Discord will not do it however often it is asked: somebody has to mend that first. */
  | 'final'
  /** A code that no table knows, or that tells only that what was sent is wrong. */
  | 'unknown';

/** A call that Discord did not carry out. Its text holds no token. */
export class DiscordFailure extends Error {
  readonly kind: FailureKind;
  readonly status: number | undefined;
  /** Discord's own code, where it gave one. */
  readonly code: number | undefined;
  /** Seconds after which a new try makes sense, where that is known. */
  readonly retryAfter: number | undefined;

  /** Where and how a final one is mended. */
  readonly words: FinalWords | undefined;

  constructor(kind: FailureKind, what: string, cause: unknown, words?: FinalWords) {
    const { status, code, retryAfter, detail } = detailsOf(cause);
    super([what, status, code, detail].filter((part) => part !== undefined).join(' '));
    this.name = 'DiscordFailure';
    this.kind = kind;
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
    this.words = words;
  }

  /** As trouble that passes. */
  get outage(): OutageError {
    return new OutageError('discord', this.message, {
      cause: this,
      ...defined({ retryAfter: this.retryAfter }),
    });
  }

  /** What it means for a message whose ways have all been tried. */
  get deliveryError(): Error {
    switch (this.kind) {
      case 'transient':
        return this.outage;
      case 'final':
        return this.undeliverable(this.words ?? 'delivery-unknown');
      case 'cannot-dm':
      case 'no-access':
        return this.undeliverable('delivery-closed');
      case 'too-large':
        return this.undeliverable('delivery-too-large');
      // What a repair has not mended is as good as unknown.
      default:
        return new UnknownRefusalError('discord', this.message, this.#name, { cause: this });
    }
  }

  undeliverable(words: FinalWords): UndeliverableError {
    return new UndeliverableError(this.message, { words, code: this.#name, cause: this });
  }

  get #name(): string {
    return String(this.code ?? this.status ?? this.kind);
  }
}

/**
 * What an error of a call means.
 *
 * @param what the call in words, without ids
 * @param signal of the call: what it has stopped is thrown as it is
 */
export function failureOf(error: unknown, what: string, signal?: AbortSignal): Error {
  if (signal?.aborted && error instanceof Error) return error;
  const { kind, words } = meaningOf(error);
  return new DiscordFailure(kind, what, error, words);
}

interface Meaning {
  readonly kind: FailureKind;
  readonly words?: FinalWords;
}

function meaningOf(error: unknown): Meaning {
  if (!(error instanceof DiscordAPIError)) return { kind: 'transient' };
  const refusal = typeof error.code === 'number' ? REFUSALS[error.code] : undefined;
  switch (refusal?.is) {
    case 'passing':
      return { kind: 'transient' };
    case 'repair':
      return { kind: refusal.repair };
    case 'final':
      return { kind: 'final', words: refusal.words };
    default:
      return { kind: isAboutReference(error) ? 'reference' : kindOfStatus(error.status) };
  }
}

const faultyFields = z.object({ errors: z.looseObject({ message_reference: z.unknown() }) });

/** Of a body that Discord does not like, only the message that it answers may be at fault. */
function isAboutReference({ code, rawError }: DiscordAPIError): boolean {
  if (code !== RESTJSONErrorCodes.InvalidFormBodyOrContentType) return false;
  const read = faultyFields.safeParse(rawError);
  return read.success && read.data.errors.message_reference !== undefined;
}

function kindOfStatus(status: number): FailureKind {
  if (status >= 500) return 'transient';
  switch (status) {
    case 413:
      return 'too-large';
    case 401:
    case 408:
    case 429:
      return 'transient';
    case 403:
      return 'no-access';
    // Tokens have been seen to be unknown for a moment, and so have channels.
    case 404:
      return 'token-expired';
    default:
      return 'unknown';
  }
}

interface Details {
  readonly status?: number;
  readonly code?: number;
  readonly retryAfter?: number;
  readonly detail?: string;
}

function detailsOf(error: unknown): Details {
  if (error instanceof DiscordAPIError) {
    const code = typeof error.code === 'number' ? { code: error.code } : {};
    return { status: error.status, detail: error.message, ...code };
  }
  if (error instanceof HTTPError) return { status: error.status };
  if (error instanceof RateLimitError) return { status: 429, retryAfter: error.retryAfter / 1000 };
  return { detail: error instanceof Error ? `${error.name} ${error.message}` : String(error) };
}

export function isFailure(error: unknown, ...kinds: readonly FailureKind[]): error is DiscordFailure {
  return error instanceof DiscordFailure && kinds.includes(error.kind);
}

/** Whether a message is out of reach in the way that was tried, and may not be in another. */
export function isUnreachable(error: unknown): error is DiscordFailure {
  return isFailure(error, 'token-expired', 'too-late', 'message-gone', 'no-access', 'unknown');
}

const CLOSED: Readonly<Record<number, ClosedBecause>> = {
  [RESTJSONErrorCodes.UnknownChannel]: 'gone',
  [RESTJSONErrorCodes.UnknownGuild]: 'gone',
  [RESTJSONErrorCodes.MissingAccess]: 'gone',
  [RESTJSONErrorCodes.MissingPermissions]: 'rights',
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread]: 'archived',
  [RESTJSONErrorCodes.ThreadLocked]: 'locked',
  [RESTJSONErrorCodes.MessageWasBlockedByAutomaticModeration]: 'blocked',
  [RESTJSONErrorCodes.MessageBlockedByHarmfulLinksFilter]: 'blocked',
};

/** Why a place takes no message of the bot's. */
export function whyClosed({ code }: DiscordFailure): ClosedBecause {
  return (code === undefined ? undefined : CLOSED[code]) ?? 'refused';
}
