import { Routes } from 'discord.js';
import type { Reply } from '../../../jobs/delivery/reply.ts';
import { isUnreachable } from '../failure.ts';
import { type NotifyParts, notifyDirectly, notifyInChannel } from '../outbound/notify.ts';
import { renderReply } from '../render-reply.ts';
import { retryTransient } from '../retry-transient.ts';
import type { Audience } from './interaction-handler.ts';
import type { Origin } from './member.ts';
import { type Interaction, limitOf } from './read-interaction.ts';

/** An interaction whose token reaches nothing any more. */
export interface LateAnswer {
  readonly interaction: Interaction;
  readonly origin: Origin;
  readonly audience: Audience;
  /** The one that says that the bot is thinking, where it is known. */
  readonly message: string | undefined;
}

/**
 * Says without an interaction's token what is to be said: in the message that its acknowledgement has made, else in the
 * channel, or directly what is meant for one alone. Whether it reached them.
 *
 * @throws DiscordFailure
 */
export async function answerLate(reply: Reply, late: LateAnswer, parts: NotifyParts): Promise<boolean> {
  const { interaction, origin, audience, message } = late;
  const recipient = {
    key: `discord:interaction:${interaction.id}`,
    channel: origin.channel,
    user: { id: origin.user.id },
  };
  if (audience !== 'everyone' || reply.private) {
    await removeThinking(late, parts);
    return notifyDirectly(reply, recipient, parts);
  }
  if (message !== undefined) {
    const content = await renderReply(reply, { limit: limitOf(interaction) });
    const route = Routes.channelMessage(origin.channel, message);
    try {
      await retryTransient(() => parts.api.bot('patch', route, content));
      return true;
    } catch (error) {
      if (!isUnreachable(error)) throw error;
    }
  }
  return notifyInChannel(reply, recipient, parts);
}

/** Nobody is left with a message that says that the bot is thinking; one for a single person cannot be reached. */
export async function removeThinking(
  { origin, audience, message }: LateAnswer,
  { api }: NotifyParts,
): Promise<void> {
  if (audience !== 'everyone' || message === undefined) return;
  await api.bot('delete', Routes.channelMessage(origin.channel, message)).catch(() => {});
}
