import { afterEach, describe, expect, it } from 'vitest';
import { type HealthServer, startHealthServer } from '../../src/telemetry/health-server.ts';

let server: HealthServer | undefined;
afterEach(() => server?.close());

async function answers(obstacles: () => Promise<readonly string[]>, alive = true) {
  server = await startHealthServer(0, {
    alive: () => alive,
    obstacles,
    metrics: async () => ({ text: 'ad_jobs 1\n', contentType: 'text/plain; version=0.0.4' }),
  });
  const base = `http://127.0.0.1:${server.port}`;
  return async (path: string) => {
    const response = await fetch(base + path);
    return { status: response.status, text: await response.text() };
  };
}

describe('startHealthServer', () => {
  it('tells that the process is alive and takes work', async () => {
    const ask = await answers(async () => []);
    expect(await ask('/healthz')).toEqual({ status: 200, text: 'ok\n' });
    expect(await ask('/readyz')).toEqual({ status: 200, text: 'ok\n' });
    expect(await ask('/metrics')).toEqual({ status: 200, text: 'ad_jobs 1\n' });
    expect((await ask('/secrets')).status).toBe(404);
  });

  it('tells what keeps it from taking work', async () => {
    const ask = await answers(async () => ['the jobs cannot be read']);
    expect(await ask('/readyz')).toEqual({ status: 503, text: 'the jobs cannot be read\n' });
  });

  it('answers with trouble where it cannot find out', async () => {
    const ask = await answers(() => Promise.reject(new Error('no')));
    expect((await ask('/readyz')).status).toBe(500);
  });

  it('says when its port is taken', async () => {
    await answers(async () => []);
    const sources = {
      alive: () => true,
      obstacles: async () => [],
      metrics: async () => ({ text: '', contentType: '' }),
    };
    await expect(startHealthServer(server?.port ?? 0, sources)).rejects.toThrow('EADDRINUSE');
  });
});
