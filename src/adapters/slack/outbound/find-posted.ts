import * as z from 'zod';
import type { JobMessage } from '../../../jobs/store/job-store.ts';
import { type Address, messageId } from '../address.ts';
import type { Call } from '../api.ts';
import { isFailure, SlackFailure } from '../failure.ts';

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
  { key, messageId: known }: Pick<JobMessage, 'key' | 'messageId'>,
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
    const [found] = messages
      .filter(({ metadata }) => metadata?.event_payload?.key === key)
      .map(({ ts }) => messageId({ channel, ts }))
      .filter((name) => name !== known);
    return found;
  } catch (error) {
    // Where nothing may be read it cannot be found.
    if (error instanceof SlackFailure && !isFailure(error, 'transient', 'unknown')) return undefined;
    throw error;
  }
}
