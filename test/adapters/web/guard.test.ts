import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWeb, type WebDesk } from './open-web.ts';
import { Visitor } from './visitor.ts';

describe('a page that only this computer reaches', () => {
  let desk: WebDesk;
  let visitor: Visitor;

  beforeAll(async () => {
    desk = await openWeb();
    visitor = new Visitor(desk.url);
    await visitor.visit();
  });
  afterAll(() => desk.close());

  it('answers to names of its own alone: another site cannot have its name point here', async () => {
    const { port } = new URL(desk.url);
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`])
      expect((await visitor.ask('/', { headers: { host } })).status, host).toBe(200);
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1.evil.example',
      'localhost.evil.example',
      '1.evil.example',
      'a b',
    ])
      expect((await visitor.ask('/', { headers: { host } })).status, `host '${host}'`).not.toBe(200);
  });

  it('takes forms of its own pages alone', async () => {
    const send = (headers: Record<string, string>, token = visitor.token) =>
      visitor.post('/say', { text: '남의 광고', token }, headers);
    expect((await send({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await send({ origin: 'null' })).status).toBe(403);
    expect((await send({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await send({}, '')).status).toBe(403);
    const stranger = new Visitor(desk.url);
    await stranger.visit();
    expect((await send({}, stranger.token)).status).toBe(403);
    expect((await send({ 'content-type': 'text/plain' })).status).toBe(400);
    expect(await desk.jobs.lookup.history({ platform: 'web', limit: 5 })).toEqual([]);
  });

  it('tells browsers to run nothing but its own files, and keeps its cookies to itself', async () => {
    const { headers, text } = await new Visitor(desk.url).ask('/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(String(headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/);
    expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|style=|javascript:/i);
  });

  it('takes no cookie that it has not made', async () => {
    const id = 'A'.repeat(22);
    const forged = `${Buffer.from(`${id}/`).toString('base64url')}.${'A'.repeat(43)}`;
    const { headers } = await new Visitor(desk.url).ask('/', { headers: { cookie: `ad-person=${forged}` } });
    expect(String(headers['set-cookie'])).toContain('ad-person=');
  });

  it('sends the files of its pages, and no other', async () => {
    expect((await visitor.ask('/assets/page.js')).headers['content-type']).toContain('javascript');
    for (const path of [
      '/assets/../web/key',
      '/assets/..%2fkey',
      '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
      '/assets/page.js.map',
      '/assets/constructor',
      '/../../../etc/passwd',
      '/ads/../../etc/passwd',
      '/ads/abcdef/0/..%2f..%2fkey',
      '/ads/abcdef/0/picture%00',
      '/ads/__proto__/0/picture',
      '/shared/..%2f..%2f',
      '/.env',
    ])
      expect((await visitor.ask(path)).status, path).toBe(404);
  });

  it('tells those to wait who do too much, and others nothing of it', async () => {
    const busy = new Visitor(desk.url);
    await busy.visit();
    const statuses = [];
    for (let i = 0; i < 80; i++) statuses.push((await busy.post('/language', { locale: 'en' })).status);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(5);
    expect((await visitor.post('/language', { locale: 'ko' })).status).toBe(200);
  });

  it('takes in no more than a form may have', async () => {
    expect((await visitor.post('/say', { text: 'x'.repeat(2 ** 20) })).status).toBe(413);
  });
});

describe('a page that others reach', () => {
  it('shows nothing before the password, and nothing after another', async () => {
    const desk = await openWeb({ web: { password: '딸기 라떼' } });
    const visitor = new Visitor(desk.url);
    expect((await visitor.ask('/')).headers.location).toBe('/sign-in');
    for (const path of ['/ads', '/events', '/commands/make'])
      expect((await visitor.ask(path)).status, path).toBe(401);
    await visitor.visit('/sign-in');
    expect((await visitor.post('/sign-in', { password: '딸기' })).status).toBe(401);
    expect((await visitor.ask('/ads')).status).toBe(401);
    expect((await visitor.post('/sign-in', { password: '딸기 라떼' })).status).toBe(303);
    expect((await visitor.ask('/ads')).status).toBe(200);
    await desk.close();
  });

  it('lets nobody try passwords for long', async () => {
    const desk = await openWeb({ web: { password: 'right' } });
    const visitor = new Visitor(desk.url);
    await visitor.visit('/sign-in');
    for (let i = 0; i < 12; i++) await visitor.post('/sign-in', { password: `wrong ${i}` });
    expect((await visitor.post('/sign-in', { password: 'right' })).status).toBe(429);
    await desk.close();
  });

  it('knows people by what the reverse proxy says, and nobody without it', async () => {
    const desk = await openWeb({
      web: { userHeader: 'x-user', publicUrl: new URL('https://ads.example.com') },
    });
    const as = async (name: string, path = '/') =>
      new Visitor(desk.url).ask(path, {
        headers: { host: 'ads.example.com', ...(name === '' ? {} : { 'x-user': name }) },
      });
    const tokenOf = async (name: string) => /data-token="([^"]+)"/.exec((await as(name)).text)?.[1];
    expect((await as('', '/ads')).status).toBe(401);
    expect(await tokenOf('minji')).toBe(await tokenOf('minji'));
    expect(await tokenOf('minji')).not.toBe(await tokenOf('jun'));
    expect(
      (await new Visitor(desk.url).ask('/', { headers: { host: 'other.example.com', 'x-user': 'minji' } }))
        .status,
    ).toBe(421);
    await desk.close();
  });
});
