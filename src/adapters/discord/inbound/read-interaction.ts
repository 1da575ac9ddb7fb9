import {
  type APIInteraction,
  type APIPingInteraction,
  ApplicationCommandType,
  InteractionType,
} from 'discord.js';
import * as z from 'zod';
import type { Locale } from '../../../ad/locale.ts';
import { defined } from '../../../collections/defined.ts';
import { UserError } from '../../../errors/user-error.ts';
import { type Address, DEFAULT_FILE_LIMIT } from '../address.ts';
import { createdAt } from '../snowflake.ts';
import { buttonHandler, submissionHandler } from './buttons.ts';
import { commandHandler, type PlanParts, shortcutHandler } from './commands.ts';
import type { InteractionHandler } from './interaction-handler.ts';
import { localeOf, type Origin } from './speaker.ts';

/** What people do: all interactions but Discord's own knock at an HTTP door. */
export type Interaction = Exclude<APIInteraction, APIPingInteraction>;

/** An interaction's token lives so long, in milliseconds. */
const TOKEN_LIFE = 15 * 60_000;

const essence = z.looseObject({
  id: z.string(),
  application_id: z.string(),
  type: z.number(),
  token: z.string(),
});

/** An interaction as it was kept; undefined where it is none. */
export function readInteraction(value: unknown): Interaction | undefined {
  // The rest is as Discord has sent it.
  return essence.safeParse(value).success ? (value as Interaction) : undefined;
}

/** Who has done it, where; undefined for what has no person or no place. */
export function originOf(interaction: Interaction, standard: Locale): Origin | undefined {
  const { member, guild_id: guild, locale } = interaction;
  const user = member?.user ?? interaction.user;
  const channel = interaction.channel?.id ?? interaction.channel_id;
  if (user === undefined || channel === undefined) return undefined;
  return { user, member, guild, channel, locale: localeOf(locale, standard) };
}

/** Where what follows is to be shown. */
export function addressOf(interaction: Interaction, { user, guild, channel }: Origin): Address {
  const { id, application_id: application, token } = interaction;
  return {
    application,
    channel,
    ...defined({ guild }),
    user: user.id,
    token,
    until: createdAt(id) + TOKEN_LIFE,
    limit: limitOf(interaction),
  };
}

/** Most bytes of a file there. */
export function limitOf({ attachment_size_limit: limit }: Interaction): number {
  return limit ?? DEFAULT_FILE_LIMIT;
}

/** What is to be done about it; undefined for what wants suggestions, or nothing. */
export function findHandler(
  interaction: Interaction,
  locale: Locale,
  parts: PlanParts,
): InteractionHandler | undefined {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand: {
      const { data } = interaction;
      if (data.type === ApplicationCommandType.ChatInput) {
        return commandHandler({ ...interaction, data }, locale, parts);
      }
      if (data.type === ApplicationCommandType.Message) {
        return shortcutHandler({ ...interaction, data }, locale, parts);
      }
      const known = parts.conversation.commands.map(({ name }) => name);
      const unknown = new UserError('command-unknown', { name: data.name, known });
      return { kind: 'form', form: () => Promise.reject(unknown) };
    }
    case InteractionType.MessageComponent:
      return buttonHandler(interaction, locale, parts);
    case InteractionType.ModalSubmit:
      return submissionHandler(interaction, parts);
    default:
      return undefined;
  }
}
