import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { NO_LIMITS } from '../../../../src/jobs/job/limits.ts';
import type { JobStore } from '../../../../src/jobs/store/job-store.ts';
import { Database } from '../../../../src/jobs/store/postgres/database.ts';
import { openPostgresStore } from '../../../../src/jobs/store/postgres/postgres-store.ts';
import { scratchSchema } from '../../../postgres/scratch-schema.ts';
import { newJob } from '../../orders.ts';
import { resultOf } from '../result.ts';

const ERROR = { code: 'job-crashed', text: { ko: '멈췄어요', en: 'stopped' } };
const ANNOUNCEMENT = { name: 'test', engines: ['studio'], atOnce: 2, memory: 1 };
const LONG = 600_000;

async function openProcess(url: string, id = randomUUID()): Promise<JobStore> {
  const store = await openPostgresStore(url, { id, lease: LONG });
  onTestFinished(() => store.close());
  return store;
}

/** What time does that nobody waits for: a process has not said for too long that it lives. */
async function expire(url: string): Promise<void> {
  const database = new Database(url, 1);
  await database.read((sql) => sql.run("update processes set alive_until = now() - interval '1 hour'"));
  // The server is no younger than that.
  await database.close();
}

async function submit(store: JobStore): Promise<string> {
  const outcome = await store.submit(newJob(), NO_LIMITS, 1);
  if (outcome.kind !== 'created') throw new Error(outcome.kind);
  return outcome.job.id;
}

const ofLease = (lease: number) => ({ id: randomUUID(), lease });

describe('processes that share a database', () => {
  it('leave alone what another makes that lives, and count nothing against what waits', async () => {
    const url = await scratchSchema();
    const [one, two] = [await openProcess(url), await openProcess(url)];
    await one.leases?.renew(ANNOUNCEMENT);
    await two.leases?.renew(ANNOUNCEMENT);
    const [made, waiting] = [await submit(one), await submit(one)];
    await one.start(made);
    expect(await two.recover(2, ERROR)).toEqual({ requeued: 0, failed: 0 });
    expect(await two.job(made)).toMatchObject({ state: 'running', crashes: 0 });
    expect(await two.job(waiting)).toMatchObject({ state: 'queued', restarts: 0 });
  });

  it('know of each other what each makes, until it leaves', async () => {
    const url = await scratchSchema();
    const [one, two] = [await openProcess(url), await openProcess(url)];
    await one.leases?.renew(ANNOUNCEMENT);
    await two.leases?.renew({ ...ANNOUNCEMENT, engines: [] });
    expect((await two.leases?.list())?.map(({ engines }) => engines.length).sort()).toEqual([0, 1]);
    await one.leases?.leave();
    expect(await two.leases?.list()).toMatchObject([{ engines: [] }]);
  });

  it('tell whoever makes a job that it is to be stopped, and nothing of what others make', async () => {
    const url = await scratchSchema();
    const [one, two] = [await openProcess(url), await openProcess(url)];
    const [mine, other] = [await submit(one), await submit(one)];
    await one.start(mine);
    await two.start(other);
    await two.cancel(mine);
    expect(await one.leases?.renew(ANNOUNCEMENT)).toEqual([{ id: mine, lease: 1, stopAsked: true }]);
    expect(await two.leases?.renew(ANNOUNCEMENT)).toEqual([{ id: other, lease: 1, stopAsked: false }]);
  });

  it('hand on at once what a process had that leaves, and refuse what it brings later', async () => {
    const url = await scratchSchema();
    const [frozen, other] = [await openProcess(url), await openProcess(url)];
    await frozen.leases?.renew(ANNOUNCEMENT);
    await other.leases?.renew(ANNOUNCEMENT);
    const id = await submit(other);
    const taken = await frozen.start(id);
    await frozen.leases?.leave();
    expect(await other.recover(5, ERROR)).toEqual({ requeued: 1, failed: 0 });
    const again = await other.start(id);
    const late = { id, lease: taken?.lease ?? 0, variant: 0, result: resultOf(1), duration: undefined };
    expect(await frozen.finishVariant(late, 2)).toBeUndefined();
    expect(await frozen.leases?.renew(ANNOUNCEMENT)).toEqual([]);
    expect(await other.finishVariant({ ...late, lease: again?.lease ?? 0 }, 3)).toBe('made');
  });

  it('blame a job alone that was the only one in its process, whatever others made', async () => {
    const url = await scratchSchema();
    const living = await openProcess(url);
    await living.leases?.renew(ANNOUNCEMENT);
    const [bad, beside] = [await submit(living), await submit(living)];
    await living.start(beside);
    for (let death = 0; death < 2; death++) {
      const dying = await openProcess(url);
      const { lease = 0 } = (await dying.start(bad)) ?? {};
      await dying.noteNode({ id: bad, lease }, 'ImageNode');
      await living.recover(9, ERROR);
    }
    expect(await living.job(bad)).toMatchObject({ state: 'failed', crashes: 2 });
    expect(await living.job(beside)).toMatchObject({ state: 'running', crashes: 0 });
  });

  it('take nobody for dead by what their own clocks show, nor just after the server was away', async () => {
    const url = await scratchSchema();
    const grace = await openPostgresStore(url, ofLease(365 * 86_400_000));
    onTestFinished(() => grace.close());
    await grace.leases?.renew(ANNOUNCEMENT);
    await grace.start(await submit(grace));
    await expire(url);
    // The server has not run for as long as a process is thought to live.
    expect(await grace.recover(5, ERROR)).toEqual({ requeued: 0, failed: 0 });
    const strict = await openPostgresStore(url, ofLease(1));
    onTestFinished(() => strict.close());
    expect(await strict.recover(5, ERROR)).toEqual({ requeued: 1, failed: 0 });
  });
});
