import { availableReactions } from '../../../conversation/available-reactions.ts';
import type { Reply } from '../../../jobs/delivery/reply.ts';
import type { JobMessage } from '../../../jobs/store/job-store.ts';
import { messageRef } from '../address.ts';
import type { Call } from '../api.ts';
import { isFailure } from '../failure.ts';

/** Puts the reactions that do something under a finished ad. @throws SlackFailure */
export async function offerReactions(
  { messageId }: JobMessage,
  reply: Reply,
  { call }: { readonly call: Call },
  signal: AbortSignal,
): Promise<void> {
  if (messageId === undefined) return;
  const { channel, ts } = messageRef(messageId);
  for (const { name } of availableReactions(reply)) {
    if (signal.aborted) return;
    await call('reactions.add', { channel, timestamp: ts, name }).catch((error: unknown) => {
      if (!isFailure(error, 'done')) throw error;
    });
  }
}
