import { APPLICATION, CHANNEL, GUILD } from './ids.ts';

/** Role of those who may manage the server. */
export const MANAGERS = '810000000000000001';
const VIPS = '810000000000000002';
/** The role that the server has given to the bot itself. */
export const OWN_ROLE = '810000000000000003';

const role = { color: 0, hoist: false, position: 0, managed: false, mentionable: false, flags: 0 };

/** Every right that the bot needs: view, send, in threads too, attach files, read what was, react. */
export const ALL_RIGHTS = String(
  (1n << 10n) | (1n << 11n) | (1n << 15n) | (1n << 16n) | (1n << 6n) | (1n << 38n),
);

/** The server that everything happens in. */
export const guild = {
  id: GUILD,
  name: '딸기 가게',
  owner_id: '600000000000000099',
  preferred_locale: 'ko',
  unavailable: false,
  member_count: 3,
  large: false,
  joined_at: '2026-01-01T00:00:00.000000+00:00',
  features: [],
  emojis: [],
  stickers: [],
  members: [],
  threads: [],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw_level: 0,
  premium_tier: 0,
  premium_progress_bar_enabled: false,
  system_channel_flags: 0,
  afk_timeout: 300,
  roles: [
    { ...role, id: GUILD, name: '@everyone', permissions: ALL_RIGHTS },
    { ...role, id: MANAGERS, name: '점장', permissions: String(1n << 5n) },
    { ...role, id: VIPS, name: '단골', permissions: '0' },
    {
      ...role,
      id: OWN_ROLE,
      name: 'shop-ad-bot',
      permissions: '0',
      managed: true,
      tags: { bot_id: APPLICATION },
    },
  ],
  channels: [{ id: CHANNEL, type: 0, name: '광고', position: 0, permission_overwrites: [], flags: 0 }],
};
