import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BotProcess } from './bot-process.ts';
import { FakeDiscord } from './fake/fake-discord.ts';
import type { Asked } from './fake/interactions.ts';
import { command } from './fake/user-events.ts';

let discord: FakeDiscord;
const bots: BotProcess[] = [];
beforeEach(async () => {
  discord = await FakeDiscord.open(500);
});
afterEach(async () => {
  if (process.env.SHOW_LOG) console.log(...bots.map(({ output }) => output));
  await Promise.all(bots.splice(0).map((bot) => bot.remove()));
  await discord.close();
  expect(discord.faults).toEqual([]);
});

async function start(environment: Readonly<Record<string, string>> = {}): Promise<BotProcess> {
  const bot = new BotProcess(discord, environment);
  bots.push(bot);
  await bot.start();
  return bot;
}

const make = (text: string): Asked => discord.ask(command('make', { text }));

const done = (asked: Asked): Promise<unknown> =>
  discord.until(() => /완성했어요/.test(asked.original?.texts.at(-1) ?? ''));

describe('the connection', () => {
  it('asks for no privileged intents, and beats its heart', async () => {
    await start();
    expect(discord.gateway.intents & ((1 << 1) | (1 << 8) | (1 << 15))).toBe(0);
    await discord.until(() => discord.gateway.heartbeats.length >= 3);
  });

  it('resumes after a close with 4000, and does once what is sent again', async () => {
    const bot = await start();
    const first = make('카페 하나');
    await done(first);
    discord.gateway.drop(4000);
    const missed = make('카페 둘');
    await discord.until(() => discord.gateway.resumed === 1);
    await done(missed);
    discord.gateway.replay(5);
    const last = make('카페 셋');
    await done(last);
    expect(bot.jobs()).toHaveLength(3);
    expect(discord.calls.filter(({ path }) => path.endsWith('/callback'))).toHaveLength(3);
  });

  it('begins anew after an invalid session, and when it is told to reconnect', async () => {
    await start();
    discord.gateway.forgetful = true;
    discord.gateway.drop(4000);
    await discord.until(() => discord.gateway.identified === 2, 30_000);
    discord.gateway.forgetful = false;
    await done(make('카페'));
    discord.gateway.send(7, null);
    await discord.until(() => discord.gateway.resumed === 1, 30_000);
    await done(make('카페'));
  });

  it('comes back when the line was cut without a word', async () => {
    await start();
    discord.gateway.drop();
    await discord.until(() => discord.gateway.resumed + discord.gateway.identified > 1, 30_000);
    await done(make('카페'));
  });

  it('takes the shards that it is told to', async () => {
    await start({ DISCORD_SHARDS: '1-1/3' });
    expect(discord.gateway.shards).toEqual([[1, 3]]);
    await done(make('카페'));
  });

  it('ends, and says why, where the token is not known', async () => {
    const bot = new BotProcess(discord, { DISCORD_TOKEN: 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GAbCdE.wrong' });
    bots.push(bot);
    bot.launch();
    expect(await bot.ended).toBe(2);
    expect(bot.output).toContain('DISCORD_TOKEN이 맞지 않아요');
    expect(bot.output).not.toContain('GAbCdE.wrong');
  });

  it('ends, and says why, where Discord closes it for good', async () => {
    const bot = await start();
    discord.gateway.drop(4013);
    expect(await bot.ended).toBe(2);
    expect(bot.output).toContain('코드 4013');
  });

  it('waits for Discord where it cannot be reached at the start', async () => {
    discord.trouble(({ path }) => path === '/gateway/bot', { status: 503, body: {} }, 6);
    await start();
    await done(make('카페'));
  });
});

describe('two bots with one token', () => {
  it('make every ad once', async () => {
    const [one, two] = [await start(), await start()];
    const asked = Array.from({ length: 10 }, (_, index) => make(`카페 ${index}`));
    await Promise.all(asked.map(done));
    expect(one.jobs().length + two.jobs().length).toBe(10);
    expect(asked.flatMap(({ followUps }) => followUps)).toEqual([]);
  });
});

describe('a bot that is killed', () => {
  it('finishes in its next life what it has acknowledged, each once', async () => {
    const bot = await start({ MAKING_MS: '300' });
    const asked = Array.from({ length: 6 }, (_, index) => make(`카페 ${index}`));
    await discord.until(() => asked.every(({ type }) => type !== undefined));
    await bot.kill();
    await bot.start();
    await Promise.all(asked.map(done));
    await bot.kill('SIGTERM');
    expect(bot.jobs()).toHaveLength(6);
    expect(bot.jobs().every(({ state }) => state === 'delivered')).toBe(true);
    expect(discord.store.visible).toHaveLength(6);
    const ends = discord.store.visible.map(
      ({ texts }) => texts.filter((text) => /완성했어요/.test(text)).length,
    );
    expect(ends).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('edits what it had posted when the tokens have died meanwhile', async () => {
    const bot = await start({ MAKING_MS: '300' });
    const asked = Array.from({ length: 3 }, (_, index) => make(`카페 ${index}`));
    await discord.until(() => asked.every(({ original }) => (original?.texts.length ?? 0) > 1));
    await bot.kill();
    for (const each of asked) each.dead = true;
    await bot.start();
    await Promise.all(asked.map(done));
    expect(discord.store.visible).toHaveLength(3);
  });
});
