import type { types } from '@slack/bolt';
import * as z from 'zod';
import { notice } from '../../../../conversation/command/notice.ts';
import { UserError } from '../../../../errors/user-error.ts';
import { shorten } from '../../../../text/shorten.ts';
import { isFailure } from '../../failure.ts';
import type { SlackFile } from '../../photos.ts';
import { type Heard, happeningOf, type IncomingParts } from '../events.ts';
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
export type FormMemory = Readonly<z.output<typeof metadata>>;

export function readMemory(json: string): FormMemory {
  return metadata.parse(JSON.parse(json));
}

/** Milliseconds to learn somebody's language in: a form has to be open within three seconds. */
const PATIENCE = 600;

/** Files that a form remembers, which is more than any command takes. */
const MOST_FILES = 10;

/** UTF-16 units of a file's name that it remembers. */
const LONGEST_NAME = 60;

/** How a form is come by. */
export interface FormWish {
  readonly trigger: string;
  readonly given?: Readonly<Record<string, string>>;
  readonly files?: readonly SlackFile[];
}

/** Opens a command's form. */
export async function openForm(
  name: string,
  heard: Heard,
  wish: FormWish,
  parts: IncomingParts,
): Promise<void> {
  const { conversation, people } = parts;
  const command = conversation.commands.find((known) => known.name === name);
  if (command === undefined) return;
  const { locale } = await people.speaker(heard.user, PATIENCE);
  const { files = [], given = {}, trigger } = wish;
  const view = commandForm(command, {
    locale,
    given,
    photos: files.map((file) => shorten(file.name ?? file.id, LONGEST_NAME)),
    metadata: remembered(heard, {
      files: files
        .slice(0, MOST_FILES)
        .map(({ id, name: called }) => (called ? { id, name: shorten(called, LONGEST_NAME) } : { id })),
    }),
    suggest: (option) => conversation.suggest(command.name, option, '', locale, 100),
  });
  await open(view, trigger, heard, parts);
}

/** Opens the form in which the words of a job's picture are changed. */
export async function openWordsForm(
  job: string,
  heard: Heard,
  trigger: string,
  parts: IncomingParts,
): Promise<void> {
  const happening = await happeningOf(heard, parts.people, PATIENCE);
  const answer = await parts.conversation.answering(happening, async () => {
    const copy = await parts.conversation.wordsOf(job, happening);
    await open(wordsForm(copy, happening.speaker.locale, remembered(heard, { job })), trigger, heard, parts);
    return { kind: 'none' };
  });
  if (answer.kind === 'reply') await parts.tell(answer.reply, heard);
}

function remembered({ channel, thread, respond, onMessage }: Heard, more: Partial<FormMemory>): string {
  const memory: FormMemory = {
    channel,
    ...(thread === undefined ? {} : { thread }),
    ...(respond === undefined ? {} : { respond }),
    ...(onMessage === undefined ? {} : { onMessage }),
    ...more,
  };
  return JSON.stringify(memory);
}

async function open(
  view: types.ModalView,
  trigger: string,
  heard: Heard,
  parts: IncomingParts,
): Promise<void> {
  try {
    await parts.call('views.open', { trigger_id: trigger, view });
  } catch (error) {
    parts.log.warn({ platform: 'slack' }, 'a form was not opened', error);
    const { locale } = await parts.people.speaker(heard.user);
    const said = isFailure(error, 'trigger-gone', 'passing')
      ? new UserError('slack-form-late', {}).in(locale)
      : new UserError('form-gone', {}).in(locale);
    await parts.tell(notice(locale, said), heard);
  }
}
