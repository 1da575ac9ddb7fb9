import { extname } from 'node:path';
import { defined } from '../../../collections/defined.ts';
import { OutageError } from '../../../errors/outage-error.ts';
import { loopTurns } from '../../time-slicer.ts';
import { promisify } from '../inline-store.ts';
import type { JobStore, StoreCalls } from '../job-store.ts';
import { startThread } from './start-thread.ts';
import type { Answer, Call, Failure, Outcome } from './store-thread.ts';

interface Pending {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

export interface StoreOptions {
  /** Called when the thread has ended by itself: nothing can be written down any more. */
  onDeath(error: Error): void;
}

/**
 * The store on a thread of its own: a commit waits for the disk, sometimes for tens of milliseconds, and the main
 * thread must not. Calls that arrive while the disk is busy share the next commit.
 *
 * @throws OutageError `database`
 */
export async function openThreadedStore(path: string, { onDeath }: StoreOptions): Promise<JobStore> {
  const extension = extname(import.meta.url);
  const worker = startThread(new URL(`./store-thread${extension}`, import.meta.url), path);
  const pending = new Map<number, Pending>();
  let last = 0;
  let closing = false;

  // Many calls are answered at once, and whoever hears of it goes on with his work.
  const hear = async ({ id, ...outcome }: Outcome): Promise<void> => {
    await loopTurns.nextSlot();
    const waiting = pending.get(id);
    pending.delete(id);
    if ('value' in outcome) waiting?.resolve(outcome.value);
    else waiting?.reject(errorOf(outcome.failure));
  };

  const opened = new Promise<Extract<Answer, { kind: 'opened' }>>((resolve, reject) => {
    worker.on('message', (answer: Answer) => {
      if (answer.kind === 'opened') return resolve(answer);
      if (answer.kind === 'not-opened') return reject(errorOf(answer.failure));
      for (const outcome of answer.outcomes) void hear(outcome);
    });
    const died = (error: Error): void => {
      reject(error);
      for (const waiting of pending.values()) waiting.reject(error);
      pending.clear();
      if (!closing) onDeath(error);
      closing = true;
    };
    worker.on('error', (error) => died(new OutageError('database', 'the thread failed', { cause: error })));
    worker.on('exit', () => died(new OutageError('database', 'the thread has ended')));
  });

  const post = (name: Call['name'], inputs: readonly unknown[]): Promise<unknown> => {
    if (closing) return Promise.reject(new OutageError('database', 'the store is closed'));
    const id = ++last;
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject });
      worker.postMessage({ id, name, inputs } satisfies Call);
    });
  };

  const { names, damagedFile } = await opened;
  return {
    ...promisify(names, (name: keyof StoreCalls, inputs) => post(name, inputs)),
    ...defined({ damagedFile }),
    async close() {
      if (closing) return;
      const closed = post('close', []);
      closing = true;
      await closed;
      await worker.terminate();
    },
  };
}

function errorOf({ passing, message }: Failure): Error {
  return passing ? new OutageError('database', message) : new Error(message);
}
