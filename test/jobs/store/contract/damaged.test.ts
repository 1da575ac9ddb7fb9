import { describe, expect, it } from 'vitest';
import { NO_LIMITS } from '../../../../src/jobs/job/limits.ts';
import { newJob } from '../../orders.ts';
import { resultOf } from '../result.ts';
import { describeStores, type ScratchStore } from './stores.ts';

/** A store with three jobs, the second of which is to be damaged. */
async function stocked(open: () => Promise<ScratchStore>) {
  const { sql, store } = await open();
  const ids: string[] = [];
  for (const key of ['1', '2', '3']) {
    const outcome = await store.submit(newJob({ key, variation: { kind: 'regenerate' } }), NO_LIMITS, 1);
    if (outcome.kind !== 'created') throw new Error(outcome.kind);
    ids.push(outcome.job.id);
  }
  const [, id = ''] = ids;
  return { sql, store, ids, id };
}

const deep = `${'['.repeat(1e5)}${']'.repeat(1e5)}`;

const BROKEN: readonly (readonly [string, string])[] = [
  ['half of it', '[{"request":{"text":"카'],
  ['nothing', ''],
  ['another value', '7'],
  ['no variants', '[]'],
  ['variants of nothing', '[{}]'],
  ['a variant without photos', '[{"request":{"text":"x","locale":"ko","copy":{}}}]'],
  ['depth', deep],
  ['a photo by a path', '[{"request":{"photos":[{"sha256":"../../etc/passwd"}]}}]'],
];

describeStores((open) => {
  describe('a damaged row', () => {
    it.each(BROKEN)('is told as such, and stands in nobody’s way: %s', async (_, takes) => {
      const { sql, store, ids, id } = await stocked(open);
      await sql('update jobs set takes = ? where id = ?', takes, id);
      expect(await store.job(id)).toMatchObject({ id, variants: [], error: { code: 'job-damaged' } });
      expect((await store.history({ limit: 10 })).map((job) => job.id)).toEqual(ids.toReversed());
      expect((await store.openJobs()).map((job) => job.id)).toEqual(ids);
      expect((await store.pendingDeliveries('terminal', 10, 10)).map(({ job }) => job.id)).toEqual(ids);
      expect(await store.start(id)).toMatchObject({ state: 'running' });
      expect(
        await store.markFailed({ id, lease: 1 }, { code: 'job-damaged', text: { ko: '가', en: 'a' } }),
      ).toBe(true);
      expect(await store.remove(id)).toBe(true);
    });

    it('is not fetched where it is longer than anything that was ever written', async () => {
      const { sql, store, id } = await stocked(open);
      await sql(
        'update jobs set takes = ?, error = ? where id = ?',
        'x'.repeat(2 ** 23),
        'y'.repeat(2 ** 23),
        id,
      );
      expect(await store.job(id)).toMatchObject({ variants: [], error: { code: 'job-damaged' } });
    });

    it('of another program is as good as none', async () => {
      const { sql, store, ids, id } = await stocked(open);
      await sql("update jobs set platform = 'fax' where id = ?", id);
      await sql("update cards set platform = 'terminal' where job = ?", id);
      expect(await store.job(id)).toBeUndefined();
      expect((await store.history({ limit: 10 })).map((job) => job.id)).toEqual([ids[2], ids[0]]);
      for (const _ of [1, 2]) {
        expect((await store.pendingDeliveries('terminal', 10, 1)).map(({ job }) => job.id)).toEqual(
          _ === 1 ? [ids[0]] : [ids[0]],
        );
      }
      expect((await store.pendingDeliveries('terminal', 10, 10)).map(({ job }) => job.id)).toEqual([
        ids[0],
        ids[2],
      ]);
      await expect(store.submit(newJob({ key: '2' }), NO_LIMITS, 1)).rejects.toThrow(/damaged/);
    });

    it('costs no more than its own picture, variation or error', async () => {
      const { sql, store, id } = await stocked(open);
      await store.start(id);
      await store.finishVariant({ id, lease: 1, variant: 0, result: resultOf(1), duration: undefined }, 2);
      expect((await store.job(id))?.pictures).toHaveLength(1);
      for (const result of ['{"image":', '{}', deep, '{"image":{"id":"x"}}']) {
        await sql('update pictures set result = ? where job = ?', result, id);
        expect((await store.job(id))?.pictures).toEqual([]);
      }
      await sql("update jobs set variation = '[', error = '{' where id = ?", id);
      const job = await store.job(id);
      expect(job).not.toHaveProperty('variation');
      expect(job).toMatchObject({ error: { code: 'job-damaged' }, variants: [{ request: {} }] });
    });

    it('of settings or durations counts as not there', async () => {
      const { sql, store } = await stocked(open);
      await store.setSettings('terminal', 'shop', { shopName: '가게' }, []);
      expect(await store.settings('terminal', 'shop')).toEqual({ shopName: '가게' });
      for (const text of ['{"shopName":', '[]', deep]) {
        await sql('update settings set settings = ?', text);
        expect(await store.settings('terminal', 'shop')).toBeUndefined();
      }
      await sql("insert into paces (name, milliseconds, samples, nodes) values ('a/b', 1, 1, '[{')");
      expect(await store.duration('a/b')).toBeUndefined();
    });
  });
});
