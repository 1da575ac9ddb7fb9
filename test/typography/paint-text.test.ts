import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { TextBlock, TextLayout } from '../../src/ad/layout.ts';
import { createRaster } from '../../src/imaging/raster.ts';
import { loadFaces } from '../../src/presets/load-faces.ts';
import { drawText } from '../../src/typography/draw.ts';
import { placeLines } from '../../src/typography/paint-text.ts';

const faces = await loadFaces(fileURLToPath(new URL('../../fonts', import.meta.url)));

const block = (change: Partial<TextBlock>): TextBlock => ({
  slot: 'headline',
  lines: ['딸기라떼', 'Strawberry'],
  box: { x: 60, y: 40, width: 120, height: 60 },
  face: 'Pretendard',
  weight: 800,
  size: 20,
  lineHeight: 1.2,
  tracking: 0,
  align: 'left',
  colour: '#000000',
  treatment: 'none',
  contrast: { wcag: 10, apca: 80 },
  ...change,
});

/** Around all that was drawn on white, in pixels. */
function inkOf(one: TextBlock): { left: number; top: number; right: number; bottom: number } {
  const [width, height] = [256, 160];
  const white = createRaster(width, height);
  white.data.fill(255);
  const layout: TextLayout = {
    size: { width, height },
    underlays: [],
    blocks: [one],
    why: [],
    warnings: [],
    decidedBy: 'test',
  };
  const { data } = drawText(white, layout, faces);
  const ink = { left: width, top: height, right: 0, bottom: 0 };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((data[(y * width + x) * 4] ?? 255) > 200) continue;
      ink.left = Math.min(ink.left, x);
      ink.right = Math.max(ink.right, x + 1);
      ink.top = Math.min(ink.top, y);
      ink.bottom = Math.max(ink.bottom, y + 1);
    }
  }
  return ink;
}

describe('letters', () => {
  it('keep their size where they fit', () => {
    expect(placeLines(block({}), faces).size).toBe(20);
  });

  it.each(['left', 'centre', 'right'] as const)(
    'never leave their box, however large they are said to be: %s',
    (align) => {
      for (const change of [
        { size: 80 },
        { lines: ['가나다라마바사아자차카타파하'.repeat(4)] },
        { lineHeight: 4 },
        { tracking: 1 },
      ]) {
        const ink = inkOf(block({ align, ...change }));
        expect(ink.left).toBeGreaterThanOrEqual(58);
        expect(ink.right).toBeLessThanOrEqual(182);
        expect(ink.top).toBeGreaterThanOrEqual(38);
        expect(ink.bottom).toBeLessThanOrEqual(102);
        expect(ink.right).toBeGreaterThan(ink.left);
      }
    },
  );

  it('have a box around them that may be empty', () => {
    expect(() =>
      inkOf(block({ box: { x: 5, y: 5, width: 0, height: 0 }, treatment: 'shadow' })),
    ).not.toThrow();
    expect(() => inkOf(block({ lines: [' '] }))).not.toThrow();
  });
});
