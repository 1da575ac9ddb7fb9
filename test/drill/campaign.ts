import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../src/imaging/random.ts';
import { NO_LIMITS } from '../programs/no-limits.ts';
import { type Account, accountOf, isSettled } from './account.ts';
import { DrilledBot } from './bot.ts';
import { MOMENTS, type Platform } from './platform.ts';

interface CampaignOptions {
  readonly kills: number;
  /** Requests, spread over the lives. */
  readonly jobs: number;
  /** The kills end after so many. */
  readonly seconds: number;
  readonly random: Random;
  /** The built bot. */
  readonly program: string;
}

/** Longest life after its start, in milliseconds, should its moment never come. */
const LONGEST_LIFE = 2_000;

/** How long the last process may take to answer all that is owed, in milliseconds: suspects wait for up to a minute. */
const SETTLING = 120_000;

/** For so many milliseconds nothing is owed at the end: what is delivered late, or would be said twice, has its time. */
const QUIET = 9_000;

/** Kills the bot so often while people talk with it, then lets it live until it owes nothing. */
export async function runDrill(
  platform: Platform,
  { kills, jobs, seconds, random, program }: CampaignOptions,
): Promise<{ readonly account: Account & { readonly kills: number }; readonly log: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'drill-'));
  const start = (): DrilledBot =>
    new DrilledBot(program, { DATA_DIR: folder, ...NO_LIMITS, ...platform.environment });
  const end = performance.now() + seconds * 1000;
  let bot: DrilledBot | undefined;
  let asked = 0;
  let killed = 0;
  try {
    while (killed < kills && performance.now() < end) {
      bot = start();
      const due = Math.round(((killed + 1) / kills) * jobs) - asked;
      const asking = askFrom(platform, asked, due, random, bot);
      asked += due;
      await liveAndDie(platform, bot, random);
      await asking;
      killed++;
    }
    platform.onMoment = () => {};
    bot = start();
    await bot.ready(platform.readySign);
    await askFrom(platform, asked, jobs - asked, random, bot);
    let quiet = 0;
    for (let waited = 0; waited < SETTLING && quiet < QUIET; waited += 100) {
      quiet = isSettled(accountOf(platform.conversations())) ? quiet + 100 : 0;
      await sleep(100);
    }
    return { account: { ...accountOf(platform.conversations()), kills: killed }, log: bot.log };
  } finally {
    bot?.kill();
    await bot?.ended;
    await platform.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function askFrom(
  platform: Platform,
  first: number,
  count: number,
  random: Random,
  bot: DrilledBot,
): Promise<void> {
  await bot.ready(platform.readySign);
  for (let n = first; n < first + count; n++) {
    platform.ask(n);
    await sleep(random() * 60);
  }
}

/** Dies at a moment of its talk, or at any: while it starts too. */
async function liveAndDie(platform: Platform, bot: DrilledBot, random: Random): Promise<void> {
  const kind = Math.floor(random() * 8);
  const moment = MOMENTS[kind];
  let left = 1 + Math.floor(random() * 3);
  platform.onMoment = (now) => {
    if (now === moment && --left === 0) bot.kill();
  };
  if (kind < 7) await bot.ready(platform.readySign);
  const life = moment === undefined ? random() * (LONGEST_LIFE / 2) : LONGEST_LIFE;
  // Counted from when it can be talked with, but for those that die while they start.
  const timer = setTimeout(() => bot.kill(), life);
  await bot.ended;
  clearTimeout(timer);
}
