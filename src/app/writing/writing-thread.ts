import { extname } from 'node:path';
import { defined } from '../../collections/defined.ts';
import { WorkerThreads } from '../../workers/worker-threads.ts';
import type { RuleWriter } from '../../writing/brief/rule-writer.ts';
import type { WritingSource, writingTasks } from './writing-worker.ts';

/** Bound of the thread's JavaScript heap in MiB, many times what it needs. */
const MAX_HEAP_MB = 512;

const WORKER = new URL(`./writing-worker${extname(import.meta.url)}`, import.meta.url);

/** A rule writer in a thread of its own. */
export interface WritingThread extends RuleWriter {
  /** Ends the thread once it has answered. */
  close(): Promise<void>;
}

type Tasks = typeof writingTasks;

/**
 * Reads and composes in a thread of its own. The patterns that requests are read with are compiled as they are needed,
 * and again after they were not needed for a while: tenths of a second in which a bot must hear people.
 *
 * @param worker the program of the thread
 */
export function openWritingThread(source: WritingSource, worker: URL = WORKER): WritingThread {
  const threads = new WorkerThreads({
    threads: 1,
    // It has read the presets of one moment, and keeps to them as the bot does.
    idleTimeout: Number.POSITIVE_INFINITY,
    maxHeapMb: MAX_HEAP_MB,
    worker,
  });
  const ask = async <K extends keyof Tasks>(
    task: K,
    input: Parameters<Tasks[K]>[0],
  ): Promise<Awaited<ReturnType<Tasks[K]>>> =>
    // The thread has run the task of this name.
    (await threads.run({ task, input })) as Awaited<ReturnType<Tasks[K]>>;
  return {
    prepare: (text) => ask('prepare', { source, ...defined({ text }) }),
    statementsOf: (text) => ask('statements', { source, text }),
    intentOf: (text, shown) => ask('intent', { source, text, ...defined({ shown }) }),
    briefOf: (request, told) => ask('brief', { source, request, ...defined({ told }) }),
    close: () => threads.retire(),
  };
}
