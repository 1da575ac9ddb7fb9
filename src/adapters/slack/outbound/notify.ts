import { defined } from '../../../collections/defined.ts';
import type { Reply } from '../../../jobs/delivery/reply.ts';
import type { Log } from '../../../jobs/log.ts';
import type { Address } from '../address.ts';
import type { Call } from '../api.ts';
import { isFailure } from '../failure.ts';
import { type Rendered, renderReply } from '../render-reply.ts';
import { openDirectMessage } from './direct-message.ts';

/** Where the person is who is told something. */
type Recipient = Pick<Address, 'channel' | 'thread' | 'user' | 'respond'>;

/** Tells one person something that shows no job, and whether they were told; nothing is thrown. */
export type Notify = (reply: Reply, to: Recipient) => Promise<boolean>;

export interface NotifyParts {
  readonly call: Call;
  /** Whether answers may be sent to this address: it is Slack's. */
  readonly isSlack: (url: URL) => boolean;
  readonly log: Log;
}

/** Milliseconds for an answer over response_url. */
const TIMEOUT = 10_000;

/** Tells it for their eyes alone: over the payload's own way, else in the channel, else directly. */
export function createNotify({ call, isSlack, log }: NotifyParts): Notify {
  return async (reply, to) => {
    const content = renderReply(reply);
    try {
      if (to.respond !== undefined && to.respond.until > Date.now()) {
        const { url } = to.respond;
        if (isSlack(new URL(url)) && (await respond(url, content, to.thread, reply.private))) return true;
      }
      if (isDirect(to.channel)) await notifyDirectly(call, to, content);
      else await notifyInChannel(call, to, content);
      return true;
    } catch (error) {
      log.warn({ platform: 'slack' }, 'an answer was not sent', error);
      return false;
    }
  };
}

async function respond(
  url: string,
  content: Rendered,
  thread: string | undefined,
  alone: boolean,
): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({
        ...content,
        response_type: alone ? 'ephemeral' : 'in_channel',
        replace_original: false,
        ...defined({ thread_ts: thread }),
      }),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** Ids of direct messages begin with D, those of people with U or W. */
function isDirect(channel: string): boolean {
  return /^[DUW]/.test(channel);
}

async function notifyDirectly(call: Call, { channel, thread }: Recipient, content: Rendered): Promise<void> {
  const direct = await openDirectMessage(call, channel);
  await call('chat.postMessage', { channel: direct, thread_ts: thread, ...content, unfurl_links: false });
}

async function notifyInChannel(call: Call, to: Recipient, content: Rendered): Promise<void> {
  try {
    await call('chat.postEphemeral', {
      channel: to.channel,
      user: to.user,
      thread_ts: to.thread,
      ...content,
    });
  } catch (error) {
    if (isFailure(error, 'transient')) throw error;
    await notifyDirectly(call, { channel: to.user, user: to.user }, content);
  }
}
