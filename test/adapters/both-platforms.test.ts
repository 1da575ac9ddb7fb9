// Slack's client first: it brings an undici of its own, whose dispatcher is then the one of the whole process.
import '@slack/bolt';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Routes } from 'discord.js';
import { expect, it } from 'vitest';
import { createApi } from '../../src/adapters/discord/api.ts';

it('Discord gets files from a process that has loaded Slack’s client before', async () => {
  const received: { type: string; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    received.push({ type: request.headers['content-type'] ?? '', body: body.toString('latin1') });
    response.setHeader('content-type', 'application/json').end('{"id":"1"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const api = createApi('token', `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`);
  try {
    const files = [{ name: 'ad.png', data: Buffer.from('picture'), contentType: 'image/png' }];
    const answer = await api.bot('post', Routes.channelMessages('123456789012345678'), {
      body: { content: '광고' },
      files,
    });
    expect(answer).toEqual({ id: '1' });
    expect(received).toHaveLength(1);
    expect(received[0]?.type).toMatch(/^multipart\/form-data; boundary=/);
    expect(received[0]?.body).toContain('filename="ad.png"');
    expect(received[0]?.body).toContain('picture');
  } finally {
    api.close();
    await new Promise((resolve) => server.close(resolve));
  }
});
