import { describe, expect, it } from 'vitest';
import type { DesignLayout } from '../../src/ad/design.ts';
import type { TextBlock } from '../../src/ad/layout.ts';
import { moveDesign } from '../../src/adjust/move-design.ts';
import { piecesOf } from '../../src/adjust/pieces-of.ts';

const block = (slot: TextBlock['slot'], line: string, x: number, y: number): TextBlock => ({
  slot,
  lines: [line],
  box: { x, y, width: 200, height: 40 },
  face: 'Pretendard',
  weight: 700,
  size: 40,
  lineHeight: 1.2,
  tracking: 0,
  align: 'left',
  colour: '#000000',
  treatment: 'none',
  contrast: { wcag: 21, apca: 106 },
});

const design: DesignLayout = {
  family: 'cover',
  size: { width: 1000, height: 1000 },
  layers: [
    { kind: 'box', box: { x: 0, y: 0, width: 1000, height: 1000 }, colour: '#ffffff' },
    {
      kind: 'picture',
      photo: 0,
      shape: 'box',
      box: { x: 0, y: 0, width: 500, height: 500 },
      part: { x: 100, y: 100, width: 500, height: 500 },
    },
    { kind: 'burst', box: { x: 700, y: 100, width: 220, height: 220 }, colour: '#ff0000' },
    {
      kind: 'hero',
      box: { x: 600, y: 500, width: 200, height: 300 },
      source: { kind: 'photo', photo: 0 },
      shadow: 'drop',
      shade: '#222222',
    },
  ],
  blocks: [
    block('headline', '딸기 라떼', 60, 700),
    block('badge', '10%', 710, 150),
    block('badge', '할인', 710, 200),
  ],
  productBoxes: [
    { x: 600, y: 500, width: 200, height: 300 },
    { x: 100, y: 100, width: 200, height: 200 },
  ],
  why: [],
  warnings: [],
};

const copy = { headline: '딸기 라떼', badge: '10% 할인' };
const pieces = piecesOf(design, copy);
const move = (moves: Parameters<typeof moveDesign>[2]) =>
  moveDesign(design, pieces, moves, () => ({ width: 800, height: 800 }));

describe('the pieces of a design', () => {
  it('are its products, its photos, and its words with the plate that they stand on', () => {
    expect(pieces.map(({ id }) => id)).toEqual(['picture-0', 'product-0', 'headline-0', 'badge-0']);
    expect(pieces[3]).toMatchObject({ layers: [2], blocks: [1, 2], slot: 'badge', text: '10% 할인' });
  });

  it('stay where they are unless they are moved', () => {
    expect(move({})).toEqual(design);
    expect(move({ 'headline-0': { x: 0, y: 0, scale: 1 }, 'sub-7': { x: 1, y: 1, scale: 1 } })).toEqual(
      design,
    );
  });

  it('take along where the product is seen', () => {
    const { layers, productBoxes, blocks } = move({ 'product-0': { x: -0.1, y: 0.05, scale: 0.5 } });
    const box = { x: 550, y: 625, width: 100, height: 150 };
    expect(layers[3]).toMatchObject({ box });
    expect(productBoxes).toEqual([box, design.productBoxes[1]]);
    expect(blocks).toEqual(design.blocks);
  });

  it('move with their plate, letters and all', () => {
    const { layers, blocks } = move({ 'badge-0': { x: -0.2, y: 0, scale: 2 } });
    expect(layers[2]).toMatchObject({ box: { x: 390, y: -10, width: 440, height: 440 } });
    expect(blocks[1]).toMatchObject({ size: 80, box: { x: 410, y: 90, width: 400, height: 80 } });
    expect(blocks[0]).toEqual(design.blocks[0]);
  });

  it('show another part of a photo in the same frame, and never beyond the photo', () => {
    const panned = move({ 'picture-0': { x: 0.05, y: 0, scale: 1 } });
    expect(panned.layers[1]).toMatchObject({
      box: design.layers[1]?.kind === 'picture' ? design.layers[1].box : {},
      part: { x: 50, y: 100, width: 500, height: 500 },
    });
    expect(panned.productBoxes[1]).toEqual({ x: 150, y: 100, width: 200, height: 200 });
    const far = move({ 'picture-0': { x: 2, y: -2, scale: 0.2 } });
    expect(far.layers[1]).toMatchObject({ part: { x: 0, y: 0, width: 800, height: 800 } });
  });

  it('keep a product on the sheet and no larger than it, however far and large it is asked for', () => {
    const { layers } = move({ 'product-0': { x: 2, y: 2, scale: 5 } });
    const hero = layers[3];
    if (hero?.kind !== 'hero') throw new Error('There is no product');
    expect(hero.box.height).toBeLessThanOrEqual(1000);
    expect(hero.box.x + hero.box.width / 2).toBeLessThanOrEqual(1001);
  });
});
