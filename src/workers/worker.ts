import type { MessagePort } from 'node:worker_threads';
import { type SerializedError, serializeError } from '../errors/serialize-error.ts';
import { type OnStep, type TaskName, tasks } from './tasks.ts';
import { withDigests } from './with-digests.ts';

/** What the pool sends to a thread. */
export interface Call {
  readonly task: TaskName;
  readonly input: unknown;
  /** Where steps are told; absent when nobody listens. */
  readonly port?: MessagePort;
}

/** What comes back: whatever else the pool is told of a task is the end of its thread. */
export type Answer = { readonly output: unknown } | { readonly error: SerializedError };

/** A thread's door: runs one task. Every picture in the answer has its digest. */
export default async function work(call: Call): Promise<Answer> {
  // The pool's `run` has paired this input with this task; over the thread's border that pairing is not typed.
  const task = tasks[call.task] as (input: unknown, onStep: OnStep) => unknown;
  try {
    const output = await task(call.input, (step, steps) => call.port?.postMessage([step, steps]));
    return { output: withDigests(output) };
  } catch (error) {
    return { error: serializeError(error) };
  } finally {
    call.port?.close();
  }
}

/** The same door under the name by which cutting out is told from all else. */
export { work as cutting };
