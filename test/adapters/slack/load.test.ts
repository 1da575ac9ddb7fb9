import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { BotProcess } from './bot-process.ts';
import { FakeSlack } from './fake/fake-slack.ts';
import { FakeUsers } from './fake/users.ts';
import { freePort, isFinished, until } from './with-bot.ts';

const COMMANDS = 200;

let bot: BotProcess | undefined;
let slack: FakeSlack | undefined;
let folder: string;
afterEach(async () => {
  await bot?.kill();
  await slack?.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(['socket', 'http'] as const)(`${COMMANDS} commands at once over %s`, (mode) => {
  it('are all acknowledged, and delivered as one message each', async () => {
    slack = new FakeSlack();
    await slack.listen();
    folder = await mkdtemp(join(tmpdir(), 'slack-'));
    const port = await freePort();
    bot = new BotProcess({ folder, slack, mode, port });
    await bot.ready();
    // Measured from here on.
    await bot.lag();
    const people = new FakeUsers(slack, mode === 'socket' ? { mode } : { mode, port });
    const waited = await commandsAtOnce(slack, people);
    const lag = await bot.lag();
    console.log(
      `${mode}: acknowledged: p50 ${waited[COMMANDS / 2]?.toFixed(0)} ms, p99 ${waited[COMMANDS * 0.99 - 1]?.toFixed(0)} ms; event loop p99 ${lag.toFixed(0)} ms`,
    );
    await until(
      () => (slack?.messages.filter(isFinished).length === COMMANDS ? true : undefined),
      slack,
      90_000,
    );
    expect(new Set(slack.messages.map(({ channel }) => channel)).size).toBe(COMMANDS);
    expect(slack.messages).toHaveLength(COMMANDS);
    expect(slack.wrong).toEqual([]);
  }, 300_000);
});

/** Each by somebody else in another channel; resolves when all are acknowledged, with how long they waited, shortest first. */
async function commandsAtOnce(slack: FakeSlack, people: FakeUsers): Promise<readonly number[]> {
  const names = Array.from({ length: COMMANDS }, (_, n) => `MANY${n}`);
  for (const [n, name] of names.entries()) {
    slack.people.set(`U${name}`, { locale: n % 2 === 0 ? 'ko-KR' : 'en-US', name, admin: false });
    slack.joined.add(`C${name}`);
  }
  const acknowledged = await Promise.all(
    names.map((name) => people.slash(`카페 신메뉴 ${name}`, { user: `U${name}`, channel: `C${name}` })),
  );
  expect(acknowledged.every(({ status, body }) => status === 200 && Object.keys(body).length === 0)).toBe(
    true,
  );
  return acknowledged.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
}
