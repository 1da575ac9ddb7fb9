import { describe, expect, it } from 'vitest';
import { area, type Box, contains, intersection } from '../../src/ad/geometry.ts';
import type { HexColour, SceneName } from '../../src/ad/scene.ts';
import { hexToOklch, rgbToOklab } from '../../src/imaging/colour.ts';
import { resizeRaster } from '../../src/imaging/filter.ts';
import type { Raster } from '../../src/imaging/raster.ts';
import { renderScene } from '../../src/studio/render-scene.ts';
import type { SceneRequest } from '../../src/studio/scene.ts';
import { productBox } from '../../src/studio/staging/finish-backdrop.ts';
import { builtIn } from '../../src/studio/studio.ts';

const request = (changes: Partial<SceneRequest> = {}): SceneRequest => ({
  recipe: 'table',
  lighting: 'window',
  palette: { background: '#efe0cd', ink: '#3a2415', accent: '#c2410c' },
  darkness: 0,
  style: 'realistic',
  room: { product: true, words: true },
  size: { width: 240, height: 240 },
  seed: 7,
  ...changes,
});

/** Mean distance of two pictures, 0–255. */
function difference(a: Raster, b: Raster): number {
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) sum += Math.abs(a.data[i]! - b.data[i]!);
  return sum / a.data.length;
}

/** Mean of a value of OKLab lightness over every third pixel of a box. */
function meanOf(image: Raster, box: Box, value: (lightness: number) => number): number {
  let sum = 0;
  let count = 0;
  for (let y = box.y; y < box.y + box.height; y += 3) {
    for (let x = box.x; x < box.x + box.width; x += 3) {
      const i = (y * image.width + x) * 4;
      sum += value(rgbToOklab([image.data[i]!, image.data[i + 1]!, image.data[i + 2]!])[0]);
      count++;
    }
  }
  return sum / count;
}

const meanLightness = (image: Raster, box: Box): number => meanOf(image, box, (lightness) => lightness);

describe.each(builtIn.scenes.names)('%s', (recipe) => {
  it('makes the same picture for the same request', () => {
    const a = renderScene(request({ recipe }));
    const b = renderScene(request({ recipe }));
    expect(Buffer.from(b.image.data).equals(Buffer.from(a.image.data))).toBe(true);
    expect(b.stage).toEqual(a.stage);
  });

  it('varies visibly with the seed', () => {
    const pictures = [1, 2, 3].map((seed) => renderScene(request({ recipe, seed })).image);
    expect(difference(pictures[0]!, pictures[1]!)).toBeGreaterThan(1.5);
    expect(difference(pictures[1]!, pictures[2]!)).toBeGreaterThan(1.5);
  });

  it.each([
    [256, 256],
    [272, 480],
    [480, 272],
    [400, 500],
  ])('knows its own stage at %i × %i', (width, height) => {
    const { image, stage } = renderScene(request({ recipe, size: { width, height } }));
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
    const { image } = renderScene(request({ recipe, darkness: 0.9 }));
    const bright = renderScene(
      request({ recipe, palette: { background: '#ffffff', ink: '#000000', accent: '#ff0000' } }),
    );
    for (const { data } of [image, bright.image]) {
      let wrong = 0;
      for (let i = 0; i < data.length; i += 4) {
        const sum = data[i]! + data[i + 1]! + data[i + 2]!;
        if (data[i + 3] !== 255 || sum === 0 || sum === 765) wrong++;
      }
      expect(wrong).toBe(0);
    }
  });

  it('never repeats a row, so nothing bands', () => {
    const { image } = renderScene(request({ recipe, lighting: 'softbox' }));
    const row = (y: number): string =>
      image.data.subarray(y * image.width * 4, (y + 1) * image.width * 4).join();
    const rows = Array.from({ length: image.height }, (_, y) => row(y));
    expect(rows.filter((pixels, y) => pixels === rows[y - 1])).toEqual([]);
  });

  it.each(['#202020', '#7a7a7a', '#e8e8e8', '#b5483a'] as const)(
    'stays clear of a product of %s, as far as its surfaces look real',
    (productColour: HexColour) => {
      const { image, stage } = renderScene(request({ recipe, productColour }));
      const floor = stage.floor!;
      const ground = (floor.top + floor.bottom) / 2;
      const behind = productBox(request(), Math.min(ground, 0.83 * image.height));
      const [product] = hexToOklch(productColour);
      expect(meanOf(image, behind, (l) => Math.abs(l - product))).toBeGreaterThan(0.14);
    },
  );
});

describe('outdoor', () => {
  it.each([1, 2, 3, 4])(
    'lays the sea or a meadow behind a stage in the open, as it is told (seed %i)',
    (seed) => {
      const open = { recipe: 'outdoor', season: 'summer', lighting: 'sun', seed } as const;
      // Just above the stage: water is bluer than it is green, grass the other way round.
      const blueOverGreen = (outlook: 'sea' | 'meadow'): number => {
        const { image, stage } = renderScene(request({ ...open, outlook }));
        const row = Math.round(stage.horizon) - 14;
        let sum = 0;
        for (let x = 0; x < image.width; x++) {
          const i = (row * image.width + x) * 4;
          sum += image.data[i + 2]! - image.data[i + 1]!;
        }
        return sum / image.width;
      };
      expect(blueOverGreen('sea')).toBeGreaterThan(blueOverGreen('meadow') + 10);
    },
  );
});

/** Backdrops with a wooden board that runs away from the camera. */
const BOARDED: readonly SceneName[] = ['table', 'gobo', 'bokeh', 'outdoor'];

describe.each(BOARDED)('boards of %s', (recipe) => {
  it('shows no moiré: a picture of twice the size, reduced, is the same picture', () => {
    const single = renderScene(
      request({ recipe, material: 'oak', lighting: 'softbox', size: { width: 320, height: 320 } }),
    );
    const double = renderScene(
      request({ recipe, material: 'oak', lighting: 'softbox', size: { width: 640, height: 640 } }),
    );
    const { horizon } = single.stage;
    const band = (image: Raster): Raster => resizeRaster(image, 60, 60);
    const a = band(single.image);
    const b = band(double.image);
    const from = Math.floor((horizon / 320) * 60);
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
      const { image, stage } = renderScene(request({ recipe: 'sweep', lighting: 'softbox', seed }));
      const half = image.width / 2;
      const left = meanLightness(image, { x: 0, y: 0, width: half, height: 120 });
      const right = meanLightness(image, { x: half, y: 0, width: half, height: 120 });
      expect(left > right).toBe(Math.cos(stage.light.azimuth) < 0);
    }
  });

  it('fades into the night', () => {
    const noon = meanLightness(renderScene(request()).image, { x: 0, y: 0, width: 240, height: 150 });
    const night = meanLightness(renderScene(request({ darkness: 1 })).image, {
      x: 0,
      y: 0,
      width: 240,
      height: 150,
    });
    expect(night).toBeLessThan(noon - 0.15);
    expect(night).toBeGreaterThan(0.12);
  });
});
