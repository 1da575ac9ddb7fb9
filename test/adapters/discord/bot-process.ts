import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../src/jobs/store/sqlite/open-database.ts';
import { sqliteCalls } from '../../../src/jobs/store/sqlite/sqlite-calls.ts';
import { QUICK_BOT } from '../../programs/programs.ts';
import type { FakeDiscord } from './fake/fake-discord.ts';
import { APPLICATION, TOKEN } from './fake/ids.ts';

/** The real bot in a process of its own, on a Discord of ours. */
export class BotProcess {
  readonly folder: string;
  readonly #discord: FakeDiscord;
  readonly #environment: Readonly<Record<string, string>>;
  #child: ChildProcess | undefined;
  #ended: Promise<number | null> = Promise.resolve(0);
  output = '';

  constructor(discord: FakeDiscord, environment: Readonly<Record<string, string>> = {}) {
    this.#discord = discord;
    this.#environment = environment;
    this.folder = mkdtempSync(join(tmpdir(), 'discord-'));
  }

  /** Starts it and waits until it is connected. */
  async start(): Promise<void> {
    const before = this.#discord.gateway.identified;
    this.launch();
    await this.#discord.until(() => this.#discord.gateway.identified > before);
  }

  launch(): void {
    const child = spawn(process.execPath, [QUICK_BOT], {
      env: {
        ...process.env,
        DATA_DIR: this.folder,
        HEALTH_PORT: '0',
        LOG_LEVEL: 'debug',
        MAKING_MS: '5',
        DISCORD_TOKEN: TOKEN,
        DISCORD_APPLICATION_ID: APPLICATION,
        DISCORD_API_URL: this.#discord.address,
        DISCORD_CDN_URL: this.#discord.cdn.address,
        ...this.#environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data: Buffer) => {
        this.output += data.toString();
      });
    }
    this.#child = child;
    this.#ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  }

  /** From now on it makes nothing, until `letGo`. */
  hold(): void {
    writeFileSync(join(this.folder, 'hold'), '');
  }

  letGo(): void {
    rmSync(join(this.folder, 'hold'), { force: true });
  }

  get ended(): Promise<number | null> {
    return this.#ended;
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> {
    this.#child?.kill(signal);
    return this.#ended;
  }

  /** All jobs that it has written down, the latest first. */
  jobs() {
    const { database } = openDatabase(join(this.folder, 'jobs.db'));
    try {
      return sqliteCalls(database).history({ limit: 1000 });
    } finally {
      database.close();
    }
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
