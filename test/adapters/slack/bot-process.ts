import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { QUICK_BOT } from '../../programs/programs.ts';
import type { FakeSlack } from './fake/fake-slack.ts';
import { SIGNING_SECRET } from './fake/users.ts';
import { APP_TOKEN, BOT_TOKEN } from './fake/workspace.ts';

export interface BotProcessOptions {
  /** Where it keeps its data. */
  readonly folder: string;
  readonly slack: FakeSlack;
  readonly mode: 'socket' | 'http';
  /** Where it listens over HTTP. */
  readonly port?: number;
  /** Milliseconds that a picture takes. */
  readonly making?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The real bot in a process of its own, in Slack; only its pictures are made quickly. */
export class BotProcess {
  readonly #child: ChildProcess;
  #output = '';

  constructor({ folder, slack, mode, port = 0, making = 5, environment = {} }: BotProcessOptions) {
    this.#child = spawn(process.execPath, [QUICK_BOT], {
      env: {
        ...process.env,
        DATA_DIR: folder,
        HEALTH_PORT: '0',
        MAKING_MS: String(making),
        SLACK_BOT_TOKEN: BOT_TOKEN,
        SLACK_APP_TOKEN: APP_TOKEN,
        SLACK_SIGNING_SECRET: SIGNING_SECRET,
        SLACK_MODE: mode,
        SLACK_API_URL: slack.api,
        PORT: String(port),
        LIMIT_USER_OPEN: '0',
        LIMIT_WORKSPACE_OPEN: '0',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (data: Buffer) => {
        this.#output += data.toString();
      });
    }
  }

  /** All that it has said and logged. */
  get output(): string {
    return this.#output;
  }

  /** Resolves when it can be talked with. */
  async ready(): Promise<void> {
    for (let waited = 0; waited < 40_000; waited += 20) {
      if (this.#output.includes('"ready"')) return;
      if (this.#child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`The bot did not start:\n${this.#output}`);
  }

  /** Milliseconds by which its event loop was late, 99 times of 100, since this was asked last. */
  async lag(): Promise<number> {
    const port = /"port":(\d+)/.exec(this.#output)?.[1];
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    return 1000 * Number(/^nodejs_eventloop_lag_p99_seconds (\S+)/m.exec(metrics)?.[1]);
  }

  /** Ends it at once, as a lost machine would; resolves when it is gone. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends it in order, and resolves with its exit code. */
  stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return this.#child.exitCode;
    const gone = once(this.#child, 'exit');
    this.#child.kill(signal);
    await gone;
    return this.#child.exitCode;
  }
}
