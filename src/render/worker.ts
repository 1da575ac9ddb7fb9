import type { MessagePort } from 'node:worker_threads';
import { sealed } from './seal.ts';
import { type OnStep, type TaskName, tasks } from './tasks.ts';

/** What the pool sends to a thread. */
export interface Call {
  readonly task: TaskName;
  readonly input: unknown;
  /** Where steps are told; absent when nobody listens. */
  readonly port?: MessagePort;
}

/** A thread's door: runs one task. Every picture in the answer has its digest. */
export default async function work(call: Call): Promise<unknown> {
  // The pool's `run` has paired this input with this task; over the thread's border that pairing is not typed.
  const task = tasks[call.task] as (input: unknown, onStep: OnStep) => unknown;
  try {
    return sealed(await task(call.input, (step, steps) => call.port?.postMessage([step, steps])));
  } finally {
    call.port?.close();
  }
}

/** The same door under the name by which cutting out is told from all else. */
export { work as cutting };
