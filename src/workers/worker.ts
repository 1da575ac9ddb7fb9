import { servingTasks } from './serve-tasks.ts';
import { tasks } from './tasks.ts';

/** A pool thread's door: runs one task. */
const work = servingTasks(tasks);
export default work;

/** The same door under the name by which cutting out is told from all else. */
export { work as cutting };
