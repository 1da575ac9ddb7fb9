import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JOB_STATES, type JobState, TRANSITIONS } from '../../../src/jobs/job/job-state.ts';
import { NO_LIMITS } from '../../../src/jobs/job/limits.ts';
import { newJob } from '../orders.ts';
import { resultOf } from './result.ts';
import { scratchStore } from './scratch.ts';

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

describe('the states of a job', () => {
  it('are those of the table, however calls follow one another', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(MOVES)), { maxLength: 30 }), (moves) => {
        const { calls, database } = scratchStore();
        const outcome = calls.submit(newJob(), NO_LIMITS, 1);
        if (outcome.kind !== 'created') throw new Error(outcome.kind);
        const { id } = outcome.job;
        let state: JobState = 'queued';
        for (const move of moves) {
          const jobMessage = calls.firstMessage(id);
          if (jobMessage === undefined) throw new Error('no message');
          const run: Readonly<Record<string, () => unknown>> = {
            start: () => calls.start(id),
            finish: () =>
              calls.finishVariant({ id, variant: 0, result: resultOf(1), duration: undefined }, 2),
            park: () => calls.requeue(id),
            fail: () => calls.markFailed(id, ERROR),
            stopped: () => calls.markCancelled(id),
            cancel: () => calls.cancel(id),
            retry: () => calls.retry(id),
            shown: () =>
              calls.markShown(
                jobMessage.seq,
                jobMessage.revision,
                { messageId: '1' },
                state !== 'queued' && state !== 'running',
                3,
              ),
            // A job that is to be stopped is cancelled by the next start instead.
            recover: () => {
              database.run('update jobs set stop_asked = 0');
              calls.recover(1_000, ERROR);
            },
          };
          run[move]?.();
          const expected: JobState = MOVES[move]?.[state] ?? state;
          expect(calls.job(id)?.state).toBe(expected);
          if (expected !== state) expect(TRANSITIONS[state]).toContain(expected);
          state = expected;
        }
        database.close();
      }),
      { numRuns: 60 },
    );
  });

  it('cannot be changed in any other way, not even by hand', () => {
    const { calls, database } = scratchStore();
    const trigger = String(database.get("select sql from sqlite_master where name = 'jobs_transition'")?.sql);
    for (const from of JOB_STATES) {
      for (const to of JOB_STATES) {
        if (from === to) continue;
        const outcome = calls.submit(newJob(), NO_LIMITS, 1);
        if (outcome.kind !== 'created') throw new Error(outcome.kind);
        const { id } = outcome.job;
        database.exec('drop trigger jobs_transition');
        database.run('update jobs set state = ? where id = ?', from, id);
        database.exec(trigger);
        const change = (): unknown => database.run('update jobs set state = ? where id = ?', to, id);
        if (TRANSITIONS[from].includes(to)) expect(change).not.toThrow();
        else expect(change, `${from} → ${to}`).toThrow('cannot go this way');
      }
    }
  });
});
