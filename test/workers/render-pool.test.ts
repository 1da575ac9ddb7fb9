import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { OutageError } from '../../src/errors/outage-error.ts';
import { UserError } from '../../src/errors/user-error.ts';
import { createRenderPool, type RenderPool } from '../../src/workers/render-pool.ts';
import { program } from '../programs/programs.ts';
import type { Deed } from './failing-worker.ts';

const WORKER = pathToFileURL(program('failing-worker'));

let pool: RenderPool | undefined;
afterEach(() => pool?.close());

/** A pool of threads that misbehave, and how they are asked to. */
function failingPool(threads: number, rest = 60_000): (deed: Deed) => Promise<unknown> {
  const opened = createRenderPool(threads, { worker: WORKER, maxHeapMb: 48, idleTimeout: rest });
  pool = opened;
  return (deed) => opened.run('load-nothing' as never, deed as never);
}

describe('createRenderPool', () => {
  it('lets the event loops of its threads turn between tasks', async () => {
    const ask = failingPool(1);
    await ask('turns');
    await sleep(200);
    expect(await ask('turns')).toBe(1);
  });

  it('frees the canvases and pictures of tasks that are done', async () => {
    const ask = failingPool(1);
    const some = async (count: number): Promise<number> => {
      for (let n = 0; n < count; n++) expect(await ask('paint')).toBe(255);
      return process.memoryUsage.rss() / 2 ** 20;
    };
    const before = await some(5);
    const after = await some(30);
    // Each takes 36 MB.
    expect(after - before).toBeLessThan(300);
  });

  it('brings what a task throws back as it was', async () => {
    const ask = failingPool(1);
    const refused = await ask('refuse').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UserError);
    expect(refused).toMatchObject({ code: 'photo-empty', params: { file: 'latte.jpg' } });
    const outage = await ask('outage').catch((error: unknown) => error);
    expect(outage).toBeInstanceOf(OutageError);
    expect(outage).toMatchObject({ service: 'disk', message: 'disk: it is full', retryAfter: 7 });
    await expect(ask('bug')).rejects.toThrow('that is not a function');
  });

  it.each([
    ['fill-memory', 'ran out of memory'],
    ['exit', 'ended in the middle of a task'],
    ['crash', 'ended in the middle of a task'],
  ] as const)('fails a task that its thread ends over (%s), and does what waits', async (deed, why) => {
    const ask = failingPool(1);
    await ask('thread');
    const [failed, next, last] = await Promise.allSettled([ask(deed), ask('thread'), ask('thread')]);
    expect(failed.status === 'rejected' && failed.reason).toBeInstanceOf(OutageError);
    expect(failed).toMatchObject({ reason: { service: 'engine', message: expect.stringContaining(why) } });
    expect([next.status, last.status]).toEqual(['fulfilled', 'fulfilled']);
  });

  it('leaves nobody waiting for threads that cannot begin', async () => {
    const none = createRenderPool(1, { worker: new URL('./not-there.ts', import.meta.url) });
    pool = none;
    const calls = [
      none.run('load-scenery', undefined as never),
      none.run('load-cutting', undefined as never),
    ];
    for (const call of await Promise.allSettled(calls)) {
      expect(call.status === 'rejected' && call.reason).toBeInstanceOf(OutageError);
    }
  });

  it('ends old threads when they are done, and gives what comes to new ones', async () => {
    const ask = failingPool(2);
    const old = [ask('slow'), ask('slow')];
    pool?.restart();
    const fresh = await ask('thread');
    expect(await Promise.all(old)).not.toContain(fresh);
  });

  it('lets go of threads that have had no work for a while', async () => {
    const ask = failingPool(1, 50);
    const first = await ask('thread');
    expect(await ask('thread')).toBe(first);
    // Not a wait for something that takes long, but for something not to be there any more.
    await sleep(1000);
    expect(await ask('thread')).not.toBe(first);
  });

  it('closes only after every task has ended', async () => {
    const ask = failingPool(2);
    await Promise.all([ask('thread'), ask('thread')]);
    const under = [ask('slow'), ask('slow'), ask('slow')];
    await pool?.close();
    expect((await Promise.allSettled(under)).map(({ status }) => status)).toEqual(Array(3).fill('fulfilled'));
  });
});
