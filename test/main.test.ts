import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeBotLock } from '../src/jobs/store/bot-lock.ts';
import { program } from './programs/programs.ts';

let data: string;
let started: ChildProcess | undefined;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'main-'));
});
afterEach(() => {
  started?.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
});

/** Starts the bot with its terminal's chat, as a shell's command in which `$0` is Node and `$1` the bot. */
async function start(
  command: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ChildProcess> {
  const child = spawn('sh', ['-c', command, process.execPath, program('main')], {
    // No settings of whoever runs the tests, and none of an .env file.
    cwd: data,
    env: {
      PATH: process.env.PATH,
      DATA_DIR: data,
      HEALTH_PORT: '0',
      WEB: 'off',
      ENGINE: 'studio',
      ...environment,
    },
    stdio: ['pipe', 'pipe', 'inherit'],
    // A group of its own, which can be told something as a whole.
    detached: true,
  });
  started = child;
  // It greets once it can be talked with.
  await once(child.stdout, 'data');
  expect(isRunning()).toBe(true);
  return child;
}

/** A bot holds its lock for as long as it lives. */
function isRunning(): boolean {
  try {
    takeBotLock(data).release();
    return false;
  } catch {
    return true;
  }
}

async function untilGone(): Promise<void> {
  while (isRunning()) await sleep(20);
}

describe.skipIf(process.platform === 'win32')('a bot that is asked to stop', () => {
  const ITSELF = 'exec "$0" "$1"';

  it('by its process stops in order', async () => {
    const bot = await start(ITSELF);
    bot.kill('SIGTERM');
    expect(await once(bot, 'exit')).toEqual([0, null]);
    await untilGone();
  });

  it('by every process that it is made of stops in order: that is asking once', async () => {
    const bot = await start(ITSELF);
    process.kill(-(bot.pid ?? 0), 'SIGTERM');
    expect(await once(bot, 'exit')).toEqual([0, null]);
    await untilGone();
  });

  it('leaves nothing behind where its process is killed', async () => {
    const bot = await start(ITSELF);
    bot.kill('SIGKILL');
    await untilGone();
  });

  it('stops where npm start is asked, whose shell ends and hands nothing on', async () => {
    const shell = await start('"$0" "$1"; exit $?', { npm_lifecycle_event: 'start' });
    shell.kill('SIGTERM');
    await untilGone();
  });
});
