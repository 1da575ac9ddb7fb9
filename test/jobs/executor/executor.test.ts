import { afterEach, expect, it, vi } from 'vitest';
import { closeDesk, type Desk, openDesk } from '../desk.ts';
import { order } from '../orders.ts';

let desk: Desk | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  await closeDesk(desk);
  desk = undefined;
});

it('makes a job whose wait ends between two looks at the clock', async () => {
  const first = await openDesk({ milliseconds: 60_000 });
  const { id } = await first.jobs.submit(order());
  await first.until(id, ({ state }) => state === 'running');
  await first.kill();

  // Recovered, it waits; every look at the clock from then on comes four seconds later than the one before.
  let now = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 3999));
  desk = await openDesk({ folder: first.folder });
  vi.restoreAllMocks();
  await expect
    .poll(async () => (await desk?.jobs.lookup.job(id))?.state, { timeout: 30_000 })
    .toBe('delivered');
});
