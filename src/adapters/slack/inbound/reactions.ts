import * as z from 'zod';
import { defined } from '../../../collections/defined.ts';
import { actionOfReaction } from '../../../conversation/actions.ts';
import { messageId, readAddress } from '../address.ts';
import { happeningOf, type InboundContext, type IncomingEvent, sendAnswer } from './events.ts';

const envelope = z.object({
  team_id: z.string(),
  event_id: z.string(),
  event: z.object({
    type: z.enum(['reaction_added', 'reaction_removed']),
    user: z.string(),
    reaction: z.string(),
    item: z.object({ type: z.string(), channel: z.string().optional(), ts: z.string().optional() }),
  }),
});

/** A reaction that was given or taken away. Only those under the bot's own messages mean something. */
export async function handleReaction(body: unknown, parts: InboundContext): Promise<void> {
  const { team_id: team, event_id: id, event } = envelope.parse(body);
  const { channel, ts } = event.item;
  if (event.item.type !== 'message' || channel === undefined || ts === undefined) return;
  const [name = ''] = event.reaction.split('::');
  if (actionOfReaction(name) === undefined) return;
  const key = `slack:reaction:${channel}:${ts}:${event.user}:${name}`;
  const heard: IncomingEvent = { key, team, user: event.user, channel };
  const before = parts.reactions.get(key);
  const doing = parts.once.run(`slack:event:${id}`, async () => {
    await before?.catch(() => {});
    return event.type === 'reaction_added'
      ? reactionAdded(name, messageId({ channel, ts }), heard, parts)
      : reactionRemoved(heard, parts);
  });
  parts.reactions.set(key, doing);
  try {
    await doing;
  } finally {
    if (parts.reactions.get(key) === doing) parts.reactions.delete(key);
  }
}

async function reactionAdded(name: string, message: string, heard: IncomingEvent, parts: InboundContext) {
  const { jobs, conversation, users } = parts;
  const job = await jobs.archive.byMessage({ platform: 'slack' }, message);
  if (job === undefined) return { kind: 'none' } as const;
  const card = (await jobs.archive.cards(job.id)).find((shown) => shown.message === message);
  const thread = card && readAddress(card.address).thread;
  const here: IncomingEvent = { ...heard, ...defined({ thread }) };
  const answer = await conversation.react(name, message, await happeningOf(here, users));
  await sendAnswer(answer, here, parts);
  return answer;
}

async function reactionRemoved(heard: IncomingEvent, { jobs, conversation, users }: InboundContext) {
  if ((await jobs.archive.byKey(heard.key)) === undefined) return { kind: 'none' } as const;
  return conversation.unreact(heard.key, { ...(await happeningOf(heard, users)) });
}
