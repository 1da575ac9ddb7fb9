import { setTimeout as sleep } from 'node:timers/promises';
import { type GatewayMessageCreateDispatchData, MessageType } from 'discord.js';
import * as z from 'zod';
import { answerMessage } from '../../../conversation/answer-message.ts';
import type { Conversation } from '../../../conversation/conversation.ts';
import type { PersistentMap } from '../../../conversation/persistent-map.ts';
import { UserError } from '../../../errors/user-error.ts';
import { ShortTurns } from '../../../jobs/short-turns.ts';
import { cleanText } from '../../../text/clean-text.ts';
import { truncateStrings } from '../../../text/truncate-strings.ts';
import { plainText } from '../markdown.ts';
import { type NotifyParts, notifyInChannel } from '../outbound/notify.ts';
import { attachment, type PhotoFetcher } from '../photos.ts';
import { type EventParts, type IncomingEvent, inboundEventOf } from './events.ts';
import { RecentIds } from './recent-ids.ts';

export interface MessagesParts extends EventParts, NotifyParts {
  readonly conversation: Conversation;
  readonly photos: PhotoFetcher;
  /** Messages on their way to being a job or an answer. */
  readonly inbox: PersistentMap;
}

/** As much of a message as matters, as the gateway brings it and as it is kept. */
const message = z.object({
  id: z.string(),
  channel_id: z.string(),
  guild_id: z.string().optional(),
  author: z.object({ id: z.string(), username: z.string(), global_name: z.string().nullish() }),
  member: z.object({ nick: z.string().nullish(), roles: z.array(z.string()) }).optional(),
  content: z.string(),
  attachments: z.array(attachment),
  /** Messages that are passed on hold their files here. */
  message_snapshots: z
    .array(z.object({ message: z.object({ attachments: z.array(attachment) }) }))
    .optional(),
});

type Message = z.output<typeof message>;

/** Messages that are remembered, so that what is sent twice is answered once. */
const MAX_REMEMBERED = 5_000;

/** What people write; all others tell of what happened. */
const KINDS: readonly MessageType[] = [MessageType.Default, MessageType.Reply];

/**
 * Answers messages that mention the bot, and those that are written to it directly: Discord tells what they say without
 * a privileged intent.
 */
export class Messages {
  readonly #parts: MessagesParts;
  readonly #seen = new RecentIds(MAX_REMEMBERED);
  readonly #turns = new ShortTurns();
  readonly #underWay = new Set<Promise<void>>();

  constructor(parts: MessagesParts) {
    this.#parts = parts;
  }

  receive(created: GatewayMessageCreateDispatchData): void {
    if (isForBot(created, this.#parts.gateway().botUserId))
      this.#follow(message.parse(truncateStrings(created)));
  }

  /** Goes on with what a former process has not answered. */
  async resume(): Promise<void> {
    const { inbox } = this.#parts;
    for (const id of inbox.keys()) {
      const kept = message.safeParse(inbox.get(id));
      if (kept.success) this.#follow(kept.data);
      else await inbox.delete(id);
    }
  }

  /** Resolves when nothing is under way, or after `limit` milliseconds. */
  async idle(limit: number): Promise<void> {
    await Promise.race([Promise.all(this.#underWay), sleep(limit, undefined, { ref: false })]);
  }

  #follow(written: Message): void {
    if (!this.#seen.add(written.id)) return;
    const { log } = this.#parts;
    const done = this.#answer(written)
      .catch((error: unknown) => log.error({ message: written.id }, 'a message was lost', error))
      .finally(() => this.#underWay.delete(done));
    this.#underWay.add(done);
  }

  async #answer(written: Message): Promise<void> {
    const { inbox, conversation, photos, log } = this.#parts;
    await this.#turns.mine();
    await inbox.set(written.id, written).catch((error: unknown) => {
      log.error({ message: written.id }, 'a message could not be written down', error);
    });
    const heard = eventOf(written);
    const event = inboundEventOf(heard, this.#parts);
    if (event !== undefined) {
      const files = [
        ...written.attachments,
        ...(written.message_snapshots ?? []).flatMap((snapshot) => snapshot.message.attachments),
      ];
      const keepPhotos = (most: number) => {
        if (files.length > most) throw new UserError('too-many-photos', { max: most });
        return photos.keep(files);
      };
      const line = { text: heard.text, photos: files.length, keepPhotos };
      // Whoever mentions the bot is answered where all read it.
      const overheard = written.guild_id !== undefined;
      const answer = await answerMessage(line, { ...event, publicReply: overheard }, conversation);
      if (answer.kind === 'reply') await notifyInChannel(answer.reply, heard, this.#parts);
    }
    await inbox.delete(written.id);
  }
}

/** Whether somebody has written it to the bot: directly, or with its name in it. To reply to it is no mention. */
function isForBot(
  { author, webhook_id, type, guild_id, content }: GatewayMessageCreateDispatchData,
  self: string | undefined,
): boolean {
  if (self === undefined || author.id === self || author.bot === true || webhook_id !== undefined)
    return false;
  if (!KINDS.includes(type)) return false;
  return guild_id === undefined || content.includes(`<@${self}>`) || content.includes(`<@!${self}>`);
}

function eventOf({
  id,
  author,
  member,
  guild_id: guild,
  channel_id: channel,
  content,
}: Message): IncomingEvent & { readonly text: string } {
  return {
    key: `discord:message:${id}`,
    user: author,
    member,
    guild,
    channel,
    message: id,
    text: cleanText(content, plainText),
  };
}
