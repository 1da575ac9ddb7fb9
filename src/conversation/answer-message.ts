import type { PhotoRef } from '../ad/request.ts';
import { UserError } from '../errors/user-error.ts';
import type { Answer, Command } from './command/define-command.ts';
import type { Option, Options } from './command/option.ts';
import { parseMessage } from './command/parse-message.ts';
import type { Conversation } from './conversation.ts';
import type { InboundEvent } from './inbound-event.ts';
import { isSmallTalk } from './small-talk.ts';

/** A message that somebody has written to the bot. */
export interface IncomingMessage {
  /** As they read it themselves, without the bot's name. */
  readonly text: string;
  /** How many photos came with it. */
  readonly photos: number;
  /** Whether it was spoken instead of written. */
  readonly spoken?: boolean;
  /** Whether it answers a message of the bot's and does not call it: then it may be no order. */
  readonly reply?: boolean;
  /** Whether it was written to the bot alone, as in a conversation: it may be of the last ad there. */
  readonly direct?: boolean;
  /**
   * Fetches and keeps them.
   *
   * @param max how many are taken
   * @throws UserError `too-many-photos`, `photo-…`; OutageError
   */
  keepPhotos(max: number): Promise<readonly PhotoRef[]>;
}

/** Answers a message: a command where it names one, else an ad for what it says; nothing at all asks for help. */
export async function answerMessage(
  { text, photos, spoken = false, reply = false, direct = false, keepPhotos }: IncomingMessage,
  event: InboundEvent,
  conversation: Conversation,
): Promise<Answer> {
  if (text === '' && photos === 0) return conversation.runCommand('help', {}, event);
  return conversation.answer(event, async (session) => {
    if (text === '') throw new UserError(spoken ? 'voice-unheard' : 'prompt-empty', {});
    const { command, values } = parseMessage(text, conversation.commands, defaultCommand(conversation));
    const option = photosOption(command.options);
    if (option === undefined || photos === 0) {
      const order = (): Promise<Answer> => session.runCommand(command.name, values);
      const isPlain = command === defaultCommand(conversation) && Object.values(values).join() === text;
      const mayBeTalk = reply || direct || isSmallTalk(text);
      return mayBeTalk && isPlain ? session.answerReply(text, { reply, direct }, order) : order();
    }
    const kept = await keepPhotos(option.option.max);
    return session.runCommand(command.name, { ...values, [option.name]: kept });
  });
}

/** The command of lines that name none: the first of the list. */
export function defaultCommand({ commands }: Pick<Conversation, 'commands'>): Command {
  const [first] = commands;
  if (first === undefined) throw new RangeError('There are no commands');
  return first;
}

/** The option of a command that photos are given with. */
export function photosOption(
  options: Options,
): { readonly name: string; readonly option: Extract<Option, { kind: 'photos' }> } | undefined {
  for (const [name, option] of Object.entries(options)) if (option.kind === 'photos') return { name, option };
  return undefined;
}
