import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseRequest } from '../../../src/ad/parse/parse-request.ts';
import { loadConfig } from '../../../src/app/config/config.ts';
import { type App, openApp } from '../../../src/app/open-app.ts';
import { painter } from '../painter.ts';

let folder: string;
let app: App;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shared-picture-'));
  app = await openApp(loadConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent', ENGINE: 'studio' }));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the picture of an engine that takes minutes', () => {
  it('is of one size for all places of an order, and of the ad’s own where there is but one', async () => {
    const slow = painter(app, false, { bestPixels: 512 * 512 });
    const request = parseRequest(
      { text: '카페 신메뉴 딸기라떼 6,500원', seed: 5, family: 'auto', place: '400x500' },
      app.presets.requestRules,
    );
    const sizeAt = async (places?: number) =>
      (await slow.make(request, places === undefined ? {} : { places })).layout.design?.made?.size;
    const alone = await sizeAt();
    // No larger than the sheet needs.
    expect(alone?.width).toBeLessThanOrEqual(512);
    expect(await sizeAt(1)).toEqual(alone);
    expect(await sizeAt(2)).toEqual({ width: 1152, height: 1152 });
  });
});
