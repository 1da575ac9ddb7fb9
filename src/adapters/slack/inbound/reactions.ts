import * as z from 'zod';
import { defined } from '../../../collections/defined.ts';
import { actionOfReaction } from '../../../conversation/actions.ts';
import { messageId, readAddress } from '../address.ts';
import type { InboundContext, ReceivedEvent } from './context.ts';
import { inboundEventOf, type PlatformEvent, sendAnswer } from './events.ts';

const payload = z.object({
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
export async function handleReaction({ body, context }: ReceivedEvent): Promise<void> {
  const { team_id: team, event_id: id, event: reaction } = payload.parse(body);
  const { channel, ts } = reaction.item;
  if (reaction.item.type !== 'message' || channel === undefined || ts === undefined) return;
  const [name = ''] = reaction.reaction.split('::');
  if (actionOfReaction(name) === undefined) return;
  const key = `slack:reaction:${channel}:${ts}:${reaction.user}:${name}`;
  const event: PlatformEvent = { key, team, user: reaction.user, channel };
  const before = context.reactions.get(key);
  const doing = context.singleFlight.run(`slack:event:${id}`, async () => {
    await before?.catch(() => {});
    return reaction.type === 'reaction_added'
      ? reactionAdded(name, messageId({ channel, ts }), event, context)
      : reactionRemoved(event, context);
  });
  context.reactions.set(key, doing);
  try {
    await doing;
  } finally {
    if (context.reactions.get(key) === doing) context.reactions.delete(key);
  }
}

async function reactionAdded(name: string, message: string, event: PlatformEvent, context: InboundContext) {
  const { jobs, conversation } = context;
  const job = await jobs.lookup.byMessageId({ platform: 'slack' }, message);
  if (job === undefined) return { kind: 'none' } as const;
  const jobMessage = (await jobs.lookup.messages(job.id)).find((shown) => shown.messageId === message);
  const thread = jobMessage && readAddress(jobMessage.address).thread;
  const here: PlatformEvent = { ...event, ...defined({ thread }) };
  const answer = await conversation.addReaction(name, message, await inboundEventOf(here, context));
  await sendAnswer(answer, here, context);
  return answer;
}

async function reactionRemoved(event: PlatformEvent, context: InboundContext) {
  const { jobs, conversation } = context;
  if ((await jobs.lookup.byKey(event.key)) === undefined) return { kind: 'none' } as const;
  return conversation.removeReaction(event.key, await inboundEventOf(event, context));
}
