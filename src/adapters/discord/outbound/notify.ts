import type { Reply } from '../../../jobs/delivery/reply.ts';
import type { Log } from '../../../jobs/log.ts';
import { DEFAULT_FILE_LIMIT } from '../address.ts';
import type { DiscordApi } from '../api.ts';
import { DiscordFailure } from '../failure.ts';
import { renderReply } from '../render-reply.ts';
import { retryTransient } from '../retry-transient.ts';
import { openDirectMessage } from './direct-message.ts';
import { post } from './post.ts';

export interface NotifyParts {
  readonly api: DiscordApi;
  readonly log: Log;
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
    if (error.kind !== 'transient') return notifyDirectly(reply, recipient, parts);
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
  { key, user }: Pick<Recipient, 'key' | 'user'>,
  { api, log }: NotifyParts,
): Promise<boolean> {
  const { signal } = new AbortController();
  try {
    const channel = await openDirectMessage(api, user.id, signal);
    await post(api, await renderReply(reply, { limit: DEFAULT_FILE_LIMIT }), { key, channel, signal });
    return true;
  } catch (error) {
    if (!(error instanceof DiscordFailure)) throw error;
    log.info({ failure: error.kind }, 'a direct message could not be sent');
    return false;
  }
}
