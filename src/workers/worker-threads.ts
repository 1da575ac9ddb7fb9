import { Piscina } from 'piscina';
import { defined } from '../collections/defined.ts';
import { OutageError } from '../errors/outage-error.ts';
import { deserializeError } from '../errors/serialize-error.ts';
import { type Answer, type Call, NOTHING } from './serve-tasks.ts';
import type { TaskName } from './tasks.ts';

export interface WorkerThreadsOptions {
  /** At most; they are started when work comes. */
  readonly threads: number;
  /** Milliseconds without work after which a thread is let go. */
  readonly idleTimeout: number;
  /** Bound of the JavaScript heap of a thread in MiB; pixels do not count. */
  readonly maxHeapMb: number;
  /** The module that a thread runs. */
  readonly worker: URL;
}

/** Threads that fail one after the other before they have begun to work, until what waits for one is given up. */
const MAX_FAILED_STARTS = 3;

/** Some threads, and what they have to do. */
export class WorkerThreads {
  readonly #piscina: Piscina;
  /** Tasks that wait or run. */
  readonly #underWay = new Set<Promise<unknown>>();
  #failedStarts = 0;

  constructor({ threads, idleTimeout, maxHeapMb, worker }: WorkerThreadsOptions) {
    this.#piscina = new Piscina({
      filename: worker.href,
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: idleTimeout,
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
      // A thread that waits with Atomics.wait never turns its event loop, and what its finalizers would free piles up:
      // canvas surfaces and shared pixels, 55 MB with every ad.
      atomics: 'disabled',
      // The main thread answers chat platforms within seconds: pixel work yields to it.
      niceIncrement: process.platform === 'win32' ? 0 : 5,
      loadBalancer: chooseThread,
      ...defined({
        execArgv: worker.pathname.endsWith('.ts') ? ['--import', typescriptLoader()] : undefined,
      }),
    });
    // A thread that had no task has ended; without a listener that would be the end of the process.
    this.#piscina.on('error', () => this.#replace());
  }

  /**
   * Has a thread do a task.
   *
   * @throws what the task threw; OutageError `engine` when its thread ended over it
   */
  async run(call: Call): Promise<unknown> {
    const door = { name: exportOf(call.task) };
    const done: Promise<Answer> = this.#piscina.run(
      call,
      call.port === undefined ? door : { ...door, transferList: [call.port] },
    );
    this.#underWay.add(done);
    try {
      const answer = await done.catch((error: unknown) => this.#thrown(error));
      this.#failedStarts = 0;
      if ('output' in answer) return answer.output;
      throw deserializeError(answer.error);
    } finally {
      this.#underWay.delete(done);
    }
  }

  /** Ends the threads once everything that was asked of them is done. */
  async retire(): Promise<void> {
    // Piscina's own `close` ends threads in the middle of a task where several run at once.
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
    await this.#piscina.destroy();
  }

  /** What a task throws comes as an answer, so this is the thread's end, or nothing that a thread can be sent. */
  #thrown(error: unknown): never {
    if (error instanceof DOMException) throw error;
    this.#wake();
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why =
      code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? 'a thread ran out of memory'
        : 'a thread ended in the middle of a task';
    throw new OutageError('engine', why, { cause: error });
  }

  /** A thread ended before it could begin. Another may fare better; where none does, nobody is left waiting. */
  #replace(): void {
    this.#failedStarts++;
    if (this.#failedStarts < MAX_FAILED_STARTS) this.#wake();
    else {
      this.#failedStarts = 0;
      void this.#piscina.destroy();
    }
  }

  /** Piscina starts a thread when it is given a task, not when one ends and leaves others waiting. */
  #wake(): void {
    if (this.#piscina.queueSize === 0) return;
    this.#piscina.run({ task: NOTHING, input: null } satisfies Call).catch(() => {});
  }
}

type PoolOptions = NonNullable<ConstructorParameters<typeof Piscina>[0]>;
type LoadBalancer = NonNullable<PoolOptions['loadBalancer']>;

const CUTOUT_TASKS: ReadonlySet<string> = new Set<TaskName>([
  'load-cutting',
  'decode-photo',
  'keep-photo',
  'cut-out',
  'model-view',
  'refinement-crop',
  'median-map',
  'crop',
]);

/** The export of the worker that runs a task: by its name the balancer tells what is to be done. */
const exportOf = (task: string): keyof typeof import('./worker.ts') =>
  CUTOUT_TASKS.has(task) ? 'cutting' : 'default';

/**
 * A thread that has nothing to do, or none. Products are cut out by the eldest, and all else is done by the youngest:
 * code which a thread has run before, and so runs fast, is run again by the same, and of an ad with a photo each has
 * about half.
 */
const chooseThread: LoadBalancer = ({ name }, threads) => {
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
function typescriptLoader(): string {
  const source = `import { register } from '${import.meta.resolve('tsx/esm/api')}'; register();`;
  return `data:text/javascript,${encodeURIComponent(source)}`;
}
