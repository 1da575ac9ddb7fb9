import { defined } from '../collections/defined.ts';
import type { NewJobMessage, Place } from '../jobs/job.ts';
import type { Asker } from '../jobs/order.ts';
import { shorten } from '../text/shorten.ts';
import type { Speaker } from './command/define-command.ts';

/** Something that somebody did on a platform. */
export interface Happening {
  /** Names this event: the same key twice is one happening. */
  readonly key: string;
  readonly speaker: Speaker;
  readonly place: Place;
  /** Where the answer goes, should it be a message that shows a job. */
  readonly replyTo: NewJobMessage;
  /** The bot's message that they did it on, where the platform itself tells which: they see it. */
  readonly onMessage?: string;
  /** What is said in answer is read by all who are there, also what would be for one. */
  readonly overheard?: boolean;
}

/** Longest name of a person that is kept, in UTF-16 units: more than any platform allows. */
const LONGEST_NAME = 100;

/** Who orders by it. @param unlimitedRoles roles whose members no limit holds for */
export function askerOf(
  { key, speaker, place, replyTo }: Happening,
  unlimitedRoles: readonly string[],
): Asker {
  return {
    key,
    place,
    replyTo,
    locale: speaker.locale,
    owner: {
      id: speaker.id,
      ...defined({ name: speaker.name === undefined ? undefined : shorten(speaker.name, LONGEST_NAME) }),
    },
    unlimited: speaker.roles.some((role) => unlimitedRoles.includes(role)),
  };
}
