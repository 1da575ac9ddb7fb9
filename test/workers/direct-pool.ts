import type { RenderPool } from '../../src/workers/render-pool.ts';
import type { OnStep, TaskInput, TaskName, TaskOutput } from '../../src/workers/tasks.ts';
import { tasks } from '../../src/workers/tasks.ts';

/** The pool's work done where it is asked for, without threads: for tests and measurements of what comes out. */
export const directPool: RenderPool = {
  threads: 0,
  preload: () => {},
  restart: () => {},
  async run<K extends TaskName>(task: K, input: TaskInput<K>): Promise<TaskOutput<K>> {
    const work = tasks[task] as (input: TaskInput<K>, onStep: OnStep) => unknown;
    return (await work(input, () => {})) as TaskOutput<K>;
  },
  close: async () => {},
};
