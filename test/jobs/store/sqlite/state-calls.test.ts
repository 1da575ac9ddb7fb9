import { describe, expect, it } from 'vitest';
import type { Job } from '../../../../src/jobs/job/job.ts';
import { NO_LIMITS } from '../../../../src/jobs/job/limits.ts';
import type { StoreCalls } from '../../../../src/jobs/store/job-store.ts';
import { newJob, request } from '../../orders.ts';
import { resultOf } from '../result.ts';
import { scratchStore } from '../scratch.ts';

const ERROR = { code: 'job-crashed', text: { ko: '멈췄어요', en: 'stopped' } };

function submit(calls: StoreCalls, change: Parameters<typeof newJob>[0] = {}): Job {
  const outcome = calls.submit(newJob(change), NO_LIMITS, 1);
  if (outcome.kind !== 'created') throw new Error(outcome.kind);
  return outcome.job;
}

describe('making', () => {
  it('is taken by one alone', () => {
    const { calls } = scratchStore();
    const { id } = submit(calls);
    expect(calls.start(id)).toMatchObject({ id, state: 'running', attempts: 1 });
    expect(calls.start(id)).toBeUndefined();
  });

  it('is made when its last picture is there, and keeps those that came before', () => {
    const { calls } = scratchStore();
    const { id } = submit(calls, { variants: [1, 2].map((seed) => ({ request: request({ seed }) })) });
    calls.start(id);
    expect(calls.finishVariant({ id, variant: 1, result: resultOf(2), duration: undefined }, 5)).toBe(
      'running',
    );
    expect(calls.job(id)?.pictures.map(({ variant }) => variant)).toEqual([1]);
    const pace = { milliseconds: 12, samples: 1, nodes: [{ name: 'Text2ImageNode', milliseconds: 10 }] };
    expect(calls.finishVariant({ id, variant: 0, result: resultOf(1), duration: pace }, 6)).toBe('made');
    expect(calls.job(id)).toMatchObject({ madeAt: 6, pictures: [{ variant: 0 }, { variant: 1 }] });
    expect(calls.duration('text-to-image/quick')).toEqual(pace);
  });

  it('takes no picture for a job that was cancelled meanwhile', () => {
    const { calls } = scratchStore();
    const { id } = submit(calls);
    calls.start(id);
    calls.markCancelled(id);
    expect(calls.finishVariant({ id, variant: 0, result: resultOf(1), duration: undefined }, 5)).toBe(
      'cancelled',
    );
    expect(calls.job(id)?.pictures).toEqual([]);
  });

  it('marks a running job that is to stop, and starts it unmarked after a retry', () => {
    const { calls } = scratchStore();
    const { id } = submit(calls);
    calls.start(id);
    expect(calls.cancel(id)).toBe('stopping');
    expect(calls.openJobs()).toMatchObject([{ id, state: 'running', stopAsked: true }]);
    calls.markCancelled(id);
    expect(calls.cancel(id)).toBe('too-late');
    expect(calls.retry(id)).toBe(true);
    expect(calls.openJobs()).toMatchObject([{ id, state: 'queued', stopAsked: false }]);
  });

  it('is not made again once it was deleted', () => {
    const { calls } = scratchStore();
    const { id } = submit(calls);
    calls.cancel(id);
    calls.remove(id);
    expect(calls.retry(id)).toBe(false);
  });

  it('remembers who was served last', () => {
    const { calls } = scratchStore();
    for (const id of ['a', 'b', 'a', 'c']) calls.start(submit(calls, { owner: { id } }).id);
    expect(calls.servedGroups()).toEqual(['terminal/shop/b', 'terminal/shop/a', 'terminal/shop/c']);
  });
});

describe('recover', () => {
  it('puts back what was under way, with the same seed, and counts the crash', () => {
    const { calls } = scratchStore();
    const running = submit(calls);
    const queued = submit(calls);
    calls.start(running.id);
    expect(calls.recover(2, ERROR)).toEqual({ requeued: 2, failed: 0 });
    expect(calls.job(running.id)).toMatchObject({
      state: 'queued',
      crashes: 1,
      restarts: 1,
      variants: running.variants,
    });
    expect(calls.job(queued.id)).toMatchObject({ state: 'queued', crashes: 0, restarts: 1 });
  });

  it('has messages say so', () => {
    const { calls } = scratchStore();
    const { id } = submit(calls);
    const before = calls.firstMessage(id);
    calls.markShown(before?.seq ?? 0, 1, { messageId: '1' }, false, 2);
    expect(calls.pendingDeliveries('terminal', 3, 10)).toEqual([]);
    calls.recover(2, ERROR);
    expect(calls.pendingDeliveries('terminal', 3, 10)).toMatchObject([
      { message: { job: id, messageId: '1' } },
    ]);
  });

  /** The process ends once for each of these nodes of a job, while so many others are made. */
  function die(calls: StoreCalls, id: string, nodes: readonly (string | undefined)[], others = 0): void {
    const beside = Array.from({ length: others }, () => submit(calls).id);
    for (const node of nodes) {
      for (const job of [id, ...beside]) {
        calls.start(job);
        if (node !== undefined) calls.noteNode(job, node);
      }
      calls.recover(5, ERROR);
    }
  }

  it('gives up a job at whose same node the process has ended twice while it was made alone, and says why', () => {
    const { calls } = scratchStore();
    const { id } = submit(calls);
    die(calls, id, ['ImageNode', 'ImageNode']);
    expect(calls.job(id)).toMatchObject({ state: 'failed', error: ERROR, crashes: 2 });
    expect(calls.openJobs()).toEqual([]);
  });

  it.each([
    ['at two nodes of it', ['ImageNode', 'SaveNode', 'ImageNode'], 0],
    ['before it began', [undefined, undefined, undefined], 0],
    ['while others were made too', ['ImageNode', 'ImageNode', 'ImageNode', 'ImageNode'], 2],
  ])('makes again what nothing says is to blame: the process ended %s', (_when, nodes, others) => {
    const { calls } = scratchStore();
    const { id } = submit(calls);
    die(calls, id, nodes, others);
    expect(calls.job(id)).toMatchObject({ state: 'queued', crashes: nodes.length });
  });

  it('no longer suspects a job without which the process has ended too', () => {
    const { calls } = scratchStore();
    const { id } = submit(calls);
    die(calls, id, ['ImageNode']);
    calls.recover(5, ERROR);
    die(calls, id, ['ImageNode']);
    expect(calls.job(id)).toMatchObject({ state: 'queued', crashes: 2 });
    die(calls, id, ['ImageNode']);
    expect(calls.job(id)).toMatchObject({ state: 'failed', error: ERROR, crashes: 3 });
  });

  it('makes no job more than five times', () => {
    const { calls } = scratchStore();
    const { id } = submit(calls);
    die(calls, id, ['ImageNode', 'ImageNode', 'ImageNode', 'ImageNode', 'ImageNode'], 1);
    expect(calls.job(id)).toMatchObject({ state: 'failed', error: ERROR, crashes: 5 });
  });

  it('begins with a clean slate where an operator has it retried', () => {
    const { calls } = scratchStore();
    const { id } = submit(calls);
    die(calls, id, ['ImageNode', 'ImageNode']);
    calls.retry(id);
    die(calls, id, ['ImageNode']);
    expect(calls.job(id)).toMatchObject({ state: 'queued', crashes: 1 });
  });

  it('does not blame a job that was parked', () => {
    const { calls } = scratchStore();
    const { id } = submit(calls);
    for (let stop = 0; stop < 3; stop++) {
      calls.start(id);
      calls.requeue(id);
      calls.recover(2, ERROR);
    }
    expect(calls.job(id)).toMatchObject({ state: 'queued', crashes: 0, restarts: 3 });
  });

  it('cancels what was to be stopped', () => {
    const { calls } = scratchStore();
    const { id } = submit(calls);
    calls.start(id);
    calls.cancel(id);
    calls.recover(2, ERROR);
    expect(calls.job(id)?.state).toBe('cancelled');
  });
});
