import type {
  GatewayMessageReactionAddDispatchData,
  GatewayMessageReactionRemoveDispatchData,
} from 'discord.js';
import type { Conversation } from '../../../conversation/conversation.ts';
import type { InboundEvent } from '../../../conversation/inbound-event.ts';
import { type NotifyParts, notifyDirectly } from '../outbound/notify.ts';
import { type EventParts, inboundEventOf } from './events.ts';

export interface ReactionParts extends EventParts, NotifyParts {
  readonly conversation: Conversation;
}

type Reaction = GatewayMessageReactionAddDispatchData | GatewayMessageReactionRemoveDispatchData;

/** A reaction was given. */
export async function reactionAdded(
  reaction: GatewayMessageReactionAddDispatchData,
  parts: ReactionParts,
): Promise<void> {
  const { conversation } = parts;
  const { member } = reaction;
  const event = reactionBy(reaction, parts, member);
  if (event === undefined || member?.user?.bot === true) return;
  const answer = await conversation.addReaction(reaction.emoji.name ?? '', reaction.message_id, event);
  // Reactions have no answer that only they see.
  if (answer.kind === 'reply') {
    await notifyDirectly(answer.reply, { key: event.key, user: event.member }, parts);
  }
}

/** A reaction was taken away. */
export async function reactionRemoved(
  reaction: GatewayMessageReactionRemoveDispatchData,
  parts: ReactionParts,
): Promise<void> {
  const event = reactionBy(reaction, parts, undefined);
  if (event !== undefined) await parts.conversation.removeReaction(event.key, event);
}

function reactionBy(
  { user_id: user, guild_id: guild, channel_id: channel, message_id: message, emoji }: Reaction,
  parts: ReactionParts,
  member: GatewayMessageReactionAddDispatchData['member'],
): InboundEvent | undefined {
  // Emoji of servers have ids and stand for nothing.
  if (user === parts.gateway().botUserId || emoji.id !== null || emoji.name === null) return undefined;
  return inboundEventOf(
    {
      key: `discord:reaction:${message}:${user}:${emoji.name}`,
      user: member?.user ?? { id: user, username: '' },
      member,
      guild,
      channel,
      message,
    },
    parts,
  );
}
