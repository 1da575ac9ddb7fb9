import * as z from 'zod';
import { METADATA_TYPE, messageRef, readAddress } from '../address.ts';
import type { InboundContext } from './context.ts';

const marked = z.object({
  metadata: z.object({ event_type: z.literal(METADATA_TYPE), event_payload: z.object({ key: z.string() }) }),
});

/**
 * Whether a message is one of ours that nobody remembers: it was posted as the process was killed, and the job has
 * another one by now. Where no history may be read only a press on it tells of it.
 *
 * @param message the pressed message, as Slack sends it along
 * @param id its name
 */
export async function isStale(
  message: unknown,
  id: string,
  job: string,
  { jobs }: Pick<InboundContext, 'jobs'>,
): Promise<boolean> {
  const read = marked.safeParse(message);
  if (!read.success) return false;
  const { key } = read.data.metadata.event_payload;
  const all = await jobs.lookup.messages(job);
  const current = all.find((each) => each.key === key);
  if (current?.messageId === undefined || all.some((each) => each.messageId === id)) return false;
  // One that is being posted at this moment is not remembered yet.
  return readAddress(current.address).posting === undefined;
}

/** Takes it away: what it says is not true any more. */
export async function removeStale(
  id: string,
  { call, log }: Pick<InboundContext, 'call' | 'log'>,
): Promise<void> {
  await call('chat.delete', { ...messageRef(id) }).catch((error: unknown) => {
    log.warn({ platform: 'slack' }, 'a message that is out of date could not be removed', error);
  });
}
