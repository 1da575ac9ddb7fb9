import { setTimeout as sleep } from 'node:timers/promises';
import { Routes } from 'discord.js';
import { availableReactions } from '../../../conversation/available-reactions.ts';
import type { Reply } from '../../../jobs/delivery/reply.ts';
import type { JobMessage } from '../../../jobs/store/job-store.ts';
import { readAddress } from '../address.ts';
import type { DiscordApi } from '../api.ts';
import { isFailure, isUnreachable } from '../failure.ts';

/** Milliseconds between two reactions: Discord takes few at once. */
const REACTION_PAUSE = 300;

/** Puts the reactions that do something under a finished ad. @throws DiscordFailure */
export async function offerReactions(
  jobMessage: JobMessage,
  reply: Reply,
  { api }: { readonly api: DiscordApi },
  signal: AbortSignal,
): Promise<void> {
  const { channel } = readAddress(jobMessage.address);
  if (jobMessage.messageId === undefined) return;
  for (const { emoji } of availableReactions(reply)) {
    const route = Routes.channelMessageOwnReaction(channel, jobMessage.messageId, encodeURIComponent(emoji));
    try {
      await api.bot('put', route, { signal });
    } catch (error) {
      // Reactions are a shortcut: the buttons are there.
      if (isUnreachable(error) || isFailure(error, 'not-offered')) return;
      throw error;
    }
    await sleep(REACTION_PAUSE, undefined, { signal });
  }
}
