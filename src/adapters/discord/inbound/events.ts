import type { Locale } from '../../../ad/locale.ts';
import { defined } from '../../../collections/defined.ts';
import type { InboundEvent } from '../../../conversation/inbound-event.ts';
import { DEFAULT_FILE_LIMIT, writeAddress } from '../address.ts';
import type { Connection } from '../connection.ts';
import { type Origin, placeOf, speakerOf } from './speaker.ts';

/** What it takes to know who has done something that is no interaction. */
export interface EventParts {
  readonly gateway: () => Pick<Connection, 'botUserId' | 'permissionsOf' | 'roleNames'>;
  readonly application: () => string | undefined;
  /** A person's language, as far as they have shown it, with what they say now. */
  localeOf(user: string, guild: string | undefined, text?: string): Locale;
}

/** A message or a reaction: who, where, about which message. */
export interface IncomingEvent extends Pick<Origin, 'guild' | 'channel'> {
  /** The same key twice is one event. */
  readonly key: string;
  /** A name of '' is not known. */
  readonly user: Origin['user'];
  readonly member?: Pick<NonNullable<Origin['member']>, 'nick' | 'roles'> | undefined;
  /** The message that the answer is a reply to. */
  readonly message: string;
  readonly text?: string;
}

/** What was heard, as the conversation wants it; undefined while the bot does not know itself. */
export function inboundEventOf(
  { key, user, member, guild, channel, message, text }: IncomingEvent,
  { gateway, application, localeOf }: EventParts,
): InboundEvent | undefined {
  const { permissionsOf, roleNames } = gateway();
  const owner = application();
  if (owner === undefined) return undefined;
  const roles = member?.roles ?? [];
  const permissions = guild === undefined ? undefined : permissionsOf(guild, user.id, roles);
  const said: Origin = {
    user,
    ...(guild === undefined
      ? {}
      : {
          guild,
          member: { nick: member?.nick, roles, ...defined({ permissions }) },
        }),
    channel,
    locale: localeOf(user.id, guild, text),
  };
  const speaker = speakerOf(said, roleNames);
  const { name, ...nameless } = speaker;
  return {
    key,
    member: name === '' ? nameless : speaker,
    place: placeOf(said),
    replyTo: {
      address: writeAddress({
        application: owner,
        channel,
        ...defined({ guild }),
        user: user.id,
        replyTo: message,
        limit: DEFAULT_FILE_LIMIT,
      }),
    },
  };
}
