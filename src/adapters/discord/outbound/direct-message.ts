import { Routes } from 'discord.js';
import * as z from 'zod';
import type { DiscordApi } from '../api.ts';

const opened = z.object({ id: z.string() });

/** The direct channel with a person. @throws DiscordFailure */
export async function openDirectMessage(
  { bot }: DiscordApi,
  user: string,
  signal: AbortSignal,
): Promise<string> {
  return opened.parse(await bot('post', Routes.userChannels(), { body: { recipient_id: user }, signal })).id;
}
