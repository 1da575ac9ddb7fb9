import { UserError } from '../../../src/errors/user-error.ts';
import { EngineFailure } from '../../../src/onnx/failure.ts';
import type { ServiceRun } from '../../../src/onnx/process/service.ts';

/** Holds the thread as a run of onnxruntime does. */
function block(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

let calls = 0;

export const service = {
  echo: async (input: unknown): Promise<unknown> => input,
  count: async (_: null): Promise<number> => ++calls,
  block: async (milliseconds: number): Promise<string> => {
    block(milliseconds);
    return 'done';
  },
  steps: async ({ count }: { count: number }, { signal, emit }: ServiceRun): Promise<number> => {
    for (let step = 1; step <= count; step++) {
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
      block(20);
      emit({ step, preview: new Uint8Array([step, 2, 3]) });
    }
    return count;
  },
  fail: async (kind: 'user' | 'engine' | 'bug'): Promise<never> => {
    if (kind === 'user') throw new UserError('strength-too-low', { strength: 0, steps: 8 });
    if (kind === 'engine') throw new EngineFailure('memory', 'loading it: bad_alloc');
    throw new TypeError('a mistake of ours');
  },
  die: async (signal: 'SIGKILL' | 'exit' | 'throw'): Promise<never> => {
    if (signal === 'SIGKILL') process.kill(process.pid, 'SIGKILL');
    if (signal === 'throw') {
      setImmediate(() => {
        throw new Error('thrown outside of any call');
      });
    } else {
      process.exit(3);
    }
    return new Promise(() => {});
  },
};
