import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type HealthServer, startHealthServer } from '../../../src/app/telemetry/health-server.ts';

let server: HealthServer | undefined;
afterEach(() => server?.close());

async function answers(notReadyReasons: () => Promise<readonly string[]>, alive = true) {
  server = await startHealthServer(0, {
    alive: () => alive,
    notReadyReasons: notReadyReasons,
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

  it('answers under the names of the loopback interface with its port, and under no other', async () => {
    await answers(async () => []);
    const port = server?.port ?? 0;
    const under = async (host: string, path: string): Promise<number | undefined> => {
      const asked = request({ host: '127.0.0.1', port, path, headers: { host }, agent: false });
      asked.end();
      const [response] = (await once(asked, 'response')) as [IncomingMessage];
      response.resume();
      return response.statusCode;
    };
    for (const name of ['localhost', '127.0.0.1', '[::1]', 'LOCALHOST']) {
      expect(await under(`${name}:${port}`, '/healthz'), name).toBe(200);
    }
    const others = [
      'evil.example',
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      '0.0.0.0',
      '',
      '127.1',
    ];
    for (const name of others) {
      for (const path of ['/healthz', '/readyz', '/metrics']) {
        expect(await under(`${name}:${port}`, path), name).toBe(421);
      }
    }
    expect(await under('localhost', '/metrics')).toBe(421);
    expect(await under(`localhost:${port + 1}`, '/metrics')).toBe(421);
  });

  it('says when its port is taken', async () => {
    await answers(async () => []);
    const sources = {
      alive: () => true,
      notReadyReasons: async () => [],
      metrics: async () => ({ text: '', contentType: '' }),
    };
    await expect(startHealthServer(server?.port ?? 0, sources)).rejects.toThrow('EADDRINUSE');
  });
});
