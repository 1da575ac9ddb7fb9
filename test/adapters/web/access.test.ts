import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWeb, type WebDesk } from './open-web.ts';
import { Visitor } from './visitor.ts';

describe('the page of one person', () => {
  let desk: WebDesk;
  let minji: Visitor;
  let other: Visitor;
  let job: string;

  beforeAll(async () => {
    desk = await openWeb();
    minji = new Visitor(desk.url);
    other = new Visitor(desk.url);
    await minji.visit();
    await other.visit();
    job = await minji.makeAd('민지네 딸기라떼 6,500원');
  });
  afterAll(() => desk.close());

  it('shows them their ads, in the conversation and in the gallery', async () => {
    expect((await minji.ask('/')).text).toContain('민지네 딸기라떼');
    expect((await minji.ask('/ads')).text).toContain(`/ads/${job}`);
    const picture = await minji.ask(`/ads/${job}/0/picture`);
    expect(picture.headers['content-type']).toBe('image/png');
    expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect((await minji.ask(`/ads/${job}/0/small`)).headers['content-type']).toBe('image/jpeg');
  });

  it('finds ads by words of what was ordered', async () => {
    expect((await minji.ask(`/ads?q=${encodeURIComponent('딸기라떼 민지네')}`)).text).toContain(
      `/ads/${job}`,
    );
    expect((await minji.ask(`/ads?q=${encodeURIComponent('세차')}`)).text).not.toContain(`/ads/${job}`);
  });

  it('shows nobody else anything of it: neither pages, files, lists, forms nor buttons', async () => {
    for (const path of ['', '/0/picture', '/0/small', '/choice', '/words', '/parts'])
      expect((await other.ask(`/ads/${job}${path}`)).status, path).toBe(404);
    expect((await other.ask('/ads')).text).not.toContain(job);
    await other.post('/say', { text: `/ad show ${job}` });
    await other.post('/say', { text: '/ad history --whose here' });
    await other.post('/press', { id: `1/${job}/regenerate` });
    await other.post('/press', { id: `1/${job}/remove` });
    expect((await other.post(`/ads/${job}/share`, {})).status).toBe(404);
    const page = (await other.ask('/')).text;
    expect(page).not.toContain('민지네');
    expect(page).not.toContain(`/ads/${job}/`);
    expect((await minji.ask(`/ads/${job}/0/picture`)).status).toBe(200);
    expect((await desk.jobs.lookup.history({ platform: 'web', limit: 50 })).map(({ id }) => id)).toEqual([
      job,
    ]);
  });

  it('does not take photos that another has sent', async () => {
    const sharp = (await import('sharp')).default;
    const png = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#c33' } })
      .png()
      .toBuffer();
    const { id } = JSON.parse((await minji.photo(png)).text) as { id: string };
    const stolen = await other.post('/say', { text: '카페 광고', photo: id });
    expect(stolen.status).toBe(400);
    expect((await minji.post('/say', { text: '카페 광고', photo: id })).status).toBe(200);
  });

  it('is shown to whoever has a link to one ad, until it expires, and that ad alone', async () => {
    const shared = await minji.post(`/ads/${job}/share`, {});
    const [, path = ''] = /value="http:\/\/[^/"]+(\/shared\/[^"]+)"/.exec(shared.text) ?? [];
    const stranger = new Visitor(desk.url);
    expect((await stranger.ask(path)).status).toBe(200);
    expect((await stranger.ask(`${path}/0`)).bytes.subarray(1, 4).toString()).toBe('PNG');
    expect((await stranger.ask(`/ads/${job}`)).status).toBe(404);
    const [sealed = '', signature = ''] = path.replace('/shared/', '').split('.');
    const told = Buffer.from(sealed, 'base64url').toString();
    const longer = Buffer.from(told.replace(/^\d/, '9')).toString('base64url');
    for (const forged of [`${longer}.${signature}`, `${sealed}.${'A'.repeat(43)}`, sealed, job])
      expect((await stranger.ask(`/shared/${forged}`)).status, forged).toBe(404);
  });

  it('orders once what is sent twice', async () => {
    const fields = { text: '한 번만 만들 광고', event: 'sent-twice-0001' };
    await minji.post('/say', fields);
    await minji.post('/say', fields);
    await minji.until(/한 번만 만들 광고[\s\S]*data-stage="done"/);
    const ordered = (await desk.jobs.lookup.history({ platform: 'web', limit: 50 })).filter(({ variants }) =>
      variants.some(({ request }) => request.text === fields.text),
    );
    expect(ordered).toHaveLength(1);
  });

  it('forgets what was said with an ad that is deleted, in its files too', async () => {
    const secret = '지울 광고의 비밀스러운 말';
    const jun = new Visitor(desk.url);
    await jun.visit();
    const deleted = await jun.makeAd(secret);
    await jun.post('/press', { id: `1/${deleted}/remove` });
    await jun.until(/data-stage="removed"/);
    // The page tells of the removal as soon as it is written; the words go with its delivery.
    const poll = { timeout: 20_000 };
    await expect.poll(async () => (await jun.ask('/')).text, poll).not.toContain(secret);
    const folder = join(desk.folder, 'web', 'people');
    for (const file of await readdir(folder))
      await expect.poll(() => readFile(join(folder, file), 'utf8'), poll).not.toContain('비밀스러운');
  });
});
