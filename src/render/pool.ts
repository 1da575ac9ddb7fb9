import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { OnStep, TaskInput, TaskName, TaskOutput } from './tasks.ts';
import type { Call } from './worker.ts';

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
  warm(photos: boolean): void;
  run<K extends TaskName>(task: K, input: TaskInput<K>, run?: TaskRun): Promise<TaskOutput<K>>;
  /** Lets running tasks end and stops the threads. */
  close(): Promise<void>;
}

/**
 * Starts the pool; threads are made when work comes.
 *
 * @param threads 1 or more; by default as many as there are processors
 */
export function createRenderPool(threads: number = availableParallelism()): RenderPool {
  const extension = extname(import.meta.url);
  const piscina = new Piscina({
    filename: new URL(`./worker${extension}`, import.meta.url).href,
    minThreads: Math.min(2, threads),
    maxThreads: threads,
    idleTimeout: 60_000,
    // A thread that waits with Atomics.wait never turns its event loop, and what its finalizers would free piles up:
    // canvas surfaces and shared pixels, 55 MB with every ad.
    atomics: 'disabled',
    // The main thread answers chat platforms within seconds: pixel work yields to it.
    niceIncrement: process.platform === 'win32' ? 0 : 5,
    loadBalancer: freeThread,
    ...(extension === '.ts' ? { execArgv: ['--import', typescriptHooks()] } : {}),
  });
  return {
    threads,
    warm(photos) {
      // What could not be loaded is told by the task that needs it.
      const load = (task: TaskName): Promise<void> =>
        piscina.run({ task, input: { photos } }, { name: doorOf(task) }).catch(() => {});
      if (photos) void load('load-cutting');
      // By the same thread, one after the other, so that scenery which is asked for meanwhile is painted first.
      void load('load-scenery').then(() => load('load-the-rest'));
    },
    async run(task, input, { signal, onStep } = {}) {
      signal?.throwIfAborted();
      const steps = onStep === undefined ? undefined : listen(onStep);
      const call: Call = steps === undefined ? { task, input } : { task, input, port: steps.port2 };
      const door = { name: doorOf(task) };
      const done = piscina.run(call, steps === undefined ? door : { ...door, transferList: [steps.port2] });
      try {
        return await unlessAborted(done, signal);
      } finally {
        steps?.port1.close();
      }
    },
    async close() {
      await piscina.close();
    },
  };
}

type PoolOptions = NonNullable<ConstructorParameters<typeof Piscina>[0]>;
type LoadBalancer = NonNullable<PoolOptions['loadBalancer']>;

const CUTTING: ReadonlySet<TaskName> = new Set([
  'load-cutting',
  'decode-photo',
  'keep-photo',
  'cut-out',
  'cutout-from-matte',
  'crop',
]);

/** The export of the worker that runs a task: by its name the balancer tells what is to be done. */
const doorOf = (task: TaskName): keyof typeof import('./worker.ts') =>
  CUTTING.has(task) ? 'cutting' : 'default';

/**
 * A thread that has nothing to do, or none. Products are cut out by the eldest, and all else is done by the youngest:
 * code which a thread has run before, and so runs fast, is run again by the same, and of an ad with a photo each has
 * about half.
 */
const freeThread: LoadBalancer = ({ name }, threads) => {
  const free = threads.filter(
    (thread) => thread.currentUsage === 0 && !thread.terminating && !thread.destroyed,
  );
  const byAge = free.toSorted((a, b) => a.id - b.id);
  return (name === 'cutting' ? byAge[0] : byAge.at(-1)) ?? null;
};

/**
 * What lets a thread import the sources as they are. The hooks for `import` alone: a source that was required could not
 * import others when it runs.
 */
function typescriptHooks(): string {
  const source = `import { register } from '${import.meta.resolve('tsx/esm/api')}'; register();`;
  return `data:text/javascript,${encodeURIComponent(source)}`;
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
