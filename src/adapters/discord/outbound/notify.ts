import { defined } from '../../../collections/defined.ts';
import { CLOSED, type ClosedBecause } from '../../../errors/moved-messages.ts';
import { UserError } from '../../../errors/user-error.ts';
import type { Reply } from '../../../jobs/delivery/reply.ts';
import type { Log } from '../../../jobs/log.ts';
import { DEFAULT_FILE_LIMIT } from '../address.ts';
import type { DiscordApi } from '../api.ts';
import { DiscordFailure, whyClosed } from '../failure.ts';
import { renderReply } from '../render-reply.ts';
import { retryTransient } from '../retry-transient.ts';
import { openDirectMessage } from './direct-message.ts';
import { post } from './post.ts';

export interface NotifyParts {
  readonly api: DiscordApi;
  readonly log: Log;
}

/** Where it would have been said, and why it could not be. */
interface Closed {
  readonly channel: string;
  readonly why: ClosedBecause;
}

/** Who is notified of what. */
interface Recipient {
  /** The same key twice within minutes is one message. */
  readonly key: string;
  readonly channel: string;
  readonly user: { readonly id: string };
  /** The message that is answered; without one they are called by name. */
  readonly message?: string;
}

/**
 * Answers a message where it was written; its writer directly, where the bot may not write there. Whether it reached
 * them.
 */
export async function notifyInChannel(
  reply: Reply,
  recipient: Recipient,
  parts: NotifyParts,
): Promise<boolean> {
  const { key, channel, user, message: replyTo } = recipient;
  const { signal } = new AbortController();
  const content = await renderReply(reply, {
    limit: DEFAULT_FILE_LIMIT,
    ...(replyTo === undefined ? { mention: user.id } : {}),
  });
  try {
    await retryTransient(() => post(parts.api, content, { key, channel, replyTo, signal }));
    return true;
  } catch (error) {
    if (!(error instanceof DiscordFailure)) throw error;
    if (error.kind !== 'transient')
      return notifyDirectly(reply, { ...recipient, closed: { channel, why: whyClosed(error) } }, parts);
    parts.log.warn({ failure: error.kind }, 'an answer was not sent', error);
    return false;
  }
}

/**
 * Writes directly to somebody what nobody else should read, as an answer to what has no answer of its own; whether it
 * reached them.
 */
export async function notifyDirectly(
  reply: Reply,
  { key, user, closed }: Pick<Recipient, 'key' | 'user'> & { readonly closed?: Closed },
  { api, log }: NotifyParts,
): Promise<boolean> {
  const { signal } = new AbortController();
  try {
    const channel = await openDirectMessage(api, user.id, signal);
    const moved = closed !== undefined && closed.channel !== channel ? CLOSED[closed.why] : undefined;
    const note = moved && new UserError('answer-moved', moved).in(reply.locale);
    const content = await renderReply(reply, { limit: DEFAULT_FILE_LIMIT, ...defined({ note }) });
    await post(api, content, { key, channel, signal });
    return true;
  } catch (error) {
    if (!(error instanceof DiscordFailure)) throw error;
    log.info({ failure: error.kind }, 'a direct message could not be sent');
    return false;
  }
}
