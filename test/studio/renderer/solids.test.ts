import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paintCoat } from '../../../src/studio/materials/paint.ts';
import { block } from '../../../src/studio/renderer/block.ts';
import { axesAlong, ellipsoid } from '../../../src/studio/renderer/ellipsoid.ts';
import { group } from '../../../src/studio/renderer/group.ts';
import { lathe } from '../../../src/studio/renderer/lathe.ts';
import { unit, type Vector } from '../../../src/studio/renderer/light.ts';
import { loft } from '../../../src/studio/renderer/loft.ts';
import { rod } from '../../../src/studio/renderer/rod.ts';
import { createRay, type Ray, type Solid, type SolidMaterial } from '../../../src/studio/renderer/solid.ts';
import { torus } from '../../../src/studio/renderer/torus.ts';

const material: SolidMaterial = { surface: paintCoat([0.5, 0.5, 0.5], 0), reflectance: 0.04, roughness: 0.5 };

function shot(from: Vector, to: Vector): Ray {
  const [dx, dy, dz] = unit([to[0] - from[0], to[1] - from[1], to[2] - from[2]]);
  return { ...createRay(), ox: from[0], oy: from[1], oz: from[2], dx, dy, dz };
}

const solids: Readonly<Record<string, Solid>> = {
  ball: ellipsoid({ at: [0, 1, 0], radius: 0.8, material }),
  egg: ellipsoid({ at: [0, 1, 0], radius: [0.4, 0.9, 0.6], axes: axesAlong([1, 1, 0.3], 0.4), material }),
  block: block({ x: 0, y: 0.3, z: 0, width: 1.2, height: 1.4, depth: 0.8, turn: 0.5, material }),
  rod: rod([-0.6, 0.4, 0], [0.5, 1.5, 0.3], 0.2, material),
  ring: torus({
    at: [0, 1, 0],
    axes: axesAlong([0.2, 1, 0.1]),
    radius: [0.6, 0.6],
    tube: [0.25, 0.25],
    material,
  }),
  lathe: lathe({
    x: 0,
    y: 0,
    z: 0,
    outline: [
      { r: 0, y: 0 },
      { r: 0.7, y: 0 },
      { r: 0.5, y: 1 },
      { r: 0.8, y: 1.6 },
      { r: 0, y: 1.9 },
    ],
    materials: [material],
  }),
  leaning: lathe({
    x: 0,
    y: 0.5,
    z: 0,
    outline: [
      { r: 0, y: 0 },
      { r: 0.6, y: 0 },
      { r: 0.6, y: 1 },
      { r: 0, y: 1 },
    ],
    materials: [material],
    axes: axesAlong([0.5, 1, -0.4]),
  }),
  loft: loft({
    x: 0,
    y: 0,
    z: 0,
    sections: [
      { y: 0.2, x: 0.6, z: 0.4 },
      { y: 1.2, x: 0.7, z: 0.3 },
      { y: 1.8, x: 0.5, z: 0.1 },
    ],
    materials: [material],
  }),
};

const place = fc.tuple(
  fc.double({ min: -4, max: 4, noNaN: true }),
  fc.double({ min: -1, max: 4, noNaN: true }),
  fc.double({ min: -6, max: -3, noNaN: true }),
);
const target = fc.tuple(
  fc.double({ min: -0.8, max: 0.8, noNaN: true }),
  fc.double({ min: 0, max: 2, noNaN: true }),
  fc.double({ min: -0.8, max: 0.8, noNaN: true }),
);

describe.each(Object.entries(solids))('a %s', (_name, solid) => {
  it('is met within its bounds, on the side that faces the eye', () => {
    fc.assert(
      fc.property(place, target, (from, to) => {
        const ray = shot(from, to);
        if (!solid.hit(ray)) return;
        const at = [ray.ox + ray.dx * ray.t, ray.oy + ray.dy * ray.t, ray.oz + ray.dz * ray.t];
        for (let axis = 0; axis < 3; axis++) {
          expect(at[axis]).toBeGreaterThanOrEqual(solid.bounds[axis]! - 0.01);
          expect(at[axis]).toBeLessThanOrEqual(solid.bounds[axis + 3]! + 0.01);
        }
        expect(Math.hypot(ray.nx, ray.ny, ray.nz)).toBeCloseTo(1, 5);
        // Smoothed normals may lean a little past the outline.
        expect(ray.dx * ray.nx + ray.dy * ray.ny + ray.dz * ray.nz).toBeLessThan(0.35);
      }),
    );
  });

  it('stands in the way exactly where it is met', () => {
    fc.assert(
      fc.property(place, target, (from, to) => {
        const met = solid.hit(shot(from, to));
        expect(solid.occludes(shot(from, to), 100)).toBe(met);
      }),
    );
  });

  it('is met when looked at in its middle', () => {
    const [x0, y0, z0, x1, y1, z1] = solid.bounds;
    const middle: Vector = [(x0 + x1) / 2, (y0 + y1) / 2, (z0 + z1) / 2];
    const ray = shot([0.3, 3, -6], middle);
    expect(solid.hit(ray) || _name === 'ring').toBe(true);
  });
});

describe('a lathe', () => {
  it('turns a cylinder: met where the cylinder is', () => {
    const drum = lathe({
      x: 2,
      y: 1,
      z: 5,
      outline: [
        { r: 1, y: 0 },
        { r: 1, y: 3 },
      ],
      materials: [material],
    });
    const ray = shot([2, 2, 0], [2, 2, 1]);
    expect(drum.hit(ray)).toBe(true);
    expect(ray.t).toBeCloseTo(4, 6);
    expect([ray.nx, ray.ny, ray.nz]).toEqual([
      expect.closeTo(0, 6),
      expect.closeTo(0, 6),
      expect.closeTo(-1, 6),
    ]);
    expect(drum.hit(shot([2, 4.01, 0], [2, 4.01, 1]))).toBe(false);
  });
});

describe('a group', () => {
  it('is met where the nearest of its solids is', () => {
    const balls = Array.from({ length: 40 }, (_, i) =>
      ellipsoid({ at: [(i % 5) - 2, Math.floor(i / 5) * 0.4, (i * 7) % 3], radius: 0.3, material }),
    );
    const together = group(balls);
    fc.assert(
      fc.property(place, target, (from, to) => {
        const one = shot(from, to);
        let met = false;
        for (const solid of balls) met = solid.hit(one) || met;
        const other = shot(from, to);
        expect(together.hit(other)).toBe(met);
        expect(other.t).toBe(one.t);
        expect(together.occludes(shot(from, to), 100)).toBe(met);
      }),
    );
  });

  it('refuses more materials than a pixel can name', () => {
    const many = Array.from({ length: 65 }, () =>
      ellipsoid({ at: [0, 0, 0], radius: 1, material: { ...material } }),
    );
    expect(() => group(many)).toThrow(RangeError);
  });
});
