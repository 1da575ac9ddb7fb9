import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/ad/geometry.ts';
import type { Recipe } from '../../../src/ad/recipe.ts';
import { decisionsFor } from '../../../src/workflow/plans/recorded-engines.ts';

const recipe = (name: string): Recipe =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/recipes', `${name}.json`), 'utf8'));

const { decided } = recipe('four-photos');
const { brief, productLayout, textLayout } = decided;
const square = { width: 1080, height: 1080 };

const placedAt = (box: Box) => ({
  ...decided,
  productLayout: {
    ...Object(productLayout),
    placements: productLayout?.placements.map((placement) => ({ ...placement, box })),
  },
});

describe('decisions for a picture', () => {
  it.each(['photo', 'four-photos', 'placed', 'tall', 'restyle', 'no-words'])(
    'hold where they were made: %s',
    (name) => {
      const stored = recipe(name).decided;
      const size = stored.textLayout?.size ?? square;
      expect(decisionsFor(size, stored)).toEqual(stored);
    },
  );

  it('hold without places where the picture has another size', () => {
    expect(decisionsFor({ width: 1080, height: 1350 }, { brief, textLayout: Object(textLayout) })).toEqual({
      brief,
    });
    expect(decisionsFor({ width: 256, height: 256 }, decided)).toEqual({ brief });
  });

  it.each<readonly [string, Box]>([
    ['larger than it', { x: 0, y: 0, width: 2160, height: 540 }],
    ['all of it, four times', { x: 0, y: 0, width: 1080, height: 1080 }],
    ['out of sight', { x: 1080, y: 0, width: 100, height: 100 }],
    ['nothing', { x: 10, y: 10, width: 0, height: 100 }],
  ])('hold without places where products are %s', (_, box) => {
    expect(decisionsFor(square, placedAt(box))).toEqual({ brief });
  });

  it('keep the products’ places where only the words are to be placed anew', () => {
    expect(decisionsFor(square, { brief, productLayout: Object(productLayout) })).toEqual({
      brief,
      productLayout,
    });
  });
});
