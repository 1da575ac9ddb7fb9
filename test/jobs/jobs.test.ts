import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { OutageError } from '../../src/errors/outage-error.ts';
import { UserError } from '../../src/errors/user-error.ts';
import { NO_LIMITS } from '../../src/jobs/job/limits.ts';
import { closeDesk, type Desk, type DeskOptions, openDesk } from './desk.ts';
import { order, request } from './orders.ts';
import { Recorder } from './recorder.ts';

let desk: Desk | undefined;
afterEach(async () => {
  await closeDesk(desk);
  desk = undefined;
});

async function open(options: DeskOptions = {}): Promise<Desk> {
  desk = await openDesk(options);
  return desk;
}

/** A gate that holds the makers until it is opened. */
function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

const unlessStopped = (opened: Promise<void>, signal: AbortSignal | undefined): Promise<void> =>
  Promise.race([
    opened,
    new Promise<void>((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    }),
  ]);

const latte = {
  bytes: await sharp({ create: { width: 40, height: 40, channels: 3, background: '#c86432' } })
    .png()
    .toBuffer(),
  name: 'latte.png',
};

const delivered = ({ state }: { readonly state: string }): boolean => state === 'delivered';
const filesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true }).catch(() => []))
    .filter((name) => /\/[0-9a-f]{16,}/.test(name))
    .sort();

describe('a job', () => {
  it('is made and delivered once, in one message', async () => {
    const { jobs, recorder, until } = await open();
    const { id } = await jobs.submit(order());
    const job = await until(id, delivered);
    expect(job.pictures).toHaveLength(1);
    expect(recorder.messages.size).toBe(1);
    const shown = recorder.shown(id).map(({ stage }) => stage);
    expect(shown.at(-1)).toBe('done');
    expect(shown.filter((stage) => stage === 'done')).toHaveLength(1);
    expect(job.answeredAt).toBeDefined();
  });

  it('makes all its pictures, with the seeds that were asked for', async () => {
    const { jobs, until } = await open();
    const variants = [11, 12, 13].map((seed) => ({ request: request({ seed }) }));
    const { id } = await jobs.submit(order({ variants }));
    const job = await until(id, delivered);
    expect(job.pictures.map(({ result }) => result.recipe.request.seed)).toEqual([11, 12, 13]);
  });

  it('tells its maker at how many places it is put up', async () => {
    const told: (number | undefined)[] = [];
    const { jobs, until } = await open({ onPicture: (_request, { places }) => void told.push(places) });
    const at = (...places: readonly string[]) => ({
      variants: places.map((place, seed) => ({ request: request({ seed, place }) })),
    });
    for (const places of [
      ['mms', 'mms'],
      ['mms', 'instagram-story'],
    ])
      await until((await jobs.submit(order(at(...places)))).id, delivered);
    expect(told).toEqual([1, 1, 2, 2]);
  });

  it('is not made twice for an event that is sent twice', async () => {
    const { jobs, until, recorder } = await open();
    const ids = await Promise.all(
      Array.from({ length: 8 }, async () => (await jobs.submit(order({ key: 'same' }))).id),
    );
    expect(new Set(ids).size).toBe(1);
    await until(ids[0] ?? '', delivered);
    expect(recorder.messages.size).toBe(1);
  });

  it('that cannot be made tells its owner why, and is not tried again', async () => {
    let tries = 0;
    const { jobs, until, recorder } = await open({
      onPicture: () => {
        tries++;
        throw new UserError('photo-transparent', { file: 'latte.png' });
      },
    });
    const { id } = await jobs.submit(order());
    const job = await until(id, ({ answeredAt }) => answeredAt !== undefined);
    expect(job).toMatchObject({ state: 'failed', error: { code: 'photo-transparent' } });
    expect(recorder.shown(id).at(-1)?.text).toContain('latte.png');
    expect(tries).toBe(1);
  });

  it('waits out passing trouble, then goes on', async () => {
    let tries = 0;
    const { jobs, until } = await open({
      onPicture: () => {
        if (++tries < 3) throw new OutageError('engine', 'out of memory', { retryAfter: 0.01 });
      },
    });
    const { id } = await jobs.submit(order());
    expect(await until(id, delivered)).toMatchObject({ attempts: 3, crashes: 0 });
  });

  it('is given up when the trouble does not pass', async () => {
    const { jobs, until } = await open({
      onPicture: () => {
        throw new OutageError('engine', 'out of memory', { retryAfter: 0.01 });
      },
    });
    const { id } = await jobs.submit(order());
    const job = await until(id, ({ answeredAt }) => answeredAt !== undefined);
    expect(job).toMatchObject({ state: 'failed', attempts: 3, error: { code: 'outage-engine' } });
  });

  it('keeps the pictures that came before one failed, and makes only the others when it is retried', async () => {
    const made: number[] = [];
    let broken = true;
    const onPicture: DeskOptions['onPicture'] = async ({ seed }) => {
      if (seed === 2 && broken) {
        await expect
          .poll(async () => (await desk?.store.history({ limit: 1 }))?.[0]?.pictures.length)
          .toBe(1);
        throw new UserError('photo-transparent', { file: '' });
      }
      made.push(seed);
    };
    const { jobs, store, until } = await open({ onPicture });
    const variants = [1, 2].map((seed) => ({ request: request({ seed }) }));
    const { id } = await jobs.submit(order({ variants }));
    await until(id, ({ state }) => state === 'failed');
    broken = false;
    await store.retry(id);
    const again = await reopen({ onPicture });
    expect((await again.until(id, delivered)).pictures).toHaveLength(2);
    expect(made).toEqual([1, 2]);
  });
});

describe('turns', () => {
  it('put a newcomer’s first job before the fifty that somebody else has waiting', async () => {
    const { opened, open: letGo } = gate();
    const turns: string[] = [];
    const { jobs, until } = await open({
      onPicture: async ({ text }, { signal }) => {
        turns.push(text);
        await unlessStopped(opened, signal);
      },
    });
    for (let n = 0; n < 50; n++) {
      await jobs.submit(
        order({ owner: { id: 'busy' }, variants: [{ request: request({ text: `busy ${n}`, seed: n }) }] }),
      );
    }
    await expect.poll(() => turns.length).toBe(1);
    const { id } = await jobs.submit(
      order({ owner: { id: 'new' }, variants: [{ request: request({ text: 'new' }) }] }),
    );
    await expect.poll(async () => (await jobs.lookup.job(id)).state).toBe('running');
    letGo();
    await until(id, delivered);
    // One was at work when it came; it went next.
    expect(turns.indexOf('new')).toBe(1);
  });

  it('tell each where it stands, and again as the queue moves', async () => {
    const gates = [gate(), gate(), gate(), gate()];
    let begun = 0;
    const { jobs, recorder, until } = await open({
      parts: { concurrency: 1 },
      onPicture: (_request, { signal }) => unlessStopped(gates[begun++]?.opened ?? Promise.resolve(), signal),
    });
    const ids: string[] = [];
    for (let n = 0; n < 4; n++) ids.push((await jobs.submit(order())).id);
    await expect.poll(() => recorder.messages.size).toBe(4);
    const last = ids[3] ?? '';
    expect(jobs.status(last).queuePosition?.position).toBe(3);
    for (const position of [2, 1]) {
      gates.shift()?.open();
      begun--;
      const titles = () => recorder.live.filter(({ job }) => job === last).map(({ title }) => title);
      await expect.poll(titles, { timeout: 5000 }).toContain(`queued ${position}`);
    }
    for (const { open: letGo } of gates) letGo();
    await until(last, delivered);
  });
});

describe('cancel', () => {
  it('takes a waiting job back at once', async () => {
    const { opened, open: letGo } = gate();
    const { jobs, until, recorder } = await open({
      parts: { concurrency: 1 },
      onPicture: (_request, { signal }) => unlessStopped(opened, signal),
    });
    const first = await jobs.submit(order());
    const second = await jobs.submit(order());
    await jobs.cancel(second.id);
    await until(second.id, ({ state, answeredAt }) => state === 'cancelled' && answeredAt !== undefined);
    expect(recorder.shown(second.id).at(-1)?.stage).toBe('cancelled');
    letGo();
    await until(first.id, delivered);
    expect((await jobs.lookup.job(second.id)).attempts).toBe(0);
  });

  it('stops a running job, and lets the next one have its place', async () => {
    const { opened } = gate();
    let held = 0;
    const { jobs, until } = await open({
      onPicture: (_request, { signal }) => (held++ === 0 ? unlessStopped(opened, signal) : undefined),
    });
    const first = await jobs.submit(order());
    const second = await jobs.submit(order());
    await expect.poll(() => held).toBe(1);
    await jobs.cancel(first.id);
    await until(first.id, ({ state }) => state === 'cancelled');
    await until(second.id, delivered);
  });

  it('says so when a job has ended', async () => {
    const { jobs, until } = await open();
    const { id } = await jobs.submit(order());
    await until(id, delivered);
    await expect(jobs.cancel(id)).rejects.toMatchObject({ code: 'job-over' });
    await expect(jobs.cancel('zzzzzz')).rejects.toMatchObject({ code: 'job-unknown' });
  });
});

describe('delete', () => {
  it('removes the files that no other job uses, and says so in the message', async () => {
    const { jobs, until, folder, recorder } = await open();
    const photo = await jobs.lookup.keepPhoto(latte);
    const one = request({ photos: [photo], seed: 1 });
    const first = await jobs.submit(order({ variants: [{ request: one }] }));
    const second = await jobs.submit(order({ variants: [{ request: one }] }));
    const third = await jobs.submit(order({ variants: [{ request: { ...one, seed: 3, photos: [] } }] }));
    for (const { id } of [first, second, third]) await until(id, delivered);
    const before = await filesIn(join(folder, 'pictures'));
    expect(before).toHaveLength(4);
    await jobs.remove(third.id);
    expect(await filesIn(join(folder, 'pictures'))).toHaveLength(2);
    await jobs.remove(first.id);
    expect(await filesIn(join(folder, 'pictures'))).toHaveLength(2);
    await jobs.remove(second.id);
    expect(await filesIn(join(folder, 'pictures'))).toEqual([]);
    await expect.poll(() => recorder.shown(third.id).at(-1)?.stage).toBe('removed');
    await expect(jobs.lookup.finished(first.id)).rejects.toMatchObject({ code: 'job-removed' });
  });

  it('leaves a photo alone that was just given for an order to come', async () => {
    const { jobs, until, folder } = await open();
    const photo = await jobs.lookup.keepPhoto(latte);
    const { id } = await jobs.submit(order({ variants: [{ request: request({ photos: [photo] }) }] }));
    await until(id, delivered);
    await jobs.lookup.keepPhoto(latte);
    await jobs.remove(id);
    expect(await filesIn(join(folder, 'photos'))).toHaveLength(1);
  });

  it('makes a picture again whose file was deleted while another job made the same', async () => {
    const { opened, open: letGo } = gate();
    let times = 0;
    const { jobs, until, folder, pictures } = await open({
      onPicture: async (_request, { signal }) => {
        if (++times === 2) await unlessStopped(opened, signal);
      },
    });
    const same = { variants: [{ request: request({ seed: 5 }) }] };
    const first = await jobs.submit(order(same));
    await until(first.id, delivered);
    const second = await jobs.submit(order(same));
    await expect.poll(() => times).toBe(2);
    // The second has not saved its picture yet; what it will find there is taken away beneath it.
    const save = pictures.save;
    Object.assign(pictures, {
      async save(...inputs: Parameters<typeof save>) {
        const saved = await save(...inputs);
        if (times === 2) await jobs.remove(first.id);
        return saved;
      },
    });
    letGo();
    const job = await until(second.id, delivered);
    expect(times).toBe(3);
    expect(await filesIn(join(folder, 'pictures'))).toHaveLength(2);
    expect(job.pictures).toHaveLength(1);
  });
});

describe('variants', () => {
  it('are jobs of their own with a parent, and keep the words', async () => {
    const { jobs, until } = await open();
    const { id } = await jobs.submit(order());
    await until(id, delivered);
    const { unlimited, variants: _variants, ...asker } = order();
    const again = await jobs.vary(id, { kind: 'regenerate' }, { unlimited, ...asker });
    const job = await until(again.id, delivered);
    expect(job).toMatchObject({ parent: id, variation: { kind: 'regenerate' } });
    const [request_] = job.variants.map((variant) => variant.request);
    expect(request_?.copy).toEqual({ headline: '딸기라떼' });
    expect(request_?.seed).not.toBe(7);
  });

  it('of a picture start from its unlettered origin, the very file of it', async () => {
    const { jobs, until, folder } = await open();
    const { id } = await jobs.submit(order());
    await until(id, delivered);
    const { variants: _variants, ...asker } = order();
    const varied = await jobs.vary(id, { kind: 'vary', picture: 0, strength: 'weak' }, asker);
    expect(varied.variants[0]?.request).toMatchObject({ use: 'restyle', strength: 0.3 });
    expect(await filesIn(join(folder, 'photos'))).toHaveLength(1);
    await until(varied.id, delivered);
  });

  it('need a finished parent with such a picture', async () => {
    const { jobs, until } = await open();
    const { variants: _variants, ...asker } = order();
    const { id } = await jobs.submit(order());
    await until(id, delivered);
    const vary = { kind: 'vary', picture: 3, strength: 'weak' } as const;
    await expect(jobs.vary(id, vary, asker)).rejects.toMatchObject({ code: 'no-such-picture' });
    await expect(jobs.vary('zzzzzz', vary, asker)).rejects.toMatchObject({ code: 'job-unknown' });
  });

  it('can be told by their short names how they were made', async () => {
    const { jobs, until } = await open();
    const variants = [1, 2].map((seed) => ({ request: request({ seed }) }));
    const { id } = await jobs.submit(order({ variants }));
    const job = await until(id, delivered);
    expect((await jobs.lookup.picture(`${id}.2`)).recipe.request.seed).toBe(2);
    const image = job.pictures[0]?.result.image.id ?? '';
    expect((await jobs.lookup.picture(image)).recipe.request.seed).toBe(1);
    await expect(jobs.lookup.picture(`${id}.3`)).rejects.toMatchObject({ code: 'no-such-picture' });
    await expect(jobs.lookup.picture('nonsense')).rejects.toMatchObject({ code: 'job-unknown' });
  });
});

describe('limits', () => {
  it('refuse with the time to come back, but not those who may do without', async () => {
    const limits = { ...NO_LIMITS, user: { open: 0, hourly: 1, daily: 0 } };
    const { jobs } = await open({ parts: { limits } });
    await jobs.submit(order({ unlimited: false }));
    const refused = await jobs.submit(order({ unlimited: false })).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'limit-hourly' });
    expect(refused instanceof UserError && refused.in('ko')).toMatch(/60분 뒤에/);
    await jobs.submit(order({ unlimited: true }));
  });

  it('tell of open jobs when the first will be done', async () => {
    const limits = { ...NO_LIMITS, user: { open: 1, hourly: 0, daily: 0 } };
    const { opened, open: letGo } = gate();
    let held = false;
    const { jobs, until } = await open({
      parts: { limits },
      onPicture: (_request, { signal }) => (held ? unlessStopped(opened, signal) : undefined),
    });
    const { id } = await jobs.submit(order({ unlimited: false }));
    await until(id, delivered);
    held = true;
    await jobs.submit(order({ unlimited: false }));
    const refused = await jobs.submit(order({ unlimited: false })).catch((error: unknown) => error);
    expect(refused instanceof UserError && refused.in('en')).toMatch(/in about 1 second/);
    letGo();
  });
});

describe('a restart', () => {
  it('goes on with the same seed what a killed process had under way, and tells its owner', async () => {
    const { opened } = gate();
    const { jobs, recorder, folder } = await open({ onPicture: () => opened });
    const { id } = await jobs.submit(order({ variants: [{ request: request({ seed: 4711 }) }] }));
    await expect.poll(async () => (await jobs.lookup.job(id)).state).toBe('running');
    await expect.poll(() => recorder.messages.size).toBe(1);
    await desk?.kill();
    const platform = new Recorder();
    for (const [name, message] of recorder.messages) platform.messages.set(name, message);
    const { until } = await open({ folder, recorder: platform });
    const job = await until(id, delivered);
    expect(job).toMatchObject({ crashes: 1, restarts: 1, attempts: 2 });
    expect(job.pictures[0]?.result.recipe.request.seed).toBe(4711);
    expect(platform.messages.size).toBe(1);
    expect(platform.shown(id).at(-1)?.stage).toBe('done');
  });

  it('parks what does not end in time, without blame', async () => {
    const { opened } = gate();
    const { jobs, store, folder, recorder } = await open({
      onPicture: (_request, { signal }) => unlessStopped(opened, signal),
    });
    const { id } = await jobs.submit(order());
    await expect.poll(async () => (await jobs.lookup.job(id)).state).toBe('running');
    await jobs.stop();
    expect(await store.job(id)).toMatchObject({ state: 'queued', crashes: 0 });
    expect(recorder.shown(id).at(-1)?.title).toContain('queued');
    await expect(jobs.submit(order())).rejects.toThrow(OutageError);
    await store.close();
    const { until } = await open({ folder, recorder });
    expect(await until(id, delivered)).toMatchObject({ crashes: 0, restarts: 1 });
  });

  it('lets what is nearly done end', async () => {
    const { opened, open: letGo } = gate();
    const { jobs, store } = await open({ onPicture: () => opened });
    const { id } = await jobs.submit(order());
    await expect.poll(async () => (await jobs.lookup.job(id)).state).toBe('running');
    const stopped = jobs.stop();
    letGo();
    await stopped;
    expect(await store.job(id)).toMatchObject({ state: 'delivered' });
  });

  it('keeps turns: who was served last waits longest', async () => {
    const { opened } = gate();
    const { jobs, folder, store } = await open({
      parts: { concurrency: 1 },
      onPicture: (_request, { signal }) => unlessStopped(opened, signal),
    });
    const first = await jobs.submit(order({ owner: { id: 'a' } }));
    await expect.poll(async () => (await jobs.lookup.job(first.id)).state).toBe('running');
    const second = await jobs.submit(order({ owner: { id: 'a' } }));
    const third = await jobs.submit(order({ owner: { id: 'b' } }));
    await jobs.cancel(first.id);
    await expect.poll(async () => (await jobs.lookup.job(third.id)).state).toBe('running');
    await jobs.stop();
    await store.close();
    const { jobs: again, until } = await open({ folder, parts: { concurrency: 1 } });
    expect(again.status(second.id).queuePosition?.position ?? 0).toBeLessThanOrEqual(1);
    for (const { id } of [second, third]) await until(id, delivered);
  });
});

/** The same folder with a new process's eyes. */
async function reopen(options: DeskOptions = {}): Promise<Desk> {
  const before = desk;
  if (before === undefined) throw new Error('nothing was open');
  await before.jobs.stop();
  await before.store.close();
  return open({ ...options, folder: before.folder, recorder: before.recorder });
}
