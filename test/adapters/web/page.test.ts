import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createRaster } from '../../../src/imaging/raster.ts';
import { CHROMIUM, startChromium } from './chromium.ts';
import { HOSTILE_INPUTS } from './hostile-inputs.ts';
import { openWeb, type WebDesk } from './open-web.ts';

const photo = await sharp({ create: { width: 96, height: 96, channels: 3, background: '#c33' } })
  .png()
  .toBuffer();

describe.skipIf(CHROMIUM === undefined)('the page in a browser', () => {
  let browser: Browser;
  let desk: WebDesk;
  /** While it is closed no picture is finished. */
  let gate = Promise.resolve();
  let openGate: () => void = () => {};
  const troubles: string[] = [];
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    browser = await startChromium();
    desk = await openWeb({
      desk: {
        async onPicture(_request, { onEvent }) {
          const image = createRaster(64, 64);
          image.data.fill(200);
          onEvent?.({ type: 'preview', node: 'Text2ImageNode', index: 1, total: 3, image });
          await gate;
        },
      },
    });
  });
  afterEach(async () => {
    openGate();
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(troubles.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  /** A person at a browser of their own, at the page. */
  async function visit(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({
      locale: 'ko-KR',
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      ...options,
    });
    contexts.push(context);
    const page = await context.newPage();
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error') troubles.push(line.text());
    });
    await page.goto(desk.url);
    return page;
  }

  async function order(page: Page, text: string): Promise<void> {
    await page.fill('#text', text);
    await page.press('#text', 'Enter');
  }

  const done = (page: Page, count = 1) =>
    page.waitForFunction((n) => document.querySelectorAll('.message.done').length >= n, count);

  async function addPhoto(page: Page, name = 'photo.png'): Promise<void> {
    await page.setInputFiles('#composer input[multiple]', { name, mimeType: 'image/png', buffer: photo });
    await page.waitForSelector('#composer .photos input[name=photo]', { state: 'attached' });
  }

  it('makes an ad with a photo, shows it on its way, goes on after a reload, and shows it once', async () => {
    gate = new Promise((resolve) => {
      openGate = resolve;
    });
    const page = await visit();
    await addPhoto(page);
    await order(page, '딸기라떼 6,500원');
    await page.waitForSelector('.message.running .preview');
    expect(await page.getAttribute('.message.running progress', 'value')).toMatch(/^\d+$/);
    await page.reload();
    await page.waitForSelector('.message.running progress');
    openGate();
    await done(page);
    expect(await page.locator('.message.bot').count()).toBe(1);
    const sent = page.locator('.message.said img');
    expect(await sent.getAttribute('alt')).toBe('photo.png');
    await sent.scrollIntoViewIfNeeded();
    await page.waitForFunction(
      () => (document.querySelector<HTMLImageElement>('.said img')?.naturalWidth ?? 0) > 0,
    );
    const picture = page.locator('.message.done .picture img');
    expect(
      await picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth),
    ).toBeGreaterThan(0);
    expect(await picture.getAttribute('alt')).not.toBe('');
    const [job] = await desk.jobs.lookup.history({ platform: 'web', limit: 1 });
    expect(job?.variants[0]?.request.photos).toHaveLength(1);
  });

  it('goes on where the line broke', async () => {
    const page = await visit();
    // The same person on another device, while this one is without a line.
    const other = await visit({ storageState: await page.context().storageState() });
    await page.context().setOffline(true);
    await order(other, '끊긴 동안 주문한 광고');
    await done(other);
    await page.context().setOffline(false);
    await done(page);
    troubles.length = 0;
    expect(await page.locator('.message.said').count()).toBe(1);
  });

  it('makes variants at a press, of words that were changed, and by a reaction, which can be taken back', async () => {
    const page = await visit();
    await order(page, '카페 신메뉴');
    await done(page);
    await page.click('.message.done >> text=다시 만들기');
    await done(page, 2);
    await page.click('.message.done >> nth=0 >> text=문구 바꾸기');
    await page.fill('dialog [name=headline]', '새 제목이에요');
    await page.click('dialog .primary');
    await done(page, 3);
    const [changed] = await desk.jobs.lookup.history({ platform: 'web', limit: 1 });
    expect(changed?.variation).toMatchObject({ kind: 'words', copy: { headline: '새 제목이에요' } });
    const first = page.locator('.message.done').nth(0);
    await first.locator('.more > summary').click();
    await first.locator('.reactions button').first().click();
    await done(page, 4);
    await page.reload();
    const given = page.locator('.message.done').nth(0).locator('.reactions button').first();
    expect(await given.getAttribute('aria-pressed')).toBe('true');
    await page.locator('.message.done').nth(0).locator('.more > summary').click();
    await given.click();
    await page.waitForFunction(
      () => document.querySelector('.reactions button')?.getAttribute('aria-pressed') === 'false',
    );
  });

  it('saves the files of three places', async () => {
    const page = await visit();
    await page.click('.options > summary');
    await page.fill('[name=place]', '400x100, instagram-story, a4-print');
    await order(page, '딸기라떼 6,500원');
    await done(page);
    expect(await page.locator('.message.done .pictures figure').count()).toBe(3);
    await page.click('.downloads > summary');
    const links = page.locator('.downloads a');
    const kinds = await links.allInnerTexts();
    expect(kinds).toEqual(expect.arrayContaining(['PNG', 'PDF']));
    for (let i = 0; i < (await links.count()); i++) {
      const [download] = await Promise.all([page.waitForEvent('download'), links.nth(i).click()]);
      const bytes = await readFile(await download.path());
      expect(bytes.subarray(0, 5).toString('latin1'), download.suggestedFilename()).toMatch(/^(?:.PNG|%PDF)/);
    }
  });

  it('takes photos that are dropped and pasted, several at once, and leaves out what is none', async () => {
    const page = await visit();
    const put = (kind: 'drop' | 'paste', names: readonly string[]) =>
      page.evaluate(
        ({ kind, names, base64 }) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          const data = new DataTransfer();
          for (const name of names) data.items.add(new File([bytes], name, { type: 'image/png' }));
          const event =
            kind === 'drop'
              ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
              : new ClipboardEvent('paste', { clipboardData: data, bubbles: true });
          document.body.dispatchEvent(event);
        },
        { kind, names, base64: photo.toString('base64') },
      );
    await put('drop', ['a.png', 'b.png']);
    await put('paste', ['c.png']);
    await page.waitForFunction(() => document.querySelectorAll('.photos input[name=photo]').length === 3);
    await page.click('.photos li >> nth=0 >> button');
    await page.setInputFiles('#composer input[multiple]', {
      name: 'not.png',
      mimeType: 'image/png',
      buffer: Buffer.from('no photo'),
    });
    await page.waitForFunction(() =>
      (document.querySelector('#state')?.textContent ?? '').includes('not.png'),
    );
    troubles.length = 0;
    await order(page, '빵집 새 메뉴');
    await done(page);
    const [job] = await desk.jobs.lookup.history({ platform: 'web', limit: 1 });
    expect(job?.variants[0]?.request.photos).toHaveLength(2);
  });

  it('is used by keyboard alone', async () => {
    const page = await visit();
    const focused = () =>
      page.evaluate(() => {
        const at = document.activeElement;
        return at?.matches('a, button, summary') === true ? (at.textContent?.trim() ?? '') : '';
      });
    const tabTo = async (wanted: RegExp): Promise<void> => {
      for (let i = 0; i < 60; i++) {
        await page.keyboard.press('Tab');
        if (wanted.test(await focused())) return;
      }
      throw new Error(`No Tab leads to ${wanted}`);
    };
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('본문으로');
    await page.keyboard.press('Enter');
    for (let i = 0; i < 60 && (await page.evaluate(() => document.activeElement?.id)) !== 'text'; i++)
      await page.keyboard.press('Tab');
    await page.keyboard.type('딸기라떼 6,500원');
    await page.keyboard.press('Enter');
    await done(page);
    await page.evaluate(() => document.querySelector<HTMLElement>('#main')?.focus());
    await tabTo(/^왜 이렇게/);
    await page.keyboard.press('Enter');
    expect(await page.locator('.reasons details').first().getAttribute('open')).not.toBeNull();
    await tabTo(/문구 바꾸기/);
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open]');
    expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog[open]', { state: 'detached' });
    await tabTo(/모든 크기/);
    await page.keyboard.press('Space');
    await done(page, 2);
  });

  it.each([
    [
      'a telephone, light, Korean',
      { viewport: { width: 360, height: 740 }, hasTouch: true, colorScheme: 'light' },
    ],
    [
      'a telephone, dark, English',
      { viewport: { width: 360, height: 740 }, hasTouch: true, colorScheme: 'dark', locale: 'en-US' },
    ],
    [
      'a wide screen, light, English',
      { viewport: { width: 1440, height: 900 }, colorScheme: 'light', locale: 'en-US' },
    ],
    ['a wide screen, dark, Korean', { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' }],
  ] as const)('can be read and reached by all, on %s', async (_name, options) => {
    const page = await visit(options);
    await page.emulateMedia({ colorScheme: options.colorScheme, reducedMotion: 'reduce' });
    await order(page, 'A strawberry latte $6.50, two of them');
    await done(page);
    const job = await page.getAttribute('.message.done .picture', 'href');
    for (const path of ['/', '/ads', job ?? '', '/commands/brand']) {
      await page.goto(`${desk.url}${path}`);
      for (const folded of await page.locator('details').all())
        await folded.evaluate((each) => each.setAttribute('open', ''));
      expect(await faultsOf(page), path).toEqual([]);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wider, `${path}: pixels wider than the screen`).toBeLessThanOrEqual(0);
    }
  });

  it('runs nothing and leads nowhere, whatever is written and however files are called', async () => {
    const page = await visit();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await addPhoto(page, '<img src=x onerror=window.hurt=1>.png');
    await order(page, '사진 이름이 나쁜 광고');
    await done(page);
    const token = await page.getAttribute('body', 'data-token');
    for (const input of HOSTILE_INPUTS) {
      const status = await page.evaluate(
        async ({ input, token }) => {
          const body = new URLSearchParams({ token: token ?? '', text: input });
          return (await fetch('/say', { method: 'POST', body, headers: { accept: 'application/json' } }))
            .status;
        },
        { input, token },
      );
      expect([200, 400], input.slice(0, 60)).toContain(status);
    }
    await page.goto(`${desk.url}/ads?q=${encodeURIComponent('"><script>window.hurt=1</script>')}`);
    await page.goto(desk.url);
    await page.waitForFunction(() => document.querySelectorAll('.message.said').length > 20);
    await page.waitForFunction(
      () => document.querySelectorAll('.message.running, .message.queued').length === 0,
    );
    await page.goto(`${desk.url}/ads`);
    expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
    expect(asked.filter((url) => !/^(?:http:\/\/127\.0\.0\.1:|data:image|blob:)/.test(url))).toEqual([]);
    troubles.length = 0;
  });

  it('keeps two people apart, each with their own', async () => {
    const [minji, jun] = await Promise.all([visit(), visit({ locale: 'en-US' })]);
    await order(minji, '민지의 딸기라떼');
    await order(jun, "Jun's bagels");
    await Promise.all([done(minji), done(jun)]);
    await jun.goto(`${desk.url}/ads`);
    expect(await jun.locator('.grid li').count()).toBe(1);
    const theirs = await minji.getAttribute('.message.done .picture', 'href');
    const answer = await jun.goto(`${desk.url}${theirs}`);
    expect(answer?.status()).toBe(404);
    troubles.length = 0;
  });

  it('sends no more script than a telephone likes', async () => {
    const page = await visit();
    const sizes = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('.js'))
        .map((entry) => (entry as PerformanceResourceTiming).decodedBodySize),
    );
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000);
  });
});

/** What keeps somebody from using a page, as axe finds it. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  // The page runs no script but its own, so the tool comes by the browser's side door.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  });
}
