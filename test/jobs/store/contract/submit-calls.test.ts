import { describe, expect, it } from 'vitest';
import { DAY, HOUR, type Limits, NO_LIMITS } from '../../../../src/jobs/job/limits.ts';
import { newJob } from '../../orders.ts';
import { describeStores } from './stores.ts';

const MINUTE = 60_000;
const NOW = 1_800_000_000_000;

const limits = (user: Partial<Limits['user']>, workspace: Partial<Limits['user']> = {}): Limits => ({
  user: { ...NO_LIMITS.user, ...user },
  workspace: { ...NO_LIMITS.workspace, ...workspace },
});

describeStores((open) => {
  describe('submit', () => {
    it('keeps all of an order, and finds it again by its id', async () => {
      const { store } = await open();
      const order = newJob({ parent: 'abcdef', variation: { kind: 'regenerate' } });
      const outcome = await store.submit(order, NO_LIMITS, NOW);
      if (outcome.kind !== 'created') throw new Error(outcome.kind);
      const { replyTo, ...asked } = order;
      expect(outcome.job).toMatchObject({
        ...asked,
        state: 'queued',
        attempts: 0,
        createdAt: NOW,
        pictures: [],
      });
      expect(await store.job(outcome.job.id)).toEqual(outcome.job);
      expect(await store.firstMessage(outcome.job.id)).toMatchObject({
        address: replyTo.address,
        revision: 1,
        shownRevision: 0,
      });
    });

    it('keeps whatever people call themselves', async () => {
      const { store } = await open();
      const name = "'; drop table jobs; -- \0 \ud800 ' \\ % 🍓 ?";
      const outcome = await store.submit(newJob({ owner: { id: 'x', name } }), NO_LIMITS, NOW);
      if (outcome.kind !== 'created') throw new Error(outcome.kind);
      expect((await store.job(outcome.job.id))?.owner.name).toContain("'; drop table jobs; -- ");
    });

    it('knows an event that is sent twice', async () => {
      const { store } = await open();
      const first = await store.submit(newJob({ key: 'discord:interaction:1' }), NO_LIMITS, NOW);
      const again = await store.submit(newJob({ key: 'discord:interaction:1' }), NO_LIMITS, NOW);
      expect(again).toMatchObject({ kind: 'known' });
      expect('job' in again && 'job' in first && again.job.id === first.job.id).toBe(true);
      expect(await store.openJobs()).toHaveLength(1);
    });

    it('lets an event come again once its key is released', async () => {
      const { store } = await open();
      await store.submit(newJob({ key: 'reaction' }), NO_LIMITS, NOW);
      await store.releaseKey('reaction');
      expect((await store.submit(newJob({ key: 'reaction' }), NO_LIMITS, NOW)).kind).toBe('created');
    });

    it('refuses more open jobs than a person may have, until one has ended', async () => {
      const { store } = await open();
      const first = await store.submit(newJob(), limits({ open: 2 }), NOW);
      await store.submit(newJob(), limits({ open: 2 }), NOW);
      expect(await store.submit(newJob(), limits({ open: 2 }), NOW)).toEqual({
        kind: 'refused',
        refusal: { scope: 'user', limit: 'open', max: 2 },
      });
      expect((await store.submit(newJob({ owner: { id: 'other' } }), limits({ open: 2 }), NOW)).kind).toBe(
        'created',
      );
      if ('job' in first) await store.cancel(first.job.id);
      expect((await store.submit(newJob(), limits({ open: 2 }), NOW)).kind).toBe('created');
    });

    it('says when an hour and a day have room again', async () => {
      const { store } = await open();
      for (const at of [0, 10, 20]) await store.submit(newJob(), NO_LIMITS, NOW + at * MINUTE);
      expect(await store.submit(newJob(), limits({ hourly: 3 }), NOW + 30 * MINUTE)).toEqual({
        kind: 'refused',
        refusal: { scope: 'user', limit: 'hourly', max: 3, wait: 30 * MINUTE },
      });
      expect((await store.submit(newJob(), limits({ hourly: 3 }), NOW + HOUR)).kind).toBe('created');
      expect(await store.submit(newJob(), limits({ daily: 4 }), NOW + 2 * HOUR)).toMatchObject({
        refusal: { limit: 'daily', wait: DAY - 2 * HOUR },
      });
    });

    it('counts everybody for the workspace', async () => {
      const { store } = await open();
      for (const id of ['a', 'b']) await store.submit(newJob({ owner: { id } }), NO_LIMITS, NOW);
      expect(
        await store.submit(newJob({ owner: { id: 'c' } }), limits({}, { hourly: 2 }), NOW),
      ).toMatchObject({
        refusal: { scope: 'workspace', limit: 'hourly' },
      });
    });

    it('does not count what failed on our side, or was taken back before it began', async () => {
      const { store } = await open();
      const failed = await store.submit(newJob(), NO_LIMITS, NOW);
      const cancelled = await store.submit(newJob(), NO_LIMITS, NOW);
      if (!('job' in failed) || !('job' in cancelled)) throw new Error('refused');
      await store.start(failed.job.id);
      await store.markFailed({ id: failed.job.id, lease: 1 }, { code: 'bug', text: { ko: '', en: '' } });
      await store.cancel(cancelled.job.id);
      expect((await store.submit(newJob(), limits({ hourly: 1 }), NOW)).kind).toBe('created');
    });

    it('lets nobody wait for jobs that a clock stepping backwards has left in the future', async () => {
      const { store } = await open();
      await store.submit(newJob(), NO_LIMITS, NOW + DAY);
      expect((await store.submit(newJob(), limits({ hourly: 1, daily: 1 }), NOW)).kind).toBe('created');
    });
  });

  describe('many at once', () => {
    it('makes one job of the same key from 32 submitters', async () => {
      const { store } = await open();
      const outcomes = await Promise.all(
        Array.from({ length: 32 }, () => store.submit(newJob({ key: 'same' }), NO_LIMITS, NOW)),
      );
      expect(outcomes.filter(({ kind }) => kind === 'created')).toHaveLength(1);
      expect(outcomes.filter(({ kind }) => kind === 'known')).toHaveLength(31);
      expect(new Set(outcomes.map((outcome) => 'job' in outcome && outcome.job.id)).size).toBe(1);
      expect(await store.openJobs()).toHaveLength(1);
    });

    it('never lets more through than a limit allows', async () => {
      const { store } = await open();
      const outcomes = await Promise.all(
        Array.from({ length: 32 }, () => store.submit(newJob(), limits({ open: 5 }), NOW)),
      );
      expect(outcomes.filter(({ kind }) => kind === 'created')).toHaveLength(5);
    });

    it('knows an event that is sent by two processes at once, whatever the limits', async () => {
      const { store, another } = await open();
      const other = await another();
      const outcomes = await Promise.all(
        Array.from({ length: 16 }, (_, n) =>
          (n % 2 === 0 ? store : other).submit(newJob({ key: 'same' }), limits({ open: 1 }), NOW),
        ),
      );
      expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['created', ...Array(15).fill('known')]);
    });

    it('counts for a limit what another process has written at the same moment', async () => {
      const { store, another } = await open();
      const other = await another();
      const outcomes = await Promise.all(
        Array.from({ length: 16 }, (_, n) =>
          (n % 2 === 0 ? store : other).submit(newJob(), limits({}, { daily: 3 }), NOW),
        ),
      );
      expect(outcomes.filter(({ kind }) => kind === 'created')).toHaveLength(3);
    });

    it('starts, changes and shows a job from two processes at once without one waiting for the other for ever', async () => {
      const { store, another } = await open();
      const other = await another();
      const outcome = await store.submit(newJob(), NO_LIMITS, NOW);
      if (outcome.kind !== 'created') throw new Error(outcome.kind);
      const { id } = outcome.job;
      const message = await store.firstMessage(id);
      const started = await Promise.all([store.start(id), other.start(id), store.start(id), other.start(id)]);
      expect(started.filter((job) => job !== undefined)).toHaveLength(1);
      await Promise.all(
        Array.from({ length: 40 }, (_, n) =>
          n % 2 === 0
            ? store
                .job(id)
                .then((job) => store.requeue({ id, lease: job?.lease ?? 0 }))
                .then(() => store.start(id))
            : other.markShown(message?.seq ?? 0, n, { messageId: String(n) }, true, NOW),
        ),
      );
      expect(await store.job(id)).toMatchObject({ id, variants: outcome.job.variants });
      expect((await store.jobByMessage('terminal', '39'))?.id).toBe(id);
    });

    it('undoes one call of a shared commit without the others', async () => {
      const { store } = await open();
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
});
