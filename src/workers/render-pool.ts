import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import type { Call, OnStep } from './serve-tasks.ts';
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts';
import { WorkerThreads, type WorkerThreadsOptions } from './worker-threads.ts';

export interface TaskRun {
  /** When it fires the call rejects at once; the thread finishes its task and the answer is dropped. */
  readonly signal?: AbortSignal;
  readonly onStep?: OnStep;
}

/** The threads for pixel work. */
export interface RenderPool {
  readonly threads: number;
  /**
   * Begins to load what the tasks to come will need; nobody needs to wait for it.
   *
   * @param photos whether there will be photos
   */
  preload(photos: boolean): void;
  /**
   * @throws what the task threw, UserError and OutageError among them; OutageError `engine` when its thread ended over
   *   it, out of memory or by a crash; the signal's reason
   */
  run<K extends TaskName>(task: K, input: TaskInput<K>, run?: TaskRun): Promise<TaskOutput<K>>;
  /** Has what comes done by new threads; those that there are end with what they have to do, and give back their memory. */
  restart(): void;
  /** Lets running tasks end and stops the threads. */
  close(): Promise<void>;
}

/** How long threads without work are kept, in milliseconds: what they have loaded and compiled is 100 MB each. */
const IDLE_TIMEOUT = 25_000;

/** MiB. No task comes near a fifth of it, and a task that does not end in this much would not end in more. */
const MAX_HEAP_MB = 512;

/**
 * Starts the pool; threads are made when work comes, and let go when there has been none for a while.
 *
 * @param threads 1 or more; by default as many as there are processors
 */
export function createRenderPool(
  threads: number = availableParallelism(),
  options: Partial<Omit<WorkerThreadsOptions, 'threads'>> = {},
): RenderPool {
  const worker = new URL(`./worker${extname(import.meta.url)}`, import.meta.url);
  const start = (): WorkerThreads =>
    new WorkerThreads({ threads, idleTimeout: IDLE_TIMEOUT, maxHeapMb: MAX_HEAP_MB, worker, ...options });
  let current = start();
  const retiring = new Set<Promise<void>>();
  const retire = (old: WorkerThreads): void => {
    const gone = old.retire().finally(() => retiring.delete(gone));
    retiring.add(gone);
  };
  return {
    threads,
    preload(photos) {
      // What could not be loaded is told by the task that needs it.
      const load = (task: TaskName): Promise<unknown> =>
        current.run({ task, input: { photos } }).catch(() => {});
      if (photos) void load('load-cutting');
      // By the same thread, one after the other, so that scenery which is asked for meanwhile is painted first.
      void load('load-scenery').then(() => load('load-the-rest'));
    },
    async run<K extends TaskName>(task: K, input: TaskInput<K>, { signal, onStep }: TaskRun = {}) {
      signal?.throwIfAborted();
      const steps = onStep === undefined ? undefined : listen(onStep);
      const call: Call = steps === undefined ? { task, input } : { task, input, port: steps.port2 };
      try {
        // The thread has run the task of this name.
        return (await unlessAborted(current.run(call), signal)) as TaskOutput<K>;
      } finally {
        steps?.port1.close();
      }
    },
    restart() {
      retire(current);
      current = start();
    },
    async close() {
      retire(current);
      await Promise.all(retiring);
    },
  };
}

function listen(onStep: OnStep): MessageChannel {
  const channel = new MessageChannel();
  channel.port1.on('message', ([step, steps]: [number, number]) => onStep(step, steps));
  channel.port1.unref();
  return channel;
}

/**
 * Stopping a thread in the middle of native code can bring the process down, so a task that is no longer wanted
 * runs to its end and its answer goes nowhere.
 */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
