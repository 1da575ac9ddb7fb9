import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { UserError } from '../../../../src/errors/user-error.ts';
import { takeAdvisoryLock } from '../../../../src/jobs/store/postgres/advisory-lock.ts';
import { startProxy } from '../../../postgres/proxy.ts';
import { scratchSchema } from '../../../postgres/scratch-schema.ts';

const never = (error: Error): void => {
  throw error;
};

const isTaken = (error: unknown): boolean => error instanceof UserError && error.code === 'database-in-use';

describe('the lock of a database', () => {
  it('lets one bot alone work on it, and the next when that has ended', async () => {
    const url = await scratchSchema();
    const lock = await takeAdvisoryLock(url, never);
    const refused = await takeAdvisoryLock(url, never).catch((error: unknown) => error);
    expect(refused).toSatisfy(isTaken);
    expect(String(refused)).not.toContain('shop:shop');
    lock.release();
    const next = await vi.waitFor(() => takeAdvisoryLock(url, never));
    next.release();
  });

  it('is that of its own schema', async () => {
    const locks = [
      await takeAdvisoryLock(await scratchSchema(), never),
      await takeAdvisoryLock(await scratchSchema(), never),
    ];
    for (const lock of locks) lock.release();
  });

  it('is taken again when the connection breaks, and no other bot comes in between', async () => {
    const url = await scratchSchema();
    const proxy = await startProxy(url);
    onTestFinished(() => proxy.stop());
    const lock = await takeAdvisoryLock(proxy.url, never);
    proxy.close();
    proxy.open();
    await vi.waitFor(() => expect(proxy.connections).toBe(2), { timeout: 10_000 });
    await vi.waitFor(async () => {
      const other = await takeAdvisoryLock(url, never).catch((error: unknown) => error);
      if (!isTaken(other)) throw other;
    });
    lock.release();
  });

  it('that another has taken meanwhile ends the first bot', async () => {
    const url = await scratchSchema();
    const proxy = await startProxy(url);
    onTestFinished(() => proxy.stop());
    const lost = vi.fn();
    const first = await takeAdvisoryLock(proxy.url, lost);
    proxy.close();
    const second = await vi.waitFor(() => takeAdvisoryLock(url, never), { timeout: 10_000 });
    proxy.open();
    await vi.waitFor(() => expect(lost).toHaveBeenCalledOnce(), { timeout: 20_000 });
    expect(lost.mock.calls[0]?.[0]).toSatisfy(isTaken);
    second.release();
    first.release();
  });
});
