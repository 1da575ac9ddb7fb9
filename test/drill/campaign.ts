import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../src/imaging/random.ts';
import { NO_LIMITS } from '../programs/no-limits.ts';
import { type Account, accountOf, isGood, isSettled, wronged } from './account.ts';
import { DrilledBot } from './bot.ts';
import { type Death, deathOf } from './deaths.ts';
import { FileMoments } from './file-moments.ts';
import type { OpenPlatform, Platform } from './platform.ts';

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

export interface Campaign {
  readonly account: Account & { readonly kills: number };
  /** What the platform would not have taken. */
  readonly faults: readonly string[];
  /** Where there is everything that tells how it came to a bad end. */
  readonly evidence?: string;
}

/** Longest life after its start, in milliseconds, should its moment never come. */
const LONGEST_LIFE = 2_000;

/** How long a start may be that nobody has measured yet, in milliseconds. */
const FIRST_START = 3_000;

/** How long the last process may owe the same, in milliseconds: suspects wait for up to a minute. */
const SETTLING = 120_000;

/** For so many milliseconds nothing is owed at the end: what is delivered late, or would be said twice, has its time. */
const QUIET = 9_000;

/** Kills the bot so often while people talk with it, then lets it live until it owes nothing. */
export async function runDrill(open: OpenPlatform, options: CampaignOptions): Promise<Campaign> {
  const folder = await mkdtemp(join(tmpdir(), 'drill-'));
  const platform = await open(options.random, folder);
  let keeps = true;
  try {
    const killed = await killOften(platform, folder, options);
    const account = { ...accountOf(platform.conversations()), kills: killed };
    const { faults } = platform;
    keeps = !isGood(account) || faults.length > 0;
    if (!keeps) return { account, faults };
    const bad = JSON.stringify(wronged(platform.conversations()), null, 1);
    await writeFile(join(folder, 'wronged.json'), bad);
    return { account, faults, evidence: folder };
  } finally {
    await platform.close();
    if (!keeps) await rm(folder, { recursive: true, force: true });
  }
}

/** How many were killed. */
async function killOften(
  platform: Platform,
  folder: string,
  { kills, jobs, seconds, random, program }: CampaignOptions,
): Promise<number> {
  const end = performance.now() + seconds * 1000;
  const environment = { DATA_DIR: folder, ...NO_LIMITS, ...platform.environment };
  const files = await FileMoments.watch(folder, platform.name, platform.records, (moment) =>
    platform.onMoment(moment),
  );
  let starting = FIRST_START;
  let [asked, killed] = [0, 0];
  let bot: DrilledBot | undefined;
  const ask = async (asking: DrilledBot, count: number): Promise<void> => {
    for (const last = asked + count; asked < last; asked++) {
      platform.ask(asked, asking);
      await sleep(random() * 60);
    }
  };
  try {
    while (killed < kills && performance.now() < end) {
      const death = deathOf(random, platform.lacks);
      const born = performance.now();
      bot = new DrilledBot(program, environment);
      const timer = appointment(bot, death, starting, platform);
      if (await bot.ready(platform.readySign)) {
        starting = performance.now() - born;
        if (death.at === 'checkpointing') files.fillJournal();
        timer.talking();
        await ask(bot, Math.round(((killed + 1) / kills) * jobs) - asked);
      }
      await bot.ended;
      timer.over();
      killed++;
      await noteLife(folder, killed, death, bot);
    }
    platform.onMoment = () => false;
    bot = new DrilledBot(program, environment);
    await bot.ready(platform.readySign);
    await ask(bot, jobs - asked);
    await settle(platform);
    await platform.lookAgain?.();
    await noteLife(folder, killed + 1, undefined, bot);
    return killed;
  } finally {
    bot?.kill();
    await bot?.ended;
    files.close();
  }
}

interface Appointment {
  /** The bot can be talked with. */
  talking(): void;
  over(): void;
}

/** Has the bot die as it is to; each life ends, its moment come or not. */
function appointment(bot: DrilledBot, death: Death, starting: number, platform: Platform): Appointment {
  const timers: NodeJS.Timeout[] = [];
  const killIn = (milliseconds: number): void => void timers.push(setTimeout(() => bot.kill(), milliseconds));
  if (death.at === 'starting') killIn(death.share * starting);
  let left = 'nth' in death ? death.nth : 0;
  platform.onMoment = (moment) => {
    if (moment !== death.at || --left !== 0) return false;
    bot.kill();
    return true;
  };
  return {
    talking() {
      killIn(death.at === 'talking' ? (death.share * LONGEST_LIFE) / 2 : LONGEST_LIFE);
    },
    over() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** Resolves when nothing is owed any more, or what is owed has not changed for too long. */
async function settle(platform: Platform): Promise<void> {
  let [quiet, still, last] = [0, 0, ''];
  while (quiet < QUIET && still < SETTLING) {
    const account = accountOf(platform.conversations());
    quiet = isSettled(account) ? quiet + 100 : 0;
    const now = JSON.stringify(account);
    still = now === last ? still + 100 : 0;
    last = now;
    await sleep(100);
  }
}

function noteLife(folder: string, n: number, death: Death | undefined, bot: DrilledBot): Promise<void> {
  return appendFile(join(folder, 'lives.log'), `— ${n}: ${JSON.stringify(death)}\n${bot.output}\n`);
}
