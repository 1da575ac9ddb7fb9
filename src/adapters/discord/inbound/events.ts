import { defined } from '../../../collections/defined.ts';
import type { InboundEvent } from '../../../conversation/inbound-event.ts';
import { DEFAULT_FILE_LIMIT, writeAddress } from '../address.ts';
import type { InboundContext } from './context.ts';
import { localeOf, localeOfText, memberOf, type Origin, placeOf } from './member.ts';
import { addressOf, type Interaction } from './read-interaction.ts';

/** A message or a reaction: who, where, about which message. */
export interface PlatformEvent extends Pick<Origin, 'guild' | 'channel'> {
  /** The same key twice is one event. */
  readonly key: string;
  /** A name of '' is not known. */
  readonly user: Origin['user'];
  readonly member?: Pick<NonNullable<Origin['member']>, 'nick' | 'roles'> | undefined;
  /** The message that the answer is a reply to. */
  readonly message: string;
  readonly text?: string;
  /** The message of the bot's that they answer. */
  readonly sourceMessage?: string;
}

/** A message or a reaction, as the conversation wants it; undefined while the bot does not know itself. */
export function inboundEventOf(event: PlatformEvent, context: InboundContext): InboundEvent | undefined {
  const { key, user, member, guild, channel, message, text, sourceMessage } = event;
  const { connection, locales, defaultLocale } = context;
  const { application } = connection;
  if (application === undefined) return undefined;
  const roles = member?.roles ?? [];
  const permissions = guild === undefined ? undefined : connection.permissionsOf(guild, user.id, roles);
  const origin: Origin = {
    user,
    ...(guild === undefined
      ? {}
      : { guild, member: { nick: member?.nick, roles, ...defined({ permissions }) } }),
    channel,
    locale:
      locales.get(user.id) ??
      localeOfText(text) ??
      localeOf(guild && connection.preferredLocaleOf(guild), defaultLocale),
  };
  const known = memberOf(origin, connection.roleNames);
  const { name, ...nameless } = known;
  return {
    key,
    member: name === '' ? nameless : known,
    place: placeOf(origin),
    replyTo: {
      address: writeAddress({
        application,
        channel,
        ...defined({ guild }),
        user: user.id,
        replyTo: message,
        limit: DEFAULT_FILE_LIMIT,
      }),
    },
    ...defined({ sourceMessage }),
  };
}

/** An interaction, as the conversation wants it. @param message the one that its acknowledgement has made */
export function interactionEventOf(
  interaction: Interaction,
  origin: Origin,
  { connection }: InboundContext,
  message?: string,
): InboundEvent {
  return {
    key: `discord:interaction:${interaction.id}`,
    member: memberOf(origin, connection.roleNames),
    place: placeOf(origin),
    replyTo: { address: writeAddress(addressOf(interaction, origin)), ...defined({ messageId: message }) },
    ...defined({ sourceMessage: interaction.message?.id }),
  };
}
