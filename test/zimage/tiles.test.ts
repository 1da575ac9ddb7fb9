import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlanes, type Planes } from '../../src/zimage/planes.ts';
import { inTiles, tiling } from '../../src/zimage/tiles.ts';
import { difference } from './support/stages.ts';

const enlarged = (piece: Planes, scale: number): Planes => {
  const out = createPlanes(piece.channels, piece.height * scale, piece.width * scale);
  for (let i = 0; i < out.data.length; i++) {
    const x = Math.floor((i % out.width) / scale);
    const y = Math.floor((Math.floor(i / out.width) % out.height) / scale);
    const channel = Math.floor(i / (out.width * out.height));
    out.data[i] = piece.data[(channel * piece.height + y) * piece.width + x]!;
  }
  return out;
};

describe('inTiles', () => {
  it('changes nothing where the work is the same everywhere', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        async (height, width) => {
          const input = createPlanes(2, height, width);
          for (let i = 0; i < input.data.length; i++) input.data[i] = Math.sin(i);
          const out = await inTiles(input, tiling(8, 64), 8, (piece) => Promise.resolve(enlarged(piece, 8)));
          const expected = enlarged(input, 8);
          expect([out.channels, out.height, out.width]).toEqual([2, height * 8, width * 8]);
          expect(difference(out.data, expected.data)).toBeLessThan(1e-5);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('fades evenly from one piece into the next', async () => {
    let piece = 0;
    const input = createPlanes(1, 4, 14);
    const flat = (value: number, { height, width }: Planes): Planes => ({
      ...createPlanes(1, height, width),
      data: new Float32Array(height * width).fill(value),
    });
    const out = await inTiles(input, tiling(8, 8), 1, (part) => Promise.resolve(flat(piece++, part)));
    // Pieces start at 0, 6 and 12; each fades in over 2 pixels.
    expect([...out.data.subarray(0, 14)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0.5, 1, 1, 1, 1, 1, 1.5]);
  });
});
