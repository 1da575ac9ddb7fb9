import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { setPriority } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { OutageError } from '../../../errors/outage-error.ts';
import type { SvgTrouble } from '../../svg/check-svg.ts';
import type { Pixels } from '../decode-pixels.ts';
import { type IsolatedAnswer, type IsolatedRequest, receive, send } from './wire.ts';

/** The picture took more memory or time than it may. */
export class OverBudget extends Error {
  override readonly name = 'OverBudget';
}

/** The drawing may not be painted. */
export class DrawingTrouble extends Error {
  override readonly name = 'DrawingTrouble';
  readonly trouble: SvgTrouble;

  constructor(trouble: SvgTrouble) {
    super(`the drawing is ${trouble}`);
    this.trouble = trouble;
  }
}

/** Niceness of the process: the bot, which answers people, goes first. */
const NICE = 10;

/** Wall time in milliseconds that stands for being stuck, and not for being slow: processor time is counted apart. */
const STUCK = 60_000;

/**
 * Decodes a picture in a process of its own, which ends with it, or by force when it takes too much.
 *
 * @throws OverBudget; DrawingTrouble; OutageError where there can be no such process; Error with the library's words where it cannot be decoded
 */
export async function decodeIsolated(bytes: Uint8Array, request: IsolatedRequest): Promise<Pixels> {
  const child = start();
  const kill = (): void => {
    child.kill('SIGKILL');
  };
  const timer = setTimeout(kill, STUCK);
  process.once('exit', kill);
  try {
    const ended = once(child, 'exit').catch((cause: unknown) => {
      throw new OutageError('engine', 'no process to decode a picture can be started', { cause });
    });
    // A process that is gone before it has read all says so by how it ended.
    child.stdin.on('error', () => {});
    send(child.stdin, request, bytes);
    const [answer, [code, signal]] = await Promise.all([
      receive<IsolatedAnswer>(child.stdout).catch(() => undefined),
      ended as Promise<[number | null, NodeJS.Signals | null]>,
    ]);
    if (signal === 'SIGKILL') throw new OverBudget('the decoder took too much and was ended');
    if (answer === undefined || code !== 0)
      throw new Error(`the decoder ended (${signal ?? `code ${code}`})`);
    if ('trouble' in answer.head) throw new DrawingTrouble(answer.head.trouble);
    if ('failed' in answer.head) throw new Error(answer.head.failed);
    return { ...answer.head, data: answer.bytes };
  } finally {
    clearTimeout(timer);
    process.off('exit', kill);
    kill();
  }
}

type Child = ChildProcess & {
  readonly stdin: NodeJS.WritableStream & import('node:stream').Writable;
  readonly stdout: import('node:stream').Readable;
};

function start(): Child {
  const extension = extname(import.meta.url);
  const program = fileURLToPath(new URL(`./decode-child${extension}`, import.meta.url));
  // From its sources, as in tests, the process needs the same loader, wherever the bot was started.
  const loader =
    extension === '.ts'
      ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href]
      : [];
  const child = spawn(process.execPath, [...loader, program], { stdio: ['pipe', 'pipe', 'ignore'] });
  if (child.pid !== undefined) lowerPriority(child.pid);
  return child as Child;
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, NICE);
  } catch {
    // Not every system lets one; the process works all the same.
  }
}
