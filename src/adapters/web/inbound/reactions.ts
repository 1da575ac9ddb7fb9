import { WebFailure } from '../failure.ts';
import { messageIdOf } from '../message-id.ts';
import { renderStored } from '../render/stored-message.ts';
import type { Submitted } from './context.ts';
import { accepted, inboundEventOf, sendAnswer } from './events.ts';

/** A reaction was given, or one that stood there taken away. */
export async function handleReaction(submitted: Submitted): Promise<Response> {
  const { form, person, context } = submitted;
  const { conversation, transcripts, streams, jobs } = context;
  const [, number, name = ''] = /^(\d{1,9})\/([a-z_]{1,40})$/.exec(form.get('reaction') ?? '') ?? [];
  const transcript = await transcripts.of(person.id);
  const message = transcript.message(Number(number));
  if (message === undefined) throw new WebFailure('unknown');
  const id = messageIdOf(person.id, message.id);
  const event = { key: `web:reaction:${id}:${name}`, person };
  const { reactions = [] } = message;
  const taken = reactions.includes(name);
  const left = taken ? reactions.filter((each) => each !== name) : [...reactions, name];
  const { n } = await transcript.write({ key: message.key, reactions: left });
  const answer = taken
    ? await conversation.removeReaction(event.key, inboundEventOf(event))
    : await conversation.addReaction(name, id, inboundEventOf(event));
  await sendAnswer(answer, event, context);
  const html = await renderStored({ ...message, reactions: left }, jobs, person.locale);
  streams.send(person.id, { event: 'message', n, id: message.id, html });
  return accepted(submitted);
}
