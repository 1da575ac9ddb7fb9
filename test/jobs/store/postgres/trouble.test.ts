import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OutageError } from '../../../../src/errors/outage-error.ts';
import { NO_LIMITS } from '../../../../src/jobs/job/limits.ts';
import type { JobStore } from '../../../../src/jobs/store/job-store.ts';
import { Database } from '../../../../src/jobs/store/postgres/database.ts';
import { openPostgresStore } from '../../../../src/jobs/store/postgres/postgres-store.ts';
import { type DatabaseProxy, startProxy } from '../../../postgres/proxy.ts';
import { scratchSchema } from '../../../postgres/scratch-schema.ts';
import { startPostgres } from '../../../postgres/server.ts';
import { newJob } from '../../orders.ts';

async function behindProxy(): Promise<{ proxy: DatabaseProxy; store: JobStore }> {
  const proxy = await startProxy(await scratchSchema());
  onTestFinished(() => proxy.stop());
  const store = await openPostgresStore(proxy.url);
  onTestFinished(() => store.close());
  return { proxy, store };
}

async function submitted(store: JobStore): Promise<string> {
  const outcome = await store.submit(newJob(), NO_LIMITS, 1);
  if (outcome.kind !== 'created') throw new Error(outcome.kind);
  return outcome.job.id;
}

const isOutage = (error: unknown): boolean => error instanceof OutageError && error.service === 'database';

describe('a connection that breaks', () => {
  it.each(['begin', 'update jobs', 'commit'])('before the server hears “%s” is replaced', async (text) => {
    const { proxy, store } = await behindProxy();
    const id = await submitted(store);
    proxy.cutAt(text, 'before');
    expect(await store.start(id)).toMatchObject({ id, state: 'running', attempts: 1 });
  });

  it('after the server has heard to commit undoes nothing, and does nothing twice', async () => {
    const { proxy, store } = await behindProxy();
    const id = await submitted(store);
    proxy.cutAt('commit', 'after');
    expect(await store.start(id)).toMatchObject({ id, state: 'running', attempts: 1 });
    expect(await store.job(id)).toMatchObject({ attempts: 1 });
    proxy.cutAt('commit', 'after');
    expect(await store.submit(newJob({ key: 'once' }), NO_LIMITS, 1)).toMatchObject({ kind: 'created' });
    expect(await store.openJobs()).toHaveLength(2);
  });

  it('while nobody uses it is told by nothing', async () => {
    const { proxy, store } = await behindProxy();
    const id = await submitted(store);
    proxy.close();
    proxy.open();
    expect(await store.job(id)).toMatchObject({ id });
  });
});

describe('a server that cannot be reached', () => {
  it('is an outage of the database, and all goes on when it is back', async () => {
    const { proxy, store } = await behindProxy();
    const id = await submitted(store);
    proxy.close();
    for (const call of [() => store.job(id), () => store.start(id), () => store.changed()])
      await expect(call()).rejects.toSatisfy(isOutage);
    proxy.open();
    expect(await store.start(id)).toMatchObject({ state: 'running', attempts: 1 });
  });

  it('is told without the password', async () => {
    const { port, hostname } = new URL(await scratchSchema());
    for (const url of [
      `postgres://shop:geheim-1@127.0.0.1:1/postgres`,
      `postgres://shop:geheim-1@${hostname}:${port}/postgres`,
      `postgres://shop:geheim-1@${hostname}:${port}/nowhere`,
    ]) {
      const failure = await openPostgresStore(url).catch((error: unknown) => error);
      expect(failure).toSatisfy(isOutage);
      expect(String(failure)).not.toContain('geheim');
    }
  });
});

describe('a server', () => {
  it('that is stopped and started again keeps all, and is used again without a word', async () => {
    const server = await startPostgres();
    onTestFinished(() => server.stop());
    const store = await openPostgresStore(server.url);
    onTestFinished(() => store.close());
    const ids = [await submitted(store), await submitted(store)];
    await server.restart();
    expect((await store.openJobs()).map(({ id }) => id)).toEqual(ids);
    expect(await store.start(ids[0] ?? '')).toMatchObject({ attempts: 1 });
    const stopped = server.stopServer();
    const waiting = store.cancel(ids[1] ?? '');
    await stopped;
    await server.startServer();
    expect(await waiting).toBe('cancelled');
  });

  it('that only lets be read is no place for jobs, and loses none', async () => {
    const url = await scratchSchema();
    const store = await openPostgresStore(url);
    onTestFinished(() => store.close());
    const id = await submitted(store);
    const readOnly = new URL(url);
    readOnly.searchParams.set(
      'options',
      `${readOnly.searchParams.get('options')} -c default_transaction_read_only=on`,
    );
    await expect(openPostgresStore(readOnly.href)).rejects.toSatisfy(isOutage);
    await expect(openPostgresStore(readOnly.href)).rejects.toThrow('25006');
    expect(await store.job(id)).toMatchObject({ state: 'queued' });
  });

  it('that has no connection left is waited for a moment, and then an outage', async () => {
    const server = await startPostgres([
      ...['-c', 'max_connections=4'],
      ...['-c', 'superuser_reserved_connections=0', '-c', 'max_wal_senders=0'],
    ]);
    onTestFinished(() => server.stop());
    const store = await openPostgresStore(server.url);
    onTestFinished(() => store.close());
    const others: pg.Client[] = [];
    const fill = async (): Promise<void> => {
      for (;;) {
        const client = new pg.Client(server.url);
        client.on('error', () => {});
        try {
          await client.connect();
        } catch {
          return;
        }
        others.push(client);
      }
    };
    await fill();
    const waiting = submitted(store);
    await Promise.all(others.splice(0).map((client) => client.end()));
    expect(await waiting).toMatch(/^\w{6}$/);
    await store.close();
    await fill();
    await expect(openPostgresStore(server.url)).rejects.toSatisfy(isOutage);
    await Promise.all(others.map((client) => client.end()));
  });
});

describe('the shape of a database', () => {
  it('is made once, however many processes start at the same moment', async () => {
    const url = await scratchSchema();
    const stores = await Promise.all(Array.from({ length: 8 }, () => openPostgresStore(url)));
    for (const store of stores) onTestFinished(() => store.close());
    for (const store of stores) await submitted(store);
    expect(await stores[0]?.openJobs()).toHaveLength(8);
  });

  it('of a newer version is left alone', async () => {
    const url = await scratchSchema();
    await (await openPostgresStore(url)).close();
    const database = new Database(url, 1);
    await database.read((sql) => sql.run('update shape set version = 999'));
    await database.close();
    await expect(openPostgresStore(url)).rejects.toThrow(/newer version/);
    await expect(openPostgresStore(url)).rejects.toSatisfy(isOutage);
  });
});
