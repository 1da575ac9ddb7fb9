import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OutageError } from '../../../src/errors/outage-error.ts';
import { NO_LIMITS } from '../../../src/jobs/job/limits.ts';
import { openInlineStore } from '../../../src/jobs/store/inline-store.ts';
import type { JobStore } from '../../../src/jobs/store/job-store.ts';
import { type MovedTable, moveToPostgres } from '../../../src/jobs/store/move-to-postgres.ts';
import { Database } from '../../../src/jobs/store/postgres/database.ts';
import { openPostgresStore } from '../../../src/jobs/store/postgres/postgres-store.ts';
import { layEarlierData } from '../../earlier-version.ts';
import { startProxy } from '../../postgres/proxy.ts';
import { scratchSchema } from '../../postgres/scratch-schema.ts';
import { newJob } from '../orders.ts';
import { scratchFolder } from './scratch.ts';

const shop = (): string => join(layEarlierData(scratchFolder()), 'jobs.db');

async function contentOf(store: JobStore) {
  const jobs = await store.history({ limit: 10_000 });
  const messages = await Promise.all(jobs.map(({ id }) => store.messagesOf(id)));
  return {
    jobs,
    messages,
    garbage: await store.garbage(),
    stats: await store.stats(1),
    open: await store.openJobs(),
  };
}

function opened(store: JobStore): JobStore {
  onTestFinished(() => store.close());
  return store;
}

describe('a shop that moves to PostgreSQL', () => {
  it('finds all there that it had, and goes on with it', async () => {
    const [path, url] = [shop(), await scratchSchema()];
    const moved: MovedTable[] = [];
    await moveToPostgres(path, url, (table) => moved.push(table));
    const [before, after] = [opened(openInlineStore(path)), opened(await openPostgresStore(url))];
    const content = await contentOf(before);
    expect(content.jobs.length).toBeGreaterThan(3);
    expect(await contentOf(after)).toEqual(content);
    expect(moved.map(({ table }) => table)).toContain('messages');
    const newest = Math.max(...content.jobs.map(({ seq }) => seq));
    const outcome = await after.submit(newJob(), NO_LIMITS, 2);
    if (outcome.kind !== 'created') throw new Error(outcome.kind);
    expect(outcome.job.seq).toBeGreaterThan(newest);
    expect(await after.start(outcome.job.id)).toMatchObject({ state: 'running' });
  });

  it('may be interrupted, begins again where it was, and twice is as good as once', async () => {
    const [path, url] = [shop(), await scratchSchema()];
    await (await openPostgresStore(url)).close();
    const proxy = await startProxy(url);
    onTestFinished(() => proxy.stop());
    const broken = moveToPostgres(path, proxy.url, ({ table }) => table === 'pictures' && proxy.close());
    await expect(broken).rejects.toThrow(OutageError);
    for (const _ of [1, 2]) await moveToPostgres(path, url, () => {});
    const [before, after] = [opened(openInlineStore(path)), opened(await openPostgresStore(url))];
    expect(await contentOf(after)).toEqual(await contentOf(before));
  });

  it('is told where one row there is not what it was', async () => {
    const [path, url] = [shop(), await scratchSchema()];
    await moveToPostgres(path, url, () => {});
    const database = new Database(url, 1);
    onTestFinished(() => database.close());
    await database.read((sql) =>
      sql.run("update jobs set owner = 'somebody' where seq = (select min(seq) from jobs)"),
    );
    await expect(moveToPostgres(path, url, () => {})).rejects.toThrow(/owner of jobs/);
  });

  it('does not mix with another that is there already', async () => {
    const [path, url] = [shop(), await scratchSchema()];
    const there = opened(await openPostgresStore(url));
    const count = (await contentOf(opened(openInlineStore(path)))).jobs.length;
    for (let n = 0; n < count + 50; n++) await there.submit(newJob(), NO_LIMITS, 1);
    await expect(moveToPostgres(path, url, () => {})).rejects.toThrow(OutageError);
  });

  it('may be empty, or larger than one step, and may have any letters in it', async () => {
    const folder = scratchFolder();
    const [path, url, other] = [join(folder, 'jobs.db'), await scratchSchema(), await scratchSchema()];
    const store = openInlineStore(path);
    await moveToPostgres(path, url, () => {});
    for (let n = 0; n < 501; n++)
      await store.submit(newJob({ owner: { id: `id ${n}`, name: `' ? $1 🍓 ${n}` } }), NO_LIMITS, n);
    await store.close();
    copyFileSync(path, join(folder, 'copy.db'));
    await moveToPostgres(join(folder, 'copy.db'), other, () => {});
    const after = opened(await openPostgresStore(other));
    expect(await after.openJobs()).toHaveLength(501);
    expect((await after.history({ limit: 1, owner: 'id 7' }))[0]?.owner.name).toBe("' ? $1 🍓 7");
  });
});
