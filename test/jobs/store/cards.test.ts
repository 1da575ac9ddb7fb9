import { describe, expect, it } from 'vitest';
import { NO_LIMITS } from '../../../src/jobs/limits.ts';
import type { Card, StoreCalls } from '../../../src/jobs/store/job-store.ts';
import { newJob, place } from '../orders.ts';
import { resultOf } from './result.ts';
import { scratchStore } from './scratch.ts';

const NOW = 1_800_000_000_000;

function submit(calls: StoreCalls): { id: string; card: Card } {
  const outcome = calls.submit(newJob(), NO_LIMITS, NOW);
  if (outcome.kind !== 'created') throw new Error(outcome.kind);
  const card = calls.cardOf(outcome.job.id);
  if (card === undefined) throw new Error('no card');
  return { id: outcome.job.id, card };
}

function finish(calls: StoreCalls, id: string): void {
  calls.take(id);
  calls.finishTake({ id, take: 0, result: resultOf(1), pace: undefined }, NOW);
}

describe('cards', () => {
  it('are due from the beginning, until their message shows the job', () => {
    const { calls } = scratchStore();
    const { card } = submit(calls);
    expect(calls.parcels('terminal', NOW, 10)).toMatchObject([{ card }]);
    expect(calls.parcels('discord', NOW, 10)).toEqual([]);
    calls.shown(card.seq, card.wanted, { message: '7', address: '{"channel":1}' }, false, NOW);
    expect(calls.parcels('terminal', NOW, 10)).toEqual([]);
    expect(calls.cardOf(card.job)).toMatchObject({ message: '7', address: '{"channel":1}' });
    expect(calls.jobByMessage('terminal', '7')?.id).toBe(card.job);
  });

  it('are due again when the job has changed, and deliver it when they show its end', () => {
    const { calls } = scratchStore();
    const { id, card } = submit(calls);
    calls.shown(card.seq, 1, { message: '7' }, false, NOW);
    finish(calls, id);
    const [parcel] = calls.parcels('terminal', NOW, 10);
    expect(parcel).toMatchObject({ card: { wanted: 2, shown: 1 }, job: { state: 'made' } });
    calls.shown(card.seq, 2, { message: '7' }, true, NOW + 5);
    expect(calls.job(id)).toMatchObject({ state: 'delivered', answeredAt: NOW + 5 });
  });

  it('do not count as answered by what was overtaken', () => {
    const { calls } = scratchStore();
    const { id, card } = submit(calls);
    calls.take(id);
    calls.fail(id, { code: 'bug', said: { ko: '', en: '' } });
    const shownThen = calls.cardOf(id)?.wanted ?? 0;
    calls.retry(id);
    calls.shown(card.seq, shownThen, { message: '7' }, true, NOW);
    expect(calls.job(id)).toMatchObject({ state: 'queued' });
    expect(calls.job(id)?.answeredAt).toBeUndefined();
    expect(calls.parcels('terminal', NOW, 10)).toHaveLength(1);
  });

  it('wait after a failure, and never if that is asked', () => {
    const { calls } = scratchStore();
    const { card } = submit(calls);
    calls.notShown(card.seq, NOW + 1000);
    expect(calls.parcels('terminal', NOW + 999, 10)).toEqual([]);
    expect(calls.parcels('terminal', NOW + 1000, 10)).toMatchObject([{ card: { attempts: 1 } }]);
    calls.notShown(card.seq, 'never');
    expect(calls.parcels('terminal', NOW + 1e9, 10)).toEqual([]);
    expect(calls.cardOf(card.job)?.attempts).toBe(2);
  });

  it('do not wait for a time that a clock stepping backwards has put far ahead', () => {
    const { calls } = scratchStore();
    const { card } = submit(calls);
    calls.notShown(card.seq, NOW + 1000);
    const yesterday = NOW - 86_400_000;
    expect(calls.parcels('terminal', yesterday, 10)).toHaveLength(1);
  });

  it('find their job from any message that ever showed it', () => {
    const { calls } = scratchStore();
    const { id, card } = submit(calls);
    calls.shown(card.seq, 1, { message: '7' }, false, NOW);
    calls.shown(card.seq, 1, { message: '8' }, false, NOW);
    calls.addCard(id, 'show:1', place, { address: '{}', message: '9' });
    calls.addCard(id, 'show:1', place, { address: '{}', message: '10' });
    for (const message of ['7', '8', '9']) expect(calls.jobByMessage('terminal', message)?.id).toBe(id);
    expect(calls.jobByMessage('discord', '7')).toBeUndefined();
    expect(calls.parcels('terminal', NOW, 10)).toHaveLength(1);
  });
});
