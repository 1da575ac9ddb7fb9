import { createHash } from 'node:crypto';
import { MessageReferenceType, Routes } from 'discord.js';
import * as z from 'zod';
import type { DiscordApi } from '../api.ts';
import { isFailure } from '../failure.ts';
import type { DiscordMessage } from '../render-reply.ts';

/** A message as it is named afterwards. */
export const posted = z.object({ id: z.string() });

export interface Post {
  readonly key: string;
  readonly channel: string;
  readonly replyTo?: string | undefined;
  readonly signal: AbortSignal;
}

/**
 * Posts a new message as the bot, plainly where it may not answer another; the same key within minutes is one message.
 *
 * @returns its id
 * @throws DiscordFailure
 */
export async function post(api: DiscordApi, message: DiscordMessage, to: Post): Promise<string> {
  try {
    return await postOnce(api, message, to);
  } catch (error) {
    if (to.replyTo === undefined || !isFailure(error, 'reference')) throw error;
    return postOnce(api, message, { ...to, replyTo: undefined });
  }
}

async function postOnce(
  { bot }: DiscordApi,
  { body, files }: DiscordMessage,
  { key, channel, replyTo, signal }: Post,
): Promise<string> {
  const reference =
    replyTo === undefined
      ? {}
      : {
          message_reference: {
            type: MessageReferenceType.Default,
            message_id: replyTo,
            channel_id: channel,
            // Whoever deleted the message in between gets the answer nevertheless.
            fail_if_not_exists: false,
          },
        };
  const answer = await bot('post', Routes.channelMessages(channel), {
    body: { ...body, ...reference, nonce: nonceOf(key), enforce_nonce: true },
    files,
    signal,
  });
  return posted.parse(answer).id;
}

/** The key as Discord wants what must not be posted twice: at most 25 characters. */
function nonceOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 24);
}
