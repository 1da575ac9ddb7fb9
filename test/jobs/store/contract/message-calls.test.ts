import { describe, expect, it } from 'vitest';
import { NO_LIMITS } from '../../../../src/jobs/job/limits.ts';
import type { JobMessage, JobStore } from '../../../../src/jobs/store/job-store.ts';
import { newJob, place } from '../../orders.ts';
import { resultOf } from '../result.ts';
import { describeStores } from './stores.ts';

const NOW = 1_800_000_000_000;

async function submit(store: JobStore): Promise<{ id: string; jobMessage: JobMessage }> {
  const outcome = await store.submit(newJob(), NO_LIMITS, NOW);
  if (outcome.kind !== 'created') throw new Error(outcome.kind);
  const jobMessage = await store.firstMessage(outcome.job.id);
  if (jobMessage === undefined) throw new Error('no message');
  return { id: outcome.job.id, jobMessage };
}

async function finish(store: JobStore, id: string): Promise<void> {
  await store.start(id);
  await store.finishVariant({ id, lease: 1, variant: 0, result: resultOf(1), duration: undefined }, NOW);
}

describeStores((open) => {
  describe('job messages', () => {
    it('are due from the beginning, until their message shows the job', async () => {
      const { store } = await open();
      const { jobMessage } = await submit(store);
      expect(await store.pendingDeliveries('terminal', NOW, 10)).toMatchObject([{ message: jobMessage }]);
      expect(await store.pendingDeliveries('discord', NOW, 10)).toEqual([]);
      await store.markShown(
        jobMessage.seq,
        jobMessage.revision,
        { messageId: '7', address: '{"channel":1}' },
        false,
        NOW,
      );
      expect(await store.pendingDeliveries('terminal', NOW, 10)).toEqual([]);
      expect(await store.firstMessage(jobMessage.job)).toMatchObject({
        messageId: '7',
        address: '{"channel":1}',
      });
      expect((await store.jobByMessage('terminal', '7'))?.id).toBe(jobMessage.job);
    });

    it('are due again when the job has changed, and deliver it when they show its end', async () => {
      const { store } = await open();
      const { id, jobMessage } = await submit(store);
      await store.markShown(jobMessage.seq, 1, { messageId: '7' }, false, NOW);
      await finish(store, id);
      const [pending] = await store.pendingDeliveries('terminal', NOW, 10);
      expect(pending).toMatchObject({ message: { revision: 2, shownRevision: 1 }, job: { state: 'made' } });
      await store.markShown(jobMessage.seq, 2, { messageId: '7' }, true, NOW + 5);
      expect(await store.job(id)).toMatchObject({ state: 'delivered', answeredAt: NOW + 5 });
    });

    it('do not count as answered by what was overtaken', async () => {
      const { store } = await open();
      const { id, jobMessage } = await submit(store);
      await store.start(id);
      await store.markFailed({ id, lease: 1 }, { code: 'bug', text: { ko: '', en: '' } });
      const shownThen = (await store.firstMessage(id))?.revision ?? 0;
      await store.retry(id);
      await store.markShown(jobMessage.seq, shownThen, { messageId: '7' }, true, NOW);
      expect(await store.job(id)).toMatchObject({ state: 'queued' });
      expect((await store.job(id))?.answeredAt).toBeUndefined();
      expect(await store.pendingDeliveries('terminal', NOW, 10)).toHaveLength(1);
    });

    it('wait after a failure, and where they are kept until their owner speaks', async () => {
      const { store } = await open();
      const { jobMessage } = await submit(store);
      await store.markNotShown(jobMessage.seq, NOW + 1000);
      expect(await store.pendingDeliveries('terminal', NOW + 999, 10)).toEqual([]);
      expect(await store.pendingDeliveries('terminal', NOW + 1000, 10)).toMatchObject([
        { message: { attempts: 1 } },
      ]);
      await store.keep(jobMessage.seq, jobMessage.revision, undefined);
      expect(await store.pendingDeliveries('terminal', NOW + 1e9, 10)).toEqual([]);
      expect((await store.firstMessage(jobMessage.job))?.attempts).toBe(2);
      const here = { ...place, channel: 'elsewhere' };
      expect(await store.releaseKept('somebody else', here, '{"here":1}')).toBe(0);
      expect(await store.releaseKept('minji', here, '{"here":1}')).toBe(1);
      expect(await store.pendingDeliveries('terminal', NOW, 10)).toMatchObject([
        { message: { address: '{"here":1}', attempts: 0 } },
      ]);
    });

    it('are not kept where the job has changed while they were refused', async () => {
      const { store } = await open();
      const { id, jobMessage } = await submit(store);
      await finish(store, id);
      await store.keep(jobMessage.seq, jobMessage.revision, undefined);
      expect(await store.pendingDeliveries('terminal', NOW, 10)).toHaveLength(1);
    });

    it('that say why they are late stay where they are when they are due again', async () => {
      const { store } = await open();
      const { id, jobMessage } = await submit(store);
      await store.keep(jobMessage.seq, jobMessage.revision, {
        messageId: '7',
        address: '{"told":1}',
        channel: 'told',
      });
      expect((await store.jobByMessage('terminal', '7'))?.id).toBe(id);
      expect(await store.releaseKept('minji', { ...place, channel: 'elsewhere' }, '{"here":1}')).toBe(1);
      expect(await store.pendingDeliveries('terminal', NOW, 10)).toMatchObject([
        { message: { address: '{"told":1}', messageId: '7' } },
      ]);
    });

    it('do not wait for a time that a clock stepping backwards has put far ahead', async () => {
      const { store } = await open();
      const { jobMessage } = await submit(store);
      await store.markNotShown(jobMessage.seq, NOW + 1000);
      const yesterday = NOW - 86_400_000;
      expect(await store.pendingDeliveries('terminal', yesterday, 10)).toHaveLength(1);
    });

    it('find their job from any message that ever showed it', async () => {
      const { store } = await open();
      const { id, jobMessage } = await submit(store);
      await store.markShown(jobMessage.seq, 1, { messageId: '7' }, false, NOW);
      await store.markShown(jobMessage.seq, 1, { messageId: '8' }, false, NOW);
      await store.addMessage(id, 'show:1', place, { address: '{}', messageId: '9' });
      await store.addMessage(id, 'show:1', place, { address: '{}', messageId: '10' });
      for (const message of ['7', '8', '9'])
        expect((await store.jobByMessage('terminal', message))?.id).toBe(id);
      expect(await store.jobByMessage('discord', '7')).toBeUndefined();
      expect(await store.pendingDeliveries('terminal', NOW, 10)).toHaveLength(1);
    });
  });
});
