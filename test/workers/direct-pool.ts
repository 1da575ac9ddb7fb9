import type { RenderPool } from '../../src/workers/render-pool.ts';
import type { OnStep } from '../../src/workers/serve-tasks.ts';
import type { TaskInput, TaskName, TaskOutput } from '../../src/workers/tasks.ts';
import { tasks } from '../../src/workers/tasks.ts';

/** A pool whose work is done where it is asked for, without threads: for tests and measurements of what comes out. */
export const directPoolOf = (work: typeof tasks): RenderPool => ({
  threads: 0,
  preload: () => {},
  restart: () => {},
  async run<K extends TaskName>(task: K, input: TaskInput<K>): Promise<TaskOutput<K>> {
    const perform = work[task] as (input: TaskInput<K>, onStep: OnStep) => unknown;
    return (await perform(input, () => {})) as TaskOutput<K>;
  },
  close: async () => {},
});

export const directPool = directPoolOf(tasks);
