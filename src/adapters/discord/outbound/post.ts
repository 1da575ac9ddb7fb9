import { MessageReferenceType, Routes } from 'discord.js';
import * as z from 'zod';
import type { Address } from '../address.ts';
import type { DiscordApi } from '../api.ts';
import type { DiscordMessage } from '../render-reply.ts';
import { firstIdAt } from '../snowflake.ts';
import { nonceOf } from './nonce.ts';

/** A message as it is named afterwards. */
export const posted = z.object({ id: z.string() });

const foundMessages = z.array(
  z.object({ id: z.string(), application_id: z.string().optional(), components: z.array(z.unknown()) }),
);

/** The clocks here and there may differ by this, in milliseconds. */
const CLOCK_SLACK = 60_000;

/** Messages among which a lost one is looked for. */
const MAX_SEARCHED = 100;

export interface Post {
  readonly key: string;
  readonly channel: string;
  readonly replyTo?: string | undefined;
  readonly signal: AbortSignal;
}

/**
 * Posts a new message as the bot; the same key within minutes is one message.
 *
 * @returns its id
 * @throws DiscordFailure
 */
export async function post(
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

/** Where direct messages to a person go. @throws DiscordFailure */
export async function openDirectMessage(
  { bot }: DiscordApi,
  user: string,
  signal: AbortSignal,
): Promise<string> {
  return posted.parse(await bot('post', Routes.userChannels(), { body: { recipient_id: user }, signal })).id;
}

/**
 * The bot's message on a job that was posted without our learning of it: the process was killed, or the line broke.
 *
 * @param isOther whether a message is known to be another one
 * @throws DiscordFailure
 */
export async function findPosted(
  { bot }: DiscordApi,
  { application, posting }: Address,
  job: string,
  isOther: (message: string) => Promise<boolean>,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (posting === undefined) return undefined;
  const query = { after: firstIdAt(posting.since - CLOCK_SLACK), limit: String(MAX_SEARCHED) };
  const answer = await bot('get', Routes.channelMessages(posting.channel), { query, signal });
  for (const message of foundMessages.parse(answer)) {
    if (message.application_id !== undefined && message.application_id !== application) continue;
    // Buttons, or the small print, name the job.
    if (!JSON.stringify(message.components).includes(job)) continue;
    if (!(await isOther(message.id))) return message.id;
  }
  return undefined;
}
