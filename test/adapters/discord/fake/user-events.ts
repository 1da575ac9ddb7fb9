import { defined } from '../../../../src/collections/defined.ts';
import { APPLICATION, CHANNEL, GUILD, MINJI, newId } from './ids.ts';
import { ALL_RIGHTS } from './world.ts';

/** Who does something, and where. */
export interface Actor {
  readonly user?: string;
  readonly name?: string;
  readonly locale?: string;
  readonly channel?: string;
  /** `null` = in direct messages. */
  readonly guild?: string | null;
  readonly channelType?: number;
  readonly roles?: readonly string[];
  readonly permissions?: string;
  readonly rights?: string;
  readonly limit?: number;
  /** Whether only the person has brought the bot along. */
  readonly userInstalled?: boolean;
}

/** An uploaded file. */
export interface Upload {
  readonly id: string;
  readonly url: string;
  readonly filename: string;
  readonly size: number;
  readonly content_type?: string;
}

export function upload(url: string, size: number, change: Partial<Upload> = {}): Upload {
  const filename = new URL(url).pathname.split('/').at(-1) ?? '';
  return { id: newId(), url, filename, size, content_type: 'image/png', ...change };
}

/** What every interaction has. */
function interaction(type: number, doer: Actor, more: object) {
  const { user = MINJI, name = '민지', locale = 'ko', channel = CHANNEL, guild = GUILD } = doer;
  const person = { id: user, username: name, global_name: name, discriminator: '0', avatar: null };
  const id = newId();
  return {
    version: 1 as const,
    id,
    type,
    application_id: APPLICATION,
    token: `aW50ZXJhY3Rpb246${id}${'x'.repeat(120)}`,
    channel_id: channel,
    channel: { id: channel, type: doer.channelType ?? (guild === null ? 1 : 0) },
    locale,
    app_permissions: doer.rights ?? ALL_RIGHTS,
    attachment_size_limit: doer.limit ?? 10 * 2 ** 20,
    entitlements: [],
    context: guild === null ? 1 : 0,
    authorizing_integration_owners: doer.userInstalled === true ? { 1: user } : { 0: guild ?? '0' },
    ...(guild === null
      ? { user: person }
      : {
          guild_id: guild,
          guild: { id: guild, features: [], locale: 'ko' },
          guild_locale: 'ko',
          member: {
            user: person,
            roles: doer.roles ?? [],
            permissions: doer.permissions ?? '0',
            joined_at: '2026-01-01T00:00:00.000000+00:00',
            deaf: false,
            mute: false,
            flags: 0,
          },
        }),
    ...more,
  };
}

type Value = string | number | boolean | Upload;

/** `/ad <name> …` */
export function command(name: string, values: Readonly<Record<string, Value>> = {}, doer: Actor = {}) {
  const uploads = Object.values(values).filter((value): value is Upload => typeof value === 'object');
  const options = Object.entries(values).map(([option, value]) => ({
    name: option,
    type: typeOf(value),
    value: typeof value === 'object' ? value.id : value,
  }));
  return interaction(2, doer, {
    data: {
      id: '1',
      type: 1,
      name: 'ad',
      options: [{ type: 1, name, options }],
      ...defined({ resolved: uploads.length === 0 ? undefined : { attachments: byId(uploads) } }),
    },
  });
}

/** Somebody is typing an option. */
export function typing(name: string, option: string, value: string, doer: Actor = {}) {
  const options = [{ name: option, type: 3, value, focused: true }];
  return interaction(4, doer, {
    data: { id: '1', type: 1, name: 'ad', options: [{ type: 1, name, options }] },
  });
}

/** 'Make ad from this photo' on a message. */
export function onMessage(attachments: readonly Upload[], doer: Actor = {}) {
  const id = newId();
  const message = { id, channel_id: CHANNEL, content: '사진', attachments, type: 0 };
  return interaction(2, doer, {
    data: {
      id: '2',
      type: 3,
      name: 'Make ad from this photo',
      target_id: id,
      resolved: { messages: { [id]: message } },
    },
  });
}

/** A button. */
export function press(id: string, message: string, doer: Actor = {}) {
  return interaction(3, doer, {
    message: { id: message, channel_id: CHANNEL },
    data: { custom_id: id, component_type: 2 },
  });
}

/** A choice from a menu. */
export function choose(menu: string, value: string, message: string, doer: Actor = {}) {
  return interaction(3, doer, {
    message: { id: message, channel_id: CHANNEL },
    data: { custom_id: menu, component_type: 3, values: [value] },
  });
}

/** A form, filled in. */
export function submit(
  form: string,
  fields: Readonly<Record<string, string | readonly string[] | readonly Upload[]>>,
  doer: Actor = {},
) {
  const uploads: Upload[] = [];
  const components = Object.entries(fields).map(([name, value]) => {
    if (typeof value === 'string')
      return { type: 18, id: 1, component: { type: 4, id: 2, custom_id: name, value } };
    const files = value.filter((each): each is Upload => typeof each === 'object');
    uploads.push(...files);
    const values = value.map((each) => (typeof each === 'object' ? each.id : each));
    return {
      type: 18,
      id: 1,
      component: { type: files.length > 0 ? 19 : 3, id: 2, custom_id: name, values },
    };
  });
  return interaction(5, doer, {
    data: { custom_id: form, components, resolved: { attachments: byId(uploads) } },
  });
}

/** A message as the gateway tells of it. */
export interface WrittenMessage {
  readonly id: string;
  readonly channel_id: string;
  readonly guild_id?: string;
  readonly member?: object;
  readonly content: string;
  readonly mentions: readonly { readonly id: string }[];
}

/** A person writes something: `@bot …` in a server mentions the bot. */
export function message(
  text: string,
  doer: Actor & { readonly bot?: boolean; readonly kind?: number } = {},
  attachments: readonly Upload[] = [],
  more: object = {},
): WrittenMessage {
  const { user = MINJI, name = '민지', guild = GUILD, kind = 0, bot = false } = doer;
  const channel = doer.channel ?? (guild === null ? `5${user.slice(1)}` : CHANNEL);
  const content = text.replaceAll('@bot', `<@${APPLICATION}>`);
  const self = { id: APPLICATION, username: 'shop-ad-bot', bot: true };
  const written = {
    id: newId(),
    type: kind,
    channel_id: channel,
    channel_type: guild === null ? 1 : 0,
    author: { id: user, username: name, global_name: name, discriminator: '0', avatar: null, bot },
    content,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: content === text ? [] : [self],
    mention_roles: [],
    attachments,
    embeds: [],
    pinned: false,
    components: [],
    flags: 0,
    ...(guild === null
      ? {}
      : {
          guild_id: guild,
          member: {
            nick: null,
            roles: doer.roles ?? [],
            joined_at: '2026-01-01T00:00:00.000000+00:00',
            deaf: false,
            mute: false,
            flags: 0,
          },
        }),
    ...more,
  };
  return written;
}

/** A reaction as the gateway tells of it. */
export function reaction(emoji: string, message: string, doer: Actor = {}) {
  const { user = MINJI, name = '민지', channel = CHANNEL, guild = GUILD } = doer;
  return {
    user_id: user,
    channel_id: channel,
    message_id: message,
    emoji: { id: null, name: emoji },
    burst: false,
    type: 0,
    ...(guild === null
      ? {}
      : {
          guild_id: guild,
          member: { user: { id: user, username: name, global_name: name }, roles: doer.roles ?? [] },
        }),
  };
}

function typeOf(value: Value): number {
  if (typeof value === 'object') return 11;
  if (typeof value === 'boolean') return 5;
  return typeof value === 'string' ? 3 : Number.isInteger(value) ? 4 : 10;
}

function byId(uploads: readonly Upload[]): Readonly<Record<string, Upload>> {
  return Object.fromEntries(uploads.map((file) => [file.id, file]));
}
