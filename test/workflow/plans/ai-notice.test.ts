import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contains, overlaps, turnedBounds } from '../../../src/ad/geometry.ts';
import { createRecipeReader } from '../../../src/ad/parse/parse-recipe.ts';
import { parseRequest } from '../../../src/ad/parse/parse-request.ts';
import type { PhotoRef } from '../../../src/ad/request.ts';
import type { AdResult } from '../../../src/ad/result.ts';
import { loadConfig } from '../../../src/app/config/config.ts';
import { type App, openApp } from '../../../src/app/open-app.ts';
import { catalogue } from '../../../src/studio/catalogue.ts';
import { ownCheck } from '../../quality/places/own-check.ts';
import { painter } from '../painter.ts';

let folder: string;
let app: App;
let latte: PhotoRef;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ai-notice-'));
  app = await openApp(loadConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent', ENGINE: 'studio' }));
  const bytes = await readFile(join('samples', 'strawberry-latte.jpg'));
  latte = await app.photos.accept({ bytes, name: 'latte.jpg' });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const asked = (more: object) =>
  parseRequest(
    { text: '카페 신메뉴 딸기라떼 6,500원, 나무 테이블 위', seed: 5, ...more },
    app.presets.requestRules,
  );

const pixels = ({ image }: AdResult): Promise<Buffer> => sharp(image.path).raw().toBuffer();

const saysSo = ({ reasoning }: AdResult): boolean =>
  reasoning.some(({ ko, en }) => /‘AI로 만든 이미지’/.test(ko) && /Made with AI|AI로 만든 이미지/.test(en));

describe('the notice that a trained model drew in a picture', () => {
  it('stands in a scene off words and what an app covers, and a recipe makes it again wherever notices are off', async () => {
    const request = asked({ place: 'instagram-story', family: 'scene', photos: [latte] });
    const ad = await painter(app, true).make(request);
    const { notice, text } = ad.layout;
    const sheet = { x: 0, y: 268, width: 1080, height: 1920 - 268 - 383 };
    expect(contains(sheet, notice!)).toBe(true);
    for (const { box, angle } of text!.blocks)
      expect(overlaps(notice!, turnedBounds(box, angle))).toBe(false);
    expect(saysSo(ad)).toBe(true);
    const file = await readFile(ad.image.path);
    expect(await ownCheck(file, app.presets.requestRules.place('instagram-story'))).toEqual([]);

    const recipe = createRecipeReader(catalogue).parse(JSON.stringify(ad.recipe), 'ad.json');
    expect(recipe.decided.notice).toEqual(notice);
    const again = await painter(app, false).make(recipe.request, { decided: recipe.decided });
    expect(again.layout.notice).toEqual(notice);
    expect((await pixels(again)).equals(await pixels(ad))).toBe(true);
  });

  it('stands in a design that shows what was drawn', async () => {
    const ad = await painter(app, true).make(asked({ family: 'auto', place: '400x500' }));
    const { notice, design } = ad.layout;
    expect(design?.made).toBeDefined();
    const shown = design!.layers.flatMap((layer) =>
      layer.kind === 'picture' ? [turnedBounds(layer.box, layer.angle)] : [],
    );
    expect(shown.some((box) => contains(box, notice!))).toBe(true);
    for (const { box, angle } of design!.blocks)
      expect(overlaps(notice!, turnedBounds(box, angle))).toBe(false);
    expect(saysSo(ad)).toBe(true);
  });

  it('is only told where a picture takes no words, and not at all of the studio or where notices are off', async () => {
    const bare = await painter(app, true).make(asked({ place: 'smartstore', photos: [latte] }));
    expect(bare.layout).not.toHaveProperty('notice');
    expect(bare.warnings.some(({ ko }) => /AI 모델이 그린 그림.*파일 정보/.test(ko))).toBe(true);

    const small = asked({ place: '320x320', family: 'scene' });
    for (const maker of [app.maker, painter(app, false)]) {
      const silent = await maker.make(small);
      expect(silent.layout).not.toHaveProperty('notice');
      expect(saysSo(silent)).toBe(false);
    }
  });
});
