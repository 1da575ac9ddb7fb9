import { describe, expect, it } from 'vitest';
import { TimeSlicer } from '../../src/jobs/time-slicer.ts';

/** Keeps the processor busy, as work does. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

describe('small things that come all at once', () => {
  it('are done in the order in which they came', async () => {
    const turns = new TimeSlicer();
    const done: number[] = [];
    await Promise.all(
      Array.from({ length: 100 }, async (_, n) => {
        await turns.nextSlot();
        done.push(n);
      }),
    );
    expect(done).toEqual(Array.from({ length: 100 }, (_, n) => n));
  });

  it('leave the others their turns between, whatever follows from each', async () => {
    const turns = new TimeSlicer();
    let others = 0;
    const count = setInterval(() => others++, 1);
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        await turns.nextSlot();
        await Promise.resolve();
        work(5);
      }),
    );
    clearInterval(count);
    expect(others).toBeGreaterThanOrEqual(19);
  });

  it('begin again after a pause, and come to an end when one of them fails', async () => {
    const turns = new TimeSlicer();
    const first = turns.nextSlot().then(() => Promise.reject(new Error('this one')));
    await expect(first).rejects.toThrow('this one');
    await turns.nextSlot();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await turns.nextSlot();
  });
});
