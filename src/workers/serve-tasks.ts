import type { MessagePort } from 'node:worker_threads';
import { type SerializedError, serializeError } from '../errors/serialize-error.ts';
import { withDigests } from './with-digests.ts';

/** Called as a task goes on: `step` of `steps` is done. */
export type OnStep = (step: number, steps: number) => void;

/** What a thread is sent. */
export interface Call {
  /** Name of one of its tasks. */
  readonly task: string;
  readonly input: unknown;
  /** Where steps are told; absent when nobody listens. */
  readonly port?: MessagePort;
}

/** What comes back: whatever else is told of a task is the end of its thread. */
export type Answer = { readonly output: unknown } | { readonly error: SerializedError };

/** A task that does nothing: every thread has it, so that one can be started. */
export const NOTHING = 'load-nothing';

/** The door of a thread that does these tasks. Every picture in an answer has its digest. */
export function servingTasks(
  tasks: Readonly<Record<string, (input: never, onStep: OnStep) => unknown>>,
): (call: Call) => Promise<Answer> {
  return async ({ task, input, port }) => {
    try {
      // Whoever calls has paired this input with this task; over the thread's border that pairing is not typed.
      const run = tasks[task] as ((input: unknown, onStep: OnStep) => unknown) | undefined;
      if (run === undefined) throw new Error(`This thread has no task ${task}`);
      const output = await run(input, (step, steps) => port?.postMessage([step, steps]));
      return { output: withDigests(output) };
    } catch (error) {
      return { error: serializeError(error) };
    } finally {
      port?.close();
    }
  };
}
