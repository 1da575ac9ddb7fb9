import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { defined } from '../../collections/defined.ts';
import type { LinkToAdjust } from '../../conversation/conversation.ts';
import type { InboundEvent } from '../../conversation/inbound-event.ts';
import type { PersistentMap } from '../../conversation/persistent-map.ts';
import { PLATFORMS } from '../../jobs/job/job.ts';
import type { Signing } from './signing.ts';

/** Who was sent a link, and where they were. What it takes to answer there never stands in the link. */
const invited = z.object({
  job: z.string(),
  member: z.object({
    id: z.string(),
    name: z.string().optional(),
    locale: z.enum(['ko', 'en']),
    admin: z.boolean(),
    roles: z.array(z.string()),
  }),
  place: z.object({ platform: z.enum(PLATFORMS), workspace: z.string(), channel: z.string() }),
  address: z.string(),
  shown: z.string().optional(),
});

/** Milliseconds for which a link is good. */
const GOOD_FOR = 3_600_000;

/** Links by which people of other platforms lay out one ad by hand, as if they were where they were sent it. */
export class AdjustLinks {
  readonly #signing: Signing;
  readonly #sent: PersistentMap;

  constructor(signing: Signing, sent: PersistentMap) {
    this.#signing = signing;
    this.#sent = sent;
  }

  /** @param origin of the page, as others reach it */
  linker(origin: string): LinkToAdjust {
    return async (job, { member, place, replyTo, sourceMessage }) => {
      const id = randomUUID();
      const { id: person, name, locale, admin, roles } = member;
      await this.#sent.set(id, {
        job,
        member: { id: person, locale, admin, roles: [...roles], ...defined({ name }) },
        place,
        address: replyTo.address,
        ...defined({ shown: sourceMessage }),
      });
      return `${origin}/adjust/${this.#signing.ticket('adjust', id, Date.now() + GOOD_FOR)}`;
    };
  }

  /** The job of a link and what its person does there; undefined where it is none of ours or has expired. */
  invitedBy(ticket: string, key: string): { readonly job: string; readonly event: InboundEvent } | undefined {
    const id = this.#signing.subjectOf('adjust', ticket, Date.now());
    const parsed = id === undefined ? undefined : invited.safeParse(this.#sent.get(id));
    if (parsed?.success !== true) return undefined;
    const { job, member, place, address, shown } = parsed.data;
    const { name, ...known } = member;
    return {
      job,
      event: {
        key: `web:adjust:${id}:${key}`,
        member: { ...known, ...defined({ name }) },
        place,
        replyTo: { address },
        ...defined({ sourceMessage: shown }),
      },
    };
  }
}
