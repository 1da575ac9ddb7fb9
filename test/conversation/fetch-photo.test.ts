import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchPhoto } from '../../src/conversation/fetch-photo.ts';
import { PHOTO_LIMITS } from '../../src/imaging/photo/limits.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(
  answer: RequestListener,
): Promise<{ url: string; hosts: { secure: string[]; extra: string[] } }> {
  server = createServer(answer);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: `http://${host}/photo.png`, hosts: { secure: ['cdn.discordapp.com'], extra: [host] } };
}

const name = 'photo.png';

describe('fetchPhoto', () => {
  it('fetches the bytes, with the headers that were given', async () => {
    const { url, hosts } = await serve((request, response) => {
      response.end(request.headers.authorization === 'Bearer token' ? 'picture' : 'nothing');
    });
    const bytes = await fetchPhoto({ url, name, headers: { authorization: 'Bearer token' } }, hosts);
    expect(Buffer.from(bytes).toString()).toBe('picture');
  });

  it.each([
    'https://evil.example/photo.png',
    'http://cdn.discordapp.com/photo.png',
    'https://cdn.discordapp.com.evil.example/photo.png',
    'https://cdn.discordapp.com:8443/photo.png',
    'https://user@cdn.discordapp.com/photo.png',
    'https://xslack.com/photo.png',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'not an address',
  ])('goes nowhere but to allowed hosts: %s', async (url) => {
    const hosts = { secure: ['cdn.discordapp.com', '.slack.com'], extra: [] };
    await expect(fetchPhoto({ url, name }, hosts)).rejects.toMatchObject({ code: 'photo-host' });
  });

  it.each([
    // What is allowed, what is asked for, and whether it is meant by that.
    ['127.0.0.1', 'https://127.0.0.1/a.png', true],
    ['127.0.0.1', 'https://127.0.0.1:443/a.png', true],
    ['127.0.0.1', 'http://127.0.0.1/a.png', false],
    ['127.0.0.1', 'http://127.0.0.1:9/a.png', false],
    ['127.0.0.1', 'https://127.0.0.1:9/a.png', false],
    ['127.0.0.1', 'https://127.0.0.1:6379/a.png', false],
    ['127.0.0.1:9', 'http://127.0.0.1:9/a.png', true],
    ['127.0.0.1:9', 'https://127.0.0.1:9/a.png', true],
    ['127.0.0.1:9', 'https://127.0.0.1/a.png', false],
    ['127.0.0.1:9', 'http://127.0.0.1:99/a.png', false],
    ['127.0.0.1:443', 'https://127.0.0.1/a.png', true],
    ['127.0.0.1:80', 'http://127.0.0.1/a.png', true],
    ['127.0.0.1:80', 'https://127.0.0.1/a.png', false],
    ['http://127.0.0.1', 'http://127.0.0.1/a.png', true],
    ['http://127.0.0.1/', 'http://127.0.0.1:80/a.png', true],
    ['http://127.0.0.1', 'https://127.0.0.1/a.png', false],
    ['http://127.0.0.1', 'http://127.0.0.1:9/a.png', false],
    ['https://127.0.0.1:9', 'https://127.0.0.1:9/a.png', true],
    ['https://127.0.0.1:9', 'http://127.0.0.1:9/a.png', false],
    ['LocalHost', 'https://localhost/a.png', true],
    ['[::1]:9', 'http://[::1]:9/a.png', true],
    ['[::1]', 'http://[::1]:9/a.png', false],
    ['127.0.0.1', 'https://user:word@127.0.0.1/a.png', false],
    ['127.0.0.1', 'https://:word@127.0.0.1/a.png', false],
    ['127.0.0.1', 'ftp://127.0.0.1/a.png', false],
    ['', 'data:image/png,x', false],
    ['.0.0.1', 'https://127.0.0.1/a.png', false],
    ['*', 'https://127.0.0.1/a.png', false],
  ])('takes %j for %s: %j', async (entry, url, meant) => {
    const error: unknown = await fetchPhoto({ url, name }, { secure: [], extra: [entry] }).catch(
      (thrown: unknown) => thrown,
    );
    // Nobody listens there: whoever gets so far was let through.
    expect(error).toMatchObject(meant ? { service: 'download' } : { code: 'photo-host' });
  });

  it('follows no redirect', async () => {
    const { url, hosts } = await serve((_request, response) => {
      response.writeHead(302, { location: 'http://127.0.0.1/' });
      response.end();
    });
    await expect(fetchPhoto({ url, name }, hosts)).rejects.toMatchObject({
      code: 'photo-not-fetched',
      params: { reason: 'HTTP 302' },
    });
  });

  it('takes no sign-in page for a photo', async () => {
    const { url, hosts } = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end('<html>');
    });
    await expect(fetchPhoto({ url, name }, hosts)).rejects.toMatchObject({
      code: 'photo-not-fetched',
      params: { reason: 'HTML' },
    });
  });

  it('refuses what is too heavy: by what was said, by the header, and by the bytes themselves', async () => {
    const heavy = { code: 'photo-too-heavy' };
    const { url, hosts } = await serve((request, response) => {
      if (request.url?.includes('header'))
        response.writeHead(200, { 'content-length': PHOTO_LIMITS.bytes + 1 });
      const piece = Buffer.alloc(2 ** 20);
      const send = (): void => {
        while (response.write(piece));
        response.once('drain', send);
      };
      send();
    });
    await expect(fetchPhoto({ url, name, size: PHOTO_LIMITS.bytes + 1 }, hosts)).rejects.toMatchObject(heavy);
    await expect(fetchPhoto({ url: `${url}?header`, name }, hosts)).rejects.toMatchObject(heavy);
    await expect(fetchPhoto({ url, name }, hosts)).rejects.toMatchObject(heavy);
  });

  it('tries once more where the line breaks, and only there', async () => {
    let asked = 0;
    const { url, hosts } = await serve((request, response) => {
      asked++;
      if (request.url?.includes('gone')) response.writeHead(404).end();
      else if (asked === 1) response.writeHead(503).end();
      else response.writeHead(200).end('a photo');
    });
    expect(Buffer.from(await fetchPhoto({ url, name }, hosts)).toString()).toBe('a photo');
    expect(asked).toBe(2);
    await expect(fetchPhoto({ url: `${url}?gone`, name }, hosts)).rejects.toMatchObject({
      code: 'photo-not-fetched',
    });
    expect(asked).toBe(3);
  });

  it('calls it passing trouble when the host fails, breaks off or cannot be reached', async () => {
    const outage = { service: 'download' };
    const { url, hosts } = await serve((request, response) => {
      if (request.url?.includes('fails')) {
        response.writeHead(503);
        response.end();
        return;
      }
      response.writeHead(200, { 'content-length': 100 });
      response.write('half');
      setTimeout(() => response.destroy(), 10);
    });
    await expect(fetchPhoto({ url: `${url}?fails`, name }, hosts)).rejects.toMatchObject(outage);
    await expect(fetchPhoto({ url, name }, hosts)).rejects.toMatchObject(outage);
    const closed = { secure: [], extra: ['127.0.0.1:9'] };
    await expect(fetchPhoto({ url: 'http://127.0.0.1:9/x', name }, closed)).rejects.toMatchObject(outage);
  });
});
