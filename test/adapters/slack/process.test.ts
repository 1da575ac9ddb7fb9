import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { BotProcess } from './bot-process.ts';
import { FakeSlack } from './fake/fake-slack.ts';
import { FakeUsers } from './fake/users.ts';
import type { FakeMessage } from './fake/workspace.ts';
import { freePort, isFinished, textOf, until } from './with-bot.ts';

let bot: BotProcess | undefined;
let slack: FakeSlack;
let folder: string;
afterEach(async () => {
  await bot?.kill();
  await slack.close();
  await rm(folder, { recursive: true, force: true });
  expect(slack.wrong).toEqual([]);
});

async function openProcess(mode: 'socket' | 'http' = 'socket', making = 5) {
  slack = new FakeSlack();
  await slack.listen();
  folder = await mkdtemp(join(tmpdir(), 'slack-'));
  const port = await freePort();
  const start = async (): Promise<BotProcess> => {
    bot = new BotProcess({ folder, slack, mode, port, making });
    await bot.ready();
    return bot;
  };
  await start();
  return { people: new FakeUsers(slack, mode === 'socket' ? { mode } : { mode, port }), start };
}

const finished = (wanted = 1): Promise<readonly FakeMessage[]> =>
  until(
    () => {
      const ads = slack.messages.filter(isFinished);
      return ads.length >= wanted ? ads : undefined;
    },
    slack,
    40_000,
  );

describe('the bot in a process of its own', { timeout: 150_000 }, () => {
  it.each(['socket', 'http'] as const)(
    'makes an ad over %s, takes it up from its buttons, and ends in order',
    async (mode) => {
      const { people } = await openProcess(mode);
      await people.slash('카페 신메뉴 딸기라떼');
      const [ad] = await finished();
      await people.press(ad!, /다시 만들기/);
      await finished(2);
      await people.mention('new latte', { user: 'UANNE' });
      expect(textOf((await finished(3)).at(-1)?.blocks)).toContain('Your ad is ready.');
      expect(await bot?.stop()).toBe(0);
      expect(bot?.output).not.toMatch(/xoxb-|xapp-/);
    },
  );

  it('killed while it makes an ad goes on with it at the next start: one message, finished once', async () => {
    const { people, start } = await openProcess('socket', 10_000);
    await people.slash('카페 신메뉴 딸기라떼');
    // Once it has been edited, its having been posted is written down.
    const kept = await until(() => slack.messages.find(({ before }) => before.length > 0), slack);
    await bot?.kill();
    expect(isFinished(kept)).toBe(false);
    await start();
    expect(await finished()).toEqual([kept]);
    expect(slack.messages).toHaveLength(1);
  });

  it('killed amid a crowd owes nothing to anybody whom it has told that their command arrived', async () => {
    const { people, start } = await openProcess('http');
    // Then a message that was on its way when the process was killed is found again.
    slack.scopes.add('channels:history');
    const names = Array.from({ length: 100 }, (_, n) => `CROWD${n}`);
    for (const name of names) {
      slack.people.set(`U${name}`, { locale: 'ko-KR', name, admin: false });
      slack.joined.add(`C${name}`);
    }
    const told: string[] = [];
    await Promise.allSettled(
      names.map(async (name) => {
        const { status } = await people.slash(`카페 ${name}`, { user: `U${name}`, channel: `C${name}` });
        if (status === 200) told.push(`C${name}`);
        if (told.length === 60) await bot?.kill();
      }),
    );
    expect(told.length).toBeGreaterThanOrEqual(60);
    await start();
    const done = () => new Set(slack.messages.filter(isFinished).map(({ channel }) => channel));
    await until(() => (told.every((channel) => done().has(channel)) ? true : undefined), slack, 60_000);
    expect(new Set(slack.messages.map(({ channel }) => channel)).size).toBe(slack.messages.length);
  });

  it('killed while it uploads the picture uploads no second one', async () => {
    const { people, start } = await openProcess();
    let killed = false;
    slack.fault = ({ method, sent }) => {
      if (killed || method !== 'chat.update' || !sent.blocks?.includes('slack_file')) return undefined;
      killed = true;
      void bot?.kill();
      return 'late';
    };
    await people.slash('카페 신메뉴 딸기라떼');
    await until(() => (killed ? true : undefined), slack, 30_000);
    await bot?.kill();
    await start();
    const ads = await finished();
    expect(ads).toHaveLength(1);
    expect(slack.messages).toHaveLength(1);
    expect([...slack.files.values()].filter(({ complete }) => complete)).toHaveLength(1);
  });

  it.each([
    ['in a direct message', 'im:history', (people: FakeUsers) => people.direct('카페 신메뉴')],
    [
      'in a thread that it may read',
      'channels:history',
      (people: FakeUsers) => people.mention('카페 신메뉴'),
    ],
  ])('killed while its message was on its way, %s, finds it again', async (_where, scope, ask) => {
    const { people, start } = await openProcess();
    slack.scopes.add(scope);
    let killed = false;
    slack.fault = ({ method }) => {
      if (killed || method !== 'chat.postMessage') return undefined;
      killed = true;
      void bot?.kill();
      return 'late';
    };
    void ask(people).catch(() => {});
    await until(() => (killed ? true : undefined), slack, 30_000);
    await bot?.kill();
    await start();
    expect(await finished()).toHaveLength(1);
    expect(slack.messages).toHaveLength(1);
  });

  it('without what its mode needs says what is missing', async () => {
    slack = new FakeSlack();
    await slack.listen();
    folder = await mkdtemp(join(tmpdir(), 'slack-'));
    bot = new BotProcess({ folder, slack, mode: 'http', environment: { SLACK_SIGNING_SECRET: '' } });
    await expect(bot.ready()).rejects.toThrow('SLACK_SIGNING_SECRET');
  });
});
