import type { types } from '@slack/bolt';
import type { Reply } from '../../../jobs/delivery/reply.ts';
import { truncate } from '../markdown.ts';

const STATUS = { waiting: 'pending', running: 'in_progress', done: 'complete' } as const;

/** Steps of a plan that are shown. */
const MAX_TASKS = 20;

const BAR_WIDTH = 12;

/**
 * A job's progress: its steps as a plan (https://docs.slack.dev/reference/block-kit/blocks/plan-block), or one line
 * with a bar while the steps are not known, and where plans are not taken.
 */
export function progressBlock(
  progress: NonNullable<Reply['progress']>,
  plans: boolean,
): types.PlanBlock | types.ContextBlock {
  const percent = `${Math.round(progress.fraction * 100)}%`;
  if (plans && progress.steps !== undefined && progress.steps.length > 0) {
    return {
      type: 'plan',
      title: percent,
      tasks: progress.steps.slice(0, MAX_TASKS).map(({ title, state }, index) => ({
        type: 'task_card',
        task_id: `step-${index + 1}`,
        title: truncate(title, 150),
        status: STATUS[state],
      })),
    };
  }
  const full = Math.round(progress.fraction * BAR_WIDTH);
  const text = `${percent} ${'▰'.repeat(full)}${'▱'.repeat(BAR_WIDTH - full)}`;
  return { type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] };
}
