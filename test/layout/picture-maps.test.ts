import { describe, expect, it } from 'vitest';
import { digestOf } from '../../src/imaging/digest.ts';
import { createMatte, createRaster, type Raster } from '../../src/imaging/raster.ts';
import { pictureMapOf } from '../../src/layout/picture-maps.ts';

/** A grey picture, with its digest as pictures from the threads have it. */
function grey(level: number): Raster {
  const raster = createRaster(40, 30);
  raster.data.fill(level);
  return { ...raster, digest: digestOf(raster) };
}

describe('maps of pictures', () => {
  it('are made once for the same pixels and the same product', () => {
    const box = { x: 4, y: 4, width: 10, height: 8 };
    expect(pictureMapOf(grey(90))).toBe(pictureMapOf(grey(90)));
    expect(pictureMapOf(grey(90), box)).toBe(pictureMapOf(grey(90), { ...box }));
  });

  it('are another for other pixels or another product', () => {
    const matte = createMatte(40, 30);
    const product = { ...matte, digest: digestOf(matte) };
    const maps = [
      pictureMapOf(grey(90)),
      pictureMapOf(grey(91)),
      pictureMapOf(grey(90), product),
      pictureMapOf(grey(90), { x: 0, y: 0, width: 1, height: 1 }),
    ];
    expect(new Set(maps).size).toBe(4);
  });

  it('are made anew where the pixels have no digest to be known by', () => {
    const raster = createRaster(40, 30);
    expect(pictureMapOf(raster)).not.toBe(pictureMapOf(raster));
  });

  it('are forgotten, the longest unused first', () => {
    const first = pictureMapOf(grey(1));
    const second = pictureMapOf(grey(2));
    for (const level of [3, 4]) pictureMapOf(grey(level));
    expect(pictureMapOf(grey(1))).toBe(first);
    pictureMapOf(grey(5));
    expect(pictureMapOf(grey(1))).toBe(first);
    expect(pictureMapOf(grey(2))).not.toBe(second);
  });
});
