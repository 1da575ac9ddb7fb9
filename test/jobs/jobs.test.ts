import { afterEach, describe, expect, it } from 'vitest';
import { closeDesk, type Desk, openDesk } from './desk.ts';
import { order } from './orders.ts';

let desk: Desk | undefined;
afterEach(async () => {
  await closeDesk(desk);
  desk = undefined;
});

describe('Jobs', () => {
  it('makes a job and delivers it once, in one message', async () => {
    desk = await openDesk();
    const { id } = await desk.jobs.submit(order());
    const job = await desk.until(id, ({ state }) => state === 'delivered');
    expect(job.pictures).toHaveLength(1);
    expect(desk.recorder.messages.size).toBe(1);
    expect(desk.recorder.shown(id).map(({ stage }) => stage)).toEqual(['queued', 'done']);
    expect(job.answeredAt).toBeDefined();
  });
});
