import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { setPriority } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { defined } from '../../collections/defined.ts';
import type { FromEngine, ToEngine } from './wire.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Lines of the process's standard error that are kept, to tell why it ended. */
const KEPT_LINES = 12;

/** How a process ended. */
export interface EngineEnd {
  readonly signal: NodeJS.Signals | null;
  /** In English, with the last lines that it wrote, one a line. */
  readonly description: string;
}

interface ForkOptions {
  readonly niceness: number;
  /** The bot's when absent. */
  readonly environment: Environment | undefined;
  onMessage(message: FromEngine): void;
  onEnd(end: EngineEnd): void;
}

/** Starts a process that runs models. */
export function forkEngine({ niceness, environment, onMessage, onEnd }: ForkOptions): ChildProcess {
  const extension = extname(import.meta.url);
  const child = fork(fileURLToPath(new URL(`./child${extension}`, import.meta.url)), {
    serialization: 'advanced',
    // From its sources, as in tests, the process needs the same loader, wherever the bot was started.
    execArgv:
      extension === '.ts'
        ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href]
        : [],
    ...defined({ env: environment }),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let lastLines: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lastLines = [...lastLines, ...text.split('\n').filter(Boolean)].slice(-KEPT_LINES);
  });
  child.on('message', onMessage);
  child.on('error', () => {});
  child.once('exit', (code, signal) => {
    const lines = lastLines.map((line) => `\n  ${line}`).join('');
    onEnd({ signal, description: `the engine process ended (${signal ?? `code ${code}`})${lines}` });
  });
  if (child.pid !== undefined) lowerPriority(child.pid, niceness);
  return child;
}

/** Resolves when the message was handed over. A process that is gone says so by its end alone. */
export function send(child: ChildProcess, message: ToEngine): Promise<void> {
  return new Promise((resolve, reject) => {
    child.send(message, (error) => {
      if (error === null || !child.connected) resolve();
      else reject(error);
    });
  });
}

function lowerPriority(pid: number, niceness: number): void {
  try {
    setPriority(pid, niceness);
  } catch {
    // Not every system lets one; the process works all the same.
  }
}
