import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { textReply } from '../../../conversation/command/text-reply.ts';
import { CLOSED } from '../../../errors/moved-messages.ts';
import { UserError } from '../../../errors/user-error.ts';
import type { DeliveryAttempt } from '../../../jobs/delivery/delivery.ts';
import type { Reply } from '../../../jobs/delivery/reply.ts';
import type { JobMessage } from '../../../jobs/store/job-store.ts';
import {
  type Address,
  closedBecause,
  METADATA_TYPE,
  messageId,
  messageRef,
  writeAddress,
} from '../address.ts';
import type { Call } from '../api.ts';
import { isFailure, whyClosed } from '../failure.ts';
import type { Rendered } from '../render-reply.ts';
import { openDirectMessage } from './direct-message.ts';
import { findPosted } from './find-posted.ts';
import type { Notify } from './notify.ts';

/** A message that is to be brought somewhere. */
export interface Posting {
  readonly jobMessage: JobMessage;
  readonly reply: Reply;
  readonly address: Address;
  readonly attempt: DeliveryAttempt;
}

export interface PostParts {
  readonly call: Call;
  readonly notify: Notify;
}

export interface Posted {
  readonly message: string;
  readonly address: Address;
}

/**
 * Posts a message where it was asked for; where the bot may not write, to its owner, who is told why.
 *
 * @param render the message, for the place where it ends up
 * @throws SlackFailure `no-access` when there is no way left
 */
export async function post(
  posting: Posting,
  parts: PostParts,
  render: (address: Address) => Rendered,
): Promise<Posted> {
  const { address, attempt, jobMessage, reply } = posting;
  // One that stood there was about to be posted anew: that may have been done.
  const lost = attempt.uncertain || (jobMessage.messageId !== undefined && address.posting !== undefined);
  const before = lost ? await findPosted(parts.call, address, jobMessage) : undefined;
  if (before !== undefined) {
    await parts.call('chat.update', { ...messageRef(before), ...render(address) });
    return { message: before, address };
  }
  try {
    return await postIn(address, { ...posting, lost }, parts, render);
  } catch (error) {
    if (!isFailure(error, 'no-access') || closedBecause(address) !== undefined) throw error;
    const { user, channel, respond, ...rest } = address;
    const why = whyClosed(error);
    const explanation = new UserError('answer-moves', CLOSED[why]).in(reply.locale);
    if (respond !== undefined)
      await parts.notify(textReply(reply.locale, explanation), { user, channel, respond });
    const { thread: _left, ...direct } = rest;
    const there: Address = { ...direct, user, channel: user, closed: why };
    // They are told once, however often the message itself is tried.
    await attempt.saveAddress(writeAddress(there));
    return postIn(there, { ...posting, lost }, parts, render);
  }
}

/**
 * In its thread, and marked so that it is found again; without what is refused there. What may have been posted before
 * goes under the id that it had then: Slack posts nothing twice under one id, and tells where the first stands. That is
 * documented by the method's errors alone, so nothing but tidiness may depend on it.
 */
async function postIn(
  address: Address,
  { jobMessage, attempt, lost }: Posting & { readonly lost: boolean },
  { call }: PostParts,
  render: (address: Address) => Rendered,
): Promise<Posted> {
  const channel = await openDirectMessage(call, address.channel);
  const { posting: before } = address;
  const former = lost && before?.channel === channel ? before : undefined;
  const intend = async (id: string, since = Date.now()): Promise<string> => {
    await attempt.saveAddress(writeAddress({ ...address, posting: { channel, since, id } }));
    return id;
  };
  const mark = { event_type: METADATA_TYPE, event_payload: { key: jobMessage.key } };
  let here = address;
  let metadata: typeof mark | undefined = mark;
  let id: string | undefined = await intend(former?.id ?? randomUUID(), former?.since);
  for (let ids = 1; ; ) {
    try {
      const answer = await call('chat.postMessage', {
        channel,
        thread_ts: here.thread,
        ...render(here),
        metadata,
        client_msg_id: id,
        unfurl_links: false,
        unfurl_media: false,
      });
      const message = messageId(posted.parse(answer));
      // It may be the former one, which says what was true then.
      if (id !== undefined && id === former?.id)
        await call('chat.update', { ...messageRef(message), ...render(here) });
      return { message, address: here };
    } catch (error) {
      if (isFailure(error, 'thread') && here.thread !== undefined) {
        const { thread: _closed, ...beside } = here;
        here = beside;
      } else if (isFailure(error, 'metadata') && metadata !== undefined) metadata = undefined;
      else if (isFailure(error, 'id-used', 'message-gone') && id !== undefined)
        id = ids++ < MAX_IDS ? await intend(randomUUID()) : undefined;
      else throw error;
    }
  }
}

/** Ids under which a message is tried until it goes without one. */
const MAX_IDS = 2;

const posted = z.object({ channel: z.string(), ts: z.string() });
