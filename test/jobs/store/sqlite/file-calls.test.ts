import { describe, expect, it } from 'vitest';
import { NO_LIMITS } from '../../../../src/jobs/job/limits.ts';
import type { StoreCalls } from '../../../../src/jobs/store/job-store.ts';
import { newJob, request } from '../../orders.ts';
import { resultOf } from '../result.ts';
import { scratchStore } from '../scratch.ts';

const photo = { sha256: 'a'.repeat(64) };

function made(calls: StoreCalls, picture: number, now = 1): string {
  const variants = [{ request: request({ photos: [photo] }) }];
  const outcome = calls.submit(newJob({ variants }), NO_LIMITS, now);
  if (outcome.kind !== 'created') throw new Error(outcome.kind);
  const { id } = outcome.job;
  calls.start(id);
  calls.finishVariant({ id, variant: 0, result: resultOf(picture), duration: undefined }, now);
  return id;
}

function delivered(calls: StoreCalls, picture: number, now: number): string {
  const id = made(calls, picture, now);
  const jobMessage = calls.firstMessage(id);
  calls.markShown(jobMessage?.seq ?? 0, jobMessage?.revision ?? 0, { messageId: id }, true, now);
  return id;
}

const name = (n: number): string => n.toString(16).padStart(16, '0');

describe('remove', () => {
  it('makes garbage of the files that no other job uses', () => {
    const { calls } = scratchStore();
    const first = made(calls, 1);
    made(calls, 2);
    expect(calls.remove(first)).toBe(true);
    expect(calls.garbage()).toEqual([
      { kind: 'ad', name: name(1) },
      { kind: 'origin', name: name(1) },
    ]);
    expect(calls.isUsed({ kind: 'photo', name: photo.sha256 })).toBe(true);
  });

  it('keeps a picture that two jobs have made', () => {
    const { calls } = scratchStore();
    const [first, second] = [made(calls, 1), made(calls, 1)];
    calls.remove(first);
    expect(calls.garbage()).toEqual([]);
    calls.remove(second);
    expect(calls.garbage().map(({ kind }) => kind)).toEqual(['ad', 'origin', 'photo']);
  });

  it('takes the words away, leaves the message to say so, and the history without it', () => {
    const { calls } = scratchStore();
    const id = delivered(calls, 1, 5);
    calls.remove(id);
    const job = calls.job(id);
    expect(job).toMatchObject({ removed: true, pictures: [], state: 'delivered' });
    expect(JSON.stringify(job)).not.toContain('딸기');
    expect(calls.pendingDeliveries('terminal', 9, 9)).toMatchObject([{ job: { id, removed: true } }]);
    expect(calls.history({ limit: 9 })).toEqual([]);
  });

  it('leaves a job alone that is under way', () => {
    const { calls } = scratchStore();
    const outcome = calls.submit(newJob(), NO_LIMITS, 1);
    expect('job' in outcome && calls.remove(outcome.job.id)).toBe(false);
  });
});

describe('prune', () => {
  it('forgets what ended long ago, in steps, and nothing else', () => {
    const { calls } = scratchStore();
    const old = [1, 2, 3].map((n) => delivered(calls, n, n));
    const undelivered = made(calls, 4, 4);
    const young = delivered(calls, 5, 50);
    expect(calls.prune(10, 2)).toBe(2);
    expect(calls.prune(10, 2)).toBe(1);
    expect(calls.prune(10, 2)).toBe(0);
    for (const id of old) expect(calls.job(id)).toBeUndefined();
    expect(calls.jobByMessage('terminal', old[0] ?? '')).toBeUndefined();
    expect(calls.history({ limit: 9 }).map(({ id }) => id)).toEqual([young, undelivered]);
    expect(calls.garbage()).toHaveLength(6);
  });
});

describe('settings', () => {
  it('keep a logo from being garbage for as long as they name it', () => {
    const { calls } = scratchStore();
    calls.setSettings('discord', '1', { shopName: '꽃집' }, ['b'.repeat(64)]);
    expect(calls.isUsed({ kind: 'photo', name: 'b'.repeat(64) })).toBe(true);
    calls.setSettings('discord', '1', { shopName: '꽃집' }, []);
    expect(calls.garbage()).toEqual([{ kind: 'photo', name: 'b'.repeat(64) }]);
    expect(calls.settings('discord', '1')).toEqual({ shopName: '꽃집' });
    expect(calls.settings('discord', '2')).toBeUndefined();
  });
});
