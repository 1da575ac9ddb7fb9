import { describe, expect, it } from 'vitest';
import { NO_LIMITS } from '../../../src/jobs/job/limits.ts';
import { newJob } from '../orders.ts';
import { resultOf } from './result.ts';
import { scratchStore } from './scratch.ts';

/** A store with three jobs, the second of which is to be damaged. */
function stocked() {
  const { database, calls } = scratchStore();
  const ids = ['1', '2', '3'].map((key) => {
    const outcome = calls.submit(newJob({ key, variation: { kind: 'regenerate' } }), NO_LIMITS, 1);
    if (outcome.kind !== 'created') throw new Error(outcome.kind);
    return outcome.job.id;
  });
  const [, id = ''] = ids;
  return { database, calls, ids, id };
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

describe('a damaged row', () => {
  it.each(BROKEN)('is told as such, and stands in nobody’s way: %s', (_, takes) => {
    const { database, calls, ids, id } = stocked();
    database.run('update jobs set takes = ? where id = ?', takes, id);
    expect(calls.job(id)).toMatchObject({ id, variants: [], error: { code: 'job-damaged' } });
    expect(calls.history({ limit: 10 }).map((job) => job.id)).toEqual(ids.toReversed());
    expect(calls.openJobs().map((job) => job.id)).toEqual(ids);
    expect(calls.pendingDeliveries('terminal', 10, 10).map(({ job }) => job.id)).toEqual(ids);
    expect(calls.start(id)).toMatchObject({ state: 'running' });
    expect(calls.markFailed(id, { code: 'job-damaged', text: { ko: '가', en: 'a' } })).toBe(true);
    expect(calls.remove(id)).toBe(true);
  });

  it('is not fetched where it is longer than anything that was ever written', () => {
    const { database, calls, id } = stocked();
    database.run(
      'update jobs set takes = ?, error = ? where id = ?',
      'x'.repeat(2 ** 23),
      'y'.repeat(2 ** 23),
      id,
    );
    expect(calls.job(id)).toMatchObject({ variants: [], error: { code: 'job-damaged' } });
  });

  it('of another program is as good as none', () => {
    const { database, calls, ids, id } = stocked();
    database.run("update jobs set platform = 'fax' where id = ?", id);
    database.run("update cards set platform = 'terminal' where job = ?", id);
    expect(calls.job(id)).toBeUndefined();
    expect(calls.history({ limit: 10 }).map((job) => job.id)).toEqual([ids[2], ids[0]]);
    for (const _ of [1, 2]) {
      expect(calls.pendingDeliveries('terminal', 10, 1).map(({ job }) => job.id)).toEqual(
        _ === 1 ? [ids[0]] : [ids[0]],
      );
    }
    expect(calls.pendingDeliveries('terminal', 10, 10).map(({ job }) => job.id)).toEqual([ids[0], ids[2]]);
    expect(() => calls.submit(newJob({ key: '2' }), NO_LIMITS, 1)).toThrow(/damaged/);
  });

  it('costs no more than its own picture, variation or error', () => {
    const { database, calls, id } = stocked();
    calls.start(id);
    calls.finishVariant({ id, variant: 0, result: resultOf(1), duration: undefined }, 2);
    expect(calls.job(id)?.pictures).toHaveLength(1);
    for (const result of ['{"image":', '{}', deep, '{"image":{"id":"x"}}']) {
      database.run('update pictures set result = ? where job = ?', result, id);
      expect(calls.job(id)?.pictures).toEqual([]);
    }
    database.run("update jobs set variation = '[', error = '{' where id = ?", id);
    const job = calls.job(id);
    expect(job).not.toHaveProperty('variation');
    expect(job).toMatchObject({ error: { code: 'job-damaged' }, variants: [{ request: {} }] });
  });

  it('of settings or durations counts as not there', () => {
    const { database, calls } = stocked();
    calls.setSettings('terminal', 'shop', { shopName: '가게' }, []);
    expect(calls.settings('terminal', 'shop')).toEqual({ shopName: '가게' });
    for (const text of ['{"shopName":', '[]', deep]) {
      database.run('update settings set settings = ?', text);
      expect(calls.settings('terminal', 'shop')).toBeUndefined();
    }
    database.run("insert into paces (name, milliseconds, samples, nodes) values ('a/b', 1, 1, '[{')");
    expect(calls.duration('a/b')).toBeUndefined();
  });
});
