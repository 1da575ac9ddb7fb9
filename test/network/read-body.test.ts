import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { BodyTooLarge, boundedFetch, readBody } from '../../src/network/read-body.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(answer: RequestListener): Promise<string> {
  server = createServer(answer);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** Sends for as long as anybody listens, and counts. */
function endless(): { answer: RequestListener; sent: () => number } {
  let sent = 0;
  return {
    answer: async (_request, response) => {
      const gone = new AbortController();
      response.once('close', () => gone.abort());
      const part = Buffer.alloc(65_536, 'x');
      while (!response.destroyed) {
        sent += part.length;
        if (!response.write(part)) await once(response, 'drain', { signal: gone.signal }).catch(() => {});
      }
    },
    sent: () => sent,
  };
}

const MAX = 2 ** 20;

describe('the bounded body', () => {
  it('is all of what was sent, up to the last byte that is allowed', async () => {
    const url = await serve((_request, response) => response.end(Buffer.alloc(MAX, 7)));
    expect((await readBody(await fetch(url), MAX)).equals(Buffer.alloc(MAX, 7))).toBe(true);
    await expect(readBody(await fetch(url), MAX - 1)).rejects.toThrow(BodyTooLarge);
  });

  it.each([
    ['read by us', async (url: string) => readBody(await fetch(url), MAX)],
    ['read by a library', async (url: string) => (await boundedFetch(MAX)(url)).text()],
    [
      'read in pieces',
      async (url: string) => {
        for await (const part of (await boundedFetch(MAX)(url)).body ?? []) void part;
      },
    ],
  ])('lets go of a server that never ends: %s', async (_, read) => {
    const { answer, sent } = endless();
    let closed: Promise<unknown> = Promise.resolve();
    const url = await serve((request, response) => {
      closed = new Promise((done) => response.once('close', done));
      answer(request, response);
    });
    await expect(read(url)).rejects.toThrow(BodyTooLarge);
    await closed;
    expect(sent()).toBeLessThan(20 * MAX);
  });

  it('believes an announced length that is too large, and reads nothing', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': String(1e12) });
      response.write('x');
    });
    await expect(boundedFetch(MAX)(url)).rejects.toThrow(BodyTooLarge);
  });

  it('counts what a compressed body unfolds to', async () => {
    const small = gzipSync(Buffer.alloc(50 * MAX));
    expect(small.length).toBeLessThan(MAX);
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(small);
    });
    await expect(readBody(await fetch(url), MAX)).rejects.toThrow(BodyTooLarge);
  });

  it('waits for a server that drips no longer than the request', async () => {
    const url = await serve(async (_request, response) => {
      while (!response.destroyed) {
        response.write('x');
        await sleep(20);
      }
    });
    const signal = AbortSignal.timeout(200);
    await expect(boundedFetch(MAX)(url, { signal }).then((response) => response.text())).rejects.toThrow();
    expect(signal.aborted).toBe(true);
  });

  it('keeps status and headers, and bodies that are empty', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(204, { 'x-kind': 'none' });
      response.end();
    });
    const response = await boundedFetch(MAX)(url);
    expect([response.status, response.headers.get('x-kind')]).toEqual([204, 'none']);
    expect(await readBody(response, MAX)).toHaveLength(0);
  });
});
