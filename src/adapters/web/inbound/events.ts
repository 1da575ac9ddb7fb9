import { randomUUID } from 'node:crypto';
import type { Answer } from '../../../conversation/command/define-command.ts';
import type { InboundEvent } from '../../../conversation/inbound-event.ts';
import { writeAddress } from '../address.ts';
import type { Asker } from '../identity.ts';
import { notify } from '../outbound/notify.ts';
import type { InboundContext, Received } from './context.ts';
import { memberOf, placeOf } from './member.ts';

/** Something that somebody did on their page. */
export interface PlatformEvent {
  /** Names it: sent twice, as after a line that broke, it is one event. */
  readonly key: string;
  readonly person: Asker;
}

/** The event that a form names; one without a name is one of its own. */
export function eventOf(form: URLSearchParams, person: Asker): PlatformEvent {
  const named = form.get('event') ?? '';
  const name = /^[\w-]{8,64}$/.test(named) ? named : randomUUID();
  return { key: `web:${person.id}:${name}`, person };
}

export function inboundEventOf({ key, person }: PlatformEvent): InboundEvent {
  return {
    key,
    member: memberOf(person),
    place: placeOf(person),
    replyTo: { address: writeAddress({ person: person.id }) },
  };
}

/** Says what is to be said at once; jobs come with messages of their own. */
export async function sendAnswer(
  answer: Answer,
  { key, person }: PlatformEvent,
  context: InboundContext,
): Promise<void> {
  if (answer.kind === 'reply') await notify(answer.reply, { key, person: person.id }, context);
}

/** What a form is answered with: the rest comes over the line that the page has open, or with the page anew. */
export function accepted({ c }: Pick<Received, 'c'>): Response {
  const script = (c.req.header('accept') ?? '').includes('application/json');
  return script ? c.json({ ok: true }) : c.redirect('/', 303);
}
