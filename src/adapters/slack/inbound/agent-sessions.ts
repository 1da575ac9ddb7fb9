import * as z from 'zod';
import { messageRef, readAddress } from '../address.ts';
import type { InboundContext, ReceivedEvent } from './context.ts';
import { inboundEventOf, type PlatformEvent, sendAnswer } from './events.ts';

const payload = z.object({
  team_id: z.string(),
  event_id: z.string(),
  event: z.object({ channel: z.string(), thread_ts: z.string(), user: z.string() }),
});

/** Jobs of one person that may be open in a thread. */
const MAX_JOBS = 20;

/** Slack's own stop button: what that person has under way in that thread is cancelled. */
export async function handleSessionStopped({ body, context }: ReceivedEvent): Promise<void> {
  const { team_id: team, event_id: id, event: stopped } = payload.parse(body);
  const { channel, thread_ts: thread, user } = stopped;
  const event: PlatformEvent = { key: `slack:event:${id}`, team, user, channel, thread };
  await context.singleFlight.run(event.key, async () => {
    const inbound = await inboundEventOf(event, context);
    for (const job of await openJobsInThread(event, context)) {
      await sendAnswer(
        await context.conversation.performAction(job, { kind: 'cancel' }, inbound),
        event,
        context,
      );
    }
    await context.sessions.end({ channel, thread });
    return { kind: 'none' };
  });
}

async function openJobsInThread(
  { team, user, channel, thread }: PlatformEvent,
  { jobs, workspaceOf }: InboundContext,
): Promise<readonly string[]> {
  const open = await jobs.lookup.history({
    platform: 'slack',
    workspace: workspaceOf(team),
    owner: user,
    states: ['queued', 'running'],
    limit: MAX_JOBS,
  });
  const here: string[] = [];
  for (const { id } of open) {
    const messages = await jobs.lookup.messages(id);
    const shown = messages.some(
      ({ messageId, address }) =>
        messageId !== undefined &&
        messageRef(messageId).channel === channel &&
        readAddress(address).thread === thread,
    );
    if (shown) here.push(id);
  }
  return here;
}
