import {
  type APIInteraction,
  ApplicationIntegrationType,
  ChannelType,
  PermissionFlagsBits,
  PermissionsBitField,
} from 'discord.js';
import type { LocalizedText } from '../../../ad/locale.ts';

interface Permission {
  readonly bit: bigint;
  readonly name: LocalizedText;
}

const ATTACH_FILES: Permission = {
  bit: PermissionFlagsBits.AttachFiles,
  name: { ko: '파일 첨부', en: 'Attach Files' },
};

const VIEW_CHANNEL: Permission = {
  bit: PermissionFlagsBits.ViewChannel,
  name: { ko: '채널 보기', en: 'View Channel' },
};

const SEND_MESSAGES: Permission = {
  bit: PermissionFlagsBits.SendMessages,
  name: { ko: '메시지 보내기', en: 'Send Messages' },
};

const SEND_IN_THREADS: Permission = {
  bit: PermissionFlagsBits.SendMessagesInThreads,
  name: { ko: '스레드에서 메시지 보내기', en: 'Send Messages in Threads' },
};

const THREADS: readonly (ChannelType | undefined)[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

type InteractionPermissions = Pick<
  APIInteraction,
  'app_permissions' | 'authorizing_integration_owners' | 'guild_id' | 'channel'
>;

/**
 * What the bot would need to post an ad there and may not do: asked before anything is made. Where people have brought
 * it along themselves it answers through them, and needs no more than to attach files.
 */
export function missingPermissions({
  app_permissions,
  authorizing_integration_owners: owners,
  guild_id,
  channel,
}: InteractionPermissions): readonly LocalizedText[] {
  if (guild_id === undefined) return [];
  const installed = owners?.[ApplicationIntegrationType.GuildInstall] !== undefined;
  const send = THREADS.includes(channel?.type) ? SEND_IN_THREADS : SEND_MESSAGES;
  const needed = installed ? [VIEW_CHANNEL, send, ATTACH_FILES] : [ATTACH_FILES];
  const given = new PermissionsBitField(BigInt(app_permissions ?? 0));
  return needed.filter(({ bit }) => !given.has(bit)).map(({ name }) => name);
}
