import { describe, expect, it } from 'vitest';
import { area, contains, intersection } from '../../../src/ad/geometry.ts';
import type { BackdropName, HexColour } from '../../../src/ad/scene.ts';
import { arch } from '../../../src/imaging/backdrop/arch.ts';
import type { Backdrop, BackdropRequest } from '../../../src/imaging/backdrop/backdrop.ts';
import { bokeh } from '../../../src/imaging/backdrop/bokeh.ts';
import { productBox } from '../../../src/imaging/backdrop/develop.ts';
import { gobo } from '../../../src/imaging/backdrop/gobo.ts';
import { podium } from '../../../src/imaging/backdrop/podium.ts';
import { shelf } from '../../../src/imaging/backdrop/shelf.ts';
import { sweep } from '../../../src/imaging/backdrop/sweep.ts';
import { table } from '../../../src/imaging/backdrop/table.ts';
import { tiles } from '../../../src/imaging/backdrop/tiles.ts';
import { hexToOklch, rgbToOklab } from '../../../src/imaging/colour.ts';
import { resizeRaster } from '../../../src/imaging/filter.ts';
import type { Raster } from '../../../src/imaging/raster.ts';

type Recipe = (request: BackdropRequest) => Backdrop;

const RECIPES: readonly (readonly [BackdropName, Recipe])[] = [
  ['sweep', sweep],
  ['table', table],
  ['podium', podium],
  ['arch', arch],
  ['gobo', gobo],
  ['bokeh', bokeh],
  ['shelf', shelf],
  ['tiles', tiles],
];

const request = (changes: Partial<BackdropRequest> = {}): BackdropRequest => ({
  recipe: 'table',
  lighting: 'window',
  palette: { background: '#efe0cd', ink: '#3a2415', accent: '#c2410c' },
  darkness: 0,
  style: 'realistic',
  room: { product: true, words: true },
  size: { width: 320, height: 320 },
  seed: 7,
  ...changes,
});

/** Mean distance of two pictures, 0–255. */
function difference(a: Raster, b: Raster): number {
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) sum += Math.abs(a.data[i]! - b.data[i]!);
  return sum / a.data.length;
}

function meanLightness(image: Raster, box: { x: number; y: number; width: number; height: number }): number {
  let sum = 0;
  let count = 0;
  for (let y = box.y; y < box.y + box.height; y += 3) {
    for (let x = box.x; x < box.x + box.width; x += 3) {
      const i = (y * image.width + x) * 4;
      sum += rgbToOklab([image.data[i]!, image.data[i + 1]!, image.data[i + 2]!])[0];
      count++;
    }
  }
  return sum / count;
}

describe.each(RECIPES)('%s', (recipe, render) => {
  it('makes the same picture for the same request', () => {
    const a = render(request({ recipe }));
    const b = render(request({ recipe }));
    expect(b.image.data).toEqual(a.image.data);
    expect(b.stage).toEqual(a.stage);
  });

  it('varies visibly with the seed', () => {
    const pictures = [1, 2, 3].map((seed) => render(request({ recipe, seed })).image);
    expect(difference(pictures[0]!, pictures[1]!)).toBeGreaterThan(2.5);
    expect(difference(pictures[1]!, pictures[2]!)).toBeGreaterThan(2.5);
  });

  it.each([
    [256, 256],
    [272, 480],
    [480, 272],
    [400, 500],
  ])('knows its own stage at %i × %i', (width, height) => {
    const { image, stage } = render(request({ recipe, size: { width, height } }));
    expect([image.width, image.height]).toEqual([width, height]);
    const whole = { x: 0, y: 0, width, height };
    expect(stage.horizon).toBeGreaterThan(0.3 * height);
    expect(stage.horizon).toBeLessThan(0.9 * height);
    const floor = stage.floor!;
    expect(floor.top).toBeGreaterThanOrEqual(stage.horizon);
    expect(floor.bottom).toBeLessThanOrEqual(height);
    expect(floor.bottom - floor.top).toBeGreaterThan(0.04 * Math.min(width, height));
    expect(stage.freeSpace.length).toBeGreaterThan(0);
    const ground = Math.min(floor.bottom, Math.max(floor.top, 0.8 * height));
    const product = productBox(request({ size: { width, height } }), ground);
    for (const box of stage.freeSpace) {
      expect(contains(whole, box)).toBe(true);
      expect(area(intersection(box, product))).toBeLessThan(0.12 * area(box));
    }
  });

  it('has no transparent pixel, and neither black nor white', () => {
    const { image } = render(request({ recipe, darkness: 0.9 }));
    const bright = render(
      request({ recipe, palette: { background: '#ffffff', ink: '#000000', accent: '#ff0000' } }),
    );
    for (const { data } of [image, bright.image]) {
      for (let i = 0; i < data.length; i += 4) {
        expect(data[i + 3]).toBe(255);
        const sum = data[i]! + data[i + 1]! + data[i + 2]!;
        expect(sum > 0 && sum < 765).toBe(true);
      }
    }
  });

  it('never repeats a row, so nothing bands', () => {
    const { image } = render(request({ recipe, lighting: 'softbox' }));
    const row = (y: number): string =>
      image.data.subarray(y * image.width * 4, (y + 1) * image.width * 4).join();
    for (let y = 1; y < image.height; y++) expect(row(y)).not.toBe(row(y - 1));
  });

  it.each(['#202020', '#7a7a7a', '#e8e8e8', '#b5483a'] as const)(
    'stays clear of a product of %s, as far as its surfaces look real',
    (productColour: HexColour) => {
      const { image, stage } = render(request({ recipe, productColour }));
      const floor = stage.floor!;
      const ground = (floor.top + floor.bottom) / 2;
      const behind = productBox(request(), Math.min(ground, 0.83 * image.height));
      const [product] = hexToOklch(productColour);
      expect(Math.abs(meanLightness(image, behind) - product)).toBeGreaterThan(0.14);
    },
  );

  it('shows no moiré: a picture of twice the size, reduced, is the same picture', () => {
    const single = render(
      request({ recipe, material: 'oak', lighting: 'softbox', size: { width: 480, height: 480 } }),
    );
    const double = render(
      request({ recipe, material: 'oak', lighting: 'softbox', size: { width: 960, height: 960 } }),
    );
    const { horizon } = single.stage;
    const band = (image: Raster): Raster => resizeRaster(image, 60, 60);
    const a = band(single.image);
    const b = band(double.image);
    const from = Math.floor((horizon / 480) * 60);
    let worst = 0;
    for (let y = from; y < Math.min(60, from + 8); y++) {
      for (let x = 0; x < 60; x++) {
        const i = (y * 60 + x) * 4;
        worst = Math.max(worst, Math.abs(a.data[i + 1]! - b.data[i + 1]!));
      }
    }
    expect(worst).toBeLessThan(16);
  });
});

describe('light', () => {
  it('comes from where the stage says', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const { image, stage } = sweep(request({ recipe: 'sweep', lighting: 'softbox', seed }));
      const half = image.width / 2;
      const left = meanLightness(image, { x: 0, y: 0, width: half, height: 160 });
      const right = meanLightness(image, { x: half, y: 0, width: half, height: 160 });
      expect(left > right).toBe(Math.cos(stage.light.azimuth) < 0);
    }
  });

  it('fades into the night', () => {
    const noon = meanLightness(table(request()).image, { x: 0, y: 0, width: 320, height: 200 });
    const night = meanLightness(table(request({ darkness: 1 })).image, {
      x: 0,
      y: 0,
      width: 320,
      height: 200,
    });
    expect(night).toBeLessThan(noon - 0.15);
    expect(night).toBeGreaterThan(0.12);
  });
});
