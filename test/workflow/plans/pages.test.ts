import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeQR } from 'qr/decode.js';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecipeReader } from '../../../src/ad/parse/parse-recipe.ts';
import { parseRequest } from '../../../src/ad/parse/parse-request.ts';
import type { AdResult } from '../../../src/ad/result.ts';
import { loadConfig } from '../../../src/app/config/config.ts';
import { type App, openApp } from '../../../src/app/open-app.ts';
import { pagedRequests } from '../../../src/workflow/plans/paged-requests.ts';
import { ownCheck } from '../../quality/places/own-check.ts';

let folder: string;
let app: App;
let ads: readonly AdResult[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
  app = await openApp(loadConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent', ENGINE: 'studio' }));
  const text = '빵집 소금빵 3,000원 바게트 4,000원, 매일 8시~20시, 서울 마포구 월드컵로 12, 02-555-0142';
  const parts = { qr: 'https://example.com/bread' };
  const request = parseRequest({ text, seed: 4, parts }, app.presets.requestRules);
  const { requestRules } = app.presets;
  const pages = await pagedRequests(app.maker, request, { pages: 'auto', places: ['600x600'] }, requestRules);
  const made: AdResult[] = [];
  for (const page of pages) made.push(await app.maker.make(page));
  ads = made;
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('pages that one request makes', () => {
  it('are one set: the same family, ground and margins, a dot for each, and what every two share over their edge', () => {
    const designs = ads.map(({ layout }) => layout.design);
    expect(designs.map((design) => design?.family)).toEqual(designs.map(() => designs[0]?.family));
    const ground = designs.map((design) => design?.layers[0]);
    expect(ground).toEqual(ground.map(() => ground[0]));
    for (const [i, design] of designs.entries()) {
      const discs = (design?.layers ?? []).filter(({ kind }) => kind === 'disc').map(({ box }) => box);
      const atRight = discs.filter(({ x, width }) => x < 600 && x + width > 600);
      const next = (designs[i + 1]?.layers ?? []).filter(({ kind }) => kind === 'disc').map(({ box }) => box);
      // What runs out of one page comes in on the next, at the same height.
      expect(next.filter(({ x }) => x < 0)).toEqual(atRight.map((box) => ({ ...box, x: box.x - 600 })));
      for (const { box } of design?.blocks ?? [])
        expect(box.x >= 35 && box.x + box.width <= 565 && box.y >= 35).toBe(true);
    }
  });

  it('hold the QR code on one page, which reads, and are told to those who do not see them', async () => {
    const coded = ads.filter(({ layout }) => layout.design?.parts !== undefined);
    expect(coded).toHaveLength(1);
    const [page] = coded;
    if (page === undefined) throw new Error('no page has the code');
    const { data, info } = await sharp(page.image.path)
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(decodeQR({ ...info, data }, { format: 'RGBA' })).toBe('https://example.com/bread');
    for (const { image, recipe } of ads) {
      const place = app.presets.requestRules.place(recipe.request.place ?? '');
      expect(await ownCheck(await readFile(image.path), place)).toEqual([]);
    }
  });

  it('are made again from their recipes', async () => {
    const last = ads.at(-1);
    if (last === undefined) throw new Error('there are no pages');
    const { request, decided } = createRecipeReader(app.presets.studio).parse(
      JSON.stringify(last.recipe),
      'page',
    );
    const again = await app.maker.make(request, { decided });
    const pixels = (path: string): Promise<Buffer> => sharp(path).raw().toBuffer();
    expect((await pixels(again.image.path)).equals(await pixels(last.image.path))).toBe(true);
  });
});
