import { PermissionFlagsBits, PermissionsBitField } from 'discord.js';
import type { Locale } from '../../../ad/locale.ts';
import type { Member } from '../../../conversation/command/member.ts';
import type { Place } from '../../../jobs/job/job.ts';

interface Person {
  readonly id: string;
  readonly username: string;
  readonly global_name?: string | null | undefined;
}

interface GuildMember {
  readonly nick?: string | null | undefined;
  readonly roles: readonly string[];
  /** All that they may do in the channel, as Discord's bits. */
  readonly permissions?: string;
}

/** What is the same in everything that people do: who, where, in which language. */
export interface Origin {
  readonly user: Person;
  /** In servers. */
  readonly member?: GuildMember | undefined;
  readonly guild?: string | undefined;
  readonly channel: string;
  readonly locale: Locale;
}

/** The names of roles, by their ids; ids of roles that are not known have none. */
export type RoleNames = (guild: string, roles: readonly string[]) => readonly string[];

/** Who speaks. In direct messages everybody is their own admin. */
export function memberOf({ user, member, guild, locale }: Origin, namesOf: RoleNames): Member {
  const roles = member?.roles ?? [];
  return {
    id: user.id,
    name: member?.nick ?? user.global_name ?? user.username,
    locale,
    admin: guild === undefined || isAdmin(member?.permissions),
    roles: guild === undefined ? [] : [...roles, ...namesOf(guild, roles)],
  };
}

/** Where it was said. Direct messages have no server, so a person's brand and limits there are their own. */
export function placeOf({ user, guild, channel }: Origin): Place {
  return { platform: 'discord', workspace: guild ?? `user:${user.id}`, channel };
}

/** Whoever manages the server may touch what is not theirs. */
function isAdmin(permissions: string | undefined): boolean {
  if (permissions === undefined) return false;
  // An administrator has every right without its bit.
  return new PermissionsBitField(BigInt(permissions)).has(PermissionFlagsBits.ManageGuild);
}

/** The language of what somebody wrote, where its letters tell. */
export function localeOfText(text = ''): Locale | undefined {
  return /\p{Script=Hangul}/u.test(text) ? 'ko' : undefined;
}

/** The language of the house for one of Discord's. */
export function localeOf(language: string | undefined, defaultLocale: Locale): Locale {
  if (language === undefined) return defaultLocale;
  return language.startsWith('ko') ? 'ko' : 'en';
}
