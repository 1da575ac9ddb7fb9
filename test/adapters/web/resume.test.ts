import { afterEach, describe, expect, it } from 'vitest';
import { openWeb, type WebDesk, type WebDeskOptions } from './open-web.ts';
import { Visitor } from './visitor.ts';

/** What a page is told over its line. */
interface Told {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: { readonly id: number; readonly html: string };
}

/** Listens as a browser's page does, until it has heard what it waits for. */
async function listen(
  { url }: WebDesk,
  visitor: Visitor,
  lastEventId: string | undefined,
  until: (told: readonly Told[]) => boolean,
): Promise<readonly Told[]> {
  const end = new AbortController();
  const headers = {
    cookie: visitor.cookie,
    ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
  };
  const response = await fetch(`${url}/events`, { headers, signal: end.signal });
  const told: Told[] = [];
  let text = '';
  for await (const part of response.body!.pipeThrough(new TextDecoderStream())) {
    text += part;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1];
      const data = field('data') ?? '';
      if (data !== '') told.push({ event: field('event') ?? '', id: field('id'), data: JSON.parse(data) });
    }
    if (until(told)) break;
  }
  end.abort();
  return told;
}

describe('a page that was away', () => {
  const desks: WebDesk[] = [];
  const open = async (options?: WebDeskOptions): Promise<WebDesk> => {
    const desk = await openWeb(options);
    desks.push(desk);
    return desk;
  };
  afterEach(() => Promise.all(desks.splice(0).map((desk) => desk.close())));

  const isDone = (told: readonly Told[]) => told.some(({ data }) => data.html.includes('data-stage="done"'));

  it('is told all that has changed since it last heard, and nothing twice', async () => {
    const desk = await open();
    const visitor = new Visitor(desk.url);
    await visitor.visit();
    await visitor.makeAd('첫 광고');
    // What was said, that it is taken, and that it is done: an ad may be shown finished before that is written down.
    const before = await listen(
      desk,
      visitor,
      undefined,
      (all) => isDone(all) && Number(all.at(-1)?.id) >= 3,
    );
    const last = before.at(-1)?.id;
    await visitor.post('/say', { text: '둘째 광고' });
    const after = await listen(desk, visitor, last, isDone);
    expect(after.some(({ data }) => data.html.includes('첫 광고'))).toBe(false);
    expect(after.filter(({ data }) => data.html.includes('둘째 광고'))).toHaveLength(1);
    expect(new Set(after.map(({ data }) => data.id)).size).toBe(2);
  });

  it('is shown how it stands where it comes in the middle', async () => {
    let go: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const desk = await open({ desk: { onPicture: () => gate } });
    const visitor = new Visitor(desk.url);
    await visitor.visit();
    await visitor.post('/say', { text: '딸기라떼' });
    await visitor.until(/data-stage="running"/);
    const told = await listen(desk, visitor, '2', (all) => all.length > 0);
    expect(told[0]?.data.html).toContain('<progress');
    go();
    expect(isDone(await listen(desk, visitor, '2', isDone))).toBe(true);
  });

  it('finds its ad once after the bot was killed in the middle of it', async () => {
    const desk = await openWeb({ desk: { onPicture: () => new Promise(() => {}) } });
    const visitor = new Visitor(desk.url);
    await visitor.visit();
    await visitor.post('/say', { text: '살아남을 광고' });
    await visitor.until(/data-stage="running"/);
    const { port } = desk.web;
    await desk.web.close();
    await desk.kill();
    const again = await open({ desk: { folder: desk.folder }, web: { port } });
    await visitor.until(/data-stage="done"/);
    const page = (await visitor.ask('/')).text;
    expect(page.match(/class="message bot/g)).toHaveLength(1);
    expect(page.match(/class="message said/g)).toHaveLength(1);
    expect(await again.jobs.lookup.history({ platform: 'web', limit: 9 })).toHaveLength(1);
  });

  it.each([
    ['an ad', '살아남을 말', /data-stage="done"/],
    ['what is wrong with it', '/ad show zzzzzz', /class="message bot notice"/],
  ])(
    'is answered by %s though the bot was killed when the words just stood there',
    async (_what, text, answer) => {
      const desk = await openWeb();
      const visitor = new Visitor(desk.url);
      await visitor.visit();
      desk.conversation.answer = () => new Promise(() => {});
      void visitor.post('/say', { text }).catch(() => {});
      await visitor.until(new RegExp(text));
      const { port } = desk.web;
      await desk.web.close();
      await desk.kill();
      const again = await open({ desk: { folder: desk.folder }, web: { port } });
      await visitor.until(answer);
      expect((await visitor.ask('/')).text.match(/class="message bot/g)).toHaveLength(1);
      // And not once more at the next start.
      await again.web.close();
      await again.kill();
      await open({ desk: { folder: desk.folder }, web: { port } });
      expect((await visitor.ask('/')).text.match(/class="message bot/g)).toHaveLength(1);
    },
  );
});
