import { describe, expect, it } from 'vitest';
import { area, type Box, intersection } from '../../../src/ad/geometry.ts';
import { seededRandom } from '../../../src/imaging/random.ts';
import type { Raster } from '../../../src/imaging/raster.ts';
import { renderScene } from '../../../src/studio/render-scene.ts';
import { createRay, type Solid } from '../../../src/studio/renderer/solid.ts';
import type { SceneRequest } from '../../../src/studio/scene.ts';
import { builtIn } from '../../../src/studio/studio.ts';

const palette = { background: '#efe0cd', ink: '#3a2415', accent: '#c2410c' } as const;

const request = (changes: Partial<SceneRequest>): SceneRequest => ({
  recipe: 'sweep',
  lighting: 'softbox',
  palette,
  darkness: 0,
  style: 'realistic',
  room: { product: false, words: true },
  size: { width: 160, height: 160 },
  seed: 5,
  ...changes,
});

/** Share of the pixels in a box that differ clearly. */
function changedIn({ x: left, y: top, width, height }: Box, a: Raster, b: Raster): number {
  let count = 0;
  for (let y = top; y < top + height; y++) {
    for (let x = left; x < left + width; x++) {
      const i = (y * a.width + x) * 4;
      const distance =
        Math.abs(a.data[i]! - b.data[i]!) +
        Math.abs(a.data[i + 1]! - b.data[i + 1]!) +
        Math.abs(a.data[i + 2]! - b.data[i + 2]!);
      if (distance > 24) count++;
    }
  }
  return count / (width * height);
}

/** The lower middle of a small picture, where subjects stand. */
const MIDDLE: Box = { x: 40, y: 48, width: 80, height: 96 };

/** Height of the lowest surface over a lattice of places, as a ray from below finds it. */
function lowest(solids: readonly Solid[]): number {
  let low = Number.POSITIVE_INFINITY;
  for (let x = -2.5; x <= 2.5; x += 0.05) {
    for (let z = -2.5; z <= 2.5; z += 0.05) {
      const ray = { ...createRay(), ox: x, oy: -3, oz: 10 + z, dx: 1e-6, dy: 1, dz: 1e-6 };
      for (const solid of solids) solid.hit(ray);
      low = Math.min(low, ray.t - 3);
    }
  }
  return low;
}

describe.each(builtIn.props.names)('%s', (subject) => {
  it('stands on its foot, of a size to be seen, and keeps to its reach', () => {
    const prop = builtIn.props
      .get(subject)
      .make({ x: 0, y: 0, z: 10, palette, side: -1, random: seededRandom(3) });
    const low = lowest(prop.solids);
    const high = Math.max(...prop.solids.map(({ bounds }) => bounds[4]));
    expect(low).toBeGreaterThan(-0.1);
    expect(low).toBeLessThan(0.06);
    expect(high).toBeGreaterThan(0.9);
    expect(high).toBeLessThan(3.4);
  });

  it('is seen in the picture, and words keep off it', () => {
    const bare = renderScene(request({}));
    const { image, stage } = renderScene(request({ subject }));
    expect(image.data.every((value) => Number.isFinite(value))).toBe(true);
    expect(changedIn(MIDDLE, bare.image, image)).toBeGreaterThan(0.04);
    expect(changedIn(stage.subject!, bare.image, image)).toBeGreaterThan(0.2);
    expect(stage.freeSpace.length).toBeGreaterThan(0);
    for (const box of stage.freeSpace) {
      expect(area(intersection(box, stage.subject!))).toBeLessThan(0.02 * area(box));
    }
  });
});

describe.each(builtIn.scenes.names)('a subject in front of %s', (recipe) => {
  it('stands there, the same each time', () => {
    const bare = renderScene(request({ recipe }));
    const first = renderScene(request({ recipe, subject: 'coffee' }));
    const second = renderScene(request({ recipe, subject: 'coffee' }));
    expect(second.image.data).toEqual(first.image.data);
    expect(changedIn(MIDDLE, bare.image, first.image)).toBeGreaterThan(0.04);
  });
});
