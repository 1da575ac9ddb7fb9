import { describe, expect, it } from 'vitest';
import type { DesignLayer, PictureOrder } from '../../../src/ad/design.ts';
import { designLayout } from '../../../src/ad/parse/design-schema.ts';

const SIDE = 2048;
const sheet = { x: 0, y: 0, width: SIDE, height: SIDE };
/** The largest box that a recipe may hold. */
const large = { x: -SIDE, y: -SIDE, width: 2 * SIDE, height: 2 * SIDE };
const colour = '#aa3311';
const source = { kind: 'photo', photo: 0 } as const;
const edge = { colour, width: 20 } as const;
const hero = { kind: 'hero', box: sheet, source, shadow: 'drop', shade: colour } as const;

const isTaken = (layers: readonly DesignLayer[], made?: PictureOrder): boolean =>
  designLayout.safeParse({
    family: 'sticker-party',
    size: { width: SIDE, height: SIDE },
    layers,
    blocks: [],
    productBoxes: [],
    why: [],
    warnings: [],
    ...(made === undefined ? {} : { made }),
  }).success;

const many = (layer: DesignLayer): DesignLayer[] => Array.from({ length: 80 }, () => layer);

const fill = { box: sheet, colour } as const;
const stamped = { kind: 'pattern', box: sheet, sources: [source], angle: 0 } as const;

describe('a design from outside', () => {
  it.each<[string, DesignLayer[]]>([
    ['80 shapes with shadows', many({ ...fill, kind: 'blob', shadow: true, seed: 1 })],
    ['80 times 100 rays', many({ ...fill, kind: 'rays', centre: { x: 9, y: 9 }, count: 100 })],
    ['80 layers of fine stripes', many({ ...fill, kind: 'stripes', pitch: 8 })],
    ['80 layers of fine dots', many({ ...fill, kind: 'dots', pitch: 8 })],
    ['80 photos', many({ kind: 'picture', box: sheet, photo: 0, part: sheet, shape: 'box' })],
    ['80 cut-outs', many(hero)],
    ['a cut-out with an edge, larger than the sheet', [{ ...hero, box: large, edge }]],
    ['an edge far wider than its cut-out', [{ ...hero, edge: { colour, width: SIDE / 4 } }]],
    ['half a million small things', [{ ...stamped, box: large, size: 8, pitch: { width: 8, height: 8 } }]],
    ['large things close to one another', [{ ...stamped, size: SIDE, pitch: { width: 8, height: 8 } }]],
    ['a cut-out without pixels', [{ ...hero, box: { ...sheet, width: 0 } }]],
  ])('costs no more to paint than one that is asked for: not with %s', (_, layers) => {
    expect(isTaken(layers)).toBe(false);
  });

  it('may hold more than any family paints', () => {
    const quarter = { width: SIDE / 2, height: SIDE / 2 };
    const corners = [0, SIDE / 2].flatMap((x) => [0, SIDE / 2].map((y) => ({ x, y, ...quarter })));
    expect(isTaken(corners.map((box) => ({ ...hero, box, edge: { colour, width: 10 } })))).toBe(true);
    expect(
      isTaken([
        { ...fill, kind: 'box' },
        { ...stamped, size: 400, pitch: { width: 600, height: 500 } },
        { ...fill, kind: 'dots', pitch: 100 },
        { kind: 'picture', box: sheet, photo: 0, part: sheet, shape: 'arch' },
        { ...hero, box: { x: 300, y: 300, width: 1200, height: 1200 } },
      ]),
    ).toBe(true);
  });

  it('shows a picture that is to be made only where it says how, and no more than is made', () => {
    const size = { width: 800, height: 640 };
    const shown = (part = { x: 0, y: 0, ...size }): DesignLayer[] => [
      { kind: 'picture', box: sheet, photo: 'made', part, shape: 'box' },
    ];
    expect(isTaken(shown(), { size })).toBe(true);
    expect(isTaken(shown(), { size, words: 'bottom' })).toBe(true);
    expect(isTaken(shown())).toBe(false);
    expect(isTaken(shown({ x: 100, y: 0, ...size }), { size })).toBe(false);
    expect(isTaken(shown(), { size: { width: 90_000, height: 640 } })).toBe(false);
  });
});
