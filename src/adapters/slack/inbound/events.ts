import * as z from 'zod';
import { defined } from '../../../collections/defined.ts';
import type { Answer } from '../../../conversation/command/define-command.ts';
import type { InboundEvent } from '../../../conversation/inbound-event.ts';
import { type Address, writeAddress } from '../address.ts';
import type { InboundContext } from './context.ts';

/**
 * A thread as Slack names it: seconds and a running number (https://docs.slack.dev/messaging/retrieving-messages). What
 * has another form is no thread that could be answered in, and is taken for none.
 */
export const threadTs = z
  .string()
  .regex(/^\d{1,12}\.\d{1,9}$/)
  .optional()
  .catch(undefined);

/** Something that came in, whatever it was: who did it, and where. */
export interface PlatformEvent extends Pick<Address, 'channel' | 'thread' | 'user' | 'respond'> {
  /** The same key twice is one event. */
  readonly key: string;
  readonly team: string;
  /** The bot's message that they did it on. */
  readonly sourceMessage?: string;
}

/**
 * What came in, as the conversation wants it.
 *
 * @param timeout milliseconds to learn who it was
 */
export async function inboundEventOf(
  event: PlatformEvent,
  { users, workspaceOf }: Pick<InboundContext, 'users' | 'workspaceOf'>,
  timeout?: number,
): Promise<InboundEvent> {
  const { key, team, channel, thread, user, respond, sourceMessage } = event;
  const workspace = workspaceOf(team);
  return {
    key,
    member: await users.member(user, timeout, workspace),
    place: { platform: 'slack', workspace, channel },
    replyTo: {
      address: writeAddress({
        channel,
        user,
        ...defined({ thread, respond }),
      }),
    },
    ...defined({ sourceMessage }),
  };
}

/** Says what is to be said at once; jobs come with messages of their own. */
export async function sendAnswer(
  answer: Answer,
  event: PlatformEvent,
  { notify, streams }: InboundContext,
): Promise<void> {
  if (answer.kind !== 'reply' || (await streams.send(answer.reply, event))) return;
  await notify(answer.reply, event);
}
