import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropToMatte } from '../../../../src/imaging/cutout/crop-to-matte.ts';
import { maskOf } from '../../../../src/imaging/cutout/mask.ts';
import { assembleCutout, choke } from '../../../../src/imaging/cutout/matting/assemble-cutout.ts';
import { fillPlanes } from '../../../../src/imaging/cutout/matting/fill-planes.ts';
import { foregroundColours } from '../../../../src/imaging/cutout/matting/foreground-colours.ts';
import { guidedFilter } from '../../../../src/imaging/cutout/matting/guided-filter.ts';
import { refineMatte } from '../../../../src/imaging/cutout/matting/refine-matte.ts';
import { smoothSurface } from '../../../../src/imaging/cutout/segmentation/smooth-surface.ts';
import { seededRandom } from '../../../../src/imaging/random.ts';
import { createMatte, createPlane, createRaster, type Plane } from '../../../../src/imaging/raster.ts';
import { disc, photoOf } from '../photo.ts';

const planeOf = (width: number, height: number, value: (x: number, y: number) => number): Plane => {
  const plane = createPlane(width, height);
  for (let i = 0; i < plane.data.length; i++) plane.data[i] = value(i % width, Math.floor(i / width));
  return plane;
};

describe('refineMatte', () => {
  it('finds the shares of a rim in a photo larger than the mask, tile by tile', () => {
    const things = [{ shape: disc(130, 120, 70), colour: [190, 44, 40] }] as const;
    const { photo, truth } = photoOf({ width: 260, height: 240, noise: 0, ground: [214, 210, 202], things });
    const half = photoOf({
      width: 130,
      height: 120,
      noise: 0,
      ground: [214, 210, 202],
      things: [{ shape: disc(65, 60, 35), colour: [190, 44, 40] }],
    });
    const mask = maskOf(130, 120, (i) => half.truth.data[i]! > 127);
    const shares = refineMatte(photo, half.photo, mask);
    let [worst, sum] = [0, 0];
    for (let i = 0; i < shares.data.length; i++) {
      const off = Math.abs(shares.data[i]! - truth.data[i]! / 255);
      worst = Math.max(worst, off);
      sum += off;
    }
    expect(worst).toBeLessThan(0.35);
    expect(sum / shares.data.length).toBeLessThan(0.003);
    expect([shares.data[120 * 260 + 130], shares.data[0]]).toEqual([1, 0]);
  });
});

describe('foregroundColours', () => {
  it('takes the ground out of mixed pixels', () => {
    const product = [200, 60, 30] as const;
    const ground = [20, 90, 220] as const;
    const shares = planeOf(40, 30, (x, y) => Math.max(0, Math.min(1, (14 - Math.hypot(x - 20, y - 15)) / 4)));
    const photo = createRaster(40, 30);
    for (let i = 0; i < shares.data.length; i++) {
      const share = shares.data[i]!;
      const mixed = product.map((value, c) => value * share + ground[c]! * (1 - share));
      photo.data.set([...mixed, 255], i * 4);
    }
    const colours = foregroundColours(photo, shares);
    for (let i = 0; i < shares.data.length; i++) {
      if (shares.data[i]! < 0.1 || shares.data[i] === 1) continue;
      for (let c = 0; c < 3; c++) expect(Math.abs(colours[i * 3 + c]! - product[c]!)).toBeLessThan(6);
    }
  });

  it('knows the colours on both sides of a step without any mixed pixel', () => {
    const shares = planeOf(8, 8, (x) => (x < 4 ? 1 : 0));
    const photo = createRaster(8, 8);
    for (let i = 0; i < 64; i++) photo.data.set(i % 8 < 4 ? [200, 60, 30, 255] : [20, 90, 220, 255], i * 4);
    const colours = foregroundColours(photo, shares);
    for (const x of [3, 4]) {
      expect(Math.abs(colours[(8 * 4 + x) * 3]! - 200)).toBeLessThan(30);
    }
  });
});

describe('assembleCutout', () => {
  it('enlarges shares to the size of the photo, and keeps the bytes of what is opaque', () => {
    const photo = createRaster(64, 48);
    for (let i = 0; i < photo.data.length; i++) photo.data[i] = i % 4 === 3 ? 255 : (i * 31) % 256;
    const shares = planeOf(32, 24, (x, y) => (x >= 8 && x < 24 && y >= 6 && y < 18 ? 1 : 0));
    const { image, matte } = assembleCutout(photo, shares, new Float32Array(32 * 24 * 3).fill(99));
    expect([matte.data[24 * 64 + 32], matte.data[0]]).toEqual([255, 0]);
    for (let i = 0; i < matte.data.length; i++) {
      const alpha = image.data[i * 4 + 3]!;
      expect(alpha).toBe(matte.data[i]);
      if (alpha === 255)
        expect(image.data.slice(i * 4, i * 4 + 3)).toEqual(photo.data.slice(i * 4, i * 4 + 3));
      else if (alpha > 0) expect([...image.data.slice(i * 4, i * 4 + 3)]).toEqual([99, 99, 99]);
    }
  });

  it('is choked by less than a pixel, and what is whole or nothing stays so', () => {
    const shares = planeOf(5, 1, (x) => x / 4);
    choke(shares);
    expect(shares.data[0]).toBe(0);
    expect(shares.data[4]).toBe(1);
    expect(shares.data[2]).toBeGreaterThan(0.3);
    expect(shares.data[2]).toBeLessThan(0.5);
  });
});

describe('fillPlanes', () => {
  it('keeps what is known and stays within its range elsewhere', () => {
    const side = fc.integer({ min: 1, max: 14 });
    fc.assert(
      fc.property(side, side, fc.integer(), (width, height, seed) => {
        const random = seededRandom(seed);
        const known = planeOf(width, height, () => (random() > 0.8 ? 1 : 0));
        known.data[0] = 1;
        const plane = planeOf(width, height, () => 255 * random());
        const [filled] = fillPlanes([plane], known);
        const certain = [...plane.data].filter((_, i) => known.data[i] === 1);
        expect([...filled!.data].filter((_, i) => known.data[i] === 1)).toEqual(certain);
        expect(Math.min(...filled!.data)).toBeGreaterThanOrEqual(Math.min(...certain) - 1e-3);
        expect(Math.max(...filled!.data)).toBeLessThanOrEqual(Math.max(...certain) + 1e-3);
      }),
      { numRuns: 50 },
    );
  });
});

describe('guidedFilter', () => {
  it('moves a rough step to where the guide has its own', () => {
    const guide = planeOf(30, 20, (x) => (x < 15 ? 0.2 : 0.8));
    const rough = planeOf(30, 20, (x, y) => (x + (y % 2) < 15 ? 0 : 1));
    const { data } = guidedFilter(guide, rough);
    expect(data[10 * 30 + 13]).toBeLessThan(0.2);
    expect(data[10 * 30 + 16]).toBeGreaterThan(0.85);
  });
});

describe('smoothSurface', () => {
  it('sees the paper behind a product that covers a quarter of it', () => {
    const paper = (x: number, y: number): number => 80 + 0.05 * x - 0.03 * y - 0.0004 * (x - 50) ** 2;
    const plane = planeOf(100, 80, (x, y) => (x > 30 && x < 80 && y > 20 && y < 60 ? 30 : paper(x, y)));
    const samples = Array.from({ length: 2000 }, (_, k) => k * 4);
    const [surface] = smoothSurface([plane], samples);
    for (const [x, y] of [
      [0, 0],
      [50, 40],
      [99, 79],
    ] as const) {
      expect(Math.abs(surface!.data[y * 100 + x]! - paper(x, y))).toBeLessThan(0.6);
    }
  });
});

describe('cropToMatte', () => {
  it('keeps all that is seen and no more', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 19 }), fc.integer({ min: 0, max: 14 }));
    fc.assert(
      fc.property(fc.array(corner, { minLength: 1, maxLength: 8 }), (points) => {
        const image = createRaster(20, 15);
        const matte = createMatte(20, 15);
        for (const [x, y] of points) matte.data[y * 20 + x] = 200;
        const { box, image: cropped } = cropToMatte({ image, matte });
        const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
        const [left, top] = [Math.min(...xs), Math.min(...ys)];
        const size = { width: Math.max(...xs) - left + 1, height: Math.max(...ys) - top + 1 };
        expect(box).toEqual({ x: left, y: top, ...size });
        expect(cropped).toMatchObject(size);
      }),
    );
    const image = createRaster(20, 15);
    expect(cropToMatte({ image, matte: createMatte(20, 15) }).image).toBe(image);
  });
});
