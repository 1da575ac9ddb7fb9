import * as z from 'zod';
import { messageRef, readAddress } from '../address.ts';
import { happeningOf, type InboundContext, type IncomingEvent, sendAnswer } from './events.ts';

const envelope = z.object({
  team_id: z.string(),
  event_id: z.string(),
  event: z.object({ channel: z.string(), thread_ts: z.string(), user: z.string() }),
});

/** Jobs of one person that may be open in a thread. */
const MAX_JOBS = 20;

/** Slack's own stop button: what that person has under way in that thread is cancelled. */
export async function handleSessionStopped(body: unknown, parts: InboundContext): Promise<void> {
  const { team_id: team, event_id: id, event } = envelope.parse(body);
  const { channel, thread_ts: thread, user } = event;
  const heard: IncomingEvent = { key: `slack:event:${id}`, team, user, channel, thread };
  await parts.once.run(heard.key, async () => {
    const happening = await happeningOf(heard, parts.users);
    for (const job of await openJobsInThread(heard, parts)) {
      await sendAnswer(await parts.conversation.act(job, { kind: 'cancel' }, happening), heard, parts);
    }
    await parts.sessions.end({ channel, thread });
    return { kind: 'none' };
  });
}

async function openJobsInThread(
  { team, user, channel, thread }: IncomingEvent,
  { jobs }: InboundContext,
): Promise<readonly string[]> {
  const open = await jobs.archive.history({
    platform: 'slack',
    workspace: team,
    owner: user,
    states: ['queued', 'running'],
    most: MAX_JOBS,
  });
  const here: string[] = [];
  for (const { id } of open) {
    const cards = await jobs.archive.cards(id);
    const stands = cards.some(
      ({ message, address }) =>
        message !== undefined &&
        messageRef(message).channel === channel &&
        readAddress(address).thread === thread,
    );
    if (stands) here.push(id);
  }
  return here;
}
