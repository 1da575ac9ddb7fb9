import type {
  GatewayMessageReactionAddDispatchData,
  GatewayMessageReactionRemoveDispatchData,
} from 'discord.js';
import type { Conversation } from '../../../conversation/conversation.ts';
import type { Happening } from '../../../conversation/happening.ts';
import { type NotifyParts, notifyDirectly } from '../outbound/notify.ts';
import { type EventParts, happeningOf } from './events.ts';

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
  const happening = reactionBy(reaction, parts, member);
  if (happening === undefined || member?.user?.bot === true) return;
  const answer = await conversation.react(reaction.emoji.name ?? '', reaction.message_id, happening);
  // Reactions have no answer that only they see.
  if (answer.kind === 'reply') {
    await notifyDirectly(answer.reply, { key: happening.key, user: happening.speaker }, parts);
  }
}

/** A reaction was taken away. */
export async function reactionRemoved(
  reaction: GatewayMessageReactionRemoveDispatchData,
  parts: ReactionParts,
): Promise<void> {
  const happening = reactionBy(reaction, parts, undefined);
  if (happening !== undefined) await parts.conversation.unreact(happening.key, happening);
}

function reactionBy(
  { user_id: user, guild_id: guild, channel_id: channel, message_id: message, emoji }: Reaction,
  parts: ReactionParts,
  member: GatewayMessageReactionAddDispatchData['member'],
): Happening | undefined {
  // Emoji of servers have ids and stand for nothing.
  if (user === parts.gateway().botUserId || emoji.id !== null || emoji.name === null) return undefined;
  return happeningOf(
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
