import { describe, expect, it } from 'vitest';
import { firstIdAt } from '../../../../src/adapters/discord/snowflake.ts';
import { refusal } from '../fake/calls.ts';
import { directChannelOf } from '../fake/fake-discord.ts';
import { CHANNEL, GUILD, MINJI, newId } from '../fake/ids.ts';
import { command, message } from '../fake/user-events.ts';
import { withBot } from '../with-bot.ts';

const stage = withBot({ LIMIT_USER_OPEN: '0', LIMIT_USER_HOURLY: '0', LIMIT_USER_DAILY: '0' });

const DONE = /완성했어요/;

/** An interaction of sixteen minutes ago, whose bot is killed between its acknowledgement and its job. */
async function killedAfterAcknowledging(asked16: ReturnType<typeof command>) {
  const { discord, bot } = stage();
  let killed = false;
  discord.pause = async ({ path }, moment) => {
    if (killed || moment !== 'done' || !path.includes(`/interactions/${asked16.id}/`)) return undefined;
    killed = true;
    await bot.kill();
    return undefined;
  };
  const asked = discord.ask(asked16);
  await discord.until(() => killed);
  await bot.kill();
  discord.pause = async () => undefined;
  asked.dead = true;
  return asked;
}

const sixteenMinutesAgo = () => ({
  id: String(BigInt(firstIdAt(Date.now() - 16 * 60_000)) + BigInt(++serial)),
});
let serial = 0;

describe('an interaction whose token died while the bot was away', () => {
  it('has its ad in the message that says that the bot is thinking', async () => {
    const { discord, bot, shows } = stage();
    const asked = await killedAfterAcknowledging({
      ...command('make', { text: '죽은 토큰의 딸기라떼' }),
      ...sixteenMinutesAgo(),
    });
    // Its message is as old as it is.
    await bot.start();
    const ad = await shows(asked, DONE);
    expect(ad.files.size).toBe(1);
    expect(discord.store.visible.filter(({ texts }) => DONE.test(texts.at(-1) ?? ''))).toEqual([ad]);
  });

  it('has its ad in the channel, and its person is called, where nothing there may be read', async () => {
    const { discord, bot, appears } = stage();
    const asked16 = { ...command('make', { text: '못 읽는 채널의 딸기라떼' }), ...sixteenMinutesAgo() };
    await killedAfterAcknowledging(asked16);
    discord.troubles.push(({ method, path }) =>
      method === 'GET' && path === `/channels/${CHANNEL}/messages` ? refusal(403, 50001) : undefined,
    );
    const before = [...discord.store.messages];
    await bot.start();
    const ad = await appears(DONE, before);
    discord.troubles.length = 0;
    expect(ad.channel).toBe(CHANNEL);
    expect(ad.called).toEqual([MINJI]);
  });

  it('is told directly what is wrong with it, and nothing stands in the channel any more', async () => {
    const { discord, bot } = stage();
    const user = '610000000000000322';
    const asked = await killedAfterAcknowledging({
      ...command('make', { text: '딸기라떼', ratio: '77:1' }, { user }),
      ...sixteenMinutesAgo(),
    });
    await bot.start();
    const told = await discord.until(() =>
      discord.store.visible.find(({ channel }) => channel === directChannelOf(user)),
    );
    expect(told.texts.at(-1)).toContain('77:1');
    expect(asked.original?.deleted).toBe(true);
  });

  it('is answered directly where only its person is to read it', async () => {
    const { discord, bot } = stage();
    const user = '610000000000000321';
    await killedAfterAcknowledging({ ...command('history', {}, { user }), ...sixteenMinutesAgo() });
    await bot.start();
    await discord.until(() => discord.store.visible.find(({ channel }) => channel === directChannelOf(user)));
  });
});

describe('a message that was written while the bot was away', () => {
  it('is answered once, in servers and directly; what was answered is not again', async () => {
    const { discord, bot } = stage();
    const channel = newId();
    const user = '610000000000000654';
    const direct = { guild: null, user };
    const answersTo = (id: string) => discord.store.messages.filter(({ replyTo }) => replyTo === id);
    const answered = (id: string) => discord.until(() => answersTo(id).find(({ texts }) => texts.length > 0));
    const help = discord.say(message('@bot', { channel }));
    const hello = discord.say(message('도움말', direct));
    await answered(help.id);
    await answered(hello.id);
    await bot.kill();
    const away = discord.gateway.intents;
    discord.gateway.intents = 0;
    const missed = discord.say(message('@bot 자리 비운 사이의 딸기라떼', { channel }));
    const elsewhere = discord.say(message('@bot 처음 온 채널의 딸기라떼', { channel: newId() }));
    const chatter = discord.say(message('점심 뭐 먹지', { channel }));
    const written = discord.say(message('직접 쓴 딸기라떼', direct));
    discord.gateway.intents = away;
    await bot.start();
    for (const { id } of [missed, elsewhere, written])
      await discord.until(() => answersTo(id).find(({ texts }) => DONE.test(texts.at(-1) ?? '')));
    expect(bot.jobs().find(({ key }) => key.endsWith(missed.id))?.place.workspace).toBe(GUILD);
    await bot.kill();
    await bot.start();
    const last = discord.say(message('@bot 마지막 딸기라떼', { channel }));
    await discord.until(() => answersTo(last.id).find(({ texts }) => DONE.test(texts.at(-1) ?? '')));
    for (const { id } of [help, hello, missed, elsewhere, written, last])
      expect(answersTo(id)).toHaveLength(1);
    expect(answersTo(chatter.id)).toEqual([]);
  });
});
