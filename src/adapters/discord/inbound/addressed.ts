import { type GatewayMessageCreateDispatchData, MessageType } from 'discord.js';
import type { InboundContext } from './context.ts';

/** What people write; all others tell of what happened. */
const KINDS: readonly MessageType[] = [MessageType.Default, MessageType.Reply];

/**
 * Whether somebody has written it to the bot: directly, with its name or its role's in it, or as a reply to a message of
 * its own that tells it so.
 */
export function isForBot(
  message: GatewayMessageCreateDispatchData,
  { botUserId: self, isOwnRole }: InboundContext['connection'],
): boolean {
  const { author, webhook_id, type, guild_id, content, mentions, mention_roles: roles } = message;
  if (self === undefined || author.id === self || author.bot === true || webhook_id !== undefined)
    return false;
  if (!KINDS.includes(type)) return false;
  if (guild_id === undefined || content.includes(`<@${self}>`) || content.includes(`<@!${self}>`))
    return true;
  // Who is told of a reply stands among the mentions, though not in the text.
  if (type === MessageType.Reply && mentions?.some(({ id }) => id === self)) return true;
  return roles?.some((role) => isOwnRole(guild_id, role)) === true;
}
