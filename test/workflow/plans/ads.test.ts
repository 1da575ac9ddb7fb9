import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Box } from '../../../src/ad/geometry.ts';
import { parseRequest, type RequestInput } from '../../../src/ad/parse/parse-request.ts';
import { recipeSchemas } from '../../../src/ad/parse/recipe-schema.ts';
import type { PhotoRef } from '../../../src/ad/request.ts';
import { loadConfig } from '../../../src/app/config/config.ts';
import { type App, openApp } from '../../../src/app/open-app.ts';
import { defined } from '../../../src/collections/defined.ts';
import { encodePng } from '../../../src/imaging/encode-png.ts';
import { catalogue } from '../../../src/studio/catalogue.ts';
import { watchEventLoop } from '../../event-loop.ts';
import { block, disc, photoOf } from '../../imaging/cutout/photo.ts';

let folder: string;
let app: App;
let latte: PhotoRef;
let cream: PhotoRef;
let bread: PhotoRef;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ads-'));
  app = await openApp(loadConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent', ENGINE: 'studio' }));
  const keep = async (name: string): Promise<PhotoRef> =>
    app.photos.accept({ bytes: await readFile(join('samples', name)), name });
  [latte, cream, bread] = await Promise.all([
    keep('strawberry-latte.jpg'),
    keep('hand-cream.jpg'),
    keep('soboro-bread.jpg'),
  ]);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const order = (draft: RequestInput) => app.maker.make(parseRequest(draft, app.presets.requestRules));

/** As a scene, unless another design is asked for. */
const make = (draft: RequestInput) => order({ family: 'scene', ...draft });

const area = ({ width, height }: Box): number => width * height;

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

describe('ads', () => {
  it('are made without holding the event loop for 50 ms', { retry: 2 }, async () => {
    // What is loaded and compiled once is not what jobs cost.
    await make({ text: '카페 딸기라떼', photos: [latte], seed: 1 });
    const loop = watchEventLoop();
    await Promise.all([
      make({ text: '카페 딸기라떼, 따뜻하고 아늑한 분위기', photos: [latte], seed: 2 }),
      make({ text: '핸드크림 1+1 행사', photos: [cream], format: '4:5', seed: 3 }),
      make({ text: '꽃집 봄맞이', seed: 4 }),
    ]);
    const { longest, longestWork } = loop.stop();
    // A busy machine takes the processor away from everybody: what counts is what this thread did by itself.
    expect(Number.isNaN(longestWork) ? longest : longestWork).toBeLessThan(50);
  });

  it('are designed sheets of which no two in a row look alike', async () => {
    const draft = { text: '카페 신메뉴 딸기라떼, 따뜻하고 아늑한 분위기', photos: [latte] };
    const first = await order({ ...draft, seed: 1 });
    const { family = '' } = first.recipe.decided.design ?? {};
    expect(family).not.toBe('');
    expect(first.reasoning.map(({ ko }) => ko).join()).toContain('디자인으로 만들었어요');
    const second = await order({ ...draft, seed: 1, otherFamilies: [family] });
    expect(second.recipe.decided.design?.family).not.toBe(family);
  });

  it('show the product in the place that was asked for, in a design, and make the same again', async () => {
    const ad = await order({ text: '카페 딸기라떼, 나무 테이블 위', photos: [latte], seed: 1 });
    const { design, productLayout, brief } = ad.recipe.decided;
    const picture = design?.layers.find(({ kind }) => kind === 'picture');
    expect(picture).toMatchObject({ photo: 'made' });
    expect(design?.productBoxes).toHaveLength(1);
    expect(productLayout?.placements).toHaveLength(1);
    expect(ad.reasoning.map(({ en }) => en).join()).toContain('A setting was asked for');
    // What was begun is not done twice.
    const names = ad.report.nodes.map(({ name }) => name);
    expect(names.filter((name) => name === 'BackgroundRemovalNode')).toHaveLength(1);
    const stored = recipeSchemas(catalogue).recipe.parse(JSON.parse(JSON.stringify(ad.recipe)));
    const again = await app.maker.make(stored.request, { decided: stored.decided });
    expect(again.image.id).toBe(ad.image.id);
    // Other words of the same ad are set around the same family's picture.
    const copy = { ...brief.copy, headline: '겨울 딸기라떼' };
    const request = { ...stored.request, copy, ...defined({ family: design?.family }) };
    const other = await app.maker.make(request, { decided: { brief: { ...brief, copy } } });
    expect(other.recipe.decided.design?.family).toBe(design?.family);
  });

  it('of words alone show a picture where a mood is asked for', async () => {
    const ad = await order({ text: '카페 신메뉴 딸기라떼, 따뜻하고 아늑한 분위기', format: '16:9', seed: 5 });
    const { design } = ad.recipe.decided;
    const shown = design?.layers.flatMap((layer) => (layer.kind === 'picture' ? [layer] : [])) ?? [];
    expect(shown.map(({ photo }) => photo)).toEqual(['made']);
    expect(design?.made?.size.width).toBeGreaterThanOrEqual(256);
    expect(ad.reasoning.map(({ en }) => en).join()).toContain('A mood was asked for');
  });

  it('set several products into one picture: the first larger, all standing, hardly overlapping', async () => {
    const { layout } = await make({ text: '선물 세트', photos: [latte, cream, bread], seed: 5 });
    const placements = [...(layout.product?.placements ?? [])].sort((a, b) => a.photo - b.photo);
    expect(placements.map(({ photo }) => photo)).toEqual([0, 1, 2]);
    const [hero, ...others] = placements;
    for (const other of others) {
      expect(hero!.box.height).toBeGreaterThanOrEqual(other.box.height);
      expect(hero!.depth).toBeGreaterThanOrEqual(other.depth);
    }
    for (const [i, a] of placements.entries()) {
      for (const b of placements.slice(i + 1)) {
        expect(overlap(a.box, b.box) / Math.min(area(a.box), area(b.box))).toBeLessThanOrEqual(0.15);
      }
    }
    const words = layout.text?.blocks ?? [];
    expect(words.length).toBeGreaterThan(0);
    for (const { box } of words) {
      for (const placement of placements) expect(overlap(box, placement.box)).toBe(0);
    }
  });

  it('of another thing in the photo are cut anew on the same background, and show what can be chosen', async () => {
    const things = [
      { shape: disc(80, 120, 42), colour: [180, 40, 45] },
      { shape: block(170, 50, 250, 170), colour: [40, 70, 160] },
    ] as const;
    const { photo } = photoOf({ width: 300, height: 220, ground: [226, 222, 214], things });
    const two = await app.photos.accept({ bytes: await encodePng(photo), name: 'two.png' });
    const first = await make({ text: '카페 머그컵', photos: [two], seed: 8 });
    const other = await make({ text: '카페 머그컵', photos: [{ ...two, pick: 2 }], seed: 8 });
    expect(first.choice?.photos[0]?.titles).toHaveLength(2);
    expect(other.choice?.photos).toMatchObject([{ photo: 0, picked: [1] }]);
    expect(other.choice?.strip.path).not.toBe(first.choice?.strip.path);
    const ran = other.report.nodes.filter(({ cached }) => cached !== true).map(({ name }) => name);
    expect(ran).not.toContain('Text2ImageNode');
    expect(ran).toEqual(expect.arrayContaining(['BackgroundRemovalNode', 'ThingChoiceNode']));
  });

  it('stand where and as large as they are told', async () => {
    const { layout } = await make({
      text: '카페 딸기라떼',
      photos: [latte],
      scale: 0.4,
      position: { x: 0.3, y: 0.6 },
      lettering: false,
      seed: 6,
    });
    const { box } = layout.product!.placements[0]!;
    expect(box.height / 1080).toBeCloseTo(0.4, 1);
    expect((box.x + box.width / 2) / 1080).toBeCloseTo(0.3, 1);
    expect((box.y + box.height / 2) / 1080).toBeCloseTo(0.6, 1);
  });

  it('carry the shop’s logo off the words and the product, and go without where there are no words', async () => {
    const { default: sharp } = await import('sharp');
    const svg = '<svg width="300" height="120"><rect width="300" height="120" rx="60" fill="#7a2e1d"/></svg>';
    const logo = await app.photos.accept({
      bytes: await sharp(Buffer.from(svg)).png().toBuffer(),
      name: 'logo.png',
    });
    const brand = { shopName: '온기 카페', logo };
    const draft = { text: '카페 딸기라떼 새로 나왔어요', photos: [latte], brand, seed: 8 };
    const { layout, reasoning } = await make(draft);
    const box = layout.logo!;
    expect(box.width / box.height).toBeCloseTo(2.5, 1);
    for (const block of layout.text?.blocks ?? []) expect(overlap(box, block.box)).toBe(0);
    expect(reasoning.some(({ ko }) => ko.includes('로고'))).toBe(true);
    const bare = await make({ ...draft, lettering: false });
    expect(bare.layout.logo).toBeUndefined();
  });

  it('keep the shape of a photo that is restyled, unless told otherwise', async () => {
    const draft = {
      text: '수채화 느낌으로',
      photos: [latte],
      use: 'restyle',
      lettering: false,
      seed: 9,
    } as const;
    const { image, recipe } = await make(draft);
    expect([image.width, image.height]).toEqual([1080, 1350]);
    expect(recipe.request.format).toBe('4:5');
    expect((await make({ ...draft, format: '16:9' })).image.width).toBe(1920);
  });

  it('leave a photo that cannot be cut out whole, as a card, and say how to take a better one', async () => {
    const { default: sharp } = await import('sharp');
    // Nothing stands out of noise.
    const noise = Buffer.from(
      Array.from({ length: 500 * 500 * 3 }, (_, i) => ((i * 2_654_435_761) >>> 13) % 256),
    );
    const bytes = await sharp(noise, { raw: { width: 500, height: 500, channels: 3 } })
      .blur(1.5)
      .png()
      .toBuffer();
    const photo = await app.photos.accept({ bytes, name: 'noise.png' });
    const { layout, reasoning, warnings } = await make({ text: '가게 소식', photos: [photo], seed: 7 });
    expect(layout.product?.kind).toBe('photo-card');
    expect([...reasoning, ...warnings].map(({ ko }) => ko).join(' ')).toMatch(/사진을? .*(찍|배경)/);
  });
});
