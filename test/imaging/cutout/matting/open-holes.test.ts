import { describe, expect, it } from 'vitest';
import { type Mask, maskOf } from '../../../../src/imaging/cutout/mask.ts';
import { openHoles } from '../../../../src/imaging/cutout/matting/open-holes.ts';
import { toOklabPlanes } from '../../../../src/imaging/oklab-planes.ts';
import { createPlane } from '../../../../src/imaging/raster.ts';
import { block, disc, photoOf } from '../photo.ts';

const [WIDTH, HEIGHT] = [120, 100];
const GROUND = [40, 36, 44] as const;

const ring = disc(60, 50, 40);
const hole = disc(60, 50, 30);
/** A ring through which the ground is seen, and something in it. */
const lab = (inside: readonly [number, number, number]) =>
  toOklabPlanes(
    photoOf({
      width: WIDTH,
      height: HEIGHT,
      ground: GROUND,
      things: [
        { shape: ring, colour: [200, 160, 60] },
        { shape: hole, colour: GROUND },
        { shape: block(35, 44, 45, 56), colour: inside },
      ],
    }).photo,
  );
/** The ring's mask with its hole open but for a scrap at its left. */
const ragged = (scrap = block(30, 40, 48, 60)): Mask =>
  maskOf(WIDTH, HEIGHT, (i) => {
    const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
    return ring(x, y) && (!hole(x, y) || scrap(x, y));
  });
/** What a model makes of all of it, 0–1. */
const map = (value: number) => {
  const plane = createPlane(WIDTH, HEIGHT);
  plane.data.fill(value);
  return plane;
};
const at = ({ data }: Mask, x: number, y: number) => data[y * WIDTH + x];

describe('openHoles', () => {
  it('takes the scraps of the ground out of a hole, and nothing of the ring', () => {
    const mask = openHoles(ragged(), lab(GROUND), map(0.7));
    expect([at(mask, 40, 50), at(mask, 33, 50), at(mask, 24, 50), at(mask, 60, 15)]).toEqual([0, 0, 1, 1]);
  });

  it('keeps what has another colour in it', () => {
    expect(at(openHoles(ragged(), lab([120, 30, 40]), map(0.7)), 40, 50)).toBe(1);
  });

  it('keeps what the model is sure of: the slat of a chair in the ground’s colour', () => {
    expect(at(openHoles(ragged(), lab(GROUND), map(0.97)), 40, 50)).toBe(1);
  });

  it('keeps what is much larger than the hole: a product of the ground’s colour', () => {
    const mask = openHoles(
      ragged((x) => x < 82),
      lab(GROUND),
      map(0.7),
    );
    expect([at(mask, 40, 50), at(mask, 70, 50)]).toEqual([1, 1]);
  });
});
