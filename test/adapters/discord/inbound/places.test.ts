import { describe, expect, it } from 'vitest';
import type { StoredMessage } from '../fake/channel-store.ts';
import { directChannelOf } from '../fake/fake-discord.ts';
import { GUILD, newId } from '../fake/ids.ts';
import type { Places } from '../fake/places.ts';
import { command, message, type WrittenMessage } from '../fake/user-events.ts';
import { withBot } from '../with-bot.ts';

const stage = withBot({ LIMIT_USER_OPEN: '0', LIMIT_USER_HOURLY: '0', LIMIT_USER_DAILY: '0' });

const DONE = /완성했어요|Your ad is ready/;

/** The bot's answer to a message, once it says something. */
function answered({ id }: WrittenMessage, text: RegExp): Promise<StoredMessage> {
  const { discord } = stage();
  return discord.until(() =>
    discord.store.visible.find(({ replyTo, texts }) => replyTo === id && text.test(texts.at(-1) ?? '')),
  );
}

/** What somebody is sent directly. */
function sentTo(user: string, text: RegExp): Promise<StoredMessage> {
  const { discord } = stage();
  return discord.until(() =>
    discord.store.visible.find(
      ({ channel, texts }) => channel === directChannelOf(user) && text.test(texts.at(-1) ?? ''),
    ),
  );
}

const newUser = (): string => `61${newId().slice(2)}`;

describe('what is said to the bot', () => {
  it.each([
    ['announcements', 5, undefined],
    ['a thread of announcements', 10, 5],
    ['a post of a forum', 11, 15],
    ['a post of a media channel', 11, 16],
    ['a private thread', 12, 0],
    ['the chat of a stage', 13, undefined],
    ['the chat of a voice channel', 2, undefined],
  ])('is answered there in %s, and so is a command', async (_where, channelType, parentType) => {
    const { discord, make, shows } = stage();
    const [channel, parent] = [newId(), newId()];
    discord.places.kinds.set(channel, channelType);
    if (parentType !== undefined) {
      discord.places.kinds.set(parent, parentType);
      discord.places.parents.set(channel, parent);
    }
    const doer = { channel, channelType };
    expect((await answered(discord.say(message('@bot 딸기라떼', doer)), DONE)).channel).toBe(channel);
    expect((await shows(make('카페', {}, doer), DONE)).channel).toBe(channel);
  });

  it('in the first message of a post, whose thread has its id, is answered in that thread', async () => {
    const { discord } = stage();
    const thread = newId();
    discord.places.kinds.set(thread, 11);
    const said = discord.say(
      message('@bot 딸기라떼', { channel: thread, channelType: 11 }, [], { id: thread }),
    );
    expect((await answered(said, DONE)).channel).toBe(thread);
  });
});

/** What happens to a channel while the ad is made, and what is said of it with the ad. */
const closing: readonly (readonly [
  what: string,
  close: (places: Places, channel: string) => void,
  said: RegExp,
])[] = [
  [
    'a thread is locked',
    ({ locked }, channel) => locked.add(channel),
    /스레드가 잠겨 있어서 여기로 보냈어요/,
  ],
  ['a channel is deleted', ({ deleted }, channel) => deleted.add(channel), /없어졌거나 .* 여기로 보냈어요/],
  [
    'the bot is removed from the server',
    ({ left }, channel) => left.add(channel),
    /없어졌거나 .* 여기로 보냈어요/,
  ],
  ['the bot loses its rights', close, /권한이 없어서 여기로 보냈어요/],
];

function close({ muted, locked: _, archived }: Places, channel: string): void {
  muted.add(channel);
  archived.add(channel);
}

describe('while an ad is made', () => {
  it.each(closing)('%s: it comes directly, with why', async (_what, shut, said) => {
    const { discord, bot } = stage();
    const [channel, user] = [newId(), newUser()];
    bot.hold();
    await answered(
      discord.say(message('@bot 닫히는 방의 딸기라떼', { channel, user })),
      /접수했어요|만드는 중/,
    );
    shut(discord.places, channel);
    bot.letGo();
    const ad = await sentTo(user, DONE);
    expect(ad.texts.at(-1)).toMatch(said);
    expect(ad.files.size).toBe(1);
  });

  it.each(closing)(
    '%s after a command whose token is dead: it comes directly, with why',
    async (_what, shut, said) => {
      const { discord, bot, make, shows } = stage();
      const [channel, user] = [newId(), newUser()];
      bot.hold();
      const asked = make('닫히는 방의 딸기라떼', {}, { channel, user });
      await shows(asked, /접수했어요|만드는 중/);
      asked.dead = true;
      shut(discord.places, channel);
      bot.letGo();
      expect((await sentTo(user, DONE)).texts.at(-1)).toMatch(said);
    },
  );

  it('a thread is archived: it is posted there anew, which opens the thread', async () => {
    const { discord, bot, appears } = stage();
    const channel = newId();
    discord.places.kinds.set(channel, 11);
    bot.hold();
    const said = discord.say(message('@bot 보관될 글타래의 딸기라떼', { channel, channelType: 11 }));
    const card = await answered(said, /접수했어요|만드는 중/);
    discord.places.archived.add(channel);
    const before = [...discord.store.messages];
    bot.letGo();
    expect((await appears(DONE, before)).channel).toBe(channel);
    await discord.until(() => card.deleted);
  });

  it('the message that asked, and the answer to it, are deleted: it is posted anew', async () => {
    const { discord, bot, appears } = stage();
    const channel = newId();
    bot.hold();
    const said = discord.say(message('@bot 지워질 딸기라떼', { channel }));
    const card = await answered(said, /접수했어요|만드는 중/);
    card.deleted = true;
    discord.places.forgotten.add(said.id);
    discord.gateway.dispatch('MESSAGE_DELETE', { id: said.id, channel_id: channel, guild_id: GUILD });
    const before = [...discord.store.messages];
    bot.letGo();
    expect((await appears(DONE, before)).channel).toBe(channel);
  });

  it('its owner leaves the server: it stands where it was asked for, for whoever is there', async () => {
    const { discord, bot } = stage();
    const [channel, user] = [newId(), newUser()];
    bot.hold();
    const said = discord.say(message('@bot 나간 손님의 딸기라떼', { channel, user }));
    await answered(said, /접수했어요|만드는 중/);
    discord.gateway.dispatch('GUILD_MEMBER_REMOVE', {
      guild_id: GUILD,
      user: { id: user, username: '손님' },
    });
    bot.letGo();
    expect((await answered(said, DONE)).channel).toBe(channel);
  });

  it('its owner comes to share no server with the bot: it is kept, and shown when they speak again', async () => {
    const { discord, bot } = stage();
    const user = newUser();
    const channel = directChannelOf(user);
    discord.troubles.push(({ method, path }) =>
      method === 'POST' && path === `/channels/${channel}/messages`
        ? { status: 403, body: { code: 50278, message: 'no mutual guilds' } }
        : undefined,
    );
    const said = discord.say(message('손님의 딸기라떼', { guild: null, user }));
    const job = () => bot.jobs().find(({ key }) => key === `discord:message:${said.id}`);
    await discord.until(() => job()?.state === 'made');
    discord.troubles.length = 0;
    const help = discord.say(message('도움말', { guild: null, user }));
    await answered(said, DONE);
    await answered(help, /./);
  });
});

describe('a place that is closed already', () => {
  it('has its answers come directly, with why: the ad, and what there is to say', async () => {
    const { discord } = stage();
    const [channel, user] = [newId(), newUser()];
    discord.places.locked.add(channel);
    discord.say(message('@bot', { channel, user, name: '지수' }));
    expect((await sentTo(user, /\/ad make/)).texts.at(-1)).toMatch(/스레드가 잠겨 있어서 여기로 보냈어요/);
    discord.say(message('@bot 잠긴 곳의 딸기라떼', { channel, user, name: '지수' }));
    expect((await sentTo(user, DONE)).texts.at(-1)).toMatch(/스레드가 잠겨 있어서 여기로 보냈어요/);
  });

  it('is said in the person’s language, and not where they were written to directly anyway', async () => {
    const { discord, shows, make } = stage();
    const [channel, user] = [newId(), newUser()];
    await shows(make('cafe', {}, { user, locale: 'en-US' }), DONE);
    discord.places.muted.add(channel);
    discord.say(message('@bot new latte', { channel, user }));
    expect((await sentTo(user, DONE)).texts.at(-1)).toMatch(/I may not post there, so I sent this here/);
    const direct = await answered(discord.say(message('another latte', { guild: null, user })), DONE);
    expect(direct.texts.at(-1)).not.toMatch(/sent this here/);
    const asked = discord.ask(command('help', {}, { user, guild: null, channel: directChannelOf(user) }));
    await discord.until(() => asked.original?.texts.at(-1));
    expect(asked.original?.texts.at(-1)).not.toMatch(/sent this here/);
  });
});
