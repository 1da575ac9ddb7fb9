import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, type Limits, NO_LIMITS } from '../../../../src/jobs/job/limits.ts';
import type { JobStore } from '../../../../src/jobs/store/job-store.ts';
import { openThreadedStore } from '../../../../src/jobs/store/thread/threaded-store.ts';
import { newJob } from '../../orders.ts';
import { scratchFolder, scratchStore } from '../scratch.ts';

const MINUTE = 60_000;
const NOW = 1_800_000_000_000;

const limits = (user: Partial<Limits['user']>, workspace: Partial<Limits['user']> = {}): Limits => ({
  user: { ...NO_LIMITS.user, ...user },
  workspace: { ...NO_LIMITS.workspace, ...workspace },
});

describe('submit', () => {
  it('keeps all of an order, and finds it again by its id', () => {
    const { calls } = scratchStore();
    const order = newJob({ parent: 'abcdef', variation: { kind: 'regenerate' } });
    const outcome = calls.submit(order, NO_LIMITS, NOW);
    if (outcome.kind !== 'created') throw new Error(outcome.kind);
    const { replyTo, ...asked } = order;
    expect(outcome.job).toMatchObject({
      ...asked,
      state: 'queued',
      attempts: 0,
      createdAt: NOW,
      pictures: [],
    });
    expect(calls.job(outcome.job.id)).toEqual(outcome.job);
    expect(calls.firstMessage(outcome.job.id)).toMatchObject({
      address: replyTo.address,
      revision: 1,
      shownRevision: 0,
    });
  });

  it('knows an event that is sent twice', () => {
    const { calls } = scratchStore();
    const first = calls.submit(newJob({ key: 'discord:interaction:1' }), NO_LIMITS, NOW);
    const again = calls.submit(newJob({ key: 'discord:interaction:1' }), NO_LIMITS, NOW);
    expect(again).toMatchObject({ kind: 'known' });
    expect('job' in again && 'job' in first && again.job.id === first.job.id).toBe(true);
    expect(calls.openJobs()).toHaveLength(1);
  });

  it('lets an event come again once its key is released', () => {
    const { calls } = scratchStore();
    calls.submit(newJob({ key: 'reaction' }), NO_LIMITS, NOW);
    calls.releaseKey('reaction');
    expect(calls.submit(newJob({ key: 'reaction' }), NO_LIMITS, NOW).kind).toBe('created');
  });

  it('refuses more open jobs than a person may have, until one has ended', () => {
    const { calls } = scratchStore();
    const first = calls.submit(newJob(), limits({ open: 2 }), NOW);
    calls.submit(newJob(), limits({ open: 2 }), NOW);
    expect(calls.submit(newJob(), limits({ open: 2 }), NOW)).toEqual({
      kind: 'refused',
      refusal: { scope: 'user', limit: 'open', max: 2 },
    });
    expect(calls.submit(newJob({ owner: { id: 'other' } }), limits({ open: 2 }), NOW).kind).toBe('created');
    if ('job' in first) calls.cancel(first.job.id);
    expect(calls.submit(newJob(), limits({ open: 2 }), NOW).kind).toBe('created');
  });

  it('says when an hour and a day have room again', () => {
    const { calls } = scratchStore();
    for (const at of [0, 10, 20]) calls.submit(newJob(), NO_LIMITS, NOW + at * MINUTE);
    expect(calls.submit(newJob(), limits({ hourly: 3 }), NOW + 30 * MINUTE)).toEqual({
      kind: 'refused',
      refusal: { scope: 'user', limit: 'hourly', max: 3, wait: 30 * MINUTE },
    });
    expect(calls.submit(newJob(), limits({ hourly: 3 }), NOW + HOUR).kind).toBe('created');
    expect(calls.submit(newJob(), limits({ daily: 4 }), NOW + 2 * HOUR)).toMatchObject({
      refusal: { limit: 'daily', wait: DAY - 2 * HOUR },
    });
  });

  it('counts everybody for the workspace', () => {
    const { calls } = scratchStore();
    for (const id of ['a', 'b']) calls.submit(newJob({ owner: { id } }), NO_LIMITS, NOW);
    expect(calls.submit(newJob({ owner: { id: 'c' } }), limits({}, { hourly: 2 }), NOW)).toMatchObject({
      refusal: { scope: 'workspace', limit: 'hourly' },
    });
  });

  it('does not count what failed on our side, or was taken back before it began', () => {
    const { calls } = scratchStore();
    const failed = calls.submit(newJob(), NO_LIMITS, NOW);
    const cancelled = calls.submit(newJob(), NO_LIMITS, NOW);
    if (!('job' in failed) || !('job' in cancelled)) throw new Error('refused');
    calls.start(failed.job.id);
    calls.markFailed(failed.job.id, { code: 'bug', text: { ko: '', en: '' } });
    calls.cancel(cancelled.job.id);
    expect(calls.submit(newJob(), limits({ hourly: 1 }), NOW).kind).toBe('created');
  });

  it('lets nobody wait for jobs that a clock stepping backwards has left in the future', () => {
    const { calls } = scratchStore();
    calls.submit(newJob(), NO_LIMITS, NOW + DAY);
    expect(calls.submit(newJob(), limits({ hourly: 1, daily: 1 }), NOW).kind).toBe('created');
  });
});

describe('many at once', () => {
  let store: JobStore | undefined;
  afterEach(async () => {
    await store?.close();
    store = undefined;
  });

  it('makes one job of the same key from 32 submitters', async () => {
    const path = join(scratchFolder(), 'jobs.db');
    store = await openThreadedStore(path, { onDeath: () => {} });
    const opened = store;
    const outcomes = await Promise.all(
      Array.from({ length: 32 }, () => opened.submit(newJob({ key: 'same' }), NO_LIMITS, NOW)),
    );
    expect(outcomes.filter(({ kind }) => kind === 'created')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'known')).toHaveLength(31);
    expect(new Set(outcomes.map((outcome) => 'job' in outcome && outcome.job.id)).size).toBe(1);
    expect(await store.openJobs()).toHaveLength(1);
  });

  it('never lets more through than a limit allows', async () => {
    store = await openThreadedStore(join(scratchFolder(), 'jobs.db'), { onDeath: () => {} });
    const opened = store;
    const outcomes = await Promise.all(
      Array.from({ length: 32 }, () => opened.submit(newJob(), limits({ open: 5 }), NOW)),
    );
    expect(outcomes.filter(({ kind }) => kind === 'created')).toHaveLength(5);
  });

  it('undoes one call of a shared commit without the others', async () => {
    store = await openThreadedStore(join(scratchFolder(), 'jobs.db'), { onDeath: () => {} });
    const outcomes = await Promise.allSettled([
      store.submit(newJob(), NO_LIMITS, NOW),
      // JSON knows no such number, so this call fails.
      store.setSettings('terminal', 'shop', { count: 1n }, []),
      store.submit(newJob(), NO_LIMITS, NOW),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await store.openJobs()).toHaveLength(2);
  });
});
