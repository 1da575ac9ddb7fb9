import { describe, expect, it } from 'vitest';
import { meanDifference } from '../../src/imaging/animation/loop-facts.ts';
import { resizeRaster } from '../../src/imaging/filter.ts';
import { rasterOf } from '../../src/imaging/raster.ts';
import { FramePainter } from '../../src/motion/frame-painter.ts';
import { scaleLoop } from '../../src/motion/scale-loop.ts';
import { designLoop } from './loops.ts';

describe('an ad in motion with fewer pixels', () => {
  const loop = designLoop();
  const half = scaleLoop(loop, 0.5);
  const frame = (of: typeof loop, seconds: number) =>
    rasterOf({ ...of.size, data: Uint8ClampedArray.from(new FramePainter(of).paint(seconds).pixels) });

  it('moves as the large one does, at every moment', () => {
    expect(half.size).toEqual({ width: 180, height: 180 });
    for (let seconds = 0; seconds < loop.seconds; seconds += 0.2) {
      const large = frame(loop, seconds);
      const small = resizeRaster(large, half.size.width, half.size.height);
      expect(meanDifference(frame(half, seconds), small)).toBeLessThan(2);
    }
  });

  it('is at rest the reduced ad', () => {
    expect(frame(half, 0).data).toEqual(half.still.data);
  });
});
