import * as z from 'zod';
import { type Address, messageId } from '../address.ts';
import type { Call } from '../api.ts';
import { isFailure } from '../failure.ts';

/** Seconds by which our clock may be ahead of Slack's. */
const CLOCK_SKEW = 60;

const history = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z.object({ event_payload: z.object({ key: z.string().optional() }).optional() }).optional(),
    }),
  ),
});

/**
 * The message that a former try has posted without our learning of it. The manifest lets the bot look through direct
 * messages alone, since reading channels is more than an ad should ask for; where a workspace has granted that as well
 * (channels:history, groups:history), they are looked through too.
 */
export async function findPosted(
  call: Call,
  { posting, thread }: Address,
  key: string,
): Promise<string | undefined> {
  if (posting === undefined) return undefined;
  const { channel, since } = posting;
  const oldest = String(Math.floor(since / 1000) - CLOCK_SKEW);
  const range = { channel, oldest, include_all_metadata: true, limit: 15 };
  try {
    const answer =
      thread === undefined
        ? await call('conversations.history', range)
        : await call('conversations.replies', { ...range, ts: thread });
    const { messages } = history.parse(answer);
    const found = messages.find(({ metadata }) => metadata?.event_payload?.key === key);
    return found && messageId({ channel, ts: found.ts });
  } catch (error) {
    if (isFailure(error, 'scope', 'no-access')) return undefined;
    throw error;
  }
}
