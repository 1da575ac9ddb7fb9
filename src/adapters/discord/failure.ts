import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import { defined } from '../../collections/defined.ts';
import { OutageError } from '../../errors/outage-error.ts';

/** What a refused call means for what is to be done next. */
export type FailureKind =
  /** The interaction's token reaches nothing (any more). */
  | 'token-expired'
  /** The interaction was not answered in time, or its token is not known. */
  | 'too-late'
  /** Somebody has answered the interaction already. */
  | 'already-acknowledged'
  /** The message was deleted, or may not be edited any more. */
  | 'message-gone'
  /** The bot may not do that there, or is not there. */
  | 'no-access'
  /** The person takes no direct messages from the bot. */
  | 'cannot-dm'
  | 'too-large'
  /** Discord does not like what was sent: sending it again changes nothing. */
  | 'refused'
  /** It may work in a moment. */
  | 'transient';

const KINDS: Readonly<Record<number, FailureKind>> = {
  [RESTJSONErrorCodes.InvalidWebhookToken]: 'token-expired',
  [RESTJSONErrorCodes.UnknownWebhook]: 'token-expired',
  [RESTJSONErrorCodes.UnknownInteraction]: 'too-late',
  [RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged]: 'already-acknowledged',
  [RESTJSONErrorCodes.ThisInteractionHasHitTheMaximumNumberOfFollowUpMessages]: 'token-expired',
  [RESTJSONErrorCodes.UnknownMessage]: 'message-gone',
  [RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser]: 'message-gone',
  [RESTJSONErrorCodes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached]: 'message-gone',
  [RESTJSONErrorCodes.UnknownChannel]: 'no-access',
  [RESTJSONErrorCodes.UnknownGuild]: 'no-access',
  [RESTJSONErrorCodes.MissingAccess]: 'no-access',
  [RESTJSONErrorCodes.MissingPermissions]: 'no-access',
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread]: 'no-access',
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]: 'cannot-dm',
  [RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds]: 'cannot-dm',
  [RESTJSONErrorCodes.RequestEntityTooLarge]: 'too-large',
};

/** A call that Discord did not carry out. Its text holds no token. */
export class DiscordFailure extends Error {
  readonly kind: FailureKind;
  readonly status: number | undefined;
  /** Discord's own code, where it gave one. */
  readonly code: number | undefined;
  /** Seconds after which a new try makes sense, where that is known. */
  readonly retryAfter: number | undefined;

  constructor(kind: FailureKind, what: string, cause: unknown) {
    const { status, code, retryAfter, detail } = detailsOf(cause);
    super([what, status, code, detail].filter((part) => part !== undefined).join(' '));
    this.name = 'DiscordFailure';
    this.kind = kind;
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** As trouble that passes. */
  get outage(): OutageError {
    return new OutageError('discord', this.message, {
      cause: this,
      ...defined({ retryAfter: this.retryAfter }),
    });
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
  return new DiscordFailure(kindOf(error), what, error);
}

function kindOf(error: unknown): FailureKind {
  if (!(error instanceof DiscordAPIError)) return 'transient';
  const known = typeof error.code === 'number' ? KINDS[error.code] : undefined;
  if (known !== undefined) return known;
  switch (error.status) {
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
      return 'refused';
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
  return isFailure(error, 'token-expired', 'too-late', 'message-gone', 'no-access', 'refused');
}
