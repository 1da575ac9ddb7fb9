import { describe, expect, it } from 'vitest';
import { OutageError } from '../../../src/errors/outage-error.ts';
import { MemoryBudget } from '../../../src/imaging/photo/memory-budget.ts';

/** Lets what can happen now happen. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Takes from a budget, and tells in which order it was given. */
function taker(budget: MemoryBudget) {
  const given: string[] = [];
  const releases = new Map<string, () => void>();
  return {
    given,
    take: (name: string, bytes: number, signal?: AbortSignal) =>
      budget.take(bytes, signal).then((release) => {
        given.push(name);
        releases.set(name, release);
      }),
    release: async (name: string) => {
      releases.get(name)?.();
      await settle();
    },
  };
}

describe('MemoryBudget', () => {
  it('adds up what is under way, and lets the next wait until it fits', async () => {
    const { given, take, release } = taker(new MemoryBudget(100, 9, 9));
    const all = [take('a', 60), take('b', 40), take('c', 30)];
    await settle();
    expect(given).toEqual(['a', 'b']);
    await release('b');
    expect(given).toEqual(['a', 'b', 'c']);
    await Promise.all(all);
  });

  it('serves those first who came first, also where a later one would fit', async () => {
    const { given, take, release } = taker(new MemoryBudget(100, 9, 9));
    void take('a', 60);
    void take('large', 90);
    void take('small', 5);
    await settle();
    expect(given).toEqual(['a']);
    await release('a');
    expect(given).toEqual(['a', 'large', 'small']);
  });

  it('runs no more at once than it may, however little they take', async () => {
    const { given, take, release } = taker(new MemoryBudget(100, 2, 9));
    for (const name of ['a', 'b', 'c']) void take(name, 1);
    await settle();
    expect(given).toEqual(['a', 'b']);
    await release('a');
    expect(given).toEqual(['a', 'b', 'c']);
  });

  it('forgets who no longer wants to wait, and lets those behind go on', async () => {
    const { given, take, release } = taker(new MemoryBudget(100, 9, 9));
    void take('a', 60);
    const stop = new AbortController();
    const large = take('large', 90, stop.signal);
    void take('small', 5);
    await settle();
    stop.abort(new Error('enough'));
    await expect(large).rejects.toThrow('enough');
    await settle();
    expect(given).toEqual(['a', 'small']);
    await release('a');
    expect(given).toEqual(['a', 'small']);
    await expect(take('late', 1, stop.signal)).rejects.toThrow('enough');
  });

  it('sends away who comes when too many wait, and what can never fit', async () => {
    const budget = new MemoryBudget(100, 1, 2);
    const { take } = taker(budget);
    for (const name of ['a', 'b', 'c']) void take(name, 50);
    await expect(take('d', 50)).rejects.toBeInstanceOf(OutageError);
    expect(budget.allows(101)).toBe(false);
    await expect(budget.take(101)).rejects.toBeInstanceOf(RangeError);
  });

  it('takes back once what was given once', async () => {
    const budget = new MemoryBudget(100, 9, 9);
    const release = await budget.take(80);
    release();
    release();
    const { given, take } = taker(budget);
    void take('a', 80);
    void take('b', 80);
    await settle();
    expect(given).toEqual(['a']);
  });
});
