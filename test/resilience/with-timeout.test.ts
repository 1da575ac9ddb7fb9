import { describe, expect, it } from 'vitest';
import { withTimeout } from '../../src/resilience/with-timeout.ts';

describe('withTimeout', () => {
  it('gives what comes in time', async () => {
    expect(await withTimeout(60_000, Promise.resolve('here'))).toBe('here');
    await expect(withTimeout(60_000, Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });

  it('gives nothing for what is late', async () => {
    expect(await withTimeout(5, new Promise(() => {}))).toBeUndefined();
  });
});
