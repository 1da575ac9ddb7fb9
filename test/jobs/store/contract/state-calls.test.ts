import { describe, expect, it } from 'vitest';
import type { Job } from '../../../../src/jobs/job/job.ts';
import { NO_LIMITS } from '../../../../src/jobs/job/limits.ts';
import type { JobStore } from '../../../../src/jobs/store/job-store.ts';
import { newJob, request } from '../../orders.ts';
import { resultOf } from '../result.ts';
import { describeStores } from './stores.ts';

const ERROR = { code: 'job-crashed', text: { ko: '멈췄어요', en: 'stopped' } };

async function submit(store: JobStore, change: Parameters<typeof newJob>[0] = {}): Promise<Job> {
  const outcome = await store.submit(newJob(change), NO_LIMITS, 1);
  if (outcome.kind !== 'created') throw new Error(outcome.kind);
  return outcome.job;
}

describeStores((open) => {
  describe('making', () => {
    it('is taken by one alone', async () => {
      const { store } = await open();
      const { id } = await submit(store);
      expect(await store.start(id)).toMatchObject({ id, state: 'running', attempts: 1 });
      expect(await store.start(id)).toBeUndefined();
    });

    it('is made when its last picture is there, and keeps those that came before', async () => {
      const { store } = await open();
      const { id } = await submit(store, {
        variants: [1, 2].map((seed) => ({ request: request({ seed }) })),
      });
      await store.start(id);
      expect(
        await store.finishVariant({ id, lease: 1, variant: 1, result: resultOf(2), duration: undefined }, 5),
      ).toBe('running');
      expect((await store.job(id))?.pictures.map(({ variant }) => variant)).toEqual([1]);
      const pace = { milliseconds: 12, samples: 1, nodes: [{ name: 'Text2ImageNode', milliseconds: 10 }] };
      expect(
        await store.finishVariant({ id, lease: 1, variant: 0, result: resultOf(1), duration: pace }, 6),
      ).toBe('made');
      expect(await store.job(id)).toMatchObject({ madeAt: 6, pictures: [{ variant: 0 }, { variant: 1 }] });
      expect(await store.duration('text-to-image/quick')).toEqual(pace);
    });

    it('takes no picture for a job that was cancelled meanwhile', async () => {
      const { store } = await open();
      const { id } = await submit(store);
      await store.start(id);
      await store.markCancelled({ id, lease: 1 });
      expect(
        await store.finishVariant({ id, lease: 1, variant: 0, result: resultOf(1), duration: undefined }, 5),
      ).toBeUndefined();
      expect((await store.job(id))?.pictures).toEqual([]);
    });

    it('is refused from whoever was at it before it was handed on', async () => {
      const { store } = await open();
      const { id } = await submit(store);
      const first = (await store.start(id))?.lease ?? 0;
      await store.recover(9, ERROR);
      const second = (await store.start(id))?.lease ?? 0;
      expect(second).toBeGreaterThan(first);
      const late = { id, lease: first };
      await store.noteNode(late, 'LateNode');
      expect(
        await store.finishVariant({ ...late, variant: 0, result: resultOf(1), duration: undefined }, 5),
      ).toBeUndefined();
      expect(await store.requeue(late)).toBe(false);
      expect(await store.markFailed(late, ERROR)).toBe(false);
      expect(await store.markCancelled(late)).toBe(false);
      expect(await store.job(id)).toMatchObject({ state: 'running', pictures: [], lease: second });
      const mine = { id, lease: second, variant: 0, result: resultOf(2), duration: undefined };
      expect(await store.finishVariant(mine, 6)).toBe('made');
      expect(await store.finishVariant({ ...mine, lease: first }, 7)).toBeUndefined();
      expect((await store.job(id))?.pictures).toMatchObject([{ result: { image: resultOf(2).image } }]);
    });

    it('has a greater number at every start, also after an operator has had it retried', async () => {
      const { store } = await open();
      const { id } = await submit(store);
      const numbers: number[] = [];
      for (let time = 0; time < 4; time++) {
        const { lease = 0 } = (await store.start(id)) ?? {};
        numbers.push(lease);
        if (time % 2 === 0) await store.requeue({ id, lease });
        else {
          await store.markFailed({ id, lease }, ERROR);
          await store.retry(id);
        }
      }
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    });

    it('marks a running job that is to stop, and starts it unmarked after a retry', async () => {
      const { store } = await open();
      const { id } = await submit(store);
      await store.start(id);
      expect(await store.cancel(id)).toBe('stopping');
      expect(await store.openJobs()).toMatchObject([{ id, state: 'running', stopAsked: true }]);
      await store.markCancelled({ id, lease: 1 });
      expect(await store.cancel(id)).toBe('too-late');
      expect(await store.retry(id)).toBe(true);
      expect(await store.openJobs()).toMatchObject([{ id, state: 'queued', stopAsked: false }]);
    });

    it('is not made again once it was deleted', async () => {
      const { store } = await open();
      const { id } = await submit(store);
      await store.cancel(id);
      await store.remove(id);
      expect(await store.retry(id)).toBe(false);
    });

    it('remembers who was served last', async () => {
      const { store } = await open();
      for (const id of ['a', 'b', 'a', 'c']) await store.start((await submit(store, { owner: { id } })).id);
      expect(await store.servedGroups()).toEqual(['terminal/shop/b', 'terminal/shop/a', 'terminal/shop/c']);
    });
  });

  describe('recover', () => {
    it('puts back what was under way, with the same seed, and counts the crash', async () => {
      const { store } = await open();
      const running = await submit(store);
      const queued = await submit(store);
      await store.start(running.id);
      expect(await store.recover(2, ERROR)).toEqual({ requeued: 2, failed: 0 });
      expect(await store.job(running.id)).toMatchObject({
        state: 'queued',
        crashes: 1,
        restarts: 1,
        variants: running.variants,
      });
      expect(await store.job(queued.id)).toMatchObject({ state: 'queued', crashes: 0, restarts: 1 });
    });

    it('has messages say so', async () => {
      const { store } = await open();
      const { id } = await submit(store);
      const before = await store.firstMessage(id);
      await store.markShown(before?.seq ?? 0, 1, { messageId: '1' }, false, 2);
      expect(await store.pendingDeliveries('terminal', 3, 10)).toEqual([]);
      await store.recover(2, ERROR);
      expect(await store.pendingDeliveries('terminal', 3, 10)).toMatchObject([
        { message: { job: id, messageId: '1' } },
      ]);
    });

    /** The process ends once for each of these nodes of a job, while so many others are made. */
    async function die(
      store: JobStore,
      id: string,
      nodes: readonly (string | undefined)[],
      others = 0,
    ): Promise<void> {
      const beside: string[] = [];
      while (beside.length < others) beside.push((await submit(store)).id);
      for (const node of nodes) {
        for (const job of [id, ...beside]) {
          const { lease = 0 } = (await store.start(job)) ?? {};
          if (node !== undefined) await store.noteNode({ id: job, lease }, node);
        }
        await store.recover(5, ERROR);
      }
    }

    it('gives up a job at whose same node the process has ended twice while it was made alone, and says why', async () => {
      const { store } = await open();
      const { id } = await submit(store);
      await die(store, id, ['ImageNode', 'ImageNode']);
      expect(await store.job(id)).toMatchObject({ state: 'failed', error: ERROR, crashes: 2 });
      expect(await store.openJobs()).toEqual([]);
    });

    it.each([
      ['at two nodes of it', ['ImageNode', 'SaveNode', 'ImageNode'], 0],
      ['before it began', [undefined, undefined, undefined], 0],
      ['while others were made too', ['ImageNode', 'ImageNode', 'ImageNode', 'ImageNode'], 2],
    ])('makes again what nothing says is to blame: the process ended %s', async (_when, nodes, others) => {
      const { store } = await open();
      const { id } = await submit(store);
      await die(store, id, nodes, others);
      expect(await store.job(id)).toMatchObject({ state: 'queued', crashes: nodes.length });
    });

    it('no longer suspects a job without which the process has ended too', async () => {
      const { store } = await open();
      const { id } = await submit(store);
      await die(store, id, ['ImageNode']);
      await store.recover(5, ERROR);
      await die(store, id, ['ImageNode']);
      expect(await store.job(id)).toMatchObject({ state: 'queued', crashes: 2 });
      await die(store, id, ['ImageNode']);
      expect(await store.job(id)).toMatchObject({ state: 'failed', error: ERROR, crashes: 3 });
    });

    it('makes no job more than five times', async () => {
      const { store } = await open();
      const { id } = await submit(store);
      await die(store, id, ['ImageNode', 'ImageNode', 'ImageNode', 'ImageNode', 'ImageNode'], 1);
      expect(await store.job(id)).toMatchObject({ state: 'failed', error: ERROR, crashes: 5 });
    });

    it('begins with a clean slate where an operator has it retried', async () => {
      const { store } = await open();
      const { id } = await submit(store);
      await die(store, id, ['ImageNode', 'ImageNode']);
      await store.retry(id);
      await die(store, id, ['ImageNode']);
      expect(await store.job(id)).toMatchObject({ state: 'queued', crashes: 1 });
    });

    it('does not blame a job that was parked', async () => {
      const { store } = await open();
      const { id } = await submit(store);
      for (let stop = 0; stop < 3; stop++) {
        const { lease = 0 } = (await store.start(id)) ?? {};
        await store.requeue({ id, lease });
        await store.recover(2, ERROR);
      }
      expect(await store.job(id)).toMatchObject({ state: 'queued', crashes: 0, restarts: 3 });
    });

    it('cancels what was to be stopped', async () => {
      const { store } = await open();
      const { id } = await submit(store);
      await store.start(id);
      await store.cancel(id);
      await store.recover(2, ERROR);
      expect((await store.job(id))?.state).toBe('cancelled');
    });
  });
});
