import { Routes } from 'discord.js';
import * as z from 'zod';
import type { DiscordApi } from '../api.ts';
import { DiscordFailure } from '../failure.ts';
import { retryTransient } from '../retry-transient.ts';
import { createdAt, firstIdAt } from '../snowflake.ts';
import { type InteractionRef, originalMessage } from './acknowledge.ts';

/** What a former process may have left of an acknowledgement. */
export type Former =
  /** It was acknowledged; `message` says that the bot is thinking, where that can be found. */
  | { readonly acknowledged: true; readonly message?: string }
  /** Nothing was: the person was told by Discord that the bot did not answer. */
  | { readonly acknowledged: false };

const messages = z.array(
  z.object({
    id: z.string(),
    interaction_metadata: z.object({ id: z.string() }).optional(),
  }),
);

/** Messages among which the one that answers an interaction is looked for: it is one of the first after it. */
const MAX_SEARCHED = 100;

/**
 * Whether an interaction that was written down had been acknowledged too. While its token lives, that tells; a dead one
 * tells nothing, so that whoever may have been told that it arrived gets an answer.
 *
 * @param isAlive whether the token may still be used
 * @throws DiscordFailure
 */
export async function findOriginal(
  api: DiscordApi,
  interaction: InteractionRef,
  channel: string,
  isAlive: boolean,
): Promise<Former> {
  const byToken = isAlive ? await retryTransient(() => originalMessage(api, interaction)) : undefined;
  const message = byToken ?? (await retryTransient(() => findInChannel(api, interaction.id, channel)));
  if (message !== undefined) return { acknowledged: true, message };
  return { acknowledged: !isAlive };
}

/** The message that answers an interaction, where the bot may read the channel. */
async function findInChannel(
  { bot }: DiscordApi,
  interaction: string,
  channel: string,
): Promise<string | undefined> {
  const query = { after: firstIdAt(createdAt(interaction)), limit: String(MAX_SEARCHED) };
  try {
    const found = messages.parse(await bot('get', Routes.channelMessages(channel), { query }));
    return found.find(({ interaction_metadata: of }) => of?.id === interaction)?.id;
  } catch (error) {
    if (error instanceof DiscordFailure && error.kind !== 'transient') return undefined;
    throw error;
  }
}
