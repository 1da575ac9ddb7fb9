import { InteractionResponseType, MessageFlags, Routes } from 'discord.js';
import type { Reply } from '../../../jobs/delivery/reply.ts';
import type { DiscordApi } from '../api.ts';
import { isFailure } from '../failure.ts';
import { renderReply } from '../render-reply.ts';
import type { InteractionRef } from './acknowledge.ts';
import type { Audience } from './interaction-handler.ts';

/** Answers with a message for the person alone, as the first thing that is said. @throws DiscordFailure */
export async function replyEphemerally(
  api: DiscordApi,
  { id, token }: InteractionRef,
  reply: Reply,
  limit: number,
): Promise<void> {
  const { body, files } = await renderReply(reply, { limit });
  await api.callback('post', Routes.interactionCallback(id, token), {
    body: {
      type: InteractionResponseType.ChannelMessageWithSource,
      data: { ...body, flags: body.flags | MessageFlags.Ephemeral },
    },
    files,
  });
}

/**
 * Says something after an acknowledgement: in the message that it made, or, where all would see what is meant for one,
 * to that one alone. @throws DiscordFailure
 */
export async function replyDeferred(
  api: DiscordApi,
  interaction: InteractionRef,
  audience: Audience,
  reply: Reply,
  limit: number,
): Promise<void> {
  const { application_id: application, token } = interaction;
  const { body, files } = await renderReply(reply, { limit });
  const original = Routes.webhookMessage(application, token, '@original');
  if (audience === 'asker' || (audience === 'everyone' && !reply.private)) {
    await api.interaction('patch', original, { body, files });
    return;
  }
  if (audience === 'everyone') await deleteReply(api, interaction);
  await api.interaction('post', Routes.webhook(application, token), {
    body: { ...body, flags: body.flags | MessageFlags.Ephemeral },
    files,
    query: { wait: 'true' },
  });
}

/** Takes away the message that says that the bot is thinking. @throws DiscordFailure */
export async function deleteReply(api: DiscordApi, { application_id, token }: InteractionRef): Promise<void> {
  try {
    await api.interaction('delete', Routes.webhookMessage(application_id, token, '@original'));
  } catch (error) {
    if (isFailure(error, 'message-gone')) return;
    throw error;
  }
}
