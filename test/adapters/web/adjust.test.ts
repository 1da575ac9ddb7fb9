import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionId } from '../../../src/conversation/actions.ts';
import { inboundEvent } from '../../conversation/open-conversation.ts';
import { CHROMIUM, startChromium } from './chromium.ts';
import { openAdjusting, type RealDesk } from './open-adjusting.ts';
import { Visitor } from './visitor.ts';

const ORDER = '카페 신메뉴 딸기라떼 6,500원, 이번 주말 10% 할인, 02-555-0142';

/** Milliseconds for which a real ad is waited for on a machine that has other work. */
const PATIENCE = 110_000;

let desk: RealDesk;
beforeAll(async () => {
  desk = await openAdjusting();
});
afterAll(async () => {
  await desk?.close();
  await rm(desk?.folder ?? '', { recursive: true, force: true });
});

describe.skipIf(CHROMIUM === undefined)('an ad that is laid out by hand', () => {
  let browser: Browser;
  /** One ad of a person who comes with these cookies. */
  let state: BrowserContextOptions['storageState'];
  let job = '';
  const troubles: string[] = [];

  beforeAll(async () => {
    browser = await startChromium();
    const context = await browser.newContext({ locale: 'ko-KR' });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    await page.goto(desk.url);
    await page.setInputFiles('#composer input[multiple]', 'samples/strawberry-latte.jpg');
    await page.waitForSelector('#composer .photos input[name=photo]', { state: 'attached' });
    await page.click('#composer details summary');
    await page.fill('#composer input[name=design]', 'awning');
    await page.fill('#text', ORDER);
    await page.press('#text', 'Enter');
    const link = page.locator('a[href$="/adjust"]');
    job = /\/ads\/(\w+)\//.exec((await link.getAttribute('href')) ?? '')?.[1] ?? '';
    state = await context.storageState();
    await context.close();
  });
  afterAll(async () => {
    await browser?.close();
  });

  /** At the page, once it shows the ad. */
  async function atBench(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({
      ...(state === undefined ? {} : { storageState: state }),
      viewport: { width: 1440, height: 900 },
      locale: 'ko-KR',
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error') troubles.push(line.text());
    });
    await page.goto(`${desk.url}/ads/${job}/adjust`);
    // It lays the ad out as it opens: it may be there before anybody looks.
    await page.waitForFunction(() => Number(document.getElementById('adjust')?.dataset.shown ?? 0) > 0);
    await page.waitForLoadState('networkidle');
    return page;
  }

  /** Does something, and waits for the ad to be laid out after that and nothing more to be on its way. */
  async function shows(page: Page, work: () => Promise<unknown> | undefined): Promise<void> {
    const before = await page.evaluate(() => Number(document.getElementById('adjust')?.dataset.shown ?? 0));
    await work();
    await page.waitForFunction(
      (n) => Number(document.getElementById('adjust')?.dataset.shown ?? 0) > n,
      before,
    );
    await page.waitForLoadState('networkidle');
  }

  async function drag(page: Page, piece: string, x: number, y: number): Promise<void> {
    const box = await page.locator(piece).boundingBox();
    if (box === null) throw new Error(`${piece} is not there`);
    const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    for (const share of [0.3, 0.7, 1]) await page.mouse.move(from.x + x * share, from.y + y * share);
    await page.mouse.up();
  }

  const save = (page: Page) => page.click('[data-tool=save]');

  async function savedJob(page: Page): Promise<string> {
    await page.waitForURL(/\/ads\/\w{6}$/);
    return page.url().slice(-6);
  }

  const made = async (id: string) => {
    const { pictures } = await desk.jobs.lookup.job(id);
    const result = pictures[0]?.result;
    if (result === undefined) throw new Error(`${id} has no picture`);
    return result;
  };

  it('has its product where it was dragged, the same pixels, and the words where they were', async () => {
    const page = await atBench();
    await shows(page, () => drag(page, '.piece.product', 150, 60));
    await save(page);
    const [was, is] = [await made(job), await made(await savedJob(page))];
    const [from, to] = [was, is].map(({ layout }) => layout.design?.productBoxes[0]);
    if (from === undefined || to === undefined) throw new Error('There is no product');
    expect(to.x - from.x).toBeGreaterThan(100);
    expect([to.width, to.height]).toEqual([from.width, from.height]);
    const cut = (path: string, { x, y }: { x: number; y: number }) =>
      sharp(path)
        .extract({
          left: x + Math.round(from.width / 4),
          top: y + Math.round(from.height / 3),
          width: Math.round(from.width / 2),
          height: Math.round(from.height / 3),
        })
        .removeAlpha()
        .raw()
        .toBuffer();
    const [before, after, left] = await Promise.all([
      cut(was.image.path, from),
      cut(is.image.path, to),
      cut(is.image.path, from),
    ]);
    expect(differing(before, after)).toBeLessThan(0.02);
    expect(differing(before, left)).toBeGreaterThan(0.5);
    expect(is.layout.text?.blocks.map(({ box }) => box)).toEqual(
      was.layout.text?.blocks.map(({ box }) => box),
    );
    expect(is.reasoning.some(({ ko }) => ko.includes('직접'))).toBe(true);
    await page.context().close();
  });

  it('has the words that were typed where they stand, and what is taken back is gone', async () => {
    const page = await atBench();
    await page.locator('.piece[data-piece^=headline]').dblclick();
    await page.fill('.in-place', '딸기 가득 라떼');
    await shows(page, () => page.press('.in-place', 'Enter'));
    await page.locator('.piece[data-piece^=price]').focus();
    await shows(page, () => page.keyboard.press('ArrowRight'));
    await shows(page, () => page.click('[data-tool=undo]'));
    await save(page);
    const is = await made(await savedJob(page));
    expect(is.recipe.decided.brief.copy.headline).toBe('딸기 가득 라떼');
    expect(is.layout.text?.blocks.flatMap(({ lines }) => lines).join(' ')).toContain('가득');
    expect(is.reasoning.some(({ ko }) => ko.includes('직접'))).toBe(false);
    await page.context().close();
  });

  it('warns of words that cannot be read before it saves them, and says so with the ad', async () => {
    const page = await atBench();
    await shows(page, () => drag(page, '.piece.product', 0, -220));
    const told = await page.locator('#faults li').allInnerTexts();
    expect(told.some((line) => line.includes('제품을 가려요'))).toBe(true);
    await save(page);
    await page.waitForFunction(() =>
      document.querySelector('[data-tool=save]')?.textContent?.includes('그래도'),
    );
    expect(page.url()).toContain('/adjust');
    await save(page);
    const is = await made(await savedJob(page));
    expect(is.warnings.map(({ ko }) => ko)).toEqual(expect.arrayContaining(told));
    await page.context().close();
  });

  it('is laid out by keyboard alone', async () => {
    const page = await atBench();
    const focused = () =>
      page.evaluate(
        () =>
          document.activeElement?.getAttribute('data-piece') ??
          document.activeElement?.getAttribute('data-tool'),
      );
    for (let press = 0; (await focused())?.startsWith('product') !== true; press++) {
      expect(press).toBeLessThan(40);
      await page.keyboard.press('Tab');
    }
    for (const key of ['ArrowLeft', 'Shift+ArrowLeft', '-'])
      await shows(page, () => page.keyboard.press(key));
    for (let press = 0; (await focused()) !== 'save'; press++) {
      expect(press).toBeLessThan(60);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    const [was, is] = [await made(job), await made(await savedJob(page))];
    const [from, to] = [was, is].map(({ layout }) => layout.design?.productBoxes[0]);
    expect(to?.width).toBeLessThan(from?.width ?? 0);
    expect((to?.x ?? 0) + (to?.width ?? 0) / 2).toBeLessThan((from?.x ?? 0) + (from?.width ?? 0) / 2 - 50);
    await page.context().close();
  });

  it('takes another design, other colours and another place without cutting out again', async () => {
    const page = await atBench();
    await shows(page, () => page.selectOption('#choose-place', 'instagram-story'));
    await shows(page, () => page.check('#own-colours'));
    await page.uncheck('input[name=post]');
    await save(page);
    const id = await savedJob(page);
    const is = await made(id);
    expect([is.image.width, is.image.height]).toEqual([1080, 1920]);
    expect(is.recipe.request.brand?.colours).toHaveLength(2);
    expect(is.report.nodes.find(({ name }) => name === 'BackgroundRemovalNode')?.cached).toBe(true);
    await page.goto(desk.url);
    expect(await page.locator(`a[href="/ads/${id}/adjust"]`).count()).toBe(0);
    await page.context().close();
  });

  it.each([
    ['wide and light', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }],
    ['narrow and dark', { viewport: { width: 360, height: 780 }, colorScheme: 'dark' }],
  ] as const)('is a page without barriers: %s', async (_, options) => {
    const page = await atBench(options);
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      // axe puts itself there.
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    expect(found).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    troubles.splice(0);
    await page.context().close();
  });

  it('tells the browser of no trouble', () => {
    expect(troubles).toEqual([]);
  });
});

/** Share of bytes that differ by more than a shade. */
function differing(a: Buffer, b: Buffer): number {
  expect(a.length).toBe(b.length);
  return a.reduce((sum, byte, i) => sum + (Math.abs(byte - (b[i] ?? 0)) > 24 ? 1 : 0), 0) / a.length;
}

describe('who may lay an ad out', () => {
  const nothing = JSON.stringify({ moves: {} });
  let owner: Visitor;
  let job = '';
  beforeAll(async () => {
    owner = new Visitor(desk.url);
    await owner.visit();
    job = await owner.makeAd(ORDER);
  });

  it('is whoever has ordered it, and nobody else learns that it is there', async () => {
    const other = new Visitor(desk.url);
    await other.visit();
    expect((await owner.ask(`/ads/${job}/adjust`)).status).toBe(200);
    expect((await other.ask(`/ads/${job}/adjust`)).status).toBe(404);
    for (const what of ['preview', 'save'])
      expect((await other.post(`/ads/${job}/adjust/${what}`, { adjustment: nothing })).status).toBe(404);
    const shown = await owner.post(`/ads/${job}/adjust/preview`, { adjustment: nothing });
    expect(shown.status).toBe(200);
    expect(JSON.parse(shown.text).faults).toEqual([]);
    expect((await owner.post(`/ads/${job}/adjust/save`, { adjustment: nothing, token: 'x' })).status).toBe(
      403,
    );
  });

  it.each([
    ['no JSON', '{'],
    ['no moves', '{}'],
    ['something else', JSON.stringify({ moves: {}, decided: { design: {} } })],
    ['a name that is a path', JSON.stringify({ moves: { '../../x-0': { x: 0, y: 0, scale: 1 } } })],
    ['no number', '{"moves":{"product-0":{"x":null,"y":0,"scale":1}}}'],
    ['a product as large as a house', JSON.stringify({ moves: { 'product-0': { x: 0, y: 0, scale: 1e9 } } })],
    [
      'many pieces',
      JSON.stringify({
        moves: Object.fromEntries(
          Array.from({ length: 200 }, (_, i) => [`details-${i}`, { x: 0, y: 0, scale: 1 }]),
        ),
      }),
    ],
    ['a colour that is a style', JSON.stringify({ moves: {}, colours: ['red;background:url(//x)'] })],
    ['a place that there is not', JSON.stringify({ moves: {}, place: '../etc' })],
    ['a design that there is not', JSON.stringify({ moves: {}, family: '<script>' })],
    ['a page of words', JSON.stringify({ moves: {}, copy: { headline: '가'.repeat(5000) } })],
    ['a megabyte', JSON.stringify({ moves: {}, copy: { headline: 'x'.repeat(900_000) } })],
  ])('is refused what no page of ours asks: %s', async (_, adjustment) => {
    const answer = await owner.post(`/ads/${job}/adjust/preview`, { adjustment });
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toContain('application/json');
    expect(answer.text).not.toMatch(/at \w+ \(/);
  });

  it('shows what somebody writes as text', async () => {
    const copy = { headline: '<img src=x onerror=alert(1)>' };
    const answer = await owner.post(`/ads/${job}/adjust/preview`, {
      adjustment: JSON.stringify({ moves: {}, copy }),
    });
    expect(answer.headers['content-type']).toContain('application/json');
  });

  it('is who was sent a link from elsewhere, for a while, and what they save is posted there', async () => {
    const event = inboundEvent({ locale: 'ko' });
    const order = await desk.conversation.runCommand('make', { text: ORDER }, event);
    if (order.kind !== 'job') throw new Error('Nothing was ordered');
    await desk.until(order.job.id, ({ state }) => state === 'made' || state === 'delivered');
    const pressed = await desk.conversation.pressButton(
      actionId(order.job.id, { kind: 'adjust' }),
      inboundEvent(),
    );
    if (pressed.kind !== 'reply') throw new Error('There is no answer');
    const link = new URL(/https?:\S+/.exec(pressed.reply.text ?? '')?.[0] ?? '');
    expect(pressed.reply.private).toBe(true);
    const guest = new Visitor(desk.url);
    const page = await guest.visit(link.pathname);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('minji');
    const moves = { 'headline-0': { x: 0.01, y: 0, scale: 1 } };
    const seen = await guest.post(`${link.pathname}/preview`, { adjustment: JSON.stringify({ moves }) });
    const accepted = JSON.parse(seen.text).faults.map(
      ({ kind, piece }: { kind: string; piece: string }) => ['accepted', `${kind}:${piece}`] as const,
    );
    const saved = await guest.post(`${link.pathname}/save`, [
      ['adjustment', JSON.stringify({ moves })],
      ...accepted,
    ]);
    const variant = await desk.until(JSON.parse(saved.text).job, ({ state }) => state === 'delivered');
    expect(variant.parent).toBe(order.job.id);
    expect(variant.owner.id).toBe('minji');
    expect(variant.place).toEqual(event.place);
    const changed = `${link.pathname.slice(0, -2)}xx`;
    expect((await guest.ask(changed)).status).toBe(404);
    expect(
      (await guest.post(`${link.pathname}/save`, { adjustment: JSON.stringify({ moves }), token: 'x' }))
        .status,
    ).toBe(403);
  });

  it('is asked nothing where somebody else’s ad is named by a link for another', async () => {
    const answer = await desk.conversation.pressButton('1/zzzzzz/adjust', inboundEvent());
    expect(answer.kind === 'reply' && answer.wrong).toBe('job-unknown');
    expect(await readFile(join(desk.folder, 'web', 'key'), 'utf8')).not.toBe('');
  });
});
