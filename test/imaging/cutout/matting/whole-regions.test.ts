import { describe, expect, it } from 'vitest';
import { type Mask, maskOf } from '../../../../src/imaging/cutout/mask.ts';
import { withWholeRegions } from '../../../../src/imaging/cutout/matting/whole-regions.ts';
import { planeOf } from '../../pictures.ts';
import { block, disc, photoOf } from '../photo.ts';

const [WIDTH, HEIGHT] = [120, 100];
const GROUND = [40, 36, 44] as const;
const GOLD = [200, 160, 60] as const;

const within = (x: number, y: number) => disc(60, 50, 36)(x, y);
const inside = (x: number, y: number) => disc(60, 50, 28)(x, y);
/** A ring through which the ground is seen, or a plate with something pale on it. */
const photo = (middle: readonly [number, number, number]) =>
  photoOf({
    width: WIDTH,
    height: HEIGHT,
    ground: GROUND,
    things: [
      { shape: within, colour: GOLD },
      { shape: inside, colour: middle },
    ],
  }).photo;
/** A model that is in doubt of the middle, and so an outline that tears through it. */
const map = (doubt: number) =>
  planeOf(WIDTH, HEIGHT, (x, y) => (inside(x, y) ? (x < 70 ? doubt : 0.45) : within(x, y) ? 1 : 0));
const torn = (doubt: number): Mask => {
  const { data } = map(doubt);
  return maskOf(WIDTH, HEIGHT, (i) => data[i]! > 0.5);
};
const at = ({ data }: Mask, x: number, y: number) => data[y * WIDTH + x];

describe('withWholeRegions', () => {
  it('opens the inside of a ring through which the ground is seen, all of it', () => {
    const mask = withWholeRegions(torn(0.8), photo(GROUND), map(0.8));
    expect([at(mask, 50, 50), at(mask, 80, 50), at(mask, 60, 18)]).toEqual([0, 0, 1]);
  });

  it('keeps what has another colour than the ground, all of it', () => {
    const mask = withWholeRegions(torn(0.8), photo([220, 214, 210]), map(0.8));
    expect([at(mask, 50, 50), at(mask, 80, 50)]).toEqual([1, 1]);
  });

  it('keeps what the model is sure of, whatever its colour', () => {
    const sure = planeOf(WIDTH, HEIGHT, (x, y) => (within(x, y) ? 0.99 : 0));
    const whole = maskOf(WIDTH, HEIGHT, (i) => sure.data[i]! > 0.5);
    const mask = withWholeRegions(whole, photo(GROUND), sure);
    expect(mask.data).toEqual(whole.data);
  });

  it('takes off a scrap of the ground beside the product that the model half believed', () => {
    const scrap = planeOf(WIDTH, HEIGHT, (x, y) =>
      block(10, 44, 22, 56)(x, y) ? 0.7 : within(x, y) ? 1 : 0,
    );
    const mask = withWholeRegions(
      maskOf(WIDTH, HEIGHT, (i) => scrap.data[i]! > 0.5),
      photo(GOLD),
      scrap,
    );
    expect([at(mask, 15, 50), at(mask, 60, 50)]).toEqual([0, 1]);
  });
});
