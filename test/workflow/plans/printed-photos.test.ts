import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atPlaces } from '../../../src/ad/parse/at-places.ts';
import { parseRequest } from '../../../src/ad/parse/parse-request.ts';
import type { AdResult } from '../../../src/ad/result.ts';
import { loadConfig } from '../../../src/app/config/config.ts';
import { type App, openApp } from '../../../src/app/open-app.ts';
import { PHOTO_SIDE, photoSide } from '../../../src/workflow/plans/photo-side.ts';

let folder: string;
let app: App;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'printed-photos-'));
  app = await openApp(loadConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent', ENGINE: 'studio' }));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** An A4 sheet with a photo of so many pixels on its longer side. */
async function sheet(side: number): Promise<AdResult> {
  const { requestRules } = app.presets;
  const bytes = await sharp(join('samples', 'strawberry-latte.jpg'))
    .resize({ height: side })
    .jpeg()
    .toBuffer();
  const photo = await app.photos.accept({ bytes, name: 'latte.jpg' });
  const asked = parseRequest(
    { text: '카페 신메뉴 딸기라떼 6,500원', photos: [photo], seed: 5 },
    requestRules,
  );
  const [at = asked] = atPlaces(asked, ['a4-print'], requestRules);
  return app.maker.make(at);
}

const soft = ({ warnings }: AdResult) => warnings.filter(({ en }) => / dpi at this size/.test(en));

describe('the photos of a printed sheet', () => {
  it('are worked on with more pixels than those of a screen, and several share them', () => {
    const print = app.presets.requestRules.place('a4-print');
    const story = app.presets.requestRules.place('instagram-story');
    expect(photoSide(story, 1, {})).toBe(PHOTO_SIDE);
    expect(photoSide(undefined, 1, {})).toBe(PHOTO_SIDE);
    expect(photoSide(print, 1, {})).toBe(3600);
    expect(photoSide(print, 2, {})).toBeLessThan(3600);
    expect(photoSide(print, 10, {})).toBe(PHOTO_SIDE);
  });

  it('print sharp where they have the pixels, with their size in the recipe; else it is said how soft they are', async () => {
    const sharpSheet = await sheet(4000);
    expect(soft(sharpSheet)).toEqual([]);
    const { decided, request } = sharpSheet.recipe;
    expect(decided.photoSide).toBe(3600);
    const again = await app.maker.make(request, { decided });
    expect(again.layout.design).toEqual(sharpSheet.layout.design);
    expect(again.recipe).toEqual(sharpSheet.recipe);

    const [told] = soft(await sheet(900));
    const [, dpi = 0] = /(\d+) dpi at this size/.exec(told?.en ?? '') ?? [];
    expect(Number(dpi)).toBeGreaterThan(0);
    expect(Number(dpi)).toBeLessThan(180);
  });
});
