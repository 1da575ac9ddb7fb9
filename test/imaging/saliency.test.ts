import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawn } from '../../src/imaging/canvas.ts';
import { seededRandom } from '../../src/imaging/random.ts';
import { createRaster, type Raster } from '../../src/imaging/raster.ts';
import { saliencyOf } from '../../src/imaging/saliency.ts';

/** A disc of one colour on a ground of another, with noise. */
function disc(ground: string, colour: string, noise = 3): Raster {
  const picture = drawn(300, 240, (context) => {
    context.fillStyle = ground;
    context.fillRect(0, 0, 300, 240);
    context.fillStyle = colour;
    context.beginPath();
    context.arc(170, 130, 60, 0, 2 * Math.PI);
    context.fill();
  });
  const random = seededRandom(1);
  for (let i = 0; i < picture.data.length; i++) {
    if (i % 4 !== 3) picture.data[i] = picture.data[i]! + (random() - 0.5) * 2 * noise;
  }
  return picture;
}

function meanInside(picture: Raster): { inside: number; outside: number } {
  const map = saliencyOf(picture);
  const ratio = picture.width / map.width;
  const sums = { inside: 0, outside: 0 };
  const counts = { inside: 0, outside: 0 };
  for (let y = 0; y < map.height; y++) {
    for (let x = 0; x < map.width; x++) {
      const away = Math.hypot(x * ratio - 170, y * ratio - 130);
      if (away > 54 && away < 68) continue;
      const part = away <= 54 ? 'inside' : 'outside';
      sums[part] += map.data[y * map.width + x]!;
      counts[part]++;
    }
  }
  return { inside: sums.inside / counts.inside, outside: sums.outside / counts.outside };
}

describe('saliencyOf', () => {
  it('leaves the picture as it is, at its own size and where it is see-through', () => {
    const picture = disc('#e8e4dc', '#b5352a');
    for (let i = 3; i < 4000; i += 4) picture.data[i] = i % 256;
    const before = Uint8ClampedArray.from(picture.data);
    saliencyOf(picture, 300);
    expect(picture.data).toEqual(before);
  });

  it.each([
    ['#e8e4dc', '#b5352a'],
    ['#20242c', '#d8d2c4'],
    ['#7a5a3a', '#2f6db5'],
    ['#f4f4f4', '#c9c2b6'],
  ])('finds a product on %s in %s', (ground, colour) => {
    const { inside, outside } = meanInside(disc(ground, colour));
    expect(outside).toBeLessThan(0.06);
    expect(inside).toBeGreaterThan(0.4);
  });

  it('keeps the proportions and answers no larger than asked', () => {
    const map = saliencyOf(createRaster(1000, 400));
    expect([map.width, map.height]).toEqual([160, 64]);
    const small = saliencyOf(createRaster(50, 20));
    expect([small.width, small.height]).toEqual([50, 20]);
  });

  it('sees nothing in a picture of one colour, noise or not', () => {
    for (const noise of [0, 5]) {
      const map = saliencyOf(disc('#808080', '#808080', noise));
      expect(Math.max(...map.data)).toBeLessThan(0.1);
    }
  });

  it('stays within 0–1 for any picture', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.nat(),
        (width, height, seed) => {
          const picture = createRaster(width, height);
          const random = seededRandom(seed);
          for (let i = 0; i < picture.data.length; i++) picture.data[i] = random() * 256;
          const { data } = saliencyOf(picture);
          for (const value of data) expect(value >= 0 && value <= 1).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});
