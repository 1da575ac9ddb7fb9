import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildPrograms } from '../../build-programs.mjs';
import { PROJECT_ROOT } from '../../src/app/config/project-root.ts';
import { Visitor } from '../adapters/web/visitor.ts';
import type { LoopDelay } from '../event-loop.ts';
import { NO_LIMITS } from '../programs/no-limits.ts';
import { percentile } from './percentile.ts';

/** People who watch their ads being made. */
const PEOPLE = 200;

/** Milliseconds that an ad has the one engine for: most wait for it and watch their place in the queue. */
const MAKING = 100;

/** Milliseconds in which all of them order, one after the other as people do. */
const SPREAD = 20_000;

const PORT = 39_517;

/** Two hundred people watch progress on their pages: how long an action waits to be acknowledged, and how the loop is held. */
export async function benchWeb(log: (line: string) => void): Promise<void> {
  // Within the project, so that its packages are found.
  await mkdir(join(PROJECT_ROOT, 'out'), { recursive: true });
  const programs = await mkdtemp(join(PROJECT_ROOT, 'out', 'web-'));
  const folder = await mkdtemp(join(tmpdir(), 'web-'));
  await buildPrograms(programs, ['test/adapters/terminal/quick-bot.ts']);
  const bot = start(join(programs, 'quick-bot.js'), folder);
  try {
    const url = `http://127.0.0.1:${PORT}`;
    while (!(await answers(url))) await sleep(100);
    const people = await Promise.all(Array.from({ length: PEOPLE }, () => arrive(url)));
    // What a start holds the loop for is not measured.
    await sleep(1_000);
    await loopOf(bot);
    const waits = await Promise.all(people.map((person, n) => person.order((n * SPREAD) / PEOPLE)));
    await Promise.all(people.map(({ shown }) => shown));
    const { p99, longest } = await loopOf(bot);
    log(
      `web              ${PEOPLE} people watched; an action acknowledged after p50 ${percentile(waits, 0.5).toFixed(0)} ms, p99 ${percentile(waits, 0.99).toFixed(0)} ms (bound 100); event loop held p99 ${p99.toFixed(1)} ms (bound 20), longest ${longest.toFixed(0)} ms`,
    );
  } finally {
    bot.kill('SIGKILL');
    await once(bot, 'exit');
    await rm(programs, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  }
}

interface Watcher {
  /** Orders after so many milliseconds; how many the acknowledgement took. */
  order(after: number): Promise<number>;
  /** Resolves when their ad is on their page. */
  readonly shown: Promise<void>;
}

/** Somebody opens the page and listens. */
async function arrive(url: string): Promise<Watcher> {
  const visitor = new Visitor(url);
  await visitor.visit();
  const response = await fetch(`${url}/events`, { headers: { cookie: visitor.cookie } });
  const shown = (async () => {
    let end = '';
    for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      end = (end + part).slice(-4_000);
      if (part.includes('data-stage=\\"done\\"') || end.includes('data-stage=\\"done\\"')) return;
    }
    throw new Error('The line to a page was cut');
  })();
  return {
    shown,
    async order(after) {
      await sleep(after);
      const begun = performance.now();
      const { status } = await visitor.post('/say', { text: '카페 신메뉴 딸기라떼 6,500원' });
      if (status !== 200) throw new Error(`An order was answered ${status}`);
      return performance.now() - begun;
    },
  };
}

function start(program: string, folder: string): ChildProcess {
  return spawn(process.execPath, [program], {
    env: {
      PATH: process.env.PATH ?? '',
      HEALTH_PORT: '0',
      MAKING_MS: String(MAKING),
      JOBS_AT_ONCE: '64',
      DATA_DIR: folder,
      WEB: 'on',
      WEB_PORT: String(PORT),
      ...NO_LIMITS,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/assets/icon.svg`).then(
    ({ ok }) => ok,
    () => false,
  );

async function loopOf(bot: ChildProcess): Promise<LoopDelay> {
  bot.send('loop');
  const [loop] = (await once(bot, 'message')) as [LoopDelay];
  return loop;
}
