import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Face } from '../../src/ad/face.ts';
import { PROJECT_ROOT } from '../../src/app/config/project-root.ts';
import { createRaster, type Raster } from '../../src/imaging/raster.ts';
import { loadFaces } from '../../src/presets/load-faces.ts';
import { drawThingStrip } from '../../src/typography/draw-thing-strip.ts';

let faces: readonly Face[];
beforeAll(async () => {
  faces = await loadFaces(join(PROJECT_ROOT, 'fonts'));
});

/** Red on its left half, blue on its right. */
function photo(): Raster {
  const raster = createRaster(400, 200);
  for (let i = 0; i < 400 * 200; i++)
    raster.data.set(i % 400 < 200 ? [200, 0, 0, 255] : [0, 0, 200, 255], i * 4);
  return raster;
}

const colourAt = ({ width, data }: Raster, x: number, y: number): readonly number[] => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3),
];

const LEFT = { x: 20, y: 60, width: 100, height: 100 };
const RIGHT = { x: 280, y: 60, width: 100, height: 80 };

describe('a strip of things', () => {
  it('shows each with its number, and what is in the ad in a green frame', () => {
    const strip = drawThingStrip({ rows: [{ photo: photo(), boxes: [LEFT, RIGHT], picked: [1] }], faces });
    expect([strip.width, strip.height]).toEqual([522, 268]);
    expect(colourAt(strip, 14 + 120, 14 + 160)).toEqual([200, 0, 0]);
    expect(colourAt(strip, 14 + 254 + 120, 14 + 160)).toEqual([0, 0, 200]);
    expect(colourAt(strip, 14 + 4, 14 + 150)).toEqual([200, 0, 0]);
    expect(colourAt(strip, 14 + 254 + 4, 14 + 150)).toEqual([26, 127, 69]);
    // The numbers: white on a dark and on a green disc, and not the same.
    const digit = (column: number): string => {
      let shape = '';
      for (let y = 30; y < 70; y++)
        for (let x = 30; x < 70; x++) shape += colourAt(strip, column * 254 + x, y)[0]! > 200 ? '1' : '0';
      return shape;
    };
    expect(digit(0)).toContain('1');
    expect(digit(0)).not.toBe(digit(1));
  });

  it('has a row for each photo, and shows what is at the photo’s edge', () => {
    const rows = [
      { photo: photo(), boxes: [{ x: 0, y: 0, width: 400, height: 200 }, RIGHT], picked: [] },
      { photo: photo(), boxes: [LEFT, RIGHT, LEFT], picked: [0] },
    ];
    const strip = drawThingStrip({ rows, faces });
    expect([strip.width, strip.height]).toEqual([3 * 254 + 14, 2 * 254 + 14]);
    // A picture wider than high has white above and below.
    expect(colourAt(strip, 14 + 120, 14 + 20)).toEqual([255, 255, 255]);
  });
});
