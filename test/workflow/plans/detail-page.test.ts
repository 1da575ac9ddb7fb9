import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseRequest } from '../../../src/ad/parse/parse-request.ts';
import type { AdResult } from '../../../src/ad/result.ts';
import { loadConfig } from '../../../src/app/config/config.ts';
import { type App, openApp } from '../../../src/app/open-app.ts';
import { pagedRequests } from '../../../src/workflow/plans/paged-requests.ts';

let folder: string;
let app: App;
let files: readonly AdResult[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'detail-'));
  app = await openApp(loadConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent', ENGINE: 'studio' }));
  const { requestRules } = app.presets;
  const text =
    '과일가게 사과 12,000원 포도 15,000원 딸기 9,900원, 3만원 이상 무료배송, 알레르기 유발 성분 없음, 수령 후 7일 이내 환불 가능, 냉장 배송 불가, 문의 02-555-0142';
  const request = parseRequest({ text, seed: 4 }, requestRules);
  const made: AdResult[] = [];
  for (const file of await pagedRequests(app.maker, request, { places: ['smartstore-detail'] }, requestRules))
    made.push(await app.maker.make(file));
  files = made;
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a detail page', () => {
  it('is cut into files that its place takes, between blocks and never through words', async () => {
    expect(files.length).toBeGreaterThan(1);
    for (const { image, layout, recipe, warnings } of files) {
      const { format, width, height } = await sharp(await readFile(image.path)).metadata();
      expect([format, width]).toEqual(['jpeg', 860]);
      expect(height).toBeLessThanOrEqual(5000);
      expect(warnings.filter(({ en }) => /may refuse/.test(en))).toEqual([]);
      const blocks = layout.design?.blocks ?? [];
      expect(blocks.length).toBeGreaterThan(0);
      for (const { box, size, scales = [1] } of blocks) {
        expect(box.y >= 0 && box.y + box.height <= Number(height)).toBe(true);
        expect(size * Math.min(...scales)).toBeGreaterThanOrEqual(26);
      }
      expect(recipe.decided.brief.page?.blocks?.length).toBeGreaterThan(0);
    }
  });

  it('says all that the owner said: what is sold, the prices, notices, and whom to ask', () => {
    const said = files
      .flatMap(({ layout }) => layout.design?.blocks ?? [])
      .flatMap(({ lines }) => lines)
      .join(' ');
    for (const words of [
      '사과',
      '포도',
      '딸기',
      '12,000',
      '15,000',
      '9,900',
      '무료배송',
      '환불 가능',
      '냉장',
      '02-555-0142',
    ])
      expect(said).toContain(words);
    expect(new Set(files.map(({ layout }) => layout.design?.family)).size).toBe(1);
  });
});
