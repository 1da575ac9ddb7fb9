import { newId } from './ids.ts';
import { type MessageBody, textOf } from './rules.ts';

/** A message as Discord has it. */
export interface StoredMessage {
  readonly id: string;
  readonly channel: string;
  readonly ephemeral: boolean;
  readonly nonce?: string | undefined;
  readonly replyTo?: string | undefined;
  /** The interaction that it answers. */
  readonly interaction?: string | undefined;
  /** Whom it has called by name. */
  readonly called: readonly string[];
  /** Says that the bot is thinking. */
  readonly thinking: boolean;
  body: MessageBody;
  files: ReadonlyMap<string, Uint8Array>;
  /** Every text that it has shown, in order. */
  readonly texts: string[];
  /** When it was changed, in milliseconds. */
  readonly editedAt: number[];
  deleted: boolean;
}

type NewMessage = Pick<StoredMessage, 'channel'> & Partial<Omit<StoredMessage, 'id' | 'channel'>>;

/** All messages, and what reactions they have. */
export class ChannelStore {
  readonly messages: StoredMessage[] = [];
  readonly reactions: { readonly message: string; readonly emoji: string }[] = [];

  add(message: NewMessage): StoredMessage {
    const body = message.body ?? {};
    const stored: StoredMessage = {
      id: newId(),
      ephemeral: false,
      called: body.allowed_mentions?.users ?? [],
      thinking: false,
      files: new Map(),
      texts: [textOf(body.components)],
      editedAt: [],
      deleted: false,
      ...message,
      body,
    };
    this.messages.push(stored);
    return stored;
  }

  edit(message: StoredMessage, body: MessageBody, files: ReadonlyMap<string, Uint8Array>): void {
    message.body = body;
    message.files = files;
    message.texts.push(textOf(body.components));
    message.editedAt.push(performance.now());
  }

  find(id: string): StoredMessage | undefined {
    return this.messages.find((message) => message.id === id && !message.deleted);
  }

  byNonce(channel: string, nonce: string | undefined): StoredMessage | undefined {
    if (nonce === undefined) return undefined;
    return this.messages.find((message) => message.channel === channel && message.nonce === nonce);
  }

  /** What is there to be seen, by whoever may see it. */
  get visible(): readonly StoredMessage[] {
    return this.messages.filter(({ deleted }) => !deleted);
  }
}
