import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { OutageError } from '../../../src/errors/outage-error.ts';
import { UndeliverableError } from '../../../src/jobs/delivery/delivery.ts';
import type { JobStore } from '../../../src/jobs/store/job-store.ts';
import { closeDesk, type Desk, type DeskOptions, openDesk } from '../desk.ts';
import { order, place } from '../orders.ts';
import { Recorder } from '../recorder.ts';

let desk: Desk | undefined;
afterEach(async () => {
  await closeDesk(desk);
  desk = undefined;
});

async function open(options: DeskOptions = {}): Promise<Desk> {
  desk = await openDesk(options);
  return desk;
}

const delivered = ({ state }: { readonly state: string }): boolean => state === 'delivered';

/** A store whose `name` fails as a full disk does, the first `times` times. */
function failing(store: JobStore, name: 'markShown' | 'finishVariant' | 'start', times: number): JobStore {
  let left = times;
  const work = async (...inputs: readonly unknown[]): Promise<unknown> => {
    if (left-- > 0) throw new OutageError('database', 'the disk is full (FULL)');
    return Reflect.apply(store[name], store, inputs);
  };
  return { ...store, [name]: work };
}

describe('the outbox', () => {
  it('tries again what a platform did not take, and posts it once', async () => {
    const recorder = new Recorder();
    let refusals = 2;
    recorder.before = (_card, _reply, { live }) => {
      if (!live && refusals-- > 0) throw new OutageError('discord', '503');
    };
    const { jobs, until } = await open({ recorder });
    const { id } = await jobs.submit(order());
    await until(id, delivered);
    expect(recorder.messages.size).toBe(1);
    expect(recorder.shown(id).filter(({ stage }) => stage === 'done')).toHaveLength(1);
  });

  it('posts one message where the platform took it and its answer was lost', async () => {
    const recorder = new Recorder();
    let lost = 1;
    recorder.after = () => {
      if (lost-- > 0) throw new OutageError('slack', 'timeout');
    };
    const { jobs, until } = await open({ recorder });
    const { id } = await jobs.submit(order());
    await until(id, delivered);
    expect(recorder.messages.size).toBe(1);
  });

  it('lets no progress be shown over the end, though it was on its way before', async () => {
    const recorder = new Recorder();
    const shown: string[] = [];
    let begun: () => void = () => {};
    const underWay = new Promise<void>((resolve) => {
      begun = resolve;
    });
    recorder.before = (_card, { stage }, { live, signal }) => {
      if (!live) return void shown.push(stage);
      begun();
      // Whoever calls it back has no answer; the platform shows it all the same.
      return new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        setTimeout(() => {
          shown.push(stage);
          resolve();
        }, 2_000);
      });
    };
    const { jobs, until } = await open({ recorder, onPicture: () => underWay });
    const { id } = await jobs.submit(order());
    await until(id, delivered);
    await expect.poll(() => shown, { timeout: 20_000 }).toContain('running');
    expect(shown.at(-1)).toBe('done');
  });

  it('posts one message where the process was killed before it knew', async () => {
    const recorder = new Recorder();
    const { jobs, folder } = await open({ recorder });
    let killed: Promise<void> | undefined;
    recorder.after = () => {
      killed ??= desk?.kill();
      return new Promise(() => {});
    };
    const { id } = await jobs.submit(order());
    await expect.poll(() => recorder.messages.size).toBe(1);
    await killed;
    const platform = new Recorder();
    for (const [name, message] of recorder.messages) platform.messages.set(name, message);
    const { until } = await open({ folder, recorder: platform });
    await until(id, delivered);
    expect(platform.messages.size).toBe(1);
  });

  it('sends nothing twice while a delivery cannot be written down', async () => {
    let wrapped: Partial<DeskOptions['parts']> = {};
    const first = await openDesk();
    wrapped = { store: failing(first.store, 'markShown', 3) };
    await first.jobs.stop();
    const { jobs, recorder } = await open({ folder: first.folder, parts: wrapped });
    const { id } = await jobs.submit(order());
    await expect.poll(async () => (await first.store.job(id))?.state, { timeout: 10_000 }).toBe('delivered');
    expect(recorder.messages.size).toBe(1);
    expect(recorder.shown(id).filter(({ stage }) => stage === 'done')).toHaveLength(1);
    await first.store.close();
  });

  it('loses no picture while the disk takes none of the jobs’ states', async () => {
    const first = await openDesk();
    await first.jobs.stop();
    const store = failing(failing(first.store, 'start', 2), 'finishVariant', 2);
    const { jobs, recorder } = await open({ folder: first.folder, parts: { store } });
    const { id } = await jobs.submit(order());
    await expect.poll(async () => (await first.store.job(id))?.state, { timeout: 10_000 }).toBe('delivered');
    expect((await first.store.job(id))?.attempts).toBe(1);
    expect(recorder.messages.size).toBe(1);
    await first.store.close();
  });

  it('gives up only where there is no way left, and delivers when there is one again', async () => {
    const recorder = new Recorder();
    recorder.before = () => {
      throw new UndeliverableError('the channel is gone');
    };
    const { jobs, until, store } = await open({ recorder });
    const { id } = await jobs.submit(order());
    await until(id, ({ state }) => state === 'made');
    await expect.poll(async () => (await store.stats(Date.now())).undelivered).toBe(0);
    recorder.before = () => {};
    await jobs.showAgain(id, { key: 'show:1', place, replyTo: { address: '{}' } });
    await until(id, delivered);
  });

  it('never lets progress overtake the end', async () => {
    const recorder = new Recorder();
    recorder.before = async (_card, _reply, { live }) => {
      if (live) await sleep(60);
    };
    const seen: string[] = [];
    const { show } = Recorder.prototype;
    recorder.show = async (...inputs) => {
      const shown = await show.apply(recorder, inputs);
      seen.push(inputs[1].stage);
      return shown;
    };
    const { jobs, until } = await open({ recorder, milliseconds: 100 });
    const { id } = await jobs.submit(order());
    await until(id, delivered);
    await sleep(100);
    expect(recorder.live.length).toBeGreaterThan(0);
    expect(seen.at(-1)).toBe('done');
  });

  it('leaves messages of platforms alone that are not connected', async () => {
    const { jobs, store, until } = await open();
    const elsewhere = await jobs.submit(order({ place: { ...place, platform: 'discord' } }));
    const here = await jobs.submit(order());
    await until(here.id, delivered);
    await until(elsewhere.id, ({ state }) => state === 'made');
    expect((await store.stats(Date.now())).undelivered).toBe(1);
  });
});
