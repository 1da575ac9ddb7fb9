import { describe, expect, it } from 'vitest';
import { APPLICATION, CHANNEL, GUILD, MINJI, newId } from './fake/ids.ts';
import { message, reaction } from './fake/user-events.ts';
import { withBot } from './with-bot.ts';

const stage = withBot();

const nested = (open: string, close: string, depth: number): string =>
  open.repeat(depth) + close.repeat(depth);

/** Events that the bot or its library acts upon. */
const EVENTS = [
  'INTERACTION_CREATE',
  'MESSAGE_CREATE',
  'MESSAGE_REACTION_ADD',
  'MESSAGE_REACTION_REMOVE',
  'GUILD_CREATE',
  'GUILD_DELETE',
  'GUILD_UPDATE',
  'GUILD_ROLE_CREATE',
  'GUILD_ROLE_UPDATE',
  'GUILD_ROLE_DELETE',
  'CHANNEL_CREATE',
  'CHANNEL_UPDATE',
  'CHANNEL_DELETE',
  'THREAD_CREATE',
  'THREAD_LIST_SYNC',
  'MESSAGE_UPDATE',
  'MESSAGE_DELETE',
  'USER_UPDATE',
  'GUILD_MEMBERS_CHUNK',
  'toString',
  'constructor',
];

const DATA: readonly unknown[] = [
  null,
  [],
  1,
  'x',
  true,
  {},
  { id: null },
  { id: 7, guild_id: {}, channel_id: [], user_id: 'x', emoji: null, member: 'x' },
  { id: '1', guild_id: GUILD, roles: 'x', channels: 7, members: null, role: null },
];

const person = { id: MINJI, username: 'minji' };

/** Interactions that are known for some, and then are not as they should be. */
const INTERACTIONS: readonly object[] = [
  { type: 2, data: null },
  { type: 2, data: { type: 1, options: 'x' } },
  { type: 2, data: { type: 1, options: [{ type: 1, name: 'constructor', options: [] }] } },
  {
    type: 2,
    data: { type: 1, options: [{ type: 1, name: 'make', options: [{ name: 'photo', value: '__proto__' }] }] },
  },
  { type: 2, data: { type: 3, name: 'x', target_id: '__proto__', resolved: null } },
  { type: 3, data: null },
  { type: 3, data: { custom_id: 7 } },
  { type: 3, data: { custom_id: '1/7k3f9q/why', component_type: 2 }, message: null },
  { type: 3, data: { custom_id: 'menu/x', component_type: 3, values: null } },
  { type: 4, data: { options: [{ type: 1, name: '__proto__', options: [{ focused: true, name: 'x' }] }] } },
  { type: 5, data: { custom_id: 'make', components: null } },
  { type: 5, data: { custom_id: 'make/constructor', components: [] } },
  { type: 5, data: { custom_id: '1/7k3f9q/words', components: [null] } },
  { type: 99 },
  { type: 2, member: null, data: { type: 1 } },
  { type: 2, member: { user: person, roles: null, permissions: 'x' }, data: { type: 1 } },
];

/** That the bot is there, over the same line, and answers. */
async function answers(text: string): Promise<void> {
  const { discord, bot, shows, make } = stage();
  await shows(make(text), /완성했어요/);
  expect(discord.gateway.identified, bot.output).toBe(1);
}

describe('what comes over the gateway', () => {
  it('and is no payload is left alone', async () => {
    const { discord } = stage();
    await answers('카페 하나');
    const texts = ['null', '[]', '1', '"x"', 'true', '', 'nul', '{', nested('[', ']', 200_000)];
    const payloads: readonly unknown[] = [
      {},
      { op: null },
      { op: 'x' },
      { op: 99 },
      { op: {} },
      { op: 0 },
      { op: 0, t: null, s: null, d: null },
      { op: 0, t: 'READY', s: 1, d: null },
      { op: 0, t: 'READY', s: 1, d: {} },
      { op: 0, t: 'READY', s: 'x', d: { session_id: 7 } },
      { op: 0, t: 'GUILD_CREATE', s: {}, d: {} },
      { op: 9 },
      { op: 9, d: null },
      { op: 10 },
      { op: 10, d: {} },
      { op: 10, d: { heartbeat_interval: 'x' } },
      { op: 10, d: { heartbeat_interval: -1 } },
      { op: 10, d: { heartbeat_interval: 0 } },
    ];
    for (const text of [...texts, ...payloads.map((payload) => JSON.stringify(payload))]) {
      discord.gateway.raw(text);
    }
    discord.gateway.raw(
      `{"op":0,"t":"MESSAGE_CREATE","s":1,"d":${nested('{"d":', '}', 50_000).replace('}', '1}')}}`,
    );
    await answers('카페 둘');
  });

  it('and is not as an event should be is no trouble', async () => {
    const { discord } = stage();
    for (const event of EVENTS) {
      for (const data of DATA) discord.gateway.dispatch(event, data as object);
    }
    await answers('카페 셋');
  });

  it('and begins as an interaction, a message or a reaction does is no trouble', async () => {
    const { discord, bot } = stage();
    const known = { application_id: APPLICATION, token: 'x', channel_id: CHANNEL, locale: 'ko', version: 1 };
    for (const more of INTERACTIONS) {
      const interaction = {
        id: newId(),
        guild_id: GUILD,
        ...known,
        member: { user: person, roles: [] },
        ...more,
      };
      discord.gateway.dispatch('INTERACTION_CREATE', interaction);
    }
    for (const more of [
      { attachments: null },
      { author: null },
      { content: null },
      { member: 'x' },
      { message_snapshots: [{}] },
      { guild_id: 7 },
    ]) {
      discord.gateway.dispatch('MESSAGE_CREATE', message('@bot 카페', {}, [], more));
    }
    for (const more of [
      { emoji: null },
      { emoji: {} },
      { member: null },
      { member: { roles: 7 } },
      { user_id: 7 },
    ]) {
      const given = { ...reaction('🔁', newId()), ...more };
      discord.gateway.dispatch('MESSAGE_REACTION_ADD', given);
      discord.gateway.dispatch('MESSAGE_REACTION_REMOVE', given);
    }
    await answers('카페 넷');
    // What could not be answered is not tried again at every start.
    await bot.kill('SIGTERM');
    await bot.start();
    await stage().shows(stage().make('카페 다섯'), /완성했어요/);
    discord.faults.splice(0);
  });
});
