import { describe, expect, it } from 'vitest';
import { cutOut } from '../../../../src/imaging/cutout/cut-out.ts';
import type { Cutout } from '../../../../src/imaging/cutout/cutout.ts';
import { createPlane, type Raster } from '../../../../src/imaging/raster.ts';
import { disc, photoOf, type Scene, type Shape } from '../photo.ts';

const [WIDTH, HEIGHT] = [300, 300];
const whole = disc(150, 150, 90);
const inside = disc(150, 150, 60);
const ring: Shape = (x, y) => whole(x, y) && !inside(x, y);

const CLOTH = [225, 190, 175] as const;
const STEEL = [120, 130, 145] as const;

/** Cloth with a weave and a fold that runs behind what lies on it. */
const cloth = (x: number, y: number): readonly [number, number, number] => {
  const light =
    0.94 + 0.07 * Math.sin(x / 1.7) * Math.sin(y / 1.7) - 0.25 * Math.exp(-(((x - 130) / 9) ** 2));
  return [CLOTH[0] * light, CLOTH[1] * light, CLOTH[2] * light];
};

const photographed = (things: Scene['things']): Raster =>
  photoOf({ width: WIDTH, height: HEIGHT, ground: cloth, things }).photo;

/** What is cut out where a model finds a shape. */
function cut(photo: Raster, shape: Shape): Cutout {
  const map = createPlane(WIDTH, HEIGHT);
  for (let i = 0; i < map.data.length; i++) map.data[i] = shape(i % WIDTH, Math.floor(i / WIDTH)) ? 1 : 0;
  const maps = [{ map, box: { x: 0, y: 0, width: WIDTH, height: HEIGHT } }];
  return cutOut({ photo, found: { maps, by: 'u2netp' } });
}

describe('a ring on cloth', () => {
  it('is not trusted where a model took what is seen through it for its face', () => {
    const { confidence, signals, why } = cut(photographed([{ shape: ring, colour: STEEL }]), whole);
    expect(signals?.patternedHole).toBeGreaterThan(0.25);
    expect(confidence).toBeLessThan(0.5);
    expect(why.at(-1)?.en).toContain('The background shows through the product');
  });

  it('has no such hole where the model left it open', () => {
    const { signals } = cut(photographed([{ shape: ring, colour: STEEL }]), ring);
    expect(signals?.patternedHole).toBe(0);
  });

  it('is another thing than a plate with a plain face of the cloth’s colour', () => {
    const plate = photographed([
      { shape: whole, colour: STEEL },
      { shape: inside, colour: [212, 179, 165] },
    ]);
    expect(cut(plate, whole).signals?.patternedHole).toBe(0);
  });
});
