import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defined } from '../../../src/collections/defined.ts';
import { Durations } from '../../../src/jobs/scheduler/durations.ts';
import { estimateFinishTimes } from '../../../src/jobs/scheduler/estimate.ts';
import { Scheduler } from '../../../src/jobs/scheduler/scheduler.ts';
import type { Duration, OpenJob } from '../../../src/jobs/store/job-store.ts';

function openJob(seq: number, group: string, change: Partial<OpenJob> = {}): OpenJob {
  return {
    id: `job${seq}`,
    seq,
    group,
    durationKey: 'text-to-image/studio',
    variants: 1,
    state: 'queued',
    crashes: 0,
    stopAsked: false,
    ...change,
  };
}

function durations(milliseconds?: number): Durations {
  const known = new Durations({ duration: async () => undefined });
  const duration: Duration = { milliseconds: milliseconds ?? 0, samples: 1, nodes: [] };
  if (milliseconds !== undefined) known.set('text-to-image/studio', duration);
  return known;
}

const boardOf = (jobs: readonly OpenJob[], concurrency: number, milliseconds?: number): Scheduler => {
  const scheduler = new Scheduler([], durations(milliseconds), concurrency);
  for (const job of jobs) scheduler.add(job);
  return scheduler;
};

describe('Board', () => {
  it('starts no more of one group than there are places', () => {
    const scheduler = boardOf(
      [1, 2, 3, 4].map((seq) => openJob(seq, 'a')),
      2,
    );
    expect(scheduler.start(0)?.id).toBe('job1');
    expect(scheduler.start(0)?.id).toBe('job2');
    expect(scheduler.start(0)).toBeUndefined();
    scheduler.remove('job1');
    expect(scheduler.start(0)?.id).toBe('job3');
  });

  it('starts a newcomer’s first job at once, even where others have taken every place', () => {
    const scheduler = boardOf(
      Array.from({ length: 50 }, (_, n) => openJob(n, 'busy')),
      2,
    );
    scheduler.start(0);
    scheduler.start(0);
    scheduler.add(openJob(50, 'new'));
    scheduler.add(openJob(51, 'new'));
    expect(scheduler.start(0)?.id).toBe('job50');
    expect(scheduler.start(0)).toBeUndefined();
  });

  it('never has more than twice as many under way as there are places', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 60 }),
        (concurrency, owners) => {
          const scheduler = boardOf(
            owners.map((owner, seq) => openJob(seq, `p${owner}`)),
            concurrency,
          );
          const started: string[] = [];
          for (let job = scheduler.start(0); job !== undefined; job = scheduler.start(0))
            started.push(job.id);
          expect(scheduler.running).toBeLessThanOrEqual(concurrency * 2);
          expect(new Set(started).size).toBe(started.length);
        },
      ),
    );
  });

  it('runs a job alone that was under way when a process ended', () => {
    const scheduler = boardOf(
      [openJob(1, 'a', { crashes: 1 }), openJob(2, 'b'), openJob(3, 'c', { crashes: 1 })],
      3,
    );
    expect(scheduler.start(0)?.id).toBe('job1');
    expect(scheduler.start(0)).toBeUndefined();
    scheduler.remove('job1');
    expect(scheduler.start(0)?.id).toBe('job2');
    // The suspect's turn has come: nothing else starts until it can run by itself.
    expect(scheduler.start(0)).toBeUndefined();
    scheduler.remove('job2');
    expect(scheduler.start(0)?.id).toBe('job3');
  });

  it('starts others first while a job is not due that was added', () => {
    const scheduler = boardOf([], 1);
    scheduler.add(openJob(1, 'a', { crashes: 1 }), 1000);
    scheduler.add(openJob(2, 'b'));
    expect(scheduler.start(0)?.id).toBe('job2');
    scheduler.remove('job2');
    expect(scheduler.start(999)).toBeUndefined();
    expect(scheduler.nextDue(0)).toBe(1000);
    expect(scheduler.start(1000)?.id).toBe('job1');
  });

  it('waits with a job that is put back, and tells when it is due', () => {
    const scheduler = boardOf([openJob(1, 'a')], 2);
    scheduler.start(0);
    scheduler.requeue('job1', 1000);
    expect(scheduler.start(500)).toBeUndefined();
    expect(scheduler.nextDue(500)).toBe(1000);
    expect(scheduler.start(1000)?.id).toBe('job1');
    expect(scheduler.nextDue(1000)).toBeUndefined();
  });

  it('tells where each stands and when it will be ready', () => {
    const scheduler = boardOf(
      [openJob(1, 'a'), openJob(2, 'a'), openJob(3, 'b'), openJob(4, 'b', { variants: 2 })],
      1,
      1000,
    );
    scheduler.start(0);
    expect(Object.fromEntries(scheduler.positions(400))).toEqual({
      job3: { position: 1, readyIn: 1600 },
      job2: { position: 2, readyIn: 2600 },
      job4: { position: 3, readyIn: 4600 },
    });
  });

  it('gives no time while nothing is known of how long things take', () => {
    const scheduler = boardOf([openJob(1, 'a')], 1);
    expect(scheduler.positions(0).get('job1')).toEqual({ position: 1 });
  });

  it('tells a group when its first job will be done', () => {
    const scheduler = boardOf([openJob(1, 'a'), openJob(2, 'a'), openJob(3, 'b')], 1, 1000);
    scheduler.start(0);
    expect(scheduler.earliestEnd('a', 250)).toBe(750);
    expect(scheduler.earliestEnd('b', 250)).toBe(1750);
    expect(scheduler.earliestEnd('nobody', 250)).toBeUndefined();
  });
});

describe('estimateEnds', () => {
  it('never has more side by side than there are places', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 4 }),
        (running, waiting, concurrency) => {
          const ends = estimateFinishTimes(running, waiting, concurrency);
          const spans = ends.map((end, index) => [end - (waiting[index] ?? 0), end] as const);
          for (const [start] of spans) {
            const beside = spans.filter(([from, to]) => from <= start && start < to).length;
            const before = running.filter((left) => left > start).length;
            expect(beside + before).toBeLessThanOrEqual(Math.max(concurrency, running.length));
          }
        },
      ),
    );
  });
});

describe('Paces', () => {
  const report = (time: number, cached = false) => ({
    total_time: time,
    nodes: [
      { name: 'Text2ImageNode', time, status: 'done' as const, ...defined({ cached: cached || undefined }) },
    ],
  });

  it('follow what jobs took, the newest a fifth', () => {
    const known = durations();
    known.set('p', known.after('p', 1000, report(900)));
    expect(known.expected('p', 2)).toBe(2000);
    for (let n = 0; n < 10; n++) known.set('p', known.after('p', 1000, report(900)));
    known.set('p', known.after('p', 2000, report(900)));
    expect(known.expected('p', 1)).toBeCloseTo(1200);
  });

  it('learn no node’s time from the cache', () => {
    const known = durations();
    known.set('p', known.after('p', 1000, report(900)));
    expect(known.after('p', 10, report(0, true)).nodes).toEqual([
      { name: 'Text2ImageNode', milliseconds: 900 },
    ]);
  });

  it('take what was never made for what others took', () => {
    const known = durations(500);
    expect(known.expected('product-composite/studio', 1)).toBe(500);
    expect(durations().expected('anything', 1)).toBeUndefined();
  });
});
