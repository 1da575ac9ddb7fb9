import { describe, expect, it } from 'vitest';
import { type Mask, maskOf } from '../../../../src/imaging/cutout/mask.ts';
import { withWholeRegions } from '../../../../src/imaging/cutout/matting/whole-regions.ts';
import { planeOf } from '../../pictures.ts';
import { block, photoOf, type Shape } from '../photo.ts';

const [WIDTH, HEIGHT] = [180, 150];
const BEIGE = [222, 200, 168] as const;
const GREY = [200, 200, 200] as const;

const body = block(50, 40, 130, 100);
const along = (thickness: number): Shape => block(54, 100, 134, 100 + thickness);

/** A blue box, and under it a strip of the ground in less light; the model counts both in. */
function cut(ground: readonly [number, number, number], strip: Shape, left = 0.7): Mask {
  const { photo } = photoOf({
    width: WIDTH,
    height: HEIGHT,
    ground,
    things: [{ shape: body, colour: [30, 80, 190] }],
    light: (x, y) => (strip(x, y) ? left : 1),
  });
  const map = planeOf(WIDTH, HEIGHT, (x, y) => (body(x, y) || strip(x, y) ? 0.95 : 0));
  const found = maskOf(WIDTH, HEIGHT, (i) => map.data[i]! > 0.5);
  return withWholeRegions(found, photo, map);
}

const at = ({ data }: Mask, x: number, y: number) => data[y * WIDTH + x];

describe('withoutCastShadow', () => {
  it('takes off a thin strip beside the product that has the ground’s hue in less light', () => {
    const mask = cut(BEIGE, along(4));
    expect([at(mask, 90, 102), at(mask, 90, 97)]).toEqual([0, 1]);
  });

  it('keeps the strip on a ground without a hue: it may be a grey sole', () => {
    expect(at(cut(GREY, along(4)), 90, 102)).toBe(1);
  });

  it('keeps a strip that is darker than a shadow', () => {
    expect(at(cut(BEIGE, along(4), 0.12), 90, 102)).toBe(1);
  });

  it('keeps what lies on top of the product', () => {
    expect(at(cut(BEIGE, block(54, 36, 126, 40)), 90, 37)).toBe(1);
  });
});
