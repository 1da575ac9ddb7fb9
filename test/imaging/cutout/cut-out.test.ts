import { describe, expect, it } from 'vitest';
import { cutOut } from '../../../src/imaging/cutout/cut-out.ts';
import { copyRaster, createPlane, createRaster, type Raster } from '../../../src/imaging/raster.ts';
import { scoreCutout } from '../../quality/cutout-metrics.ts';
import { photographProp } from '../../quality/set-photo.ts';
import { block, disc, mirrored, photoOf } from './photo.ts';

const RED = [190, 44, 40] as const;
const PAPER = [214, 210, 202] as const;
/** Paper whose light falls off to one side. */
const sweep = (x: number): [number, number, number] => [224 - 0.12 * x, 220 - 0.12 * x, 210 - 0.12 * x];

const cup = [
  { shape: block(90, 70, 150, 150), colour: RED },
  { shape: disc(160, 105, 26), colour: RED },
];

const alphaAt = (image: Raster, x: number, y: number): number => image.data[(y * image.width + x) * 4 + 3]!;

const isSame = (one: Raster, other: Raster): boolean => one.data.every((value, i) => value === other.data[i]);

describe('cutOut', () => {
  it('finds a product on paper, to a pixel, and is sure of it', async () => {
    const { photo, truth } = photoOf({ ground: sweep, things: cup });
    const { image, matte, confidence, why } = await cutOut({ photo });
    const { iou, boundaryF } = scoreCutout(matte, truth);
    expect(iou).toBeGreaterThan(0.97);
    expect(boundaryF).toBeGreaterThan(0.97);
    // A probability: by rules alone nothing is surer than about 0.8.
    expect(confidence).toBeGreaterThan(0.7);
    expect([image.width, image.height]).toEqual([photo.width, photo.height]);
    expect(why[0]?.en).toContain(`${Math.round(100 * confidence)}%`);
    expect(why[0]?.ko).toContain('오려');
  });

  it('leaves the pixels inside as they are, byte for byte, and nothing outside', async () => {
    const { photo } = photoOf({ ground: sweep, things: cup });
    const { image, matte } = await cutOut({ photo });
    const wrong = { alpha: 0, inside: 0, outside: 0 };
    for (let i = 0; i < matte.data.length; i++) {
      const [pixel, own] = [image.data.subarray(i * 4, i * 4 + 4), photo.data.subarray(i * 4, i * 4 + 4)];
      if (pixel[3] !== matte.data[i]) wrong.alpha++;
      if (pixel[3] === 255 && pixel.some((value, c) => value !== own[c])) wrong.inside++;
      if (pixel[3] === 0 && pixel.some((value) => value !== 0)) wrong.outside++;
    }
    expect(wrong).toEqual({ alpha: 0, inside: 0, outside: 0 });
  });

  it('gives the rim the colour of the product, without any of the ground', async () => {
    const { photo } = photoOf({
      ground: [60, 170, 70],
      things: [{ shape: disc(120, 100, 50), colour: RED }],
    });
    const { image } = await cutOut({ photo });
    let [mixed, furthest] = [0, 0];
    for (let i = 0; i < image.data.length; i += 4) {
      const alpha = image.data[i + 3]!;
      if (alpha < 40 || alpha === 255) continue;
      mixed++;
      for (let c = 0; c < 3; c++) furthest = Math.max(furthest, Math.abs(image.data[i + c]! - RED[c]!));
    }
    expect(mixed).toBeGreaterThan(100);
    expect(furthest).toBeLessThan(30);
  });

  it('is the same each time, and mirrored for a mirrored photo', async () => {
    const { photo } = photoOf({ ground: sweep, things: cup });
    const before = copyRaster(photo);
    const [first, again] = [await cutOut({ photo }), await cutOut({ photo })];
    expect(isSame(photo, before)).toBe(true);
    expect(isSame(again.image, first.image)).toBe(true);
    expect(again.confidence).toBe(first.confidence);
    const turned = await cutOut({ photo: mirrored(photo) });
    expect(scoreCutout(mirrored(turned.matte), first.matte).iou).toBeGreaterThan(0.985);
  });

  it('tells of its four steps', async () => {
    const steps: string[] = [];
    await cutOut(photoOf({ ground: PAPER, things: cup }), (step, all) => steps.push(`${step}/${all}`));
    expect(steps).toEqual(['1/4', '2/4', '3/4', '4/4']);
  });

  it('leaves a soft shadow on the table', async () => {
    const light = (x: number, y: number): number =>
      1 - 0.4 * Math.exp(-(((x - 185) / 34) ** 2) - ((y - 148) / 12) ** 2);
    const { photo, truth } = photoOf({ ground: PAPER, things: cup, light });
    const { matte, confidence } = await cutOut({ photo });
    expect(scoreCutout(matte, truth).iou).toBeGreaterThan(0.95);
    expect(confidence).toBeGreaterThan(0.5);
  });

  it('opens the hole of a handle, and not the white label of a bottle', async () => {
    const ring = (x: number, y: number): boolean => disc(150, 105, 40)(x, y) && !disc(150, 105, 24)(x, y);
    const handle = photoOf({
      ground: PAPER,
      things: [
        { shape: block(60, 50, 125, 160), colour: RED },
        { shape: ring, colour: RED },
      ],
    });
    const open = await cutOut({ photo: handle.photo });
    expect(alphaAt(open.image, 157, 105)).toBe(0);
    expect(scoreCutout(open.matte, handle.truth).iou).toBeGreaterThan(0.95);
    const bottle = photoOf({
      ground: PAPER,
      things: [
        { shape: block(80, 30, 160, 170), colour: RED },
        { shape: block(92, 80, 148, 130), colour: [248, 248, 246] },
      ],
    });
    const closed = await cutOut({ photo: bottle.photo });
    expect(alphaAt(closed.image, 120, 105)).toBe(255);
    expect(scoreCutout(closed.matte, bottle.truth).iou).toBeGreaterThan(0.95);
  });

  it('takes two things that stand together, and not the specks beside them', async () => {
    const pair = [
      { shape: disc(75, 110, 34), colour: RED },
      { shape: disc(165, 110, 30), colour: [40, 70, 160] },
    ] as const;
    const speck = { shape: disc(30, 40, 2.5), colour: [120, 116, 110] } as const;
    const { truth } = photoOf({ ground: sweep, things: pair });
    const { photo } = photoOf({ ground: sweep, things: [...pair, speck] });
    const { image, matte } = await cutOut({ photo });
    expect(scoreCutout(matte, truth).iou).toBeGreaterThan(0.95);
    expect(alphaAt(image, 30, 40)).toBe(0);
  });
});

describe('confidence', () => {
  it('loses nothing of what a model saw where the photo has fewer pixels than its map, and hardly tells colours apart', () => {
    const wheel = (x: number, y: number): boolean =>
      Math.abs(Math.hypot(x - 60, y - 45) - 30) < 2.5 || (Math.abs(y - 45) < 1.5 && Math.abs(x - 60) < 30);
    const size = { width: 120, height: 90 };
    const things = [{ shape: wheel, colour: [200, 196, 190] as const }];
    const { photo, truth } = photoOf({ ...size, ground: PAPER, things, noise: 5 });
    const map = createPlane(320, 320);
    for (let i = 0; i < map.data.length; i++) {
      const [x, y] = [(((i % 320) + 0.5) * 120) / 320, ((Math.floor(i / 320) + 0.5) * 90) / 320];
      map.data[i] = wheel(x, y) ? 1 : 0;
    }
    const found = { maps: [{ map, box: { x: 0, y: 0, ...size } }], by: 'u2netp' };
    const { matte } = cutOut({ photo, found });
    expect(scoreCutout(matte, truth).mae).toBeLessThan(0.012);
  });

  it('is none where nothing stands out: the photo stays whole, with advice', async () => {
    const { photo } = photoOf({ ground: PAPER, things: [] });
    const { image, confidence, why } = await cutOut({ photo });
    expect(confidence).toBe(0);
    expect(image).toBe(photo);
    expect(why[0]?.en).toContain('No product was found');
  });

  it.each([
    [
      'a product that the edge cuts off',
      () => photoOf({ ground: sweep, things: [{ shape: disc(190, 100, 72), colour: RED }] }),
      /Step back/,
    ],
    [
      'a product in the colours of the ground',
      () =>
        photoOf({
          ground: PAPER,
          noise: 3,
          things: [{ shape: disc(120, 100, 50), colour: [219, 215, 208] }],
        }),
      /./,
    ],
    [
      'a product among many things',
      () => {
        const tile = (x: number, y: number): [number, number, number] => {
          const v = Math.abs(1e3 * Math.sin(7 * Math.floor(x / 17) + 13 * Math.floor(y / 15))) % 200;
          return [30 + v, 30 + ((v * 7) % 200), 30 + ((v * 13) % 200)];
        };
        const stripes = Array.from({ length: 5 }, (_, i) => ({
          shape: block(80, 60 + 16 * i, 160, 76 + 16 * i),
          colour: tile(17 * i, 15),
        }));
        return photoOf({ ground: tile, things: stripes });
      },
      /plain/,
    ],
  ])('is low for %s, and the reason says how to do better', async (_, scene, advice) => {
    const { confidence, why } = await cutOut(scene());
    expect(confidence).toBeLessThan(0.5);
    expect(why.map((said) => said.en).join(' ')).toMatch(advice);
    for (const said of why) expect(said.ko).not.toBe('');
  });
});

describe('a photo with real alpha', () => {
  /** A red ball that hangs over a shadow painted below it. */
  function ball({ shadow = false }: { shadow?: boolean }): Raster {
    const raster = createRaster(120, 120);
    for (let i = 0; i < 120 * 120; i++) {
      const [x, y] = [i % 120, Math.floor(i / 120)];
      if (Math.hypot(x - 60, y - 45) < 30) raster.data.set([...RED, 255], i * 4);
      const dark = Math.hypot((x - 60) / 40, (y - 100) / 8);
      if (shadow && dark < 1) raster.data.set([20, 18, 18, 90 * (1 - dark)], i * 4);
    }
    return raster;
  }

  it('is used as it is', async () => {
    const photo = ball({});
    const { image, matte, confidence, whole } = await cutOut({ photo });
    expect(isSame(image, photo)).toBe(true);
    expect([matte.data[45 * 120 + 60], matte.data[0]]).toEqual([255, 0]);
    expect([confidence, whole]).toEqual([1, true]);
  });

  it('loses the shadow that was painted below it, and nothing else', async () => {
    const { image, why } = await cutOut({ photo: ball({ shadow: true }) });
    expect(isSame(image, ball({}))).toBe(true);
    expect(why.map((said) => said.en).join(' ')).toContain('shadow');
  });
});

describe('a photo of a traced set', () => {
  const oak = { top: 'oak', lighting: 'overcast', background: '#e6ddd0', accent: '#9c4f3d' } as const;
  const paper = { top: 'paper', lighting: 'softbox', background: '#33363d', accent: '#9c4f3d' } as const;
  it.each([
    ['a tube on paper', 'tube', paper],
    ['a paper bag on an oak table', 'bag', oak],
  ] as const)('%s is cut out close to the truth', async (_, product, setup) => {
    const { photo, truth } = await photographProp(product, setup, { side: 360, seed: 5 });
    const { matte, confidence } = await cutOut({ photo });
    const { iou, mae } = scoreCutout(matte, truth);
    expect(iou).toBeGreaterThan(0.92);
    expect(mae).toBeLessThan(0.02);
    expect(confidence).toBeGreaterThan(0.5);
  });
});
