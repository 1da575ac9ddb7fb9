import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { ChunkAssembler, detachBytes } from '../../../src/onnx/process/byte-chunks.ts';
import { EngineProcess } from '../../../src/onnx/process/engine-process.ts';
import { program } from '../../programs/programs.ts';
import type { service } from './sample-service.ts';

type Sample = typeof service;
const SAMPLE = pathToFileURL(program('sample-service'));

const trouble: string[] = [];
const engine = new EngineProcess({ onTrouble: (text) => trouble.push(text), abortTimeout: 300 });

afterEach(() => {
  trouble.length = 0;
});

afterAll(() => engine.dispose());

const count = (): Promise<number> => engine.call<Sample, 'count'>(SAMPLE, 'count', null);

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Counts the turns of this event loop, each of which lets others in. */
function countTurns(): { stop(): number } {
  let count = 0;
  let next = setImmediate(turn);
  function turn(): void {
    count++;
    next = setImmediate(turn);
  }
  return {
    stop() {
      clearImmediate(next);
      return count;
    },
  };
}

describe('EngineProcess', () => {
  it('hands values and bytes over and back, and keeps what the service has loaded', async () => {
    const value = { a: [1, 'zwei', null], bytes: new Uint8Array([1, 2, 3]), none: new Uint8Array(0) };
    expect(await engine.call<Sample, 'echo'>(SAMPLE, 'echo', value)).toEqual(value);
    expect(await count()).toBe(1);
    expect(await count()).toBe(2);
  });

  it('lets the process go when nobody has asked for a while, and starts another for whoever asks then', async () => {
    const told: string[] = [];
    const resting = new EngineProcess({ idleTimeout: 100, onTrouble: (text) => told.push(text) });
    try {
      await resting.call<Sample, 'count'>(SAMPLE, 'count', null);
      const { pid = 0 } = resting;
      while (isAlive(pid)) await sleep(20);
      expect(resting.pid).toBeUndefined();
      expect(await resting.call<Sample, 'count'>(SAMPLE, 'count', null)).toBe(1);
      expect(told).toEqual([]);
    } finally {
      await resting.dispose();
    }
  });

  it('takes pictures in shared memory', async () => {
    const shared = new Uint8ClampedArray(new SharedArrayBuffer(8)).fill(7);
    expect(await engine.call<Sample, 'echo'>(SAMPLE, 'echo', { shared })).toEqual({
      shared: new Uint8Array(8).fill(7),
    });
  });

  it('leaves the bot free while it works', async () => {
    await count();
    const turns = countTurns();
    await engine.call<Sample, 'block'>(SAMPLE, 'block', 300);
    expect(turns.stop()).toBeGreaterThan(20);
  });

  it('leaves the bot free while large pictures go to and fro', async () => {
    await count();
    const picture = new Uint8Array(24 * 2 ** 20).fill(9);
    const turns = countTurns();
    const echoed = await engine.call<Sample, 'echo'>(SAMPLE, 'echo', { picture });
    // It goes in 96 pieces, with a turn for others after each.
    expect(turns.stop()).toBeGreaterThan(96);
    expect(Buffer.compare((echoed as { picture: Uint8Array }).picture, picture)).toBe(0);
  });

  it('passes on what is told on the way, bytes included', async () => {
    const events: unknown[] = [];
    const onEvent = (event: unknown): void => void events.push(event);
    expect(await engine.call<Sample, 'steps'>(SAMPLE, 'steps', { count: 3 }, { onEvent })).toBe(3);
    expect(events).toEqual([1, 2, 3].map((step) => ({ step, preview: new Uint8Array([step, 2, 3]) })));
  });

  it('throws what the service threw, in its kind', async () => {
    await expect(engine.call<Sample, 'fail'>(SAMPLE, 'fail', 'user')).rejects.toMatchObject({
      name: 'UserError',
      code: 'strength-too-low',
      params: { strength: 0, steps: 8 },
    });
    const failed = engine.call<Sample, 'fail'>(SAMPLE, 'fail', 'engine');
    await expect(failed).rejects.toMatchObject({ name: 'EngineFailure', reason: 'memory' });
    await expect(failed).rejects.toThrow(/^engine: loading it: bad_alloc$/);
    const bug = await engine.call<Sample, 'fail'>(SAMPLE, 'fail', 'bug').catch((error: Error) => error);
    expect(bug).toMatchObject({ name: 'Error', message: 'a mistake of ours' });
    expect((bug as Error).stack).toContain('sample-service');
    const nothing = new URL('./nothing.ts', import.meta.url);
    await expect(engine.call(nothing, 'x', undefined as never)).rejects.toThrow('nothing.ts');
  });

  it('stops a call between two steps and goes on with the same process', async () => {
    await count();
    const { pid } = engine;
    const abort = new AbortController();
    let seen = 0;
    const stopped = engine.call<Sample, 'steps'>(
      SAMPLE,
      'steps',
      { count: 1000 },
      {
        signal: abort.signal,
        onEvent: () => {
          if (++seen === 3) abort.abort(new Error('no longer wanted'));
        },
      },
    );
    await expect(stopped).rejects.toThrow('no longer wanted');
    expect(seen).toBeLessThan(20);
    expect(engine.pid).toBe(pid);
    expect(trouble).toEqual([]);
  });

  it('kills a process that does not stop in time, and starts another', async () => {
    await count();
    const pid = engine.pid!;
    const abort = new AbortController();
    const stuck = engine.call<Sample, 'block'>(SAMPLE, 'block', 60_000, { signal: abort.signal });
    setTimeout(() => abort.abort(new Error('enough')), 50);
    await expect(stuck).rejects.toThrow('enough');
    expect(isAlive(pid)).toBe(false);
    expect(await count()).toBe(1);
    expect(trouble).toEqual([]);
  });

  it.each([
    ['SIGKILL', 'killed'],
    ['exit', 'crash'],
    ['throw', 'crash'],
  ] as const)('outlives a process that ends by %s, says why, and starts another', async (way, reason) => {
    const died = engine.call<Sample, 'die'>(SAMPLE, 'die', way);
    const beside = engine.call<Sample, 'echo'>(SAMPLE, 'echo', 1);
    await expect(died).rejects.toMatchObject({ name: 'EngineFailure', reason });
    await beside.catch(() => {});
    expect(trouble).toHaveLength(1);
    if (way === 'throw') expect(trouble[0]).toContain('thrown outside of any call');
    expect(await count()).toBe(1);
  });

  it('fails a call at once that would have to wait for long until a process that keeps ending may begin again', async () => {
    const ends: string[] = [];
    const hasty = new EngineProcess({ patience: 0, onTrouble: (text) => ends.push(text) });
    try {
      await expect(hasty.call<Sample, 'die'>(SAMPLE, 'die', 'exit')).rejects.toThrow(
        'the engine process ended',
      );
      await expect(hasty.call<Sample, 'count'>(SAMPLE, 'count', null)).rejects.toMatchObject({
        reason: 'crash',
        message: expect.stringContaining('1 times in a row'),
      });
      expect(ends).toHaveLength(1);
      await vi.waitFor(() => hasty.call<Sample, 'count'>(SAMPLE, 'count', null), { timeout: 20_000 });
    } finally {
      await hasty.dispose();
    }
  });

  it('does not start a call that nobody wants any more', async () => {
    await engine.close();
    const signal = AbortSignal.abort(new Error('never mind'));
    await expect(engine.call<Sample, 'count'>(SAMPLE, 'count', null, { signal })).rejects.toThrow(
      'never mind',
    );
    expect(engine.pid).toBeUndefined();
  });

  it('does not outlive its bot, even while it is blocked and the bot is killed', async () => {
    const bot = spawn(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(new URL('./sample-bot.ts', import.meta.url))],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [line] = (await once(createInterface(bot.stdout), 'line')) as [string];
    const pid = Number(line);
    expect(isAlive(pid)).toBe(true);
    bot.kill('SIGKILL');
    for (let i = 0; i < 100 && isAlive(pid); i++) await sleep(100);
    expect(isAlive(pid)).toBe(false);
  });
});

describe('the bytes of a message', () => {
  it('comes back as it was packed, whatever is in it', () => {
    const bytes = fc.uint8Array({ maxLength: 40 });
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        bytes,
        fc.integer(),
        fc.string(),
        fc.constant(null),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), tie('node'), { maxKeys: 4 }),
      ),
    })).node;
    fc.assert(
      fc.property(value, (packed) => {
        const incoming = new ChunkAssembler();
        const { value: body, chunks } = detachBytes(packed, 1);
        for (const chunk of chunks) incoming.add(chunk);
        expect(incoming.attachBytes(body)).toEqual(packed);
      }),
    );
  });

  it('travels in pieces', () => {
    const { chunks } = detachBytes({ a: new Uint8Array(2.5 * 2 ** 18).fill(3) }, 0);
    expect([...chunks].map((chunk) => chunk.bytes.length)).toEqual([2 ** 18, 2 ** 18, 2 ** 17]);
  });
});
