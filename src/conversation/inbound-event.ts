import { defined } from '../collections/defined.ts';
import type { NewJobMessage, Place } from '../jobs/job/job.ts';
import type { Requester } from '../jobs/queue/submit-request.ts';
import { shorten } from '../text/shorten.ts';
import type { Member } from './command/member.ts';

/** Something that somebody did on a platform. */
export interface InboundEvent {
  /** Names this event: the same key twice is one event. */
  readonly key: string;
  readonly member: Member;
  readonly place: Place;
  /** Where the answer goes, should it be a message that shows a job. */
  readonly replyTo: NewJobMessage;
  /** The bot's message that they did it on, where the platform itself tells which: they see it. */
  readonly sourceMessage?: string;
  /** What is said in answer is read by all who are there, also what would be for one. */
  readonly publicReply?: boolean;
}

/** Longest name of a person that is kept, in UTF-16 units: more than any platform allows. */
const MAX_NAME = 100;

/** Who orders by it. @param unlimitedRoles roles whose members no limit holds for */
export function askerOf(
  { key, member, place, replyTo }: InboundEvent,
  unlimitedRoles: readonly string[],
): Requester {
  return {
    key,
    place,
    replyTo,
    locale: member.locale,
    owner: {
      id: member.id,
      ...defined({ name: member.name === undefined ? undefined : shorten(member.name, MAX_NAME) }),
    },
    unlimited: member.roles.some((role) => unlimitedRoles.includes(role)),
  };
}
