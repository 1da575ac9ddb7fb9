import { describe, expect, it } from 'vitest';
import type { Thing } from '../../../../src/imaging/cutout/cutout.ts';
import { type FoundThings, findThings } from '../../../../src/imaging/cutout/things/find-things.ts';
import { pickThings, withoutOthers } from '../../../../src/imaging/cutout/things/pick-things.ts';
import { resizePlane } from '../../../../src/imaging/filter.ts';
import { createPlane, type Plane } from '../../../../src/imaging/raster.ts';
import { block, disc, photoOf, type Shape } from '../photo.ts';

const RED = [180, 40, 45] as const;
const BLUE = [40, 70, 160] as const;
const GREEN = [50, 140, 80] as const;

const [WIDTH, HEIGHT] = [300, 200];
const PAPER = [226, 222, 214] as const;

type Item = readonly [shape: Shape, colour: readonly [number, number, number]];

/** Things on paper, and a map that shows them as a model's does: of a size of its own, with soft rims. */
function scene(...items: readonly Item[]) {
  const things = items.map(([shape, colour]) => ({ shape, colour }));
  const { photo, truth } = photoOf({ width: WIDTH, height: HEIGHT, ground: PAPER, things });
  return { photo, map: resizePlane(planeOf(truth), 320, 320) };
}

function planeOf({ width, height, data }: { width: number; height: number; data: Uint8ClampedArray }): Plane {
  const plane = createPlane(width, height);
  for (const [i, value] of data.entries()) plane.data[i] = value / 255;
  return plane;
}

function found(...items: readonly Item[]): FoundThings {
  const { photo, map } = scene(...items);
  return findThings(map, photo);
}

const middles = (things: readonly Thing[]): readonly number[] =>
  things.map(({ box }) => Math.round((box.x + box.width / 2) / 10) * 10);

const bottle = (x: number, colour: Item[1]): readonly Item[] => [
  [block(x - 14, 70, x + 14, 170), colour],
  [block(x - 5, 50, x + 5, 72), colour],
];

describe('things in a photo', () => {
  it('are none where the map shows nothing, and one where it shows one', () => {
    expect(found()).toMatchObject({ things: [], default: [] });
    const one = found([disc(150, 100, 50), RED]);
    expect(one.default).toEqual([0]);
    expect(one.things).toHaveLength(1);
    expect(one.things[0]?.whole).toBe(true);
    expect(one.things[0]?.share).toBeCloseTo((Math.PI * 50 ** 2) / (WIDTH * HEIGHT), 2);
  });

  it('are a choice where ground lies between unlike ones, and the largest is meant', () => {
    const { things, default: meant } = found([disc(60, 110, 34), RED], [block(160, 40, 250, 170), BLUE]);
    expect(middles(things)).toEqual([210, 60]);
    expect(meant).toEqual([0]);
  });

  it('begin with the largest that is whole, before a larger one that the frame cuts off', () => {
    const { things, default: meant } = found([disc(60, 110, 30), RED], [block(220, 50, 300, 160), BLUE]);
    expect(middles(things)).toEqual([60, 260]);
    expect(things.map(({ whole }) => whole)).toEqual([true, false]);
    expect(meant).toEqual([0]);
  });

  it('are meant together where the frame takes no more than the foot of the larger', () => {
    const standing: readonly Item[] = [
      [block(200, 50, 280, 172), BLUE],
      [block(230, 170, 246, 200), BLUE],
    ];
    const { things, default: meant } = found([disc(60, 110, 30), RED], ...standing);
    expect(things.map(({ whole }) => whole).toSorted()).toEqual([false, true]);
    expect(meant).toEqual([0, 1]);
  });

  it('are meant together where none clearly outweighs the others', () => {
    const { things, default: meant } = found(
      [disc(50, 110, 30), RED],
      [block(110, 60, 170, 150), BLUE],
      [disc(240, 120, 40), GREEN],
    );
    expect(things).toHaveLength(3);
    expect(meant).toEqual([0, 1, 2]);
  });

  it('are meant together in a crowd of which the frame cuts off the most', () => {
    const { things, default: meant } = found(
      [block(0, 60, 50, 160), BLUE],
      [disc(110, 110, 30), RED],
      [block(170, 90, 215, 200), GREEN],
      [block(265, 50, 300, 150), BLUE],
    );
    expect(things.map(({ whole }) => whole)).toContain(false);
    expect(meant).toEqual(things.map((_, i) => i));
  });

  it('are those that are whole where they outweigh what the frame cuts off', () => {
    const { things, default: meant } = found(
      [disc(50, 110, 32), RED],
      [block(110, 60, 170, 150), BLUE],
      [block(265, 80, 300, 130), GREEN],
    );
    expect(things.map(({ whole }) => whole)).toEqual([true, true, false]);
    expect(meant).toEqual([0, 1]);
  });

  it('are meant together where what the frame cuts off is far larger than what is whole', () => {
    const { things, default: meant } = found([block(100, 20, 240, 200), BLUE], [disc(48, 140, 36), RED]);
    expect(middles(things)).toEqual([50, 170]);
    expect(meant).toEqual([0, 1]);
  });

  it('are one product where they touch, such as a cup and its saucer or a lid and its jar', () => {
    const cup = found([block(110, 60, 180, 140), RED], [block(70, 140, 220, 155), PAPER_WHITE]);
    expect(cup.things).toHaveLength(1);
    const jar = found([block(110, 80, 180, 170), RED], [block(105, 55, 185, 74), GREEN]);
    expect(jar.things).toHaveLength(1);
  });

  it('that stand close together are meant together, and can be chosen one by one', () => {
    const gifts = found([block(70, 60, 140, 170), RED], [disc(180, 130, 36), BLUE]);
    expect(middles(gifts.things)).toEqual([110, 180]);
    expect(gifts.default).toEqual([0, 1]);
  });

  it.each([
    [
      'a pair seen from two sides',
      [
        [disc(80, 120, 30), RED],
        [block(180, 95, 250, 150), RED],
      ],
    ],
    ['a line of three kinds', [...bottle(60, RED), ...bottle(150, BLUE), ...bottle(240, GREEN)]],
  ] satisfies readonly (readonly [string, readonly Item[]])[])(
    'that are alike are meant together: %s',
    (_, items) => {
      const { things, default: meant } = found(...items);
      expect(meant).toEqual(things.map((_, i) => i));
      expect(things.length).toBeGreaterThan(1);
      expect(middles(things)).toEqual([...middles(things)].sort((a, b) => a - b));
    },
  );

  it('that are alike are one product to choose where something else stands beside them', () => {
    const { things, default: meant } = found(...bottle(40, RED), ...bottle(100, GREEN), [
      disc(220, 110, 72),
      BLUE,
    ]);
    expect(middles(things)).toEqual([220, 70]);
    expect(meant).toEqual([0]);
  });

  it('do not take one that the frame cuts off for one of a line', () => {
    const { things, default: meant } = found(...bottle(60, RED), ...bottle(150, BLUE), ...bottle(291, GREEN));
    expect(things[0]?.whole).toBe(true);
    expect(middles(meant.map((i) => things[i]!))).toEqual([110]);
    expect(things[1]?.whole).toBe(false);
  });

  it('are no crumbs and no small things beside: those stay with the nearest', () => {
    const { photo, map } = scene(
      [disc(90, 100, 55), RED],
      [disc(170, 140, 8), GREEN],
      [disc(290, 20, 12), BLUE],
    );
    const all = findThings(map, photo);
    expect(all.things).toHaveLength(1);
    const kept = withoutOthers(map, WHOLE, photo, all, all.default);
    expect(valueAt(kept, 170, 140)).toBe(1);
    // What the frame cuts off stands beside.
    expect(valueAt(kept, 290, 20)).toBe(0);
  });

  it('are offered up to five', () => {
    const sizes = [10, 12, 14, 16, 18, 20];
    const { things } = found(
      ...sizes.map(
        (size, i): Item => [
          block(10 + i * 48, 100 - size, 10 + i * 48 + 30 - 3 * i, 100 + size),
          i % 2 ? RED : BLUE,
        ],
      ),
    );
    expect(things.length).toBeLessThanOrEqual(5);
  });
});

const PAPER_WHITE = [248, 248, 246] as const;

const WHOLE = { x: 0, y: 0, width: WIDTH, height: HEIGHT };

function valueAt(plane: Plane, x: number, y: number, part = WHOLE): number {
  const column = Math.floor(((x - part.x) * plane.width) / part.width);
  const row = Math.floor(((y - part.y) * plane.height) / part.height);
  return Math.round(plane.data[row * plane.width + column] ?? 0);
}

describe('a pick', () => {
  const { photo, map } = scene([disc(60, 110, 34), RED], [block(160, 40, 250, 170), BLUE]);
  const all = findThings(map, photo);

  it('is the default where nobody picks, all with 0, and one by its number', () => {
    expect(pickThings(all)).toEqual([0]);
    expect(pickThings(all, 0)).toEqual([0, 1]);
    expect(pickThings(all, 2)).toEqual([1]);
  });

  it('of one that is not there says how many there are', () => {
    expect(() => pickThings(all, 3)).toThrow(/2 things were found/);
    expect(() => pickThings({ things: all.things.slice(0, 1), default: [0] }, 2)).toThrow(/Only one/);
  });

  it('leaves out the others, in the whole map and in a look at a part', () => {
    const second = withoutOthers(map, WHOLE, photo, all, [1]);
    expect([valueAt(second, 60, 110), valueAt(second, 200, 100)]).toEqual([1, 0]);
    const part = { x: 20, y: 60, width: 240, height: 100 };
    const look = createPlane(64, 64);
    look.data.fill(1);
    const first = withoutOthers(look, part, photo, all, [0]);
    expect([valueAt(first, 60, 110, part), valueAt(first, 200, 100, part)]).toEqual([0, 1]);
  });

  it('of all changes nothing', () => {
    expect(withoutOthers(map, WHOLE, photo, all, [0, 1])).toBe(map);
  });
});

describe('a photo that came cut out', () => {
  it('is meant as it is, and a thing of it can be picked', () => {
    const { photo, map } = scene([disc(60, 110, 34), RED], [block(160, 40, 250, 170), BLUE]);
    const { things, default: meant } = findThings(map, photo, { cutOut: true });
    expect(things).toHaveLength(2);
    expect(meant).toEqual([0, 1]);
  });
});
