import { describe, expect, it } from 'vitest';
import { agreementOf, type Look, mapOfLook, medianOf, viewOf } from '../../../src/imaging/cutout/looks.ts';
import { createPlane, type Plane } from '../../../src/imaging/raster.ts';
import { flattened } from '../../../src/imaging/rgb.ts';
import { block, photoOf } from './photo.ts';

const SIDE = 64;

/** A red block off the middle of a wide grey photo. */
const { photo } = photoOf({
  width: 240,
  height: 120,
  ground: [90, 90, 90],
  noise: 0,
  things: [{ shape: block(30, 24, 110, 72), colour: [240, 60, 60] }],
});

/** What a model that finds what is red says of a look, as it lies on the photo. */
function foundBy(look: Look): Plane {
  const view = viewOf(flattened(photo), SIDE, look);
  const map = createPlane(SIDE, SIDE);
  for (let i = 0; i < map.data.length; i++) map.data[i] = view[i * 3]! - view[i * 3 + 1]! > 60 ? 1 : 0;
  return mapOfLook(map, look, photo);
}

const planeOf = (...values: number[]): Plane => {
  const plane = createPlane(values.length, 1);
  plane.data.set(values);
  return plane;
};

describe('looks at a photo', () => {
  it.each<Look>(['mirrored', 'contrast', 'far', 'proportioned'])(
    'find a thing where it is, seen %s',
    (look) => {
      expect(agreementOf(foundBy(look), foundBy('plain'))).toBeGreaterThan(0.8);
    },
  );

  it('show other pictures', () => {
    const views = (['plain', 'mirrored', 'contrast', 'far', 'proportioned'] as const).map((look) =>
      viewOf(flattened(photo), SIDE, look).join(),
    );
    expect(new Set(views).size).toBe(5);
  });
});

describe('agreementOf', () => {
  it('is what two maps share of what either has', () => {
    expect(agreementOf(planeOf(1, 1, 0, 0), planeOf(1, 1, 0, 0))).toBe(1);
    expect(agreementOf(planeOf(1, 1, 0, 0), planeOf(0, 0, 1, 1))).toBe(0);
    expect(agreementOf(planeOf(1, 1, 0, 0), planeOf(1, 0, 0, 0))).toBe(0.5);
    expect(agreementOf(planeOf(0, 0), planeOf(0, 0))).toBe(1);
  });
});

describe('medianOf', () => {
  it('says what most maps say of each place', () => {
    const [one, other] = [planeOf(1, 0, 0.25), planeOf(0, 1, 0.75)];
    expect([...medianOf([one, other, one]).data]).toEqual([1, 0, 0.25]);
    expect([...medianOf([one, other]).data]).toEqual([0.5, 0.5, 0.5]);
  });
});
