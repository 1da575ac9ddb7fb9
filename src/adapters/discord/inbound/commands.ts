import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIChatInputApplicationCommandInteraction,
  type APIMessageApplicationCommandInteraction,
  ApplicationCommandOptionType,
  type InteractionType,
} from 'discord.js';
import type { Locale } from '../../../ad/locale.ts';
import type { Command } from '../../../conversation/command/define-command.ts';
import type { OptionValue, OptionValues } from '../../../conversation/command/option.ts';
import type { Conversation } from '../../../conversation/conversation.ts';
import type { PersistentMap } from '../../../conversation/persistent-map.ts';
import { UserError } from '../../../errors/user-error.ts';
import type { Attachment, PhotoFetcher } from '../photos.ts';
import { FORM_COMMAND } from '../registration/application-commands.ts';
import { photoNames } from '../registration/command-options.ts';
import { makeForm } from './forms/command-form.ts';
import type { FieldContext } from './forms/fields.ts';
import type { InteractionHandler } from './interaction-handler.ts';

export interface PlanParts {
  readonly conversation: Conversation;
  readonly photos: PhotoFetcher;
  /** Photos that open forms are about, by the id of the interaction that opened them. */
  readonly forms: PersistentMap;
}

type Options = NonNullable<APIChatInputApplicationCommandInteraction['data']['options']>;

type SuggestedOptions = NonNullable<APIApplicationCommandAutocompleteInteraction['data']['options']>;

type Given = readonly APIApplicationCommandInteractionDataBasicOption<
  InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete
>[];

/** `/ad make …` and all other commands that are typed. */
export function commandHandler(
  { data }: APIChatInputApplicationCommandInteraction,
  locale: Locale,
  parts: PlanParts,
): InteractionHandler {
  const { conversation, photos } = parts;
  const { name, given } = subcommandOf(data.options);
  if (name === FORM_COMMAND) {
    return {
      kind: 'form',
      form: async () => makeForm(makeCommand(conversation), fieldContext(locale, parts)),
    };
  }
  const command = conversation.commands.find((known) => known.name === name);
  return {
    kind: 'work',
    audience: command?.audience ?? 'asker',
    posts: command?.audience === 'everyone',
    run: (event) =>
      conversation.withErrorReply(event, async () => {
        if (command === undefined) return conversation.runCommand(name, {}, event);
        const attachments = data.resolved?.attachments ?? {};
        const values = await givenValues(command, given, attachments, photos);
        return conversation.runCommand(name, values, event);
      }),
  };
}

/** 'Make ad from this photo', on a message. */
export function shortcutHandler(
  { id, data }: APIMessageApplicationCommandInteraction,
  locale: Locale,
  parts: PlanParts,
): InteractionHandler {
  const { conversation, forms } = parts;
  return {
    kind: 'form',
    async form({ member }) {
      const { messages } = data.resolved;
      const message = Object.hasOwn(messages, data.target_id) ? messages[data.target_id] : undefined;
      // A message that is passed on holds its files in a snapshot.
      const attachments = [
        ...(message?.attachments ?? []),
        ...(message?.message_snapshots ?? []).flatMap((snapshot) => snapshot.message.attachments),
      ];
      const pictures = attachments.filter(({ content_type: type = '' }) => type.startsWith('image/'));
      if (pictures.length === 0) throw new UserError('message-without-photo', {});
      const make = makeCommand(conversation);
      const photo = make.options.photo;
      const most = photo?.kind === 'photos' ? photo.max : 1;
      await forms.set(id, { attachments: pictures.slice(0, most), user: member.id });
      return makeForm(make, fieldContext(locale, parts), id);
    },
  };
}

/** The command that forms order with. */
export function makeCommand({ commands }: Conversation): Command {
  const make = commands.find(({ name }) => name === 'make');
  if (make === undefined) throw new Error('There is no command to make an ad with');
  return make;
}

/** The subcommand and what was given with it. */
export function subcommandOf(options: Options | SuggestedOptions = []): {
  readonly name: string;
  readonly given: Given;
} {
  const [first] = options;
  if (first?.type !== ApplicationCommandOptionType.Subcommand) return { name: 'help', given: [] };
  return { name: first.name, given: first.options ?? [] };
}

function fieldContext(locale: Locale, { conversation }: PlanParts): FieldContext {
  return {
    locale,
    suggest: (option) => conversation.suggest('make', option, '', locale, 25),
  };
}

/** What was given, by the options' names; photos are fetched. @throws UserError `photo-…` */
async function givenValues(
  { options }: Command,
  given: Given,
  attachments: Readonly<Record<string, Attachment>>,
  photos: PhotoFetcher,
): Promise<OptionValues> {
  const byName = new Map(given.map(({ name, value }) => [name, value]));
  const values: Record<string, OptionValue> = {};
  for (const [name, option] of Object.entries(options)) {
    if (option.kind === 'photos') {
      const files = photoNames(name, option.max).flatMap((each) => {
        const id = String(byName.get(each) ?? '');
        const file = Object.hasOwn(attachments, id) ? attachments[id] : undefined;
        return file === undefined ? [] : [file];
      });
      if (files.length > 0) values[name] = await photos.keep(files);
      continue;
    }
    const value = byName.get(name);
    if (value !== undefined) values[name] = value;
  }
  return values;
}
