import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { PROJECT_ROOT } from '../../../src/app/config/project-root.ts';
import { ALLOCATOR_SETTING } from '../../../src/app/restart-with-allocator.ts';
import { defined } from '../../../src/collections/defined.ts';
import { type Look, PROBE_SOCKET } from './look.ts';
import { type TreeMemory, treeMemory } from './tree-memory.ts';

/** What the bot's log says of a job. */
interface LogLine {
  readonly msg: string;
  readonly job?: string;
  readonly variants?: number;
  readonly state?: string;
}

/** `npm start` as it is, with its launcher where it has one, talked with in its terminal's chat, and a probe in the bot's process. */
export class BotProcess {
  readonly #child: ChildProcess;
  readonly #log: string;
  readonly #probe: string;
  #lastWords = '';
  #lastMessage = 0;

  private constructor(child: ChildProcess, { log, probe }: { readonly log: string; readonly probe: string }) {
    this.#child = child;
    this.#log = log;
    this.#probe = probe;
    child.stdout?.on('data', (data: Buffer) => {
      for (const [, n] of data.toString().matchAll(/^#(\d+) /gm))
        this.#lastMessage = Math.max(this.#lastMessage, Number(n));
    });
    child.stderr?.on('data', (data: Buffer) => {
      this.#lastWords = `${this.#lastWords}${data}`.slice(-2000);
    });
    child.stdin?.on('error', () => {});
  }

  static async start(folder: string, flags: readonly string[] = []): Promise<BotProcess> {
    const probe = join(folder, 'probe.mjs');
    await build({
      entryPoints: [join(PROJECT_ROOT, 'test/bench/soak/probe.ts')],
      outfile: probe,
      bundle: true,
      format: 'esm',
      platform: 'node',
      logLevel: 'warning',
    });
    const data = join(folder, 'data');
    const socket = join(folder, 'probe.sock');
    const limits = ['USER_OPEN', 'USER_HOURLY', 'USER_DAILY', 'WORKSPACE_OPEN', 'WORKSPACE_HOURLY'];
    const child = spawn(
      process.execPath,
      [...flags, '--import', pathToFileURL(probe).href, join(PROJECT_ROOT, 'dist/main.js')],
      {
        // No settings of whoever runs the bench, and none of an .env file.
        cwd: folder,
        env: {
          PATH: process.env.PATH,
          // The bot sets it for itself, unless another value is to be measured: then it has no launcher.
          ...defined({ [ALLOCATOR_SETTING]: process.env[ALLOCATOR_SETTING] }),
          [PROBE_SOCKET]: socket,
          DATA_DIR: data,
          HEALTH_PORT: '0',
          ENGINE: 'studio',
          LIMIT_WORKSPACE_DAILY: '0',
          ...Object.fromEntries(limits.map((limit) => [`LIMIT_${limit}`, '0'])),
        },
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
    const bot = new BotProcess(child, { log: join(data, 'bot.log'), probe: socket });
    await bot.#ready();
    return bot;
  }

  async #ready(): Promise<void> {
    while (!(await this.log()).some(({ msg }) => msg === 'ready')) {
      this.#check();
      await sleep(20);
    }
  }

  #check(): void {
    if (this.#child.exitCode === null && this.#child.signalCode === null) return;
    throw new Error(
      `the bot has ended (${this.#child.signalCode ?? this.#child.exitCode}): ${this.#lastWords}`,
    );
  }

  /** @param line `#` at its beginning stands for the latest message */
  say(line: string): void {
    this.#child.stdin?.write(`${line.replace(/^# /, `#${this.#lastMessage} `)}\n`);
  }

  async look(): Promise<Look> {
    this.#check();
    return (await json(connect(this.#probe))) as Look;
  }

  /** Of the launcher, the bot, and all that they have started. */
  get memory(): TreeMemory {
    return treeMemory(this.#child.pid ?? 0);
  }

  /** All that the bot has logged. */
  async log(): Promise<readonly LogLine[]> {
    this.#check();
    const text = await readFile(this.#log, 'utf8').catch(() => '');
    return text
      .slice(0, text.lastIndexOf('\n') + 1)
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as LogLine);
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await ended;
  }
}
