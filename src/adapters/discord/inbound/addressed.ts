import { MessageType } from 'discord.js';
import * as z from 'zod';
import type { InboundContext } from './context.ts';

/** What people write; all others tell of what happened. */
const KINDS: readonly number[] = [MessageType.Default, MessageType.Reply];

/** What of a message says who wrote it to whom. */
export const addressed = z.looseObject({
  id: z.string(),
  author: z.looseObject({ id: z.string(), bot: z.boolean().optional() }),
  webhook_id: z.string().optional(),
  type: z.number(),
  guild_id: z.string().optional(),
  content: z.string(),
  mentions: z.array(z.looseObject({ id: z.string() })).optional(),
  mention_roles: z.array(z.string()).optional(),
});

interface Addressed extends CallingText {
  readonly author: { readonly id: string; readonly bot?: boolean | undefined };
  readonly webhook_id?: string | undefined;
  readonly type: number;
  readonly mentions?: readonly { readonly id: string }[] | undefined;
}

/**
 * Whether somebody has written it to the bot: directly, with its name or its role's in it, or as a reply to a message of
 * its own that tells it so.
 */
export function isForBot(
  message: Addressed,
  { botUserId: self, isOwnRole }: InboundContext['connection'],
): boolean {
  const { author, webhook_id, type, guild_id, mentions } = message;
  if (self === undefined || author.id === self || author.bot === true || webhook_id !== undefined)
    return false;
  if (!KINDS.includes(type)) return false;
  if (guild_id === undefined || calls(message, { botUserId: self, isOwnRole })) return true;
  // Who is told of a reply stands among the mentions, though not in the text.
  return type === MessageType.Reply && mentions?.some(({ id }) => id === self) === true;
}

/** Whether its text has the bot's name or its role's in it. */
export function calls(
  { content, guild_id, mention_roles: roles }: CallingText,
  { botUserId: self, isOwnRole }: Pick<InboundContext['connection'], 'botUserId' | 'isOwnRole'>,
): boolean {
  if (content.includes(`<@${self}>`) || content.includes(`<@!${self}>`)) return true;
  return guild_id !== undefined && roles?.some((role) => isOwnRole(guild_id, role)) === true;
}

interface CallingText {
  readonly content: string;
  readonly guild_id?: string | undefined;
  readonly mention_roles?: readonly string[] | undefined;
}
