import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JOB_STATES, type JobState, TRANSITIONS } from '../../../../src/jobs/job/job-state.ts';
import { NO_LIMITS } from '../../../../src/jobs/job/limits.ts';
import { newJob } from '../../orders.ts';
import { resultOf } from '../result.ts';
import { describeStores } from './stores.ts';

const ERROR = { code: 'bug', text: { ko: '', en: '' } };

/** Every call that may move a job, and where it is expected to lead from each state; absent = it stays. */
const MOVES: { readonly [call: string]: { readonly [from in JobState]?: JobState } } = {
  start: { queued: 'running' },
  finish: { running: 'made' },
  park: { running: 'queued' },
  fail: { running: 'failed' },
  stopped: { running: 'cancelled' },
  cancel: { queued: 'cancelled' },
  retry: { failed: 'queued', cancelled: 'queued' },
  shown: { made: 'delivered' },
  recover: { running: 'queued' },
};

describeStores((open) => {
  describe('the states of a job', () => {
    it('are those of the table, however calls follow one another', async () => {
      const { store, sql } = await open();
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.constantFrom(...Object.keys(MOVES)), { maxLength: 30 }),
          async (moves) => {
            const outcome = await store.submit(newJob(), NO_LIMITS, 1);
            if (outcome.kind !== 'created') throw new Error(outcome.kind);
            const { id } = outcome.job;
            let state: JobState = 'queued';
            let lease = 0;
            for (const move of moves) {
              const jobMessage = await store.firstMessage(id);
              if (jobMessage === undefined) throw new Error('no message');
              const run: Readonly<Record<string, () => unknown>> = {
                start: async () => {
                  lease = (await store.start(id))?.lease ?? lease;
                },
                finish: () =>
                  store.finishVariant({ id, lease, variant: 0, result: resultOf(1), duration: undefined }, 2),
                park: () => store.requeue({ id, lease }),
                fail: () => store.markFailed({ id, lease }, ERROR),
                stopped: () => store.markCancelled({ id, lease }),
                cancel: () => store.cancel(id),
                retry: () => store.retry(id),
                shown: () =>
                  store.markShown(
                    jobMessage.seq,
                    jobMessage.revision,
                    { messageId: '1' },
                    state !== 'queued' && state !== 'running',
                    3,
                  ),
                // A job that is to be stopped is cancelled by the next start instead.
                recover: async () => {
                  await sql('update jobs set stop_asked = 0');
                  await store.recover(1_000, ERROR);
                },
              };
              await run[move]?.();
              const expected: JobState = MOVES[move]?.[state] ?? state;
              expect((await store.job(id))?.state).toBe(expected);
              if (expected !== state) expect(TRANSITIONS[state]).toContain(expected);
              state = expected;
            }
          },
        ),
        { numRuns: 60 },
      );
    });

    it('cannot be changed in any other way, not even by hand', async () => {
      const { store, sql, putState } = await open();
      for (const from of JOB_STATES) {
        for (const to of JOB_STATES) {
          if (from === to) continue;
          const outcome = await store.submit(newJob(), NO_LIMITS, 1);
          if (outcome.kind !== 'created') throw new Error(outcome.kind);
          const { id } = outcome.job;
          await putState(id, from);
          const change = sql('update jobs set state = ? where id = ?', to, id);
          if (TRANSITIONS[from].includes(to)) await change;
          else await expect(change, `${from} → ${to}`).rejects.toThrow('cannot go this way');
        }
      }
    });
  });
});
