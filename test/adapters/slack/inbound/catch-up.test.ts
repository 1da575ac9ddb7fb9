import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { BotProcess } from '../bot-process.ts';
import { FakeSlack } from '../fake/fake-slack.ts';
import { FakeUsers } from '../fake/users.ts';
import { BOT_USER } from '../fake/workspace.ts';
import { freePort, isFinished, until } from '../with-bot.ts';

let bot: BotProcess | undefined;
let slack: FakeSlack;
let folder: string;
afterEach(async () => {
  await bot?.kill();
  await slack.close();
  await rm(folder, { recursive: true, force: true });
  expect(slack.wrong).toEqual([]);
});

describe('what was written while the bot was away', () => {
  it.each(['socket', 'http'] as const)(
    'is answered once over %s, where it may be read and the bot was spoken to before',
    { timeout: 150_000 },
    async (mode) => {
      slack = new FakeSlack();
      await slack.listen();
      slack.scopes.add('channels:history');
      folder = await mkdtemp(join(tmpdir(), 'slack-'));
      const port = await freePort();
      const start = async (): Promise<void> => {
        bot = new BotProcess({ folder, slack, mode, port, making: 5 });
        await bot.ready();
      };
      await start();
      const people = new FakeUsers(slack, mode === 'socket' ? { mode } : { mode, port });
      await people.mention('첫 딸기라떼');
      await people.direct('도움말');
      const ads = () => slack.messages.filter(isFinished);
      await until(() => ads().length === 1, slack);
      await bot?.kill();
      const [ad] = ads();
      const write = (channel: string, text: string, thread?: string): void => {
        slack.written.push({ channel, ts: slack.ts(), thread, user: 'UMINJI', text });
      };
      write('C0SHOP', `<@${BOT_USER}> 놓친 딸기라떼`);
      write('C0SHOP', '점심 뭐 먹지');
      write('C0SHOP', `<@${BOT_USER}> 스레드의 딸기라떼`, ad?.thread);
      write('DMINJI', '직접 쓴 딸기라떼');
      await start();
      await until(() => ads().length === 4, slack);
      const places = ads().map(({ channel, thread }) => `${channel} ${thread ?? ''}`.trim());
      expect(places).toContain(`C0SHOP ${ad?.thread}`);
      expect(places).toContain('DMINJI');
      await bot?.kill();
      await start();
      await people.mention('마지막 딸기라떼');
      await until(() => ads().length === 5, slack);
      expect(ads()).toHaveLength(5);
    },
  );
});
