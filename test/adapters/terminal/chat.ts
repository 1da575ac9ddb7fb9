import { type ChildProcess, spawn } from 'node:child_process';
import { QUICK_BOT } from '../../programs/programs.ts';

/** The bot in a process of its own, talked with over its standard input and output. */
export class Chat {
  readonly #child: ChildProcess;
  #output = '';
  #errors = '';
  readonly ended: Promise<number | null>;

  constructor(folder: string, environment: Readonly<Record<string, string>> = {}) {
    this.#child = spawn(process.execPath, [QUICK_BOT], {
      env: { ...process.env, DATA_DIR: folder, HEALTH_PORT: '0', MAKING_MS: '5', WEB: 'off', ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#child.stdout?.on('data', (data: Buffer) => {
      this.#output += data.toString();
    });
    this.#child.stderr?.on('data', (data: Buffer) => {
      this.#errors += data.toString();
    });
    this.#child.stdin?.on('error', () => {});
    this.ended = new Promise((resolve) => this.#child.once('exit', (code) => resolve(code)));
  }

  get output(): string {
    return this.#output;
  }

  get errors(): string {
    return this.#errors;
  }

  say(line: string): void {
    this.#child.stdin?.write(`${line}\n`);
  }

  /** The input's end, as when a pipe is done. */
  end(): void {
    this.#child.stdin?.end();
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Resolves once the output holds what is waited for; what was there before `after` does not count. */
  async until(wanted: RegExp, after = 0): Promise<RegExpExecArray> {
    for (let waited = 0; waited < 50_000; waited += 20) {
      const found = wanted.exec(this.#output.slice(after));
      if (found !== null) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`Nothing like ${wanted} in:\n${this.#output}\n${this.#errors}`);
  }
}
