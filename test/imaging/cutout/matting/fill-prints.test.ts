import { describe, expect, it } from 'vitest';
import { maskOf } from '../../../../src/imaging/cutout/mask.ts';
import { fillPrints } from '../../../../src/imaging/cutout/matting/fill-prints.ts';
import { toOklabPlanes } from '../../../../src/imaging/oklab-planes.ts';
import { createPlane } from '../../../../src/imaging/raster.ts';
import { block, disc, photoOf } from '../photo.ts';

const [WIDTH, HEIGHT] = [120, 100];
const GROUND = [200, 196, 190] as const;

const mug = block(30, 20, 90, 80);
const print = disc(60, 50, 15);

/** What becomes of the middle of a black mug whose mask has a hole there, when the photo shows a colour in it. */
function filled(
  inside: readonly [number, number, number],
  edge: readonly [number, number, number] = GROUND,
): number | undefined {
  const { photo } = photoOf({
    width: WIDTH,
    height: HEIGHT,
    ground: GROUND,
    things: [
      { shape: block(0, 0, 12, HEIGHT), colour: edge },
      { shape: mug, colour: [24, 24, 26] },
      { shape: print, colour: inside },
    ],
  });
  const lab = toOklabPlanes(photo);
  const place = (i: number) => [i % WIDTH, Math.floor(i / WIDTH)] as const;
  const mask = maskOf(WIDTH, HEIGHT, (i) => mug(...place(i)) && !print(...place(i)));
  const [known, ground] = [createPlane(WIDTH, HEIGHT), createPlane(WIDTH, HEIGHT)];
  known.data.forEach((_, i) => {
    known.data[i] = mug(...place(i)) ? 0 : 1;
  });
  ground.data.fill(lab.l.data[20 + 50 * WIDTH]!);
  return fillPrints(mask, lab, ground, known).data[60 + 50 * WIDTH];
}

describe('fillPrints', () => {
  it('closes a hole that is whiter than all of the ground: a print', () => {
    expect(filled([252, 252, 252])).toBe(1);
  });

  it.each<[string, readonly [number, number, number]]>([
    ['the ground', GROUND],
    ['the ground in shade', [120, 118, 114]],
  ])('leaves a hole that shows %s', (_, inside) => {
    expect(filled(inside)).toBe(0);
  });

  it('leaves a hole that shows what lies elsewhere on the ground', () => {
    expect(filled([252, 252, 252], [252, 252, 252])).toBe(0);
  });
});
