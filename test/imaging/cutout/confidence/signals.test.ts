import { describe, expect, it } from 'vitest';
import { measureSignals } from '../../../../src/imaging/cutout/confidence/signals.ts';
import { maskOf } from '../../../../src/imaging/cutout/mask.ts';
import { backgroundOf } from '../../../../src/imaging/cutout/segmentation/background.ts';
import { analysePhoto } from '../../../../src/imaging/cutout/segmentation/photo-analysis.ts';
import { createPlane } from '../../../../src/imaging/raster.ts';
import { block, photoOf, type Shape } from '../photo.ts';

const [WIDTH, HEIGHT] = [240, 120];
const pen = block(30, 54, 210, 64);

/** What a model's map, sure in one shape and half sure on its rim, says beside the cut-out of a pen 10 pixels thick. */
function beside(found: Shape) {
  const { photo } = photoOf({
    width: WIDTH,
    height: HEIGHT,
    ground: [225, 222, 216],
    things: [{ shape: pen, colour: [30, 40, 90] }],
  });
  const analysis = analysePhoto(photo, WIDTH);
  const at = (i: number) => [i % WIDTH, Math.floor(i / WIDTH)] as const;
  const mask = maskOf(WIDTH, HEIGHT, (i) => pen(...at(i)));
  const map = createPlane(WIDTH, HEIGHT);
  for (let i = 0; i < map.data.length; i++) {
    const [x, y] = at(i);
    const rim = !found(x, y - 1) || !found(x, y + 1);
    map.data[i] = found(x, y) ? (rim ? 0.6 : 1) : 0;
  }
  return measureSignals({ analysis, background: backgroundOf(analysis), mask, map }).model;
}

describe('a model’s map of something thin', () => {
  it('does not count against the cut-out where its rim lies a pixel or two beside the photo’s edge', () => {
    for (const found of [pen, block(30, 52, 210, 64), block(30, 53, 210, 66)]) {
      const model = beside(found);
      expect(model?.kept).toBeGreaterThan(0.99);
      expect(model?.inside).toBeGreaterThan(0.97);
    }
  });

  it('counts against it where a part is missing', () => {
    expect(beside(block(30, 54, 150, 64))?.kept).toBeLessThan(0.75);
  });
});
