import type { APIInteraction, APIPingInteraction } from 'discord.js';
import * as z from 'zod';
import type { Locale } from '../../../ad/locale.ts';
import { defined } from '../../../collections/defined.ts';
import { type Address, DEFAULT_FILE_LIMIT } from '../address.ts';
import { createdAt } from '../snowflake.ts';
import { localeOf, type Origin } from './member.ts';

/** What people do: all interactions but Discord's own knock at an HTTP door. */
export type Interaction = Exclude<APIInteraction, APIPingInteraction>;

/**
 * An interaction's token lives so long, in milliseconds
 * (https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages).
 */
const TOKEN_LIFETIME = 15 * 60_000;

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
export function originOf(interaction: Interaction, defaultLocale: Locale): Origin | undefined {
  const { member, guild_id: guild, locale } = interaction;
  const user = member?.user ?? interaction.user;
  const channel = interaction.channel?.id ?? interaction.channel_id;
  if (user === undefined || channel === undefined) return undefined;
  return { user, member, guild, channel, locale: localeOf(locale, defaultLocale) };
}

/** Whether what is sent by an interaction's token may still arrive. */
export function isTokenAlive({ id }: Pick<Interaction, 'id'>): boolean {
  return Date.now() < createdAt(id) + TOKEN_LIFETIME;
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
    until: createdAt(id) + TOKEN_LIFETIME,
    limit: limitOf(interaction),
  };
}

/** Most bytes of a file there. */
export function limitOf({ attachment_size_limit: limit }: Interaction): number {
  return limit ?? DEFAULT_FILE_LIMIT;
}
