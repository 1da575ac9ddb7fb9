import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { turnedBounds } from '../../../src/ad/geometry.ts';
import { atPlaces } from '../../../src/ad/parse/at-places.ts';
import { parseRequest } from '../../../src/ad/parse/parse-request.ts';
import type { PhotoRef } from '../../../src/ad/request.ts';
import type { AdResult } from '../../../src/ad/result.ts';
import { loadConfig } from '../../../src/app/config/config.ts';
import { type App, openApp } from '../../../src/app/open-app.ts';
import { readPngText } from '../../../src/imaging/encode-png.ts';
import { recipeInFile } from '../../../src/imaging/xmp.ts';
import { hasPoppler } from '../../print/poppler.ts';
import { ownCheck } from '../../quality/places/own-check.ts';

let folder: string;
let app: App;
let latte: PhotoRef;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'places-'));
  app = await openApp(loadConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent', ENGINE: 'studio' }));
  const bytes = await readFile(join('samples', 'strawberry-latte.jpg'));
  latte = await app.photos.accept({ bytes, name: 'latte.jpg' });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const TEXT = '카페 신메뉴 딸기라떼 6,500원, 평일 제외';

/** One order for several places. */
async function make(places: readonly string[]): Promise<readonly AdResult[]> {
  const { requestRules } = app.presets;
  const parts = { qr: 'https://example.com/latte' };
  const request = parseRequest({ text: TEXT, photos: [latte], seed: 5, parts }, requestRules);
  const ads: AdResult[] = [];
  for (const at of atPlaces(request, places, requestRules)) ads.push(await app.maker.make(at));
  return ads;
}

describe('ads for places', () => {
  it('are the files that each place takes, with the product cut out once and words set anew', async () => {
    const places = ['instagram-story', 'mms', 'smartstore', '400x300'];
    const ads = await make(places);
    for (const [i, ad] of ads.entries()) {
      const place = app.presets.requestRules.place(places[i] ?? '');
      expect(await ownCheck(await readFile(ad.image.path), place)).toEqual([]);
      expect(ad.warnings.filter(({ en }) => /may refuse/.test(en))).toEqual([]);
    }
    const cuts = ads.map(
      ({ report }) => report.nodes.find(({ name }) => name === 'BackgroundRemovalNode')?.cached,
    );
    expect(cuts).toEqual([undefined, true, true, true]);
    const [story, mms] = ads;
    const headline = (ad?: AdResult) =>
      (ad?.layout.design?.blocks ?? ad?.layout.text?.blocks ?? []).find(({ slot }) => slot === 'headline');
    expect(headline(story)?.box).not.toEqual(headline(mms)?.box);

    // Where a story is covered there are no words, turned or not, and no QR code.
    const { blocks = [], parts = [] } = story?.layout.design ?? {};
    expect(blocks.length).toBeGreaterThan(1);
    for (const box of [
      ...blocks.map(({ box, angle }) => turnedBounds(box, angle)),
      ...parts.map(({ box }) => box),
    ]) {
      expect(box.y).toBeGreaterThanOrEqual(268);
      expect(box.y + box.height).toBeLessThanOrEqual(1920 - 383);
    }

    const [, , store] = ads;
    expect(store?.layout).not.toHaveProperty('text');
    expect(store?.layout).not.toHaveProperty('parts');
    expect(store?.warnings.some(({ ko }) => /스마트스토어 대표이미지.*글자나 로고/.test(ko))).toBe(true);

    const recipe = recipeInFile(await readFile(mms?.image.path ?? ''));
    expect(JSON.parse(recipe ?? '{}')).toMatchObject({ request: { place: 'mms' } });
  });

  it.skipIf(!hasPoppler)(
    'are a document for a press, with a picture of it and its layers beside it (needs poppler-utils)',
    async () => {
      const { requestRules } = app.presets;
      const request = parseRequest(
        { text: TEXT, photos: [latte], seed: 5, layers: ['svg', 'psd'] },
        requestRules,
      );
      const [at = request] = atPlaces(request, ['명함'], requestRules);
      const ad = await app.maker.make(at);
      const pdf = await readFile(ad.image.path);
      expect(await ownCheck(pdf, requestRules.place('business-card'))).toEqual([]);
      expect(ad.warnings.filter(({ en }) => /may refuse/.test(en))).toEqual([]);
      expect(JSON.parse(recipeInFile(pdf) ?? '{}')).toMatchObject({
        request: { place: 'business-card', layers: ['svg', 'psd'] },
      });
      expect(ad.image.files?.map(({ kind }) => kind)).toEqual(['png', 'svg', 'psd']);
      const [png, svg, psd] = await Promise.all((ad.image.files ?? []).map(({ path }) => readFile(path)));
      expect(readPngText(png ?? new Uint8Array()).get('Recipe')).toContain('business-card');
      expect(svg?.toString()).toMatch(/<text [^>]*>.*딸기라떼/);
      expect(psd?.toString('latin1', 0, 4)).toBe('8BPS');
      // Words keep from the cut: 3 mm of bleed and 3 mm more.
      const inner = requestRules.place('business-card').safe?.is.left ?? 0;
      expect(inner).toBeGreaterThan(0);
      for (const { box, angle } of ad.layout.design?.blocks ?? [])
        expect(turnedBounds(box, angle).x).toBeGreaterThanOrEqual(inner - 1);
    },
  );
});
