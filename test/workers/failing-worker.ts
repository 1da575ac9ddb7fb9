import { threadId } from 'node:worker_threads';
import { createCanvas } from '@napi-rs/canvas';
import { OutageError } from '../../src/errors/outage-error.ts';
import { serializeError } from '../../src/errors/serialize-error.ts';
import { UserError } from '../../src/errors/user-error.ts';
import { fromCanvas } from '../../src/imaging/canvas.ts';
import { collectGarbage } from '../../src/imaging/collect-garbage.ts';
import type { Answer, Call } from '../../src/workers/serve-tasks.ts';

/** What a task of these threads is asked to do: sent as its input. */
export type Deed =
  | 'thread'
  | 'fill-memory'
  | 'exit'
  | 'crash'
  | 'refuse'
  | 'outage'
  | 'bug'
  | 'turns'
  | 'slow'
  | 'paint';

const SIDE = 1500;

let turns = 0;

/** Threads that do whatever can go wrong. */
async function work({ input }: Call): Promise<Answer> {
  try {
    return { output: await deeds[input as Deed]?.() };
  } catch (error) {
    return { error: serializeError(error) };
  }
}

export { work as cutting, work as default };

const never = (): Promise<never> => new Promise(() => {});

const deeds: Readonly<Record<string, () => unknown>> = {
  thread: () => threadId,
  'fill-memory': () => {
    const kept: unknown[] = [];
    for (;;) kept.push(Array.from({ length: 10_000 }, (_, n) => ({ n })));
  },
  exit: () => process.exit(3),
  crash: () => {
    setImmediate(() => {
      throw new Error('out of the blue');
    });
    return never();
  },
  refuse: () => {
    throw new UserError('photo-empty', { file: 'latte.jpg' });
  },
  outage: () => {
    throw new OutageError('disk', 'it is full', { retryAfter: 7 });
  },
  bug: () => {
    throw new TypeError('that is not a function');
  },
  /** How often this thread's event loop has turned since it was asked last. */
  turns: () => {
    const before = turns;
    turns = 0;
    setImmediate(() => turns++);
    return before;
  },
  /** Takes 36 MB, all of which is garbage when it is done: a canvas, and what is on it. */
  paint: () => {
    collectGarbage();
    const canvas = createCanvas(SIDE, SIDE);
    canvas.getContext('2d').fillRect(0, 0, SIDE, SIDE);
    return fromCanvas(canvas).data.at(-1);
  },
  slow: () => new Promise((resolve) => setTimeout(() => resolve(threadId), 300)),
};
