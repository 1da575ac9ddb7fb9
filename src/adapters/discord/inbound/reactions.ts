import type {
  GatewayMessageReactionAddDispatchData,
  GatewayMessageReactionRemoveDispatchData,
} from 'discord.js';
import type { InboundEvent } from '../../../conversation/inbound-event.ts';
import { notifyDirectly } from '../outbound/notify.ts';
import type { InboundContext, ReceivedEvent } from './context.ts';
import { inboundEventOf } from './events.ts';

type Reaction = GatewayMessageReactionAddDispatchData | GatewayMessageReactionRemoveDispatchData;

/** A reaction was given. */
export async function reactionAdded({
  data,
  context,
}: ReceivedEvent<GatewayMessageReactionAddDispatchData>): Promise<void> {
  const { member } = data;
  const event = reactionBy(data, context, member);
  if (event === undefined || member?.user?.bot === true) return;
  const answer = await context.conversation.addReaction(data.emoji.name ?? '', data.message_id, event);
  // Reactions have no answer that only they see.
  if (answer.kind === 'reply') {
    await notifyDirectly(answer.reply, { key: event.key, user: event.member }, context);
  }
}

/** A reaction was taken away. */
export async function reactionRemoved({
  data,
  context,
}: ReceivedEvent<GatewayMessageReactionRemoveDispatchData>): Promise<void> {
  const event = reactionBy(data, context, undefined);
  if (event !== undefined) await context.conversation.removeReaction(event.key, event);
}

function reactionBy(
  { user_id: user, guild_id: guild, channel_id: channel, message_id: message, emoji }: Reaction,
  context: InboundContext,
  member: GatewayMessageReactionAddDispatchData['member'],
): InboundEvent | undefined {
  // Emoji of servers have ids and stand for nothing.
  if (user === context.connection.botUserId || emoji.id !== null || emoji.name === null) return undefined;
  return inboundEventOf(
    {
      key: `discord:reaction:${message}:${user}:${emoji.name}`,
      user: member?.user ?? { id: user, username: '' },
      member,
      guild,
      channel,
      message,
    },
    context,
  );
}
