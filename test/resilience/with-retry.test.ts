import { describe, expect, it } from 'vitest';
import { exponentialBackoff } from '../../src/resilience/backoff.ts';
import { type RetryOptions, withRetry } from '../../src/resilience/with-retry.ts';

const AT_ONCE = { backoff: () => 0 };

/** Fails with each error in turn, then succeeds with the number of the attempt. */
function failing(...errors: readonly Error[]): { work: () => Promise<number>; attempts: () => number } {
  let attempts = 0;
  return {
    attempts: () => attempts,
    async work() {
      const error = errors[attempts++];
      if (error !== undefined) throw error;
      return attempts;
    },
  };
}

describe('withRetry', () => {
  it('tries again until it succeeds', async () => {
    const { work } = failing(new Error('a'), new Error('b'));
    expect(await withRetry(work, AT_ONCE)).toBe(3);
  });

  it('throws what the last of its attempts threw', async () => {
    const { work, attempts } = failing(new Error('a'), new Error('b'), new Error('c'));
    await expect(withRetry(work, { ...AT_ONCE, attempts: 2 })).rejects.toThrow('b');
    expect(attempts()).toBe(2);
  });

  it('throws at once what trying again does not help', async () => {
    const { work, attempts } = failing(new Error('passing'), new Error('final'));
    const shouldRetry = (error: unknown): boolean => error instanceof Error && error.message === 'passing';
    await expect(withRetry(work, { ...AT_ONCE, shouldRetry })).rejects.toThrow('final');
    expect(attempts()).toBe(2);
  });

  it('waits as the failure asks, and else as its backoff says', async () => {
    const asking = new Error('asking');
    const waits: number[] = [];
    const options: RetryOptions = {
      backoff: (failures) => failures,
      retryAfter: (error) => (error === asking ? 0.02 : undefined),
      onRetry: (_error, failures, wait) => waits.push(failures, wait),
    };
    const began = performance.now();
    await withRetry(failing(new Error('a'), asking, new Error('b')).work, options);
    expect(waits).toEqual([1, 1, 2, 20, 3, 3]);
    expect(performance.now() - began).toBeGreaterThan(20);
  });

  it('never waits for a time that is over, nor for one that no timer counts', async () => {
    const waits: number[] = [];
    const abort = new AbortController();
    const asked = [-5, 1e12];
    const running = withRetry(failing(new Error('a'), new Error('b')).work, {
      ...AT_ONCE,
      retryAfter: () => asked.shift(),
      signal: abort.signal,
      onRetry(_error, _failures, wait) {
        waits.push(wait);
        if (wait > 0) setTimeout(() => abort.abort(), 20);
      },
    });
    await expect(running).rejects.toThrow();
    expect(waits).toEqual([0, 2 ** 31 - 1]);
  });

  it('waits no longer than its longest', async () => {
    const waits: number[] = [];
    await withRetry(failing(new Error('a'), new Error('b')).work, {
      backoff: (failures) => failures,
      maxWait: 3,
      retryAfter: () => (waits.length === 0 ? 60 : undefined),
      onRetry: (_error, _failures, wait) => waits.push(wait),
    });
    expect(waits).toEqual([3, 2]);
  });

  it('stops waiting when its signal fires, for the reason of the signal', async () => {
    const abort = new AbortController();
    const { work, attempts } = failing(new Error('a'), new Error('b'));
    const running = withRetry(work, { backoff: () => 60_000, signal: abort.signal });
    setTimeout(() => abort.abort(new Error('enough')), 10);
    await expect(running).rejects.toThrow('enough');
    expect(attempts()).toBe(1);
  });

  it('does not try again what failed after its signal had fired', async () => {
    const abort = new AbortController();
    const running = withRetry(
      async () => {
        abort.abort(new Error('enough'));
        throw new Error('a');
      },
      { ...AT_ONCE, signal: abort.signal },
    );
    await expect(running).rejects.toThrow('a');
  });
});

describe('exponentialBackoff', () => {
  it('grows by its factor up to its longest', () => {
    const wait = exponentialBackoff({ initial: 100, factor: 4, max: 5000 });
    expect([1, 2, 3, 4, 2000].map(wait)).toEqual([100, 400, 1600, 5000, 5000]);
  });

  it('spreads a wait to both sides by its jitter', () => {
    const least = exponentialBackoff({ initial: 1000, jitter: 0.25 }, () => 0);
    const most = exponentialBackoff({ initial: 1000, jitter: 0.25 }, () => 1);
    expect([least(2), most(2)]).toEqual([1500, 2500]);
  });
});
