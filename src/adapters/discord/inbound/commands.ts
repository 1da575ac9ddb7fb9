import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIChatInputApplicationCommandInteraction,
  ApplicationCommandOptionType,
  type InteractionType,
} from 'discord.js';
import type { Command } from '../../../conversation/command/define-command.ts';
import type { OptionValue, OptionValues } from '../../../conversation/command/option.ts';
import type { Attachment, PhotoFetcher } from '../photos.ts';
import { FORM_COMMAND } from '../registration/application-commands.ts';
import { photoNames } from '../registration/command-options.ts';
import type { Received } from './context.ts';
import { commandForm, fieldContext, makeCommand } from './forms/command-form.ts';
import type { InteractionHandler } from './interaction-handler.ts';

type Options = NonNullable<APIChatInputApplicationCommandInteraction['data']['options']>;

type SuggestedOptions = NonNullable<APIApplicationCommandAutocompleteInteraction['data']['options']>;

type Given = readonly APIApplicationCommandInteractionDataBasicOption<
  InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete
>[];

/** `/ad make …` and all other commands that are typed. */
export function commandHandler({
  interaction: { data },
  locale,
  context,
}: Received<APIChatInputApplicationCommandInteraction>): InteractionHandler {
  const { conversation, photos } = context;
  const { name, given } = subcommandOf(data.options);
  if (name === FORM_COMMAND) {
    return {
      kind: 'modal',
      modal: async () => commandForm(makeCommand(conversation), fieldContext(locale, conversation)),
    };
  }
  const command = conversation.commands.find((known) => known.name === name);
  return {
    kind: 'deferred',
    audience: command?.audience ?? 'asker',
    posts: command?.audience === 'everyone',
    run: (event) =>
      conversation.answer(event, async (session) => {
        if (command === undefined) return session.runCommand(name, {});
        const attachments = data.resolved?.attachments ?? {};
        const values = await givenValues(command, given, attachments, photos);
        return session.runCommand(name, values);
      }),
  };
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
