import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process of the bot in a drill; its pictures are made quickly. */
export class DrilledBot {
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  #output = '';

  /** @param program the bot with a quick maker, built */
  constructor(program: string, environment: Readonly<Record<string, string>>) {
    this.#child = spawn(process.execPath, [program], {
      env: {
        PATH: process.env.PATH ?? '',
        HEALTH_PORT: '0',
        MAKING_MS: '30',
        LOG_LEVEL: 'info',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (data: Buffer) => {
        this.#output = `${this.#output}${data}`;
      });
    }
    this.#ended = new Promise((resolve) => this.#child.once('exit', () => resolve()));
  }

  /** What it has logged last. */
  get log(): string {
    return this.#output.slice(-6000);
  }

  get gone(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Resolves when it can be talked with, or is gone. @throws Error when it ends by itself, or is not ready in a minute */
  async ready(sign: string): Promise<void> {
    for (let waited = 0; waited < 60_000 && !this.#output.includes(sign); waited += 20) {
      if (this.#child.signalCode === 'SIGKILL') return;
      if (this.#child.exitCode !== null) break;
      await sleep(20);
    }
    if (!this.#output.includes(sign)) throw new Error(`The bot did not start:\n${this.#output}`);
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  get ended(): Promise<void> {
    return this.#ended;
  }
}
