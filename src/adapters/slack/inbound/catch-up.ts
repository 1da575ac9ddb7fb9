import * as z from 'zod';
import type { PersistentMap } from '../../../conversation/persistent-map.ts';
import type { Log } from '../../../jobs/log.ts';
import type { Call } from '../api.ts';
import { isFailure, SlackFailure } from '../failure.ts';
import type { Identity } from '../identity.ts';

/** Conversations and threads that are looked into: those used last, as many as Slack answers in a minute. */
const MAX_PLACES = 40;

/** Messages of each: as many as Slack gives to any app. */
const MAX_MESSAGES = 15;

const mark = z.object({ ts: z.string(), team: z.string() });

/** Where a message was answered. */
interface AnsweredPlace {
  readonly team: string;
  readonly channel: string;
  readonly thread?: string | undefined;
}

type Mark = z.output<typeof mark>;

const history = z.object({
  messages: z.array(
    z.looseObject({
      ts: z.string(),
      user: z.string().optional(),
      bot_id: z.string().optional(),
      text: z.string().default(''),
    }),
  ),
});

export interface CatchUpParts {
  readonly call: Call;
  readonly identity: Promise<Identity>;
  /** The last message of each place that was answered. */
  readonly marks: PersistentMap;
  readonly log: Log;
  /** Told of every message for the bot, as though Slack had sent it. */
  readonly onMessage: (body: object) => Promise<void>;
}

/**
 * What was written to the bot while it was away, which Slack sends again for a few minutes only. Of conversations in which
 * it was spoken to before, what came after the last answer is read where it may: directly, and in channels where a
 * workspace has granted that.
 */
export class CatchUp {
  readonly #parts: CatchUpParts;
  #reading = false;

  constructor(parts: CatchUpParts) {
    this.#parts = parts;
  }

  /** A message is answered: it need not be read again. */
  async answered({ team, channel, thread }: AnsweredPlace, ts: string): Promise<void> {
    // What follows an answer is often said in its thread.
    const places = thread === ts ? [channel, `${channel}/${ts}`] : [placeOf(channel, thread)];
    for (const place of places) {
      const last = this.#markOf(place)?.ts ?? '';
      if (isLater(ts, last)) await this.#parts.marks.set(place, { ts, team });
    }
  }

  /** Reads what has come meanwhile. */
  async read(): Promise<void> {
    if (this.#reading) return;
    this.#reading = true;
    try {
      await this.#readPlaces();
    } finally {
      this.#reading = false;
    }
  }

  async #readPlaces(): Promise<void> {
    const { marks, log } = this.#parts;
    /** Kinds of conversations that may not be read, by the first letter of their ids. */
    const closed = new Set<string>();
    // How far each was answered before anything new came.
    const places = marks
      .keys()
      .slice(-MAX_PLACES)
      .reverse()
      .map((place) => ({ place, known: this.#markOf(place) }));
    for (const { place, known } of places) {
      if (known === undefined) continue;
      const kind = place.charAt(0);
      if (closed.has(kind)) continue;
      try {
        await this.#readPlace(place, known);
      } catch (error) {
        if (!(error instanceof SlackFailure)) throw error;
        if (error.code === 'missing_scope') closed.add(kind);
        else if (isFailure(error, 'transient')) {
          log.warn({ platform: 'slack' }, 'what was written meanwhile could not be read', error);
          return;
        }
      }
    }
  }

  async #readPlace(place: string, known: Mark): Promise<void> {
    const { call, identity, log, onMessage } = this.#parts;
    const [channel = '', thread] = place.split('/');
    const { botUserId } = await identity;
    const range = { channel, oldest: known.ts, limit: MAX_MESSAGES };
    const answer =
      thread === undefined
        ? await call('conversations.history', range)
        : await call('conversations.replies', { ...range, ts: thread });
    const direct = channel.startsWith('D');
    const missed = history
      .parse(answer)
      .messages.filter(
        ({ ts, user, bot_id }) => isLater(ts, known.ts) && user !== undefined && bot_id === undefined,
      )
      .filter(({ user, text }) => user !== botUserId && (direct || text.includes(`<@${botUserId}>`)))
      .sort((a, b) => (isLater(a.ts, b.ts) ? 1 : -1));
    for (const message of missed) {
      log.info({ platform: 'slack' }, 'a message was written while nobody listened');
      const type = direct ? { type: 'message', channel_type: 'im' } : { type: 'app_mention' };
      await onMessage({ team_id: known.team, event: { ...message, ...type, channel } });
    }
  }

  #markOf(place: string): Mark | undefined {
    const read = mark.safeParse(this.#parts.marks.get(place));
    return read.success ? read.data : undefined;
  }
}

function placeOf(channel: string, thread: string | undefined): string {
  return thread === undefined ? channel : `${channel}/${thread}`;
}

/** Slack's timestamps are seconds and a running number, of as many digits each. */
function isLater(ts: string, other: string): boolean {
  return ts.length === other.length ? ts > other : ts.length > other.length;
}
