import {
  type GatewayMessageCreateDispatchData,
  type GatewayMessageUpdateDispatchData,
  MessageType,
} from 'discord.js';
import * as z from 'zod';
import { defined } from '../../../collections/defined.ts';
import { answerMessage } from '../../../conversation/answer-message.ts';
import { UserError } from '../../../errors/user-error.ts';
import { loopTurns } from '../../../jobs/time-slicer.ts';
import { cleanText } from '../../../text/clean-text.ts';
import { truncateStrings } from '../../../text/truncate-strings.ts';
import { plainText } from '../markdown.ts';
import { notifyInChannel } from '../outbound/notify.ts';
import { attachment, isSound } from '../photos.ts';
import { createdAt } from '../snowflake.ts';
import { calls, isForBot } from './addressed.ts';
import type { CatchUp } from './catch-up.ts';
import type { InboundContext } from './context.ts';
import { inboundEventOf, type PlatformEvent } from './events.ts';
import { InFlight } from './in-flight.ts';

/** As much of a message as matters, as the gateway brings it and as it is kept. */
const message = z.object({
  id: z.string(),
  channel_id: z.string(),
  guild_id: z.string().optional(),
  author: z.object({ id: z.string(), username: z.string(), global_name: z.string().nullish() }),
  member: z.object({ nick: z.string().nullish(), roles: z.array(z.string()) }).optional(),
  content: z.string(),
  mention_roles: z.array(z.string()).default([]),
  type: z.number().optional(),
  /** The message that it replies to, or that is passed on. */
  message_reference: z.object({ message_id: z.string().optional() }).optional().catch(undefined),
  attachments: z.array(attachment),
  /** Messages that are passed on hold here what they say, and their files. */
  message_snapshots: z
    .array(
      z.object({ message: z.object({ content: z.string().default(''), attachments: z.array(attachment) }) }),
    )
    .optional(),
});

type Message = z.output<typeof message>;

/** Messages that are remembered, so that what is sent twice is answered once. */
const MAX_REMEMBERED = 5_000;

/** Milliseconds in which the bot's name may be added to what was written. */
const EDIT_WINDOW = 10 * 60_000;

/**
 * Answers messages that mention the bot, and those that are written to it directly: Discord tells what they say without
 * a privileged intent.
 */
export class Messages {
  readonly #context: InboundContext;
  readonly #catchUp: Pick<CatchUp, 'written'>;
  readonly #inFlight: InFlight;

  constructor(context: InboundContext, catchUp: Pick<CatchUp, 'written'>) {
    this.#context = context;
    this.#catchUp = catchUp;
    this.#inFlight = new InFlight(MAX_REMEMBERED, (id, error) =>
      context.log.error({ message: id }, 'a message was lost', error),
    );
  }

  receive(created: GatewayMessageCreateDispatchData): void {
    if (isForBot(created, this.#context.connection))
      this.#inFlight.start(created.id, () => this.#answer(() => message.parse(truncateStrings(created))));
  }

  /** What was written while nobody listened; resolves when it is written down here. */
  async receiveMissed(missed: { readonly id: string }): Promise<void> {
    if (this.#inFlight.has(missed.id)) return;
    const written = message.parse(truncateStrings(missed));
    await this.#context.inboxes.messages.set(written.id, written);
    this.#start(written);
  }

  /** Somebody has changed what they wrote: the bot's name may have been added. What was answered is not once more. */
  receiveEdit(edited: GatewayMessageUpdateDispatchData): void {
    const editedAt = Date.parse(edited.edited_timestamp ?? '');
    // Discord itself changes messages too, such as when it has looked at a link; that is no edit.
    if (editedAt - createdAt(edited.id) <= EDIT_WINDOW) this.receive(edited);
  }

  /** Goes on with what a former process has not answered. */
  async resume(): Promise<void> {
    const { messages: inbox } = this.#context.inboxes;
    for (const id of inbox.keys()) {
      const kept = message.safeParse(inbox.get(id));
      if (kept.success) this.#start(kept.data);
      else await inbox.delete(id);
    }
  }

  /** Resolves when nothing is under way, or after `limit` milliseconds. */
  idle(limit: number): Promise<void> {
    return this.#inFlight.idle(limit);
  }

  #start(written: Message): void {
    this.#inFlight.start(written.id, () => this.#answer(() => written));
  }

  /** @param read what was written; many may come in one packet, so also that waits for its turn */
  async #answer(read: () => Message): Promise<void> {
    const { inboxes, conversation, photos, log } = this.#context;
    const inbox = inboxes.messages;
    await loopTurns.nextSlot();
    const written = read();
    try {
      await inbox.set(written.id, written);
      await this.#catchUp.written(written.channel_id, written.id, written.guild_id === undefined);
    } catch (error) {
      log.error({ message: written.id }, 'a message could not be stored', error);
    }
    const event = eventOf(written);
    const inboundEvent = inboundEventOf(event, this.#context);
    if (inboundEvent !== undefined) {
      const files = [
        ...written.attachments,
        ...(written.message_snapshots ?? []).flatMap((snapshot) => snapshot.message.attachments),
      ];
      const spoken = files.length > 0 && files.every(isSound);
      const keepPhotos = (max: number) => {
        if (files.length > max) throw new UserError('too-many-photos', { max });
        return photos.keep(files);
      };
      const reply = written.type === MessageType.Reply && !calls(written, this.#context.connection);
      const direct = written.guild_id === undefined;
      const line = { text: event.text, photos: files.length, spoken, reply, direct, keepPhotos };
      // Whoever mentions the bot is answered where all read it.
      const answer = await answerMessage(line, { ...inboundEvent, publicReply: !direct }, conversation);
      if (answer.kind === 'reply') await notifyInChannel(answer.reply, event, this.#context);
    }
    await inbox.delete(written.id);
  }
}

function eventOf({
  id,
  author,
  member,
  guild_id: guild,
  channel_id: channel,
  content,
  message_snapshots: passedOn = [],
  type,
  message_reference: reference,
}: Message): PlatformEvent & { readonly text: string } {
  return {
    key: `discord:message:${id}`,
    user: author,
    member,
    guild,
    channel,
    message: id,
    ...defined({ sourceMessage: type === MessageType.Reply ? reference?.message_id : undefined }),
    // What is passed on has no words of its own.
    text: cleanText(
      [content, ...passedOn.map(({ message: { content: said } }) => said)].join('\n'),
      plainText,
    ),
  };
}
