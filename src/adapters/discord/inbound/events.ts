import type { Locale } from '../../../ad/locale.ts';
import type { Happening } from '../../../conversation/happening.ts';
import { STANDARD_LIMIT, writeAddress } from '../address.ts';
import type { Gateway } from '../connection.ts';
import { placeOf, type Said, speakerOf } from './speaker.ts';

/** What it takes to know who has done something that is no interaction. */
export interface HearingParts {
  readonly gateway: () => Pick<Gateway, 'self' | 'permissionsOf' | 'roleNames'>;
  readonly application: () => string | undefined;
  /** A person's language, as far as they have shown it, with what they say now. */
  localeOf(user: string, guild: string | undefined, text?: string): Locale;
}

/** A message or a reaction: who, where, about which message. */
export interface Heard extends Pick<Said, 'guild' | 'channel'> {
  /** The same key twice is one happening. */
  readonly key: string;
  /** A name of '' is not known. */
  readonly user: Said['user'];
  readonly member?: Pick<NonNullable<Said['member']>, 'nick' | 'roles'> | undefined;
  /** The message that the answer is a reply to. */
  readonly message: string;
  readonly text?: string;
}

/** What was heard, as the conversation wants it; undefined while the bot does not know itself. */
export function happeningOf(
  { key, user, member, guild, channel, message, text }: Heard,
  { gateway, application, localeOf }: HearingParts,
): Happening | undefined {
  const { permissionsOf, roleNames } = gateway();
  const owner = application();
  if (owner === undefined) return undefined;
  const roles = member?.roles ?? [];
  const permissions = guild === undefined ? undefined : permissionsOf(guild, user.id, roles);
  const said: Said = {
    user,
    ...(guild === undefined
      ? {}
      : {
          guild,
          member: { nick: member?.nick, roles, ...(permissions === undefined ? {} : { permissions }) },
        }),
    channel,
    locale: localeOf(user.id, guild, text),
  };
  const speaker = speakerOf(said, roleNames);
  const { name, ...nameless } = speaker;
  return {
    key,
    speaker: name === '' ? nameless : speaker,
    place: placeOf(said),
    card: {
      address: writeAddress({
        application: owner,
        channel,
        ...(guild === undefined ? {} : { guild }),
        user: user.id,
        replyTo: message,
        limit: STANDARD_LIMIT,
      }),
    },
  };
}
