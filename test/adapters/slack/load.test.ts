import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { transpile } from '../terminal/transpile.ts';
import { BotProcess } from './bot-process.ts';
import { FakeSlack } from './fake/fake-slack.ts';
import { People } from './fake/people.ts';
import { freePort, isFinished, until } from './shop.ts';

const COMMANDS = 200;

/** Tries, of which the best counts: others may be at work on this machine. */
const ROUNDS = 3;

/**
 * Milliseconds in which 99 of 100 commands are acknowledged. Slack gives 3000; `SLACK_ACK_AIM=1000` holds the bot to
 * its own aim, on a machine with nothing else to do.
 */
const AIM = Number(process.env.SLACK_ACK_AIM ?? 3_000);

/** How many want each processor. */
const crowding = (): number => Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());

let tree: string;
beforeAll(async () => {
  tree = await transpile();
});
afterAll(() => rm(tree, { recursive: true, force: true }));

let bot: BotProcess | undefined;
let slack: FakeSlack | undefined;
let folder: string;
afterEach(async () => {
  await bot?.kill();
  await slack?.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(['socket', 'http'] as const)(`${COMMANDS} commands at once over %s`, (mode) => {
  it('are all acknowledged in time, and delivered as one message each', async () => {
    slack = new FakeSlack();
    await slack.listen();
    folder = await mkdtemp(join(tmpdir(), 'slack-'));
    const port = await freePort();
    bot = new BotProcess({ tree, folder, slack, mode, port });
    await bot.ready();
    const people = new People(slack, mode === 'socket' ? { mode } : { mode, port });
    let best = Number.POSITIVE_INFINITY;
    let rounds = 0;
    for (; rounds < ROUNDS && best > AIM; rounds++) {
      const p99 = await commandsAtOnce(rounds, slack, people);
      console.log(
        `${mode}: 99 of 100 within ${p99.toFixed(0)} ms, with ${crowding().toFixed(1)} at a processor`,
      );
      best = Math.min(best, p99);
    }
    expect(new Set(slack.messages.map(({ channel }) => channel)).size).toBe(rounds * COMMANDS);
    expect(slack.messages).toHaveLength(rounds * COMMANDS);
    expect(slack.wrong).toEqual([]);
    expect(best).toBeLessThan(AIM * crowding());
  }, 300_000);
});

/** Each by somebody else in another channel; resolves when all have their ads, with how long 99 of 100 waited. */
async function commandsAtOnce(round: number, slack: FakeSlack, people: People): Promise<number> {
  const names = Array.from({ length: COMMANDS }, (_, n) => `${round}MANY${n}`);
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
  const wanted = (round + 1) * COMMANDS;
  await until(() => (slack.messages.filter(isFinished).length === wanted ? true : undefined), slack, 90_000);
  const sorted = acknowledged.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return sorted[Math.ceil(COMMANDS * 0.99) - 1] ?? 0;
}
