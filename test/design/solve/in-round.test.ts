import { describe, expect, it } from 'vitest';
import type { DesignLayer } from '../../../src/ad/design.ts';
import { centre } from '../../../src/ad/geometry.ts';
import type { TextBlock } from '../../../src/ad/layout.ts';
import { lineBoxes } from '../../../src/design/check/line-boxes.ts';
import { inRound } from '../../../src/design/solve/in-round.ts';
import { faces } from '../../faces.ts';

const disc: DesignLayer = {
  kind: 'disc',
  box: { x: 200, y: 200, width: 400, height: 400 },
  colour: '#d80010',
  stroke: { colour: '#ffffff', width: 10 },
};

const price = (given: Partial<TextBlock>): TextBlock => ({
  slot: 'price',
  lines: ['50p', '11,900원'],
  box: { x: 240, y: 250, width: 320, height: 300 },
  face: 'Black Han Sans',
  weight: 400,
  size: 100,
  lineHeight: 1.3,
  tracking: 0,
  align: 'centre',
  colour: '#ffffff',
  treatment: 'none',
  contrast: { wcag: 5, apca: 70 },
  angle: -8,
  ...given,
});

/** Largest distance of a letter's corner from the middle of the disc, in pixels. */
const reach = (block: TextBlock): number =>
  Math.max(
    ...lineBoxes(block, faces).flatMap(({ box, toAd }) =>
      [box.y, box.y + box.height].flatMap((y) =>
        [box.x, box.x + box.width].map((x) => {
          const at = toAd({ x, y });
          return Math.hypot(at.x - centre(disc.box).x, at.y - centre(disc.box).y);
        }),
      ),
    ),
  );

describe('words on a disc', () => {
  it('are smaller where two lines would reach over its edge', () => {
    const wide = price({ size: 140, box: { x: 210, y: 220, width: 380, height: 360 } });
    expect(reach(wide)).toBeGreaterThan(190);
    const [inside] = inRound([wide], [disc], faces);
    expect(inside && reach(inside)).toBeLessThan(190);
    expect(inside?.size).toBeGreaterThan(50);
  });

  it('stay as they are where they lie inside of it, or not on it', () => {
    const small = price({ size: 50, box: { x: 320, y: 330, width: 160, height: 140 } });
    const beside = price({ box: { x: 620, y: 250, width: 320, height: 300 } });
    expect(inRound([small, beside], [disc], faces)).toEqual([small, beside]);
  });
});
