import { describe, expect, it } from 'vitest';
import { NO_LIMITS } from '../../../../src/jobs/job/limits.ts';
import { newJob, place } from '../../orders.ts';
import { resultOf } from '../result.ts';
import { describeStores } from './stores.ts';

describeStores((open) => {
  describe('history', () => {
    it('finds by place, owner and state, newest first', async () => {
      const { store } = await open();
      const ids = async (query: Parameters<typeof store.history>[0]): Promise<readonly string[]> =>
        (await store.history(query)).map(({ key }) => key);
      const discord = { platform: 'discord', workspace: 'w', channel: 'c' } as const;
      await store.submit(newJob({ key: '1' }), NO_LIMITS, 1);
      await store.submit(newJob({ key: '2', owner: { id: 'jun' } }), NO_LIMITS, 2);
      await store.submit(newJob({ key: '3', place: { ...place, channel: 'kitchen' } }), NO_LIMITS, 3);
      await store.submit(newJob({ key: '4', place: discord }), NO_LIMITS, 4);
      expect(await ids({ limit: 10 })).toEqual(['4', '3', '2', '1']);
      expect(await ids({ limit: 1, platform: 'terminal' })).toEqual(['3']);
      expect(await ids({ limit: 10, platform: 'terminal', owner: 'minji' })).toEqual(['3', '1']);
      expect(await ids({ limit: 10, platform: 'terminal', workspace: 'shop', channel: 'counter' })).toEqual([
        '2',
        '1',
      ]);
      const job = await store.jobByKey('1');
      if (job !== undefined) await store.cancel(job.id);
      expect(await ids({ limit: 10, states: ['cancelled', 'failed'] })).toEqual(['1']);
    });

    it('finds a picture by its digits, in the latest job that made it', async () => {
      const { store } = await open();
      for (const key of ['1', '2']) {
        const outcome = await store.submit(newJob({ key }), NO_LIMITS, 1);
        if (outcome.kind !== 'created') throw new Error(outcome.kind);
        await store.start(outcome.job.id);
        await store.finishVariant(
          { id: outcome.job.id, lease: 1, variant: 0, result: resultOf(1), duration: undefined },
          2,
        );
      }
      expect(await store.jobsByPicture('0000000000000001', 1)).toMatchObject([
        { job: { key: '2' }, picture: { variant: 0 } },
      ]);
      expect(await store.jobsByPicture('0000000000000002', 1)).toEqual([]);
    });
  });

  describe('changed', () => {
    it('tells of what another process has written, and not of our own', async () => {
      const { store: ours, another } = await open();
      const theirs = await another();
      await ours.changed();
      await ours.submit(newJob(), NO_LIMITS, 1);
      expect(await ours.changed()).toBe(false);
      await theirs.submit(newJob(), NO_LIMITS, 1);
      expect(await ours.changed()).toBe(true);
      expect(await ours.changed()).toBe(false);
    });
  });

  describe('stats', () => {
    it('count jobs by state, the age of the oldest that waits, and messages that are behind', async () => {
      const { store } = await open();
      await store.submit(newJob(), NO_LIMITS, 1000);
      await store.submit(newJob(), NO_LIMITS, 2000);
      expect(await store.stats(5000)).toMatchObject({
        jobs: { queued: 2, made: 0 },
        oldestQueued: 4000,
        undelivered: 2,
      });
      expect((await store.stats(500)).oldestQueued).toBe(0);
    });
  });
});
