import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NO_LIMITS } from '../../../../src/jobs/job/limits.ts';
import { newJob, place } from '../../orders.ts';
import { resultOf } from '../result.ts';
import { scratchFolder, scratchStore } from '../scratch.ts';

describe('history', () => {
  it('finds by place, owner and state, newest first', () => {
    const { calls } = scratchStore();
    const ids = (query: Parameters<typeof calls.history>[0]): readonly string[] =>
      calls.history(query).map(({ key }) => key);
    const discord = { platform: 'discord', workspace: 'w', channel: 'c' } as const;
    calls.submit(newJob({ key: '1' }), NO_LIMITS, 1);
    calls.submit(newJob({ key: '2', owner: { id: 'jun' } }), NO_LIMITS, 2);
    calls.submit(newJob({ key: '3', place: { ...place, channel: 'kitchen' } }), NO_LIMITS, 3);
    calls.submit(newJob({ key: '4', place: discord }), NO_LIMITS, 4);
    expect(ids({ limit: 10 })).toEqual(['4', '3', '2', '1']);
    expect(ids({ limit: 1, platform: 'terminal' })).toEqual(['3']);
    expect(ids({ limit: 10, platform: 'terminal', owner: 'minji' })).toEqual(['3', '1']);
    expect(ids({ limit: 10, platform: 'terminal', workspace: 'shop', channel: 'counter' })).toEqual([
      '2',
      '1',
    ]);
    const job = calls.jobByKey('1');
    if (job !== undefined) calls.cancel(job.id);
    expect(ids({ limit: 10, states: ['cancelled', 'failed'] })).toEqual(['1']);
  });

  it('finds a picture by its digits, in the latest job that made it', () => {
    const { calls } = scratchStore();
    for (const key of ['1', '2']) {
      const outcome = calls.submit(newJob({ key }), NO_LIMITS, 1);
      if (outcome.kind !== 'created') throw new Error(outcome.kind);
      calls.start(outcome.job.id);
      calls.finishVariant({ id: outcome.job.id, variant: 0, result: resultOf(1), duration: undefined }, 2);
    }
    expect(calls.jobsByPicture('0000000000000001', 1)).toMatchObject([
      { job: { key: '2' }, picture: { variant: 0 } },
    ]);
    expect(calls.jobsByPicture('0000000000000002', 1)).toEqual([]);
  });
});

describe('changed', () => {
  it('tells of what another process has written, and not of our own', () => {
    const path = join(scratchFolder(), 'jobs.db');
    const { calls: ours } = scratchStore(path);
    const { calls: theirs } = scratchStore(path);
    ours.changed();
    ours.submit(newJob(), NO_LIMITS, 1);
    expect(ours.changed()).toBe(false);
    theirs.submit(newJob(), NO_LIMITS, 1);
    expect(ours.changed()).toBe(true);
    expect(ours.changed()).toBe(false);
  });
});

describe('stats', () => {
  it('count jobs by state, the age of the oldest that waits, and messages that are behind', () => {
    const { calls } = scratchStore();
    calls.submit(newJob(), NO_LIMITS, 1000);
    calls.submit(newJob(), NO_LIMITS, 2000);
    expect(calls.stats(5000)).toMatchObject({
      jobs: { queued: 2, made: 0 },
      oldestQueued: 4000,
      undelivered: 2,
    });
    expect(calls.stats(500).oldestQueued).toBe(0);
  });
});
