import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defined } from '../../../src/collections/defined.ts';
import type { OpenJob, Pace } from '../../../src/jobs/store/job-store.ts';
import { Board } from '../../../src/jobs/turns/board.ts';
import { estimateEnds } from '../../../src/jobs/turns/estimate.ts';
import { Paces } from '../../../src/jobs/turns/paces.ts';

function openJob(seq: number, party: string, change: Partial<OpenJob> = {}): OpenJob {
  return {
    id: `job${seq}`,
    seq,
    party,
    pace: 'text-to-image/studio',
    variants: 1,
    state: 'queued',
    crashes: 0,
    stopAsked: false,
    ...change,
  };
}

function paces(milliseconds?: number): Paces {
  const known = new Paces({ pace: async () => undefined });
  const pace: Pace = { milliseconds: milliseconds ?? 0, samples: 1, nodes: [] };
  if (milliseconds !== undefined) known.set('text-to-image/studio', pace);
  return known;
}

const boardOf = (jobs: readonly OpenJob[], atOnce: number, milliseconds?: number): Board => {
  const board = new Board([], paces(milliseconds), atOnce);
  for (const job of jobs) board.add(job);
  return board;
};

describe('Board', () => {
  it('starts no more of one party than there are places', () => {
    const board = boardOf(
      [1, 2, 3, 4].map((seq) => openJob(seq, 'a')),
      2,
    );
    expect(board.start(0)?.id).toBe('job1');
    expect(board.start(0)?.id).toBe('job2');
    expect(board.start(0)).toBeUndefined();
    board.end('job1');
    expect(board.start(0)?.id).toBe('job3');
  });

  it('starts a newcomer’s first job at once, even where others have taken every place', () => {
    const board = boardOf(
      Array.from({ length: 50 }, (_, n) => openJob(n, 'busy')),
      2,
    );
    board.start(0);
    board.start(0);
    board.add(openJob(50, 'new'));
    board.add(openJob(51, 'new'));
    expect(board.start(0)?.id).toBe('job50');
    expect(board.start(0)).toBeUndefined();
  });

  it('never has more than twice as many under way as there are places', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 60 }),
        (atOnce, owners) => {
          const board = boardOf(
            owners.map((owner, seq) => openJob(seq, `p${owner}`)),
            atOnce,
          );
          const started: string[] = [];
          for (let job = board.start(0); job !== undefined; job = board.start(0)) started.push(job.id);
          expect(board.running).toBeLessThanOrEqual(atOnce * 2);
          expect(new Set(started).size).toBe(started.length);
        },
      ),
    );
  });

  it('runs a job alone that was under way when a process ended', () => {
    const board = boardOf(
      [openJob(1, 'a', { crashes: 1 }), openJob(2, 'b'), openJob(3, 'c', { crashes: 1 })],
      3,
    );
    expect(board.start(0)?.id).toBe('job1');
    expect(board.start(0)).toBeUndefined();
    board.end('job1');
    expect(board.start(0)?.id).toBe('job2');
    // The suspect's turn has come: nothing else starts until it can run by itself.
    expect(board.start(0)).toBeUndefined();
    board.end('job2');
    expect(board.start(0)?.id).toBe('job3');
  });

  it('waits with a job that is put back, and tells when it is due', () => {
    const board = boardOf([openJob(1, 'a')], 2);
    board.start(0);
    board.putBack('job1', 1000);
    expect(board.start(500)).toBeUndefined();
    expect(board.nextDue(500)).toBe(1000);
    expect(board.start(1000)?.id).toBe('job1');
    expect(board.nextDue(1000)).toBeUndefined();
  });

  it('tells where each stands and when it will be ready', () => {
    const board = boardOf(
      [openJob(1, 'a'), openJob(2, 'a'), openJob(3, 'b'), openJob(4, 'b', { variants: 2 })],
      1,
      1000,
    );
    board.start(0);
    expect(Object.fromEntries(board.standings(400))).toEqual({
      job3: { position: 1, ready: 1600 },
      job2: { position: 2, ready: 2600 },
      job4: { position: 3, ready: 4600 },
    });
  });

  it('gives no time while nothing is known of how long things take', () => {
    const board = boardOf([openJob(1, 'a')], 1);
    expect(board.standings(0).get('job1')).toEqual({ position: 1 });
  });

  it('tells a party when its first job will be done', () => {
    const board = boardOf([openJob(1, 'a'), openJob(2, 'a'), openJob(3, 'b')], 1, 1000);
    board.start(0);
    expect(board.firstReady('a', 250)).toBe(750);
    expect(board.firstReady('b', 250)).toBe(1750);
    expect(board.firstReady('nobody', 250)).toBeUndefined();
  });
});

describe('estimateEnds', () => {
  it('never has more side by side than there are places', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 4 }),
        (running, waiting, atOnce) => {
          const ends = estimateEnds(running, waiting, atOnce);
          const spans = ends.map((end, index) => [end - (waiting[index] ?? 0), end] as const);
          for (const [start] of spans) {
            const beside = spans.filter(([from, to]) => from <= start && start < to).length;
            const before = running.filter((left) => left > start).length;
            expect(beside + before).toBeLessThanOrEqual(Math.max(atOnce, running.length));
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
    const known = paces();
    known.set('p', known.after('p', 1000, report(900)));
    expect(known.expected('p', 2)).toBe(2000);
    for (let n = 0; n < 10; n++) known.set('p', known.after('p', 1000, report(900)));
    known.set('p', known.after('p', 2000, report(900)));
    expect(known.expected('p', 1)).toBeCloseTo(1200);
  });

  it('learn no node’s time from the cache', () => {
    const known = paces();
    known.set('p', known.after('p', 1000, report(900)));
    expect(known.after('p', 10, report(0, true)).nodes).toEqual([
      { name: 'Text2ImageNode', milliseconds: 900 },
    ]);
  });

  it('take what was never made for what others took', () => {
    const known = paces(500);
    expect(known.expected('product-composite/studio', 1)).toBe(500);
    expect(paces().expected('anything', 1)).toBeUndefined();
  });
});
