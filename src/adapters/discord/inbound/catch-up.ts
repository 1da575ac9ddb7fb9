import { ChannelType, type GatewayGuildCreateDispatchData, Routes } from 'discord.js';
import * as z from 'zod';
import { defined } from '../../../collections/defined.ts';
import type { PersistentMap } from '../../../conversation/persistent-map.ts';
import { unlessSlow } from '../../../resilience/with-timeout.ts';
import { isFailure } from '../failure.ts';
import { retryTransient } from '../retry-transient.ts';
import { firstIdAt } from '../snowflake.ts';
import { addressed, isForBot } from './addressed.ts';
import type { InboundContext } from './context.ts';

/** Where people write; a forum's posts are threads of their own. */
const WRITTEN_IN: readonly ChannelType[] = [
  ChannelType.GuildText,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

/** Nobody waits longer for an answer, in milliseconds. */
const MAX_AGE = 24 * 60 * 60_000;

/** How often it is written down that the bot is there, in milliseconds, and how long after it was connected first. */
const PRESENCE_INTERVAL = 10_000;
const SETTLING = 30_000;

/** Channels that are read after one connection, and how many times a hundred messages of each. */
const MAX_CHANNELS = 1_000;
const MAX_PAGES = 10;
const PAGE = 100;

/** Direct channels that are looked into: those used last. */
const MAX_DIRECT = 200;

/** Under this key stands the latest time at which the bot is known to have been there. */
const PRESENCE = 'presence';

const mark = z.object({ last: z.string(), direct: z.boolean().optional() });
const presence = z.object({ at: z.number() });
const page = z.array(z.looseObject({ id: z.string() }));

interface CatchUpParts extends Pick<InboundContext, 'api' | 'connection' | 'log'> {
  readonly marks: PersistentMap;
  /** Told of every message for the bot, as though the gateway had brought it; resolves when it is written down. */
  readonly onMessage: (message: { readonly id: string }) => Promise<void>;
}

/**
 * What was written to the bot while it was away. Of each channel the last message is remembered that the bot has written
 * down; what came after that is read when the bot is connected anew, where it may.
 */
export class CatchUp {
  readonly #parts: CatchUpParts;
  #reading: Promise<void> = Promise.resolve();
  #pending = 0;
  #left = MAX_CHANNELS;
  /** Until when the bot had been there when it was connected; undefined = never before. */
  #since: number | undefined;
  #writtenAt = 0;

  constructor(parts: CatchUpParts) {
    this.#parts = parts;
  }

  /** A message is written down: it need not be read again. */
  async written(channel: string, message: string, direct: boolean): Promise<void> {
    const last = this.#markOf(channel)?.last ?? '0';
    if (BigInt(message) > BigInt(last)) await this.#parts.marks.set(channel, { last: message, direct });
  }

  /** Something came from Discord; what came before was read. */
  async present(): Promise<void> {
    const now = Date.now();
    if (this.#since === undefined || this.#pending > 0 || now - this.#writtenAt < PRESENCE_INTERVAL) return;
    this.#writtenAt = now;
    await this.#parts.marks.set(PRESENCE, { at: now });
  }

  /** A new session has begun, to which Discord does not bring what came before it. */
  async connected(): Promise<void> {
    const { marks } = this.#parts;
    const known = presence.safeParse(marks.get(PRESENCE));
    const now = Date.now();
    this.#since = Math.max(known.success ? known.data.at : now, now - MAX_AGE);
    this.#left = MAX_CHANNELS;
    this.#writtenAt = now + SETTLING - PRESENCE_INTERVAL;
    await marks.set(PRESENCE, { at: this.#since });
    const direct = marks.keys().filter((channel) => this.#markOf(channel)?.direct === true);
    for (const channel of direct.slice(-MAX_DIRECT)) this.#read(channel);
  }

  /** A server has told what its channels are, and how far they are written. */
  guildAvailable(guild: GatewayGuildCreateDispatchData): void {
    if (guild.unavailable === true || this.#since === undefined) return;
    const joinedAt = Date.parse(guild.joined_at);
    for (const channel of [...guild.channels, ...guild.threads]) {
      if (!WRITTEN_IN.includes(channel.type) || !('last_message_id' in channel)) continue;
      const { id, last_message_id: last } = channel;
      if (typeof last === 'string' && BigInt(last) > BigInt(this.#startOf(id, joinedAt)))
        this.#read(id, guild.id, joinedAt);
    }
  }

  #read(channel: string, guild?: string, joinedAt?: number): void {
    const { log } = this.#parts;
    if (this.#left-- <= 0) {
      if (this.#left === -1) log.warn({}, 'more channels were written in meanwhile than are read');
      return;
    }
    const after = this.#startOf(channel, joinedAt);
    this.#pending++;
    this.#reading = this.#reading
      .then(() => this.#readAfter(channel, after, guild))
      .catch((error: unknown) => {
        if (isFailure(error, 'no-access', 'token-expired')) return;
        log.warn({ channel }, 'what was written meanwhile could not be read', error);
      })
      .finally(() => {
        this.#pending--;
      });
  }

  async #readAfter(channel: string, start: string, guild: string | undefined): Promise<void> {
    const { api, connection, log, onMessage } = this.#parts;
    let after = start;
    for (let pages = 0; pages < MAX_PAGES; pages++) {
      const query = { after, limit: String(PAGE) };
      const route = Routes.channelMessages(channel);
      const read = page.parse(await retryTransient(() => api.bot('get', route, { query })));
      // Discord lists the latest first.
      for (const message of read.toReversed()) {
        const { success, data: sent } = addressed.safeParse({ ...message, ...defined({ guild_id: guild }) });
        if (!success || !isForBot(sent, connection)) continue;
        log.info({ message: sent.id }, 'a message was written while nobody listened');
        await onMessage({ ...sent, ...(await this.#memberOf(sent.author.id, guild)) });
      }
      after = read.reduce((last, { id }) => (BigInt(id) > BigInt(last) ? id : last), after);
      if (after !== start) await this.written(channel, after, guild === undefined);
      if (read.length < PAGE) return;
    }
    log.warn({ channel }, 'more was written meanwhile than is read');
  }

  /** Whom the gateway would have told of: their roles say what they may do. */
  async #memberOf(author: string, guild: string | undefined): Promise<object> {
    if (guild === undefined) return {};
    const route = Routes.guildMember(guild, author);
    const asked = retryTransient(() => this.#parts.api.bot('get', route)).catch(() => undefined);
    const member = await unlessSlow(asked);
    const read = z.looseObject({ roles: z.array(z.string()) }).safeParse(member);
    return read.success ? { member: read.data } : {};
  }

  #startOf(channel: string, joinedAt = 0): string {
    return this.#markOf(channel)?.last ?? firstIdAt(Math.max(this.#since ?? Date.now(), joinedAt));
  }

  #markOf(channel: string): z.output<typeof mark> | undefined {
    const read = mark.safeParse(this.#parts.marks.get(channel));
    return read.success ? read.data : undefined;
  }
}
