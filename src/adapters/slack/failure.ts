import { webApi } from '@slack/bolt';
import { defined } from '../../collections/defined.ts';
import { OutageError } from '../../errors/outage-error.ts';

/** What a refused call means for what is to be done next. */
export type FailureKind =
  /** The message was deleted, or may not be edited any more. */
  | 'message-gone'
  /** The bot is not in that channel, or may not write there. */
  | 'no-access'
  /** The person cannot be written to. */
  | 'cannot-dm'
  /** Slack has not looked at a file yet, and cannot show it. */
  | 'not-ready'
  /** Slack does not like the blocks; a picture that it has not looked at yet is one reason. */
  | 'blocks'
  /** The file is not there (any more). */
  | 'file-gone'
  /** A form was opened too late, or twice. */
  | 'trigger-expired'
  /** Done already: the same reaction is there. */
  | 'already-reacted'
  /** The token is not valid (any more). */
  | 'token'
  /** The app was not given a right that it needs. */
  | 'scope'
  /** Slack will not do it however often it is asked. */
  | 'refused'
  /** It may work in a moment. */
  | 'transient';

const KINDS: Readonly<Record<string, FailureKind>> = {
  message_not_found: 'message-gone',
  cant_update_message: 'message-gone',
  cant_delete_message: 'message-gone',
  edit_window_closed: 'message-gone',
  block_mismatch: 'message-gone',
  is_inactive: 'message-gone',
  message_not_in_streaming_state: 'message-gone',
  channel_not_found: 'no-access',
  not_in_channel: 'no-access',
  is_archived: 'no-access',
  restricted_action: 'no-access',
  restricted_action_read_only_channel: 'no-access',
  restricted_action_thread_only_channel: 'no-access',
  restricted_action_non_threadable_channel: 'no-access',
  restricted_action_thread_locked: 'no-access',
  posting_to_channel_denied: 'no-access',
  user_not_in_channel: 'no-access',
  cannot_reply_to_message: 'no-access',
  thread_not_found: 'no-access',
  messages_tab_disabled: 'cannot-dm',
  user_not_found: 'cannot-dm',
  user_disabled: 'cannot-dm',
  user_not_visible: 'cannot-dm',
  cannot_dm_bot: 'cannot-dm',
  invalid_blocks: 'blocks',
  invalid_blocks_format: 'blocks',
  file_not_found: 'file-gone',
  file_deleted: 'file-gone',
  file_is_deleted: 'file-gone',
  expired_trigger_id: 'trigger-expired',
  trigger_expired: 'trigger-expired',
  exchanged_trigger_id: 'trigger-expired',
  trigger_exchanged: 'trigger-expired',
  invalid_trigger_id: 'trigger-expired',
  already_reacted: 'already-reacted',
  invalid_auth: 'token',
  not_authed: 'token',
  account_inactive: 'token',
  token_revoked: 'token',
  token_expired: 'token',
  missing_scope: 'scope',
  not_allowed_token_type: 'scope',
  internal_error: 'transient',
  fatal_error: 'transient',
  service_unavailable: 'transient',
  request_timeout: 'transient',
  ratelimited: 'transient',
  rate_limited: 'transient',
  message_limit_exceeded: 'transient',
  streaming_state_conflict: 'transient',
  update_failed: 'transient',
  team_added_to_org: 'transient',
};

/** A call that Slack did not carry out. Its text holds no token. */
export class SlackFailure extends Error {
  readonly kind: FailureKind;
  /** Slack's own word for it, where it gave one. */
  readonly code: string | undefined;
  /** Seconds after which a new try makes sense, where that is known. */
  readonly retryAfter: number | undefined;
  /** Whether it may have been done all the same: the answer was lost on the way. */
  readonly uncertain: boolean;

  constructor(
    method: string,
    detail: { kind: FailureKind; code?: string; retryAfter?: number; uncertain?: boolean },
    cause?: unknown,
  ) {
    super([method, detail.code ?? detail.kind].join(' '), { cause });
    this.name = 'SlackFailure';
    this.kind = detail.kind;
    this.code = detail.code;
    this.retryAfter = detail.retryAfter;
    this.uncertain = detail.uncertain ?? false;
  }

  /** As trouble that passes. */
  get outage(): OutageError {
    return new OutageError('slack', this.message, {
      cause: this,
      ...defined({ retryAfter: this.retryAfter }),
    });
  }
}

/** What an error of a call means. */
export function failureOf(error: unknown, method: string): SlackFailure {
  if (error instanceof webApi.WebAPIPlatformError) {
    const code = error.data.error;
    const retryAfter = error.data.response_metadata?.retryAfter;
    // A page instead of JSON is what a proxy says when Slack does not answer.
    const known = Object.hasOwn(KINDS, code) ? KINDS[code] : undefined;
    const kind = known ?? (/^\w+$/.test(code) ? 'refused' : 'transient');
    return new SlackFailure(method, {
      kind,
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

export function isFailure(error: unknown, ...kinds: readonly FailureKind[]): error is SlackFailure {
  return error instanceof SlackFailure && kinds.includes(error.kind);
}
