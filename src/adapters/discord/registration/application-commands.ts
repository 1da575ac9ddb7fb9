import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { LocalizedText } from '../../../ad/locale.ts';
import type { Command } from '../../../conversation/command/define-command.ts';
import { localized, mapOption } from './command-options.ts';

/** The command that all commands of the house are below. */
const ROOT_COMMAND = 'ad';

/** The subcommand that shows `make` as a form: Discord's own, since only forms take files dropped into them. */
export const FORM_COMMAND = 'form';

/** Makes an ad from the photos of a message. */
const PHOTO_COMMAND: LocalizedText = { en: 'Make ad from this photo', ko: '이 사진으로 광고 만들기' };

/** In servers, in direct messages with the bot, and in those of others: wherever Discord lets a command be used. */
const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** The commands as Discord registers them: `/ad` with a subcommand for each, and the one on messages. */
export function mapCommands(commands: readonly Command[]): readonly RESTPostAPIApplicationCommandsJSONBody[] {
  const form = {
    name: FORM_COMMAND,
    name_localizations: { ko: '양식' },
    ...localized({ en: 'Make an ad by filling in a form', ko: '양식을 채워 광고를 만들어요' }),
    type: ApplicationCommandOptionType.Subcommand as const,
  };
  const [first, ...rest] = commands.map(({ name, ko, description, options }) => ({
    name,
    name_localizations: { ko },
    ...localized(description),
    type: ApplicationCommandOptionType.Subcommand as const,
    options: Object.entries(options)
      .flatMap(([option, definition]) => mapOption(option, definition))
      // Discord wants those that must be given first.
      .sort((a, b) => Number(b.required === true) - Number(a.required === true)),
  }));
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: ROOT_COMMAND,
      name_localizations: { ko: '광고' },
      ...localized({ en: 'Make advertisement pictures', ko: '광고 그림을 만들어요' }),
      ...EVERYWHERE,
      options: [...(first === undefined ? [] : [first]), form, ...rest],
    },
    {
      type: ApplicationCommandType.Message,
      name: PHOTO_COMMAND.en,
      name_localizations: { ko: PHOTO_COMMAND.ko },
      ...EVERYWHERE,
    },
  ];
}
