import { describe, expect, it } from 'vitest';
import { NO_LIMITS } from '../../../../src/jobs/job/limits.ts';
import type { JobMessage, StoreCalls } from '../../../../src/jobs/store/job-store.ts';
import { newJob, place } from '../../orders.ts';
import { resultOf } from '../result.ts';
import { scratchStore } from '../scratch.ts';

const NOW = 1_800_000_000_000;

function submit(calls: StoreCalls): { id: string; jobMessage: JobMessage } {
  const outcome = calls.submit(newJob(), NO_LIMITS, NOW);
  if (outcome.kind !== 'created') throw new Error(outcome.kind);
  const jobMessage = calls.firstMessage(outcome.job.id);
  if (jobMessage === undefined) throw new Error('no message');
  return { id: outcome.job.id, jobMessage };
}

function finish(calls: StoreCalls, id: string): void {
  calls.start(id);
  calls.finishVariant({ id, variant: 0, result: resultOf(1), duration: undefined }, NOW);
}

describe('job messages', () => {
  it('are due from the beginning, until their message shows the job', () => {
    const { calls } = scratchStore();
    const { jobMessage } = submit(calls);
    expect(calls.pendingDeliveries('terminal', NOW, 10)).toMatchObject([{ message: jobMessage }]);
    expect(calls.pendingDeliveries('discord', NOW, 10)).toEqual([]);
    calls.markShown(
      jobMessage.seq,
      jobMessage.revision,
      { messageId: '7', address: '{"channel":1}' },
      false,
      NOW,
    );
    expect(calls.pendingDeliveries('terminal', NOW, 10)).toEqual([]);
    expect(calls.firstMessage(jobMessage.job)).toMatchObject({ messageId: '7', address: '{"channel":1}' });
    expect(calls.jobByMessage('terminal', '7')?.id).toBe(jobMessage.job);
  });

  it('are due again when the job has changed, and deliver it when they show its end', () => {
    const { calls } = scratchStore();
    const { id, jobMessage } = submit(calls);
    calls.markShown(jobMessage.seq, 1, { messageId: '7' }, false, NOW);
    finish(calls, id);
    const [pending] = calls.pendingDeliveries('terminal', NOW, 10);
    expect(pending).toMatchObject({ message: { revision: 2, shownRevision: 1 }, job: { state: 'made' } });
    calls.markShown(jobMessage.seq, 2, { messageId: '7' }, true, NOW + 5);
    expect(calls.job(id)).toMatchObject({ state: 'delivered', answeredAt: NOW + 5 });
  });

  it('do not count as answered by what was overtaken', () => {
    const { calls } = scratchStore();
    const { id, jobMessage } = submit(calls);
    calls.start(id);
    calls.markFailed(id, { code: 'bug', text: { ko: '', en: '' } });
    const shownThen = calls.firstMessage(id)?.revision ?? 0;
    calls.retry(id);
    calls.markShown(jobMessage.seq, shownThen, { messageId: '7' }, true, NOW);
    expect(calls.job(id)).toMatchObject({ state: 'queued' });
    expect(calls.job(id)?.answeredAt).toBeUndefined();
    expect(calls.pendingDeliveries('terminal', NOW, 10)).toHaveLength(1);
  });

  it('wait after a failure, and where they are kept until their owner speaks', () => {
    const { calls } = scratchStore();
    const { jobMessage } = submit(calls);
    calls.markNotShown(jobMessage.seq, NOW + 1000);
    expect(calls.pendingDeliveries('terminal', NOW + 999, 10)).toEqual([]);
    expect(calls.pendingDeliveries('terminal', NOW + 1000, 10)).toMatchObject([{ message: { attempts: 1 } }]);
    calls.keep(jobMessage.seq, jobMessage.revision, undefined);
    expect(calls.pendingDeliveries('terminal', NOW + 1e9, 10)).toEqual([]);
    expect(calls.firstMessage(jobMessage.job)?.attempts).toBe(2);
    const here = { ...place, channel: 'elsewhere' };
    expect(calls.releaseKept('somebody else', here, '{"here":1}')).toBe(0);
    expect(calls.releaseKept('minji', here, '{"here":1}')).toBe(1);
    expect(calls.pendingDeliveries('terminal', NOW, 10)).toMatchObject([
      { message: { address: '{"here":1}', attempts: 0 } },
    ]);
  });

  it('are not kept where the job has changed while they were refused', () => {
    const { calls } = scratchStore();
    const { id, jobMessage } = submit(calls);
    finish(calls, id);
    calls.keep(jobMessage.seq, jobMessage.revision, undefined);
    expect(calls.pendingDeliveries('terminal', NOW, 10)).toHaveLength(1);
  });

  it('that say why they are late stay where they are when they are due again', () => {
    const { calls } = scratchStore();
    const { id, jobMessage } = submit(calls);
    calls.keep(jobMessage.seq, jobMessage.revision, {
      messageId: '7',
      address: '{"told":1}',
      channel: 'told',
    });
    expect(calls.jobByMessage('terminal', '7')?.id).toBe(id);
    expect(calls.releaseKept('minji', { ...place, channel: 'elsewhere' }, '{"here":1}')).toBe(1);
    expect(calls.pendingDeliveries('terminal', NOW, 10)).toMatchObject([
      { message: { address: '{"told":1}', messageId: '7' } },
    ]);
  });

  it('do not wait for a time that a clock stepping backwards has put far ahead', () => {
    const { calls } = scratchStore();
    const { jobMessage } = submit(calls);
    calls.markNotShown(jobMessage.seq, NOW + 1000);
    const yesterday = NOW - 86_400_000;
    expect(calls.pendingDeliveries('terminal', yesterday, 10)).toHaveLength(1);
  });

  it('find their job from any message that ever showed it', () => {
    const { calls } = scratchStore();
    const { id, jobMessage } = submit(calls);
    calls.markShown(jobMessage.seq, 1, { messageId: '7' }, false, NOW);
    calls.markShown(jobMessage.seq, 1, { messageId: '8' }, false, NOW);
    calls.addMessage(id, 'show:1', place, { address: '{}', messageId: '9' });
    calls.addMessage(id, 'show:1', place, { address: '{}', messageId: '10' });
    for (const message of ['7', '8', '9']) expect(calls.jobByMessage('terminal', message)?.id).toBe(id);
    expect(calls.jobByMessage('discord', '7')).toBeUndefined();
    expect(calls.pendingDeliveries('terminal', NOW, 10)).toHaveLength(1);
  });
});
