import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { LaneQueues } from '../../../src/jobs/executor/lane-queues.ts';

const { signal } = new AbortController();
setMaxListeners(0, signal);

describe('LaneQueues', () => {
  it('runs gpu work strictly one at a time, whatever else goes on', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            group: fc.constantFrom('a', 'b'),
            wait: fc.integer({ min: 0, max: 2 }),
            abort: fc.boolean(),
          }),
          {
            maxLength: 20,
          },
        ),
        async (nodes) => {
          const lanes = new LaneQueues({ gpu: 1, cpu: 2, network: 4 });
          let running = 0;
          let most = 0;
          await Promise.allSettled(
            nodes.map(({ group, wait, abort }, order) => {
              const stop = new AbortController();
              const work = async (): Promise<void> => {
                most = Math.max(most, ++running);
                if (abort) stop.abort();
                await sleep(wait);
                running--;
              };
              return lanes.forJob(group, order).run('gpu', work, stop.signal);
            }),
          );
          expect(most).toBeLessThanOrEqual(1);
          expect(lanes.load().gpu).toMatchObject({ running: 0, waiting: 0 });
        },
      ),
      { numRuns: 20 },
    );
  });

  it('does not give the gpu to the next before a stopped node has let go of it', async () => {
    const lanes = new LaneQueues({ gpu: 1, cpu: 2, network: 4 });
    const stop = new AbortController();
    const seen: string[] = [];
    const first = lanes.forJob('a', 1).run(
      'gpu',
      async () => {
        stop.abort();
        await sleep(20);
        seen.push('first lets go');
        stop.signal.throwIfAborted();
      },
      stop.signal,
    );
    const second = lanes.forJob('b', 2).run('gpu', async () => void seen.push('second begins'), signal);
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    await second;
    expect(seen).toEqual(['first lets go', 'second begins']);
  });

  it('lets other lanes go on beside the gpu, as many as there are places', async () => {
    const lanes = new LaneQueues({ gpu: 1, cpu: 2, network: 4 });
    const job = lanes.forJob('a', 1);
    const running = { gpu: 0, cpu: 0, network: 0 };
    const most = { gpu: 0, cpu: 0, network: 0 };
    const work = (lane: 'gpu' | 'cpu' | 'network') => async (): Promise<void> => {
      most[lane] = Math.max(most[lane], ++running[lane]);
      await sleep(5);
      running[lane]--;
    };
    const all = (['gpu', 'cpu', 'network'] as const).flatMap((lane) =>
      Array.from({ length: 6 }, () => job.run(lane, work(lane), signal)),
    );
    await Promise.all(all);
    expect(most).toEqual({ gpu: 1, cpu: 2, network: 4 });
  });

  it('takes a node out of the queue that is stopped while it waits', async () => {
    const lanes = new LaneQueues({ gpu: 1, cpu: 2, network: 4 });
    const stop = new AbortController();
    const ran = vi.fn(async () => {});
    const gate = gateOf();
    const blocking = lanes.forJob('a', 1).run('gpu', () => gate.opened, signal);
    const waiting = lanes.forJob('b', 2).run('gpu', ran, stop.signal);
    expect(lanes.load().gpu).toMatchObject({ running: 1, waiting: 1 });
    stop.abort(new Error('not wanted'));
    await expect(waiting).rejects.toThrow('not wanted');
    expect(lanes.load().gpu.waiting).toBe(0);
    gate.open();
    await blocking;
    expect(ran).not.toHaveBeenCalled();
  });

  it('gives a newcomer’s node the next place, before those that others have waiting', async () => {
    const lanes = new LaneQueues({ gpu: 1, cpu: 2, network: 4 });
    const order: string[] = [];
    const gate = gateOf();
    const node = (group: string, n: number, work: () => Promise<void> = async () => {}): Promise<unknown> =>
      lanes.forJob(group, n).run(
        'gpu',
        () => {
          order.push(`${group}${n}`);
          return work();
        },
        signal,
      );
    const busy = [node('busy', 0, () => gate.opened), ...[1, 2, 3, 4].map((n) => node('busy', n))];
    const newcomer = node('new', 9);
    gate.open();
    await Promise.all([...busy, newcomer]);
    expect(order).toEqual(['busy0', 'new9', 'busy1', 'busy2', 'busy3', 'busy4']);
  });
});

function gateOf(): { readonly opened: Promise<void>; open(): void } {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
