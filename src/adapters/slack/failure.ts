import { webApi } from '@slack/bolt';
import { defined } from '../../collections/defined.ts';
import type { ClosedBecause } from '../../errors/moved-messages.ts';
import { OutageError } from '../../errors/outage-error.ts';
import { UndeliverableError, UnknownRefusalError } from '../../jobs/delivery/delivery.ts';
import type { FinalWords } from '../../jobs/delivery/refusal.ts';
import { METHODS, type Method } from './methods.ts';
import { REFUSALS, type Repair } from './refusals.ts';

/** What a refused call means for what is to be done next. */
export type FailureKind =
  | Repair
  /** It may work in a moment. */
  | 'transient'
  /** Slack will not do it however often it is asked: somebody has to mend that first. */
  | 'final'
  /** A word that no table knows. */
  | 'unknown';

/** A call that Slack did not carry out. Its text holds no token. */
export class SlackFailure extends Error {
  readonly kind: FailureKind;
  /** Slack's own word for it, where it gave one. */
  readonly code: string | undefined;
  /** Seconds after which a new try makes sense, where that is known. */
  readonly retryAfter: number | undefined;
  /** Whether it may have been done all the same: the answer was lost on the way. */
  readonly uncertain: boolean;
  /** Where and how a final one is mended. */
  readonly words: FinalWords | undefined;

  constructor(method: string, detail: FailureDetail, cause?: unknown) {
    super([method, detail.code ?? detail.kind].join(' '), { cause });
    this.name = 'SlackFailure';
    this.kind = detail.kind;
    this.code = detail.code;
    this.retryAfter = detail.retryAfter;
    this.uncertain = detail.uncertain ?? false;
    this.words = detail.words;
  }

  /** As trouble that passes. */
  get outage(): OutageError {
    return new OutageError('slack', this.message, {
      cause: this,
      ...defined({ retryAfter: this.retryAfter }),
    });
  }

  /** What it means for a message whose ways have all been tried. */
  get deliveryError(): Error {
    const code = this.code ?? this.kind;
    switch (this.kind) {
      case 'final':
        return this.undeliverable(this.words ?? 'delivery-unknown');
      case 'cannot-dm':
        return this.undeliverable('delivery-closed');
      case 'transient':
        return this.outage;
      // What a repair has not mended is as good as unknown.
      default:
        return new UnknownRefusalError('slack', this.message, code, { cause: this });
    }
  }

  undeliverable(words: FinalWords): UndeliverableError {
    return new UndeliverableError(this.message, { words, code: this.code ?? this.kind, cause: this });
  }
}

interface FailureDetail {
  readonly kind: FailureKind;
  readonly code?: string;
  readonly retryAfter?: number;
  readonly uncertain?: boolean;
  readonly words?: FinalWords;
}

/** What an error of a call means. */
export function failureOf(error: unknown, method: string): SlackFailure {
  if (error instanceof webApi.WebAPIPlatformError) {
    const code = error.data.error;
    const retryAfter = error.data.response_metadata?.retryAfter;
    return new SlackFailure(method, {
      ...meaningOf(method, code),
      code: code.slice(0, 60),
      ...defined({ retryAfter }),
    });
  }
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return new SlackFailure(method, { kind: 'transient', code: 'ratelimited', retryAfter: error.retryAfter });
  }
  if (error instanceof webApi.WebAPIHTTPError) {
    return new SlackFailure(method, { kind: 'transient', code: `HTTP ${error.statusCode}`, uncertain: true });
  }
  return new SlackFailure(method, { kind: 'transient', uncertain: true }, error);
}

function meaningOf(method: string, code: string): Pick<FailureDetail, 'kind' | 'words'> {
  // A page instead of JSON is what a proxy says when Slack does not answer.
  if (!/^\w+$/.test(code)) return { kind: 'transient' };
  const known = isMethod(method) ? REFUSALS[method] : REFUSALS['auth.test'];
  const refusal = Object.hasOwn(known, code) ? known[code] : undefined;
  switch (refusal?.is) {
    case undefined:
      return { kind: 'unknown' };
    case 'passing':
      return { kind: 'transient' };
    case 'repair':
      return { kind: refusal.repair };
    case 'final':
      return { kind: 'final', words: refusal.words };
  }
}

function isMethod(method: string): method is Method {
  return Object.hasOwn(METHODS, method);
}

/** Whether the bot's token, or what it was given rights to, is refused. */
export function isTokenRefused(error: unknown): error is SlackFailure {
  return (
    error instanceof SlackFailure && (error.words === 'delivery-token' || error.words === 'delivery-scope')
  );
}

export function isFailure(error: unknown, ...kinds: readonly FailureKind[]): error is SlackFailure {
  return error instanceof SlackFailure && kinds.includes(error.kind);
}

const CLOSED: Readonly<Record<string, ClosedBecause>> = {
  not_in_channel: 'absent',
  channel_not_found: 'absent',
  is_archived: 'archived',
  restricted_action: 'restricted',
  restricted_action_read_only_channel: 'restricted',
  restricted_action_thread_only_channel: 'restricted',
  posting_to_channel_denied: 'restricted',
};

/** Why a channel takes no message of the bot's. */
export function whyClosed({ code }: SlackFailure): ClosedBecause {
  return (code === undefined ? undefined : CLOSED[code]) ?? 'refused';
}
