import { describe, expect, it } from 'vitest';
import { adviceFor } from '../../../../src/imaging/cutout/confidence/advice.ts';
import { cutOut } from '../../../../src/imaging/cutout/cut-out.ts';
import type { Found } from '../../../../src/imaging/cutout/found-map.ts';
import { createPlane, type Raster } from '../../../../src/imaging/raster.ts';
import { block, disc, photoOf, type Shape } from '../photo.ts';

const [WIDTH, HEIGHT] = [300, 300];
const mug = block(95, 65, 205, 250);
const print = disc(150, 150, 24);
const RED = [205, 35, 40] as const;

/** A white mug with a red print on white paper, its left side shaded and a shadow at its foot, `light` times as bright. */
function exposed(light: number, printed: Shape = print): Raster {
  const brighter = ([r, g, b]: readonly [number, number, number]) =>
    [r * light, g * light, b * light] as const;
  return photoOf({
    width: WIDTH,
    height: HEIGHT,
    ground: brighter([246, 246, 246]),
    things: [
      { shape: block(90, 244, 212, 254), colour: brighter([200, 200, 200]) },
      { shape: mug, colour: brighter([249, 249, 249]) },
      { shape: block(95, 65, 103, 250), colour: brighter([228, 228, 228]) },
      { shape: block(197, 65, 205, 250), colour: brighter([228, 228, 228]) },
      { shape: printed, colour: brighter(RED) },
    ],
  }).photo;
}

/** What a model that sees what is coloured, and nothing else, says of a photo. */
function foundIn(shape: Shape): Found {
  const map = createPlane(WIDTH, HEIGHT);
  for (let i = 0; i < map.data.length; i++) map.data[i] = shape(i % WIDTH, Math.floor(i / WIDTH)) ? 1 : 0;
  return { maps: [{ map, box: { x: 0, y: 0, width: WIDTH, height: HEIGHT } }], by: 'u2netp' };
}

const STEPS = [1, 1.06, 1.1, 1.2];

describe('a white mug with a print, on white', () => {
  it.each([1.1, 1.2, 1.5])(
    'is not trusted where the light is %s times as strong and the print alone was found',
    (light) => {
      const { confidence, signals, why } = cutOut({ photo: exposed(light), found: foundIn(print) });
      expect(confidence).toBeLessThan(0.5);
      expect(why.at(-1)).toEqual(signals && adviceFor(signals));
      expect(why.at(-1)?.en).toContain('coloured paper');
    },
  );

  it.each(STEPS)('at %s times the light is never its print with half or more by rules alone', (light) => {
    const { confidence, matte } = cutOut({ photo: exposed(light) });
    const share = matte.data.reduce((sum, value) => sum + value, 0) / 255 / matte.data.length;
    expect(share > 0.15 || confidence < 0.5).toBe(true);
  });

  it('is not its large print either while its foot’s shadow is seen', () => {
    const large = block(105, 100, 200, 200);
    const { confidence } = cutOut({ photo: exposed(1.2, large), found: foundIn(large) });
    expect(confidence).toBeLessThan(0.5);
  });
});

describe('a red thing on white that burnt out', () => {
  it('is trusted where it is large', () => {
    const large = disc(150, 150, 80);
    const { photo } = photoOf({
      width: WIDTH,
      height: HEIGHT,
      ground: [258, 258, 258],
      things: [{ shape: large, colour: RED }],
    });
    expect(cutOut({ photo, found: foundIn(large) }).confidence).toBeGreaterThan(0.5);
  });

  it('is trusted where it is small and stands on its own shadow', () => {
    const small = disc(150, 150, 26);
    const { photo } = photoOf({
      width: WIDTH,
      height: HEIGHT,
      ground: [258, 258, 258],
      things: [
        { shape: block(120, 165, 185, 182), colour: [215, 215, 215] },
        { shape: small, colour: RED },
      ],
    });
    expect(cutOut({ photo, found: foundIn(small) }).confidence).toBeGreaterThan(0.5);
  });

  it('is trusted where it is small, casts no shadow and has the shades of a thing, as packshots have', () => {
    const small = disc(150, 150, 30);
    const shades = Array.from({ length: 12 }, (_, k) => ({
      shape: (x: number, y: number) => small(x, y) && x >= 120 + 5 * k && x < 125 + 5 * k,
      colour: [120 + 10 * k, 20 + 3 * k, 24 + 3 * k] as const,
    }));
    const { photo } = photoOf({ width: WIDTH, height: HEIGHT, ground: [258, 258, 258], things: shades });
    expect(cutOut({ photo, found: foundIn(small) }).confidence).toBeGreaterThan(0.5);
  });

  it('is trusted where it has the shades of a thing and hangs above its shadow, as packshots do', () => {
    const bottle = block(120, 90, 180, 210);
    const shades = Array.from({ length: 12 }, (_, k) => ({
      shape: block(120 + 5 * k, 90, 125 + 5 * k, 210),
      colour: [120 + 10 * k, 20 + 3 * k, 24 + 3 * k] as const,
    }));
    const shadow = { shape: block(105, 235, 195, 245), colour: [225, 225, 225] as const };
    const { photo } = photoOf({
      width: WIDTH,
      height: HEIGHT,
      ground: [258, 258, 258],
      things: [shadow, ...shades],
    });
    expect(cutOut({ photo, found: foundIn(bottle) }).confidence).toBeGreaterThan(0.5);
  });
});
