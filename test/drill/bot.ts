import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds without any progress after which a start has come to a stand. */
const STANDSTILL = 120_000;

/** A process of the bot in a drill; its pictures are made quickly. */
export class DrilledBot {
  readonly #child: ChildProcess;
  readonly ended: Promise<void>;
  #output = '';

  /** @param program the bot with a quick maker, built */
  constructor(program: string, environment: Readonly<Record<string, string>>) {
    this.#child = spawn(process.execPath, [program], {
      env: {
        PATH: process.env.PATH ?? '',
        HEALTH_PORT: '0',
        WEB: 'off',
        MAKING_MS: '30',
        LOG_LEVEL: 'info',
        ...environment,
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (data: Buffer) => {
        this.#output = `${this.#output}${data}`;
      });
    }
    this.#child.stdin?.on('error', () => {});
    this.ended = new Promise((resolve) => this.#child.once('exit', () => resolve()));
  }

  /** All that it has written to its terminal. */
  get output(): string {
    return this.#output;
  }

  get gone(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /**
   * Whether it can be talked with, once that is so; false when it was killed before. However slow the machine is, it is
   * waited for as long as it gets on.
   *
   * @throws Error when it ends by itself, or comes to a stand
   */
  async ready(sign: string): Promise<boolean> {
    let last = '';
    for (let still = 0; !this.#output.includes(sign); still += 20) {
      if (this.#child.signalCode === 'SIGKILL') return false;
      const now = `${this.#output.length} ${await this.#processorTime()}`;
      if (now !== last) still = 0;
      last = now;
      if (this.#child.exitCode !== null || still > STANDSTILL)
        throw new Error(`The bot did not start:\n${this.#output}`);
      await sleep(20);
    }
    return !this.gone;
  }

  /** Types a line into its terminal. */
  type(line: string): void {
    this.#child.stdin?.write(`${line}\n`);
  }

  /** Leaves no process behind, however often. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  /** What it has had of the processor, where the system tells. */
  async #processorTime(): Promise<string> {
    const stat = await readFile(`/proc/${this.#child.pid}/stat`, 'utf8').catch(() => '');
    // The name of a process may have blanks in it, and ends with the last bracket.
    return stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .join();
  }
}
