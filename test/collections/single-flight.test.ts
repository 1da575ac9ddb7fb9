import { describe, expect, it } from 'vitest';
import { SingleFlight } from '../../src/collections/single-flight.ts';

/** Work that counts how often it was done. */
function counted(fails = 0): { work: () => Promise<number>; times: () => number } {
  let times = 0;
  return {
    times: () => times,
    async work() {
      const time = ++times;
      await Promise.resolve();
      if (time <= fails) throw new Error(`failure ${time}`);
      return time;
    },
  };
}

describe('SingleFlight', () => {
  it('does a piece of work once, for those who come meanwhile and for those who come later', async () => {
    const flights = new SingleFlight<string, number>();
    const { work } = counted();
    expect(await Promise.all([flights.run('a', work), flights.run('a', work)])).toEqual([1, 1]);
    expect(await flights.run('a', work)).toBe(1);
    expect(await flights.run('b', work)).toBe(2);
  });

  it('lets all who wait know of a failure, and tries again for whoever comes next', async () => {
    const flights = new SingleFlight<string, number>();
    const { work, times } = counted(1);
    const both = await Promise.allSettled([flights.run('a', work), flights.run('a', work)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(times()).toBe(1);
    expect(await flights.run('a', work)).toBe(2);
  });

  it('does anew what it was told to forget, whatever becomes of the first', async () => {
    const flights = new SingleFlight<string, number>();
    const { work } = counted(1);
    const first = flights.run('a', work);
    expect(flights.forget('a')).toBe(first);
    expect(flights.forget('a')).toBeUndefined();
    const second = flights.run('a', work);
    await expect(first).rejects.toThrow('failure 1');
    expect(await second).toBe(2);
    expect(await flights.run('a', work)).toBe(2);
  });

  it('remembers no more outcomes than it may', async () => {
    const flights = new SingleFlight<string, number>(2);
    const { work } = counted();
    for (const key of ['a', 'b', 'c']) await flights.run(key, work);
    expect(await flights.run('b', work)).toBe(2);
    expect(await flights.run('a', work)).toBe(4);
  });
});
