import { Routes } from 'discord.js';
import * as z from 'zod';
import type { Address } from '../address.ts';
import type { DiscordApi } from '../api.ts';
import { firstIdAt } from '../snowflake.ts';

const foundMessages = z.array(
  z.object({ id: z.string(), application_id: z.string().optional(), components: z.array(z.unknown()) }),
);

/** The clocks here and there may differ by this, in milliseconds. */
const CLOCK_SLACK = 60_000;

/** Messages among which a lost one is looked for. */
const MAX_SEARCHED = 100;

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
