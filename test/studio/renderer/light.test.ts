import { describe, expect, it } from 'vitest';
import { createPlane } from '../../../src/imaging/raster.ts';
import { type Gobo, type Lamp, lampAt } from '../../../src/studio/renderer/light.ts';
import { createSoftMask } from '../../../src/studio/renderer/soft-mask.ts';

/** A wall with a bright middle, 10 decimetres wide, square to light from the right. */
function wall(): Gobo {
  const mask = createPlane(64, 64);
  for (let y = 20; y < 44; y++) mask.data.fill(1, y * 64 + 20, y * 64 + 44);
  return {
    mask: createSoftMask(mask),
    at: [5, 0, 0],
    across: [0, 0, -1],
    up: [0, 1, 0],
    towardsLamp: [1, 0, 0],
    width: 10,
    leak: 0.1,
  };
}

const lamp: Lamp = { at: [40, 0, 0], radius: 1, colour: [1, 1, 1], reach: 1600, gobos: [wall()] };

const level = (x: number, z: number): number => lampAt(lamp, x, 0, z, 1, 0, 0, 0);

describe('lampAt', () => {
  it('lights what lies behind the opening of a gobo, and leaves the rest its leak', () => {
    expect(level(0, 0)).toBeGreaterThan(0.8);
    expect(level(0, 4.5)).toBeLessThan(0.2);
  });

  it('has no edge where a set reaches through the plane of a gobo', () => {
    for (const z of [0, 1, 2, 3, 4.5]) {
      for (let x = 3; x < 8; x += 0.1) expect(Math.abs(level(x + 0.1, z) - level(x, z))).toBeLessThan(0.12);
    }
  });

  it('gives nothing to what looks away', () => {
    expect(lampAt(lamp, 0, 0, 0, -1, 0, 0, 0)).toBe(0);
  });
});
