import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { NO_LIMITS } from '../../programs/no-limits.ts';
import { QUICK_BOT } from '../../programs/programs.ts';

/** When a process is killed: some time after it was born or has greeted, or when a file is touched the nth time. */
export type Death =
  | { readonly at: 'birth' | 'greeting'; readonly milliseconds: number }
  | { readonly at: 'write' | 'picture' | 'chat'; readonly nth: number };

/** Files that are watched for each. */
const WATCHED = {
  /** SQLite commits. */
  write: /^jobs\.db-wal$/,
  /** A picture is written under its temporary name, or renamed. */
  picture: /^pictures\/.*\.png/,
  /** A message is posted or edited. */
  chat: /^terminal\/transcript\.jsonl$/,
};

/** No life is longer than this after its greeting, in milliseconds, should its file never be touched so often. */
const LONGEST = 2_000;

export interface LifeOptions {
  readonly folder: string;
  readonly lines: readonly string[];
}

function start({ folder, lines }: LifeOptions): {
  child: ChildProcess;
  ended: Promise<number | null>;
  errors: () => string;
} {
  const child = spawn(process.execPath, [QUICK_BOT], {
    env: {
      ...process.env,
      ...NO_LIMITS,
      DATA_DIR: folder,
      HEALTH_PORT: '0',
      MAKING_MS: '10',
      LOG_LEVEL: 'warn',
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdout?.resume();
  let errors = '';
  child.stderr?.on('data', (data: Buffer) => {
    errors += data.toString();
  });
  child.stdin?.on('error', () => {});
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  child.stdin?.write(lines.map((line) => `${line}\n`).join(''));
  return { child, ended, errors: () => errors };
}

/** Starts the bot, says the lines, and kills it as told. */
export async function liveAndDie(options: LifeOptions, death: Death): Promise<void> {
  const { child, ended } = start(options);
  const kill = (): void => {
    child.kill('SIGKILL');
  };
  const timers: NodeJS.Timeout[] = [];
  const killAfter = (milliseconds: number): void => void timers.push(setTimeout(kill, milliseconds));
  if (death.at === 'birth') killAfter(death.milliseconds);
  child.stdout?.once('data', () => killAfter(death.at === 'greeting' ? death.milliseconds : LONGEST));
  const watcher = watch(options.folder, { recursive: true });
  let seen = 0;
  watcher.on('change', (_event, name) => {
    if (!('nth' in death) || !WATCHED[death.at].test(String(name))) return;
    if (++seen === death.nth) kill();
  });
  watcher.on('error', () => {});
  await ended;
  for (const timer of timers) clearTimeout(timer);
  watcher.close();
}

/** Starts the bot and lets it finish everything. @throws Error when it does not end well within `limit` ms */
export async function liveToTheEnd(options: LifeOptions, limit: number): Promise<void> {
  const { child, ended, errors } = start(options);
  child.stdin?.end();
  const code = await Promise.race([ended, sleep(limit, 'late' as const, { ref: false })]);
  if (code !== 0) {
    child.kill('SIGKILL');
    throw new Error(`The last process ended with ${code}: ${errors()}`);
  }
}
