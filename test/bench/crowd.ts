import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildPrograms } from '../../build-programs.mjs';
import { PROJECT_ROOT } from '../../src/app/config/project-root.ts';
import { seededRandom } from '../../src/imaging/random.ts';
import { accountOf } from '../drill/account.ts';
import type { OpenPlatform, Platform } from '../drill/platform.ts';
import { openDiscordPlatform } from '../drill/platforms/discord.ts';
import { openSlackPlatform } from '../drill/platforms/slack.ts';
import type { LoopDelay } from '../event-loop.ts';
import { NO_LIMITS } from '../programs/no-limits.ts';

/** People who ask at once. */
const CROWD = 200;

/** Milliseconds that the last of them may wait for their ad. */
const PATIENCE = 300_000;

const WAYS: Readonly<Record<string, OpenPlatform>> = {
  Discord: openDiscordPlatform,
  'Slack by socket': (random) => openSlackPlatform('socket', random),
  'Slack by HTTP': (random) => openSlackPlatform('http', random),
};

/** Two hundred people ask at once on each platform: for how long the bot's event loop is held until all have their ad. */
export async function benchCrowd(log: (line: string) => void): Promise<void> {
  // Within the project, so that its packages are found.
  await mkdir(join(PROJECT_ROOT, 'out'), { recursive: true });
  const programs = await mkdtemp(join(PROJECT_ROOT, 'out', 'crowd-'));
  try {
    await buildPrograms(programs, ['test/adapters/terminal/quick-bot.ts']);
    for (const [name, open] of Object.entries(WAYS)) {
      const { seconds, loop, answered } = await crowd(open, join(programs, 'quick-bot.js'));
      log(
        `${name.padEnd(16)} ${answered} of ${CROWD} answered in ${seconds.toFixed(1)} s; event loop held p99 ${loop.p99.toFixed(1)} ms (bound 20), longest ${loop.longest.toFixed(0)} ms, of its own work p99 ${loop.p99Work.toFixed(1)} ms, longest ${loop.longestWork.toFixed(0)} ms (bound 50)`,
      );
    }
  } finally {
    await rm(programs, { recursive: true, force: true });
  }
}

async function crowd(
  open: OpenPlatform,
  program: string,
): Promise<{ readonly seconds: number; readonly loop: LoopDelay; readonly answered: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'crowd-'));
  const platform = await open(seededRandom(8), folder);
  const bot = start(program, { DATA_DIR: folder, ...platform.environment });
  try {
    await ready(bot, platform);
    // What a start holds the loop for is not measured.
    await loopOf(bot);
    const begun = performance.now();
    for (let n = 0; n < CROWD; n++) platform.ask(n);
    const answered = (): number => accountOf(platform.conversations()).answered;
    while (answered() < CROWD && performance.now() - begun < PATIENCE) await sleep(100);
    const seconds = (performance.now() - begun) / 1000;
    return { seconds, loop: await loopOf(bot), answered: answered() };
  } finally {
    bot.kill('SIGKILL');
    await once(bot, 'exit');
    await platform.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function start(program: string, environment: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH ?? '', HEALTH_PORT: '0', MAKING_MS: '20', ...NO_LIMITS, ...environment },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
}

async function ready(bot: ChildProcess, { readySign }: Platform): Promise<void> {
  let output = '';
  await new Promise<void>((resolve, reject) => {
    bot.once('exit', () => reject(new Error(`The bot did not start:\n${output}`)));
    bot.stdout?.on('data', (data: Buffer) => {
      output += data.toString();
      if (output.includes(readySign)) resolve();
    });
  });
  // Others are waited for that are still being loaded.
  await sleep(2_000);
}

async function loopOf(bot: ChildProcess): Promise<LoopDelay> {
  bot.send('loop');
  const [loop] = (await once(bot, 'message')) as [LoopDelay];
  return loop;
}
