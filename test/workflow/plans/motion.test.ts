import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atPlaces } from '../../../src/ad/parse/at-places.ts';
import { parseRequest } from '../../../src/ad/parse/parse-request.ts';
import type { AdResult } from '../../../src/ad/result.ts';
import { loadConfig } from '../../../src/app/config/config.ts';
import { type App, openApp } from '../../../src/app/open-app.ts';
import { loopFacts, loopFrame, meanDifference } from '../../../src/imaging/animation/loop-facts.ts';
import { rasterOf } from '../../../src/imaging/raster.ts';

let folder: string;
let app: App;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'moving-ads-'));
  app = await openApp(loadConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent', ENGINE: 'studio' }));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A moving ad at a place. */
async function moving(place: string, more: object = {}): Promise<AdResult> {
  const { requestRules } = app.presets;
  const asked = parseRequest(
    { text: '카페 신메뉴 딸기라떼 6,500원', seed: 5, motion: 'auto', ...more },
    requestRules,
  );
  const [at = asked] = atPlaces(asked, [place], requestRules);
  return app.maker.make(at);
}

describe('an ad that moves', () => {
  it('is one file that its place takes, in as many frames and bytes, and begins as the ad', async () => {
    const { image, loops = [], warnings } = await moving('300x250');
    expect(loops.map(({ kind }) => kind)).toEqual(['gif']);
    const [{ path = '', frames = 0, bytes = 0 } = {}] = loops;
    expect(frames).toBeGreaterThan(3);
    expect(frames).toBeLessThanOrEqual(4 * 4);
    expect(bytes).toBeLessThanOrEqual(150_000);
    const file = await readFile(path);
    const { kind, delays } = await loopFacts(file);
    expect([kind, delays.reduce((sum, delay) => sum + delay, 0)]).toEqual(['gif', 4000]);
    const { data, info } = await sharp(image.path).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    const still = rasterOf({ width: info.width, height: info.height, data });
    expect(meanDifference(await loopFrame(file, 0), still)).toBeLessThan(12);
    expect(warnings.filter(({ en }) => /may refuse/.test(en))).toEqual([]);
  });

  it('is a GIF within what a text message takes', async () => {
    const { loops = [], warnings } = await moving('mms');
    expect(loops.map(({ kind }) => kind)).toEqual(['gif']);
    expect(loops[0]?.bytes).toBeLessThanOrEqual(300_000);
    expect(warnings.filter(({ en }) => /may refuse/.test(en))).toEqual([]);
  });

  it('is the files that are named, one after another', async () => {
    const { loops = [] } = await moving('240x240', { motionFiles: ['webp', 'gif'] });
    expect(loops.map(({ kind }) => kind)).toEqual(['webp', 'gif']);
    for (const { kind, path } of loops) expect((await loopFacts(await readFile(path))).kind).toBe(kind);
  });

  it('stands still on paper, and says so', async () => {
    const { loops, warnings } = await moving('business-card');
    expect(loops).toBeUndefined();
    expect(warnings.map(({ en }) => en)).toContain(
      'This goes on paper, so nothing moves: there is no file in motion.',
    );
  });

  it('stands still where nobody asked', async () => {
    expect((await moving('240x240', { motion: undefined })).loops).toBeUndefined();
  });
});
