import { describe, expect, it } from 'vitest';
import { seenThrough } from '../../../../src/imaging/cutout/matting/see-through.ts';
import { createPlane, createRaster, type Plane, type Raster } from '../../../../src/imaging/raster.ts';

type Colour = readonly [r: number, g: number, b: number];

const SIDE = 300;
const LINE = 190;
const WALL: Colour = [110, 150, 130];
const TABLE: Colour = [140, 105, 75];
const LABEL: Colour = [245, 240, 230];
const BODY = { left: 100, right: 200, top: 60, bottom: 250 } as const;

/** A bottle with a cap, a label and a bright rim before a wall and a table, whose edge it hides or lets through. */
function bottle(bodyAt: (y: number) => Colour): { photo: Raster; shares: Plane; colours: Float32Array } {
  const photo = createRaster(SIDE, SIDE);
  const shares = createPlane(SIDE, SIDE);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const i = y * SIDE + x;
      const inside = x >= BODY.left && x < BODY.right && y >= BODY.top && y < BODY.bottom;
      if (inside) shares.data[i] = 1;
      photo.data.set([...(inside ? colourInside(x, y, bodyAt(y)) : groundAt(y)), 255], i * 4);
    }
  }
  return { photo, shares, colours: new Float32Array(3 * SIDE * SIDE) };
}

const groundAt = (y: number): Colour => (y < LINE ? WALL : TABLE);

function colourInside(x: number, y: number, body: Colour): Colour {
  if (y < BODY.top + 20) return [40, 40, 40];
  if (x > 125 && x < 175 && y > 120 && y < 160) return LABEL;
  const rim = Math.min(x - BODY.left, BODY.right - 1 - x) < 2;
  return rim ? veiled(body, 0.7) : body;
}

const veiled = ([r, g, b]: Colour, white: number): Colour => [
  r + white * (255 - r),
  g + white * (255 - g),
  b + white * (255 - b),
];

const clear = () => bottle((y) => veiled(groundAt(y), 0.12));

const at = (x: number, y: number): number => y * SIDE + x;

describe('seenThrough', () => {
  it('takes the wall and the table out of a glass, and leaves rims, label and cap', () => {
    const { photo, shares, colours } = clear();
    const seen = seenThrough(photo, shares, colours);
    for (const y of [100, 180, 200, 240]) expect(seen?.shares.data[at(112, y)]).toBeCloseTo(0.12, 1);
    expect(seen?.shares.data[at(100, 200)]).toBeGreaterThan(0.6);
    for (const y of [65, 140]) expect(seen?.shares.data[at(150, y)]).toBe(1);
    expect(seen?.colours.subarray(3 * at(150, 140), 3 * at(150, 140) + 3)).toEqual(Float32Array.from(LABEL));
  });

  it('hides as much in the same photo taken darker', () => {
    const { photo, shares, colours } = clear();
    const darker = createRaster(SIDE, SIDE);
    darker.data.set(photo.data.map((value, i) => (i % 4 === 3 ? value : 0.8 * value)));
    const [seen, seenDarker] = [photo, darker].map((each) => seenThrough(each, shares, colours)!.shares.data);
    for (const [x, y] of [
      [100, 200],
      [101, 120],
      [112, 100],
    ] as const) {
      expect(Math.abs(seen![at(x, y)]! - seenDarker![at(x, y)]!)).toBeLessThan(0.03);
    }
  });

  it('gives on the old ground what the photo was', () => {
    const { photo, shares, colours } = clear();
    const seen = seenThrough(photo, shares, colours)!;
    for (const [x, y] of [
      [112, 100],
      [112, 240],
      [101, 170],
      [150, 140],
    ] as const) {
      const i = at(x, y);
      const share = seen.shares.data[i]!;
      const laid = groundAt(y).map((back, c) => share * seen.colours[i * 3 + c]! + (1 - share) * back);
      for (let c = 0; c < 3; c++) expect(Math.abs(laid[c]! - photo.data[i * 4 + c]!)).toBeLessThan(2);
    }
  });

  it.each<[string, (y: number) => Colour]>([
    ['of the wall’s colour all over', () => WALL],
    ['between the two grounds’ colours', () => [125, 128, 102]],
    ['that fades as the light does', (y) => [110 - y / 8, 150 - y / 8, 130 - y / 8]],
    ['of the same two colours that meet elsewhere', (y) => (y < LINE - 40 ? WALL : TABLE)],
    ['white', () => [250, 250, 250]],
  ])('leaves an opaque product %s alone', (_, bodyAt) => {
    const { photo, shares, colours } = bottle(bodyAt);
    expect(seenThrough(photo, shares, colours)).toBeUndefined();
  });

  it('takes ground without a rim for ground that came along, and no glass', () => {
    const { photo, shares, colours } = clear();
    for (let y = BODY.top; y < BODY.bottom; y++) {
      for (const x of [100, 101, 198, 199]) photo.data.set([...groundAt(y), 255], at(x, y) * 4);
      for (let x = 102; x < 112; x++) photo.data.set([...groundAt(y), 255], at(x, y) * 4);
      for (let x = 188; x < 198; x++) photo.data.set([...groundAt(y), 255], at(x, y) * 4);
    }
    expect(seenThrough(photo, shares, colours)).toBeUndefined();
  });
});
