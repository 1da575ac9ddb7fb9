import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InboundEvent } from '../../src/conversation/inbound-event.ts';
import { encodePng } from '../../src/imaging/encode-png.ts';
import { createRaster } from '../../src/imaging/raster.ts';
import type { Job } from '../../src/jobs/job/job.ts';
import { layEarlierData } from '../earlier-version.ts';
import { closeDesk } from '../jobs/desk.ts';
import { type ConversationDesk, inboundEvent, openConversation } from './open-conversation.ts';

let desk: ConversationDesk;
beforeEach(async () => {
  desk = await openConversation({ folder: layEarlierData() });
});
afterEach(() => closeDesk(desk));

/** Minji's composite of a photo, made by the real bot; and the message that shows it. */
const AD = '4720ye';
const MESSAGE = '1576671377845387270';

const MINJI = { id: '600000000000000001' };
const shop = { platform: 'discord', workspace: '800000000000000001', channel: '700000000000000001' } as const;
const onMessage = (message = MESSAGE): InboundEvent =>
  inboundEvent(MINJI, { place: shop, sourceMessage: message });
const isMade = ({ state }: Job): boolean => state === 'made' || state === 'delivered';
const newest = async (): Promise<Job | undefined> => (await desk.jobs.lookup.history({ limit: 1 }))[0];

describe('the database of version 0.1.0', () => {
  it('is opened whole: jobs of every kind, with their pictures and variations', async () => {
    expect(desk.store.damagedFile).toBeUndefined();
    const jobs = await desk.jobs.lookup.history({ limit: 100 });
    // Those that are deleted are not told of.
    expect(jobs).toHaveLength(20);
    expect(jobs.map(({ variation }) => variation?.kind).filter(Boolean)).toEqual(
      expect.arrayContaining(['regenerate', 'style', 'words', 'lettering', 'vary', 'formats']),
    );
    const job = await desk.jobs.lookup.finished(AD);
    expect(job).toMatchObject({ owner: MINJI, place: shop, locale: 'ko', workflow: 'product-composite' });
    const [picture] = job.pictures;
    expect(picture?.result.recipe.decided).toMatchObject({
      brief: { industry: 'cafe' },
      productLayout: { placements: [{ photo: 0 }] },
    });
    expect(picture?.result.report.nodes.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['BackgroundRemovalNode', 'Text2ImageNode', 'TextOverlayNode', 'SaveImageNode']),
    );
    expect(await desk.jobs.lookup.job('s2ajj4')).toMatchObject({
      state: 'failed',
      error: { code: 'recipe-photo-missing' },
    });
    expect(await desk.jobs.lookup.job('d2f1yq')).toMatchObject({ state: 'cancelled' });
    expect(await desk.jobs.lookup.job('mp3y13')).toMatchObject({ removed: true });
  });

  it('has its jobs that waited made after all, and the one that ended the process twice, at nobody knows what', async () => {
    for (const id of ['bzq6x0', 'v49w3n', 'en535d'])
      expect((await desk.until(id, isMade)).pictures).toHaveLength(1);
    expect(await desk.jobs.lookup.job('en535d')).toMatchObject({ crashes: 2 });
  });

  it.each([
    ['discord', MESSAGE, AD],
    ['discord', '1576671420627288072', '7mm9b9'],
    ['slack', 'C0SHOP:1790000008.000100', 'dxztkp'],
    ['terminal', '1', 'n5tb6e'],
  ] as const)('finds the job of a message on %s', async (platform, message, id) => {
    expect(await desk.jobs.lookup.byMessageId({ platform }, message)).toMatchObject({ id });
    expect((await desk.jobs.lookup.messages(id)).map((shown) => shown.messageId)).toContain(message);
  });

  it('knows what shops have set, and the photos that they gave', async () => {
    const settings = await desk.jobs.lookup.settings(shop);
    expect(settings).toMatchObject({ shopName: '은하상점', colours: ['#e8486f', '#fff5ee'] });
    const answer = await desk.conversation.runCommand('brand', {}, onMessage());
    expect(JSON.stringify(answer)).toContain('은하상점');
  });
});

describe('messages of version 0.1.0', () => {
  it.each([
    [`1/${AD}/regenerate`, { kind: 'regenerate' }],
    [`1/${AD}/lettering`, { kind: 'lettering' }],
    [`1/${AD}/sizes/0`, { kind: 'formats', picture: 0, formats: ['1:1', '4:5', '9:16'] }],
    [`1/${AD}/style/realistic`, { kind: 'style', style: 'realistic' }],
    [`1/${AD}/style/semi-realistic`, { kind: 'style', style: 'semi-realistic' }],
    [`1/${AD}/style/anime`, { kind: 'style', style: 'anime' }],
    [`1/${AD}/style/illustration`, { kind: 'style', style: 'illustration' }],
    [`1/${AD}/vary/0/weak`, { kind: 'vary', picture: 0, strength: 'weak' }],
    [`1/${AD}/vary/0/strong`, { kind: 'vary', picture: 0, strength: 'strong' }],
  ])('have a button %s that makes a variant', async (id, variation) => {
    const [picture] = (await desk.jobs.lookup.finished(AD)).pictures;
    // The pictures of that time are too large to be kept: any in its place can be varied.
    const path = desk.pictures.pathOf(picture?.result.image.origin?.slice(-20, -4) ?? '', 'origin');
    await mkdir(dirname(path), { recursive: true });
    const opaque = createRaster(32, 32);
    opaque.data.fill(255);
    await writeFile(path, await encodePng(opaque));
    expect(await desk.conversation.pressButton(id, onMessage())).toMatchObject({ kind: 'job' });
    const variant = await newest();
    expect(variant).toMatchObject({ parent: AD, variation });
    const made = await desk.until(variant?.id ?? '', isMade);
    expect(made.variants[0]?.request).toMatchObject({
      text: '카페 머그컵 신상품, 따뜻한 분위기',
      industry: 'cafe',
    });
    expect(made.variants[0]?.request.brand).toMatchObject({
      shopName: '은하상점',
      logo: { name: 'logo.png' },
    });
  });

  it('have buttons that tell why, show what was before, try again, take back and delete', async () => {
    const press = async (id: string): Promise<string> =>
      JSON.stringify(await desk.conversation.pressButton(id, onMessage()));
    expect(await press(`1/${AD}/why`)).toContain('제목이 먼저 읽히고');
    expect(await press('1/n63ww7/undo')).toBe(JSON.stringify({ kind: 'job-message', job: AD }));
    expect(await press('1/n63ww7/show')).toBe(JSON.stringify({ kind: 'job-message', job: 'n63ww7' }));
    expect(await press('1/d2f1yq/retry')).toContain('"kind":"job"');
    expect(await press('1/zkrh6c/remove')).toBe(JSON.stringify({ kind: 'none' }));
    expect(await desk.jobs.lookup.job('zkrh6c')).toMatchObject({ removed: true });
    expect(await desk.conversation.copyOf(AD, onMessage())).toHaveProperty('headline');
  });

  it.each([
    ['🔁', 'regenerate'],
    ['🎨', 'style'],
    ['🔡', 'lettering'],
    ['📐', 'formats'],
  ])('understand the reaction %s', async (emoji, kind) => {
    expect(await desk.conversation.addReaction(emoji, MESSAGE, onMessage())).toMatchObject({ kind: 'job' });
    expect(await newest()).toMatchObject({ parent: AD, variation: { kind } });
  });
});
