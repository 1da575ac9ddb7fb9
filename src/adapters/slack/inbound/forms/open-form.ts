import type { types } from '@slack/bolt';
import { textReply } from '../../../../conversation/command/text-reply.ts';
import { UserError } from '../../../../errors/user-error.ts';
import { shorten } from '../../../../text/shorten.ts';
import { isFailure } from '../../failure.ts';
import type { SlackFile } from '../../photos.ts';
import type { InboundContext } from '../context.ts';
import { inboundEventOf, type PlatformEvent } from '../events.ts';
import { commandForm } from './command-form.ts';
import { writeMetadata } from './metadata.ts';
import { partsForm } from './parts-form.ts';
import { wordsForm } from './words-form.ts';

/** Milliseconds to learn somebody's language in: a form has to be open within three seconds. */
const LOCALE_TIMEOUT = 600;

/** Files that a form remembers, which is more than any command takes. */
const MAX_FILES = 10;

/** UTF-16 units of a file's name that it remembers. */
const MAX_NAME = 60;

/** What opens a form. */
export interface FormRequest {
  readonly event: PlatformEvent;
  /** Slack's trigger_id, which opens one form within three seconds. */
  readonly trigger: string;
  readonly context: InboundContext;
}

export interface CommandFormRequest extends FormRequest {
  readonly command: string;
  /** Words that stand in it already, by the names of options. */
  readonly given?: Readonly<Record<string, string>>;
  readonly files?: readonly SlackFile[];
}

/** Opens a command's form. */
export async function openForm(request: CommandFormRequest): Promise<void> {
  const { event, given = {}, files = [], context } = request;
  const { conversation, users } = context;
  const command = conversation.commands.find((known) => known.name === request.command);
  if (command === undefined) return;
  const { locale } = await users.member(event.user, LOCALE_TIMEOUT);
  const view = commandForm(command, {
    locale,
    given,
    photos: files.map((file) => shorten(file.name ?? file.id, MAX_NAME)),
    metadata: writeMetadata(event, {
      files: files
        .slice(0, MAX_FILES)
        .map(({ id, name }) => (name ? { id, name: shorten(name, MAX_NAME) } : { id })),
    }),
    suggest: (option) => conversation.suggest(command.name, option, '', locale, 100),
  });
  await open(view, request);
}

/** Opens the form in which the words of a job's picture are changed. */
export async function openWordsForm(request: FormRequest & { readonly job: string }): Promise<void> {
  const { job, event, context } = request;
  const { conversation, notify } = context;
  const inbound = await inboundEventOf(event, context, LOCALE_TIMEOUT);
  const answer = await conversation.answer(inbound, async (session) => {
    const copy = await session.copyOf(job);
    await open(wordsForm(copy, inbound.member.locale, writeMetadata(event, { job })), request);
    return { kind: 'none' };
  });
  if (answer.kind === 'reply') await notify(answer.reply, event);
}

/** Opens the form in which the parts of a job's picture are changed. */
export async function openPartsForm(request: FormRequest & { readonly job: string }): Promise<void> {
  const { job, event, context } = request;
  const { conversation, notify } = context;
  const inbound = await inboundEventOf(event, context, LOCALE_TIMEOUT);
  const answer = await conversation.answer(inbound, async (session) => {
    const parts = await session.partsOf(job);
    await open(partsForm(parts, inbound.member.locale, writeMetadata(event, { job })), request);
    return { kind: 'none' };
  });
  if (answer.kind === 'reply') await notify(answer.reply, event);
}

async function open(view: types.ModalView, { trigger, event, context }: FormRequest): Promise<void> {
  try {
    await context.call('views.open', { trigger_id: trigger, view });
  } catch (error) {
    context.log.warn({ platform: 'slack' }, 'a form could not be opened', error);
    const { locale } = await context.users.member(event.user);
    const explanation = isFailure(error, 'trigger-expired', 'transient')
      ? new UserError('slack-form-late', {}).in(locale)
      : new UserError('form-gone', {}).in(locale);
    await context.notify(textReply(locale, explanation), event);
  }
}
