import type {
  GatewayMessageReactionAddDispatchData,
  GatewayMessageReactionRemoveDispatchData,
} from 'discord.js';
import type { Locale } from '../../ad/locale.ts';
import type { Conversation, Happening } from '../../conversation/conversation.ts';
import type { Reply } from '../../jobs/delivery/reply.ts';
import type { Log } from '../../jobs/log.ts';
import { STANDARD_LIMIT, writeAddress } from './address.ts';
import type { DiscordApi } from './api.ts';
import { directChannel, post } from './channel.ts';
import { DiscordFailure } from './failure.ts';
import type { Gateway } from './gateway.ts';
import { renderReply } from './render-reply.ts';
import { placeOf, type Said, speakerOf } from './speaker.ts';

export interface ReactionParts {
  readonly api: DiscordApi;
  readonly conversation: Conversation;
  readonly gateway: () => Pick<Gateway, 'self' | 'permissionsOf' | 'roleNames'>;
  readonly application: () => string | undefined;
  /** A person's language, as far as they have shown it. */
  localeOf(user: string, guild: string | undefined): Locale;
  readonly log: Log;
}

type Reaction = GatewayMessageReactionAddDispatchData | GatewayMessageReactionRemoveDispatchData;

/** A reaction was given. */
export async function reactionAdded(
  reaction: GatewayMessageReactionAddDispatchData,
  parts: ReactionParts,
): Promise<void> {
  const { conversation } = parts;
  const { member } = reaction;
  const happening = happeningOf(reaction, parts, member);
  if (happening === undefined || member?.user?.bot === true) return;
  const answer = await conversation.react(reaction.emoji.name ?? '', reaction.message_id, happening);
  if (answer.kind === 'reply') await tellAlone(answer.reply, reaction, happening, parts);
}

/** A reaction was taken away. */
export async function reactionRemoved(
  reaction: GatewayMessageReactionRemoveDispatchData,
  parts: ReactionParts,
): Promise<void> {
  const happening = happeningOf(reaction, parts, undefined);
  if (happening !== undefined) await parts.conversation.unreact(happening.key, happening);
}

function happeningOf(
  { user_id: user, guild_id: guild, channel_id: channel, message_id: message, emoji }: Reaction,
  { gateway, application, localeOf }: ReactionParts,
  member: GatewayMessageReactionAddDispatchData['member'],
): Happening | undefined {
  const { self, permissionsOf, roleNames } = gateway();
  const owner = application();
  // Emoji of servers have ids and stand for nothing.
  if (owner === undefined || user === self || emoji.id !== null || emoji.name === null) return undefined;
  const roles = member?.roles ?? [];
  const permissions = guild === undefined ? undefined : permissionsOf(guild, user, roles);
  const said: Said = {
    user: member?.user ?? { id: user, username: '' },
    ...(guild === undefined
      ? {}
      : {
          guild,
          member: { nick: member?.nick, roles, ...(permissions === undefined ? {} : { permissions }) },
        }),
    channel,
    locale: localeOf(user, guild),
  };
  const speaker = speakerOf(said, roleNames);
  const { name, ...nameless } = speaker;
  return {
    key: `discord:reaction:${message}:${user}:${emoji.name}`,
    speaker: name === '' ? nameless : speaker,
    place: placeOf(said),
    card: {
      address: writeAddress({
        application: owner,
        channel,
        ...(guild === undefined ? {} : { guild }),
        user,
        replyTo: message,
        limit: STANDARD_LIMIT,
      }),
    },
  };
}

/** What is meant for one person alone is written to them: reactions have no answer that only they see. */
async function tellAlone(
  reply: Reply,
  { user_id: user }: Reaction,
  { key }: Happening,
  { api, log }: ReactionParts,
): Promise<void> {
  const { signal } = new AbortController();
  try {
    const channel = await directChannel(api, user, signal);
    await post(api, await renderReply(reply, { limit: STANDARD_LIMIT }), { key, channel, signal });
  } catch (error) {
    if (!(error instanceof DiscordFailure)) throw error;
    log.info({ failure: error.kind }, 'somebody could not be written to');
  }
}
