import type { types } from '@slack/bolt';
import * as z from 'zod';
import { defined } from '../../../../collections/defined.ts';
import { notice } from '../../../../conversation/command/notice.ts';
import { UserError } from '../../../../errors/user-error.ts';
import { shorten } from '../../../../text/shorten.ts';
import { isFailure } from '../../failure.ts';
import type { SlackFile } from '../../photos.ts';
import { happeningOf, type InboundContext, type IncomingEvent } from '../events.ts';
import { commandForm } from './command-form.ts';
import { wordsForm } from './words-form.ts';

const metadata = z.object({
  channel: z.string(),
  thread: z.string().optional(),
  respond: z.object({ url: z.string(), until: z.number() }).optional(),
  /** Files that were there when the form was opened. */
  files: z.array(z.object({ id: z.string(), name: z.string().optional() })).optional(),
  /** Whose words are changed. */
  job: z.string().optional(),
  /** The message that it was opened from. */
  onMessage: z.string().optional(),
});

/** What a form remembers: where it was opened, and what with. */
export type FormMetadata = Readonly<z.output<typeof metadata>>;

export function readMetadata(json: string): FormMetadata {
  return metadata.parse(JSON.parse(json));
}

/** Milliseconds to learn somebody's language in: a form has to be open within three seconds. */
const LOCALE_TIMEOUT = 600;

/** Files that a form remembers, which is more than any command takes. */
const MAX_FILES = 10;

/** UTF-16 units of a file's name that it remembers. */
const MAX_NAME = 60;

/** How a form is come by. */
export interface FormWish {
  readonly trigger: string;
  readonly given?: Readonly<Record<string, string>>;
  readonly files?: readonly SlackFile[];
}

/** Opens a command's form. */
export async function openForm(
  name: string,
  heard: IncomingEvent,
  wish: FormWish,
  parts: InboundContext,
): Promise<void> {
  const { conversation, users } = parts;
  const command = conversation.commands.find((known) => known.name === name);
  if (command === undefined) return;
  const { locale } = await users.speaker(heard.user, LOCALE_TIMEOUT);
  const { files = [], given = {}, trigger } = wish;
  const view = commandForm(command, {
    locale,
    given,
    photos: files.map((file) => shorten(file.name ?? file.id, MAX_NAME)),
    metadata: writeMetadata(heard, {
      files: files
        .slice(0, MAX_FILES)
        .map(({ id, name: called }) => (called ? { id, name: shorten(called, MAX_NAME) } : { id })),
    }),
    suggest: (option) => conversation.suggest(command.name, option, '', locale, 100),
  });
  await open(view, trigger, heard, parts);
}

/** Opens the form in which the words of a job's picture are changed. */
export async function openWordsForm(
  job: string,
  heard: IncomingEvent,
  trigger: string,
  parts: InboundContext,
): Promise<void> {
  const happening = await happeningOf(heard, parts.users, LOCALE_TIMEOUT);
  const answer = await parts.conversation.answering(happening, async () => {
    const copy = await parts.conversation.wordsOf(job, happening);
    await open(
      wordsForm(copy, happening.speaker.locale, writeMetadata(heard, { job })),
      trigger,
      heard,
      parts,
    );
    return { kind: 'none' };
  });
  if (answer.kind === 'reply') await parts.notify(answer.reply, heard);
}

function writeMetadata(
  { channel, thread, respond, onMessage }: IncomingEvent,
  more: Partial<FormMetadata>,
): string {
  const memory: FormMetadata = {
    channel,
    ...defined({ thread, respond, onMessage }),
    ...more,
  };
  return JSON.stringify(memory);
}

async function open(
  view: types.ModalView,
  trigger: string,
  heard: IncomingEvent,
  parts: InboundContext,
): Promise<void> {
  try {
    await parts.call('views.open', { trigger_id: trigger, view });
  } catch (error) {
    parts.log.warn({ platform: 'slack' }, 'a form was not opened', error);
    const { locale } = await parts.users.speaker(heard.user);
    const said = isFailure(error, 'trigger-gone', 'passing')
      ? new UserError('slack-form-late', {}).in(locale)
      : new UserError('form-gone', {}).in(locale);
    await parts.notify(notice(locale, said), heard);
  }
}
