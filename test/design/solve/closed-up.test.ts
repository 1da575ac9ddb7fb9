import { describe, expect, it } from 'vitest';
import type { TextBlock } from '../../../src/ad/layout.ts';
import { closedUp, lineGap } from '../../../src/design/solve/closed-up.ts';
import { setText } from '../../../src/typography/typeset.ts';
import { faces } from '../../faces.ts';

const style = { face: 'Pretendard', weight: 900, lineHeight: 1.5, tracking: 0 } as const;

function block(lines: readonly string[], y: number, more: Partial<TextBlock> = {}): TextBlock {
  const size = more.size ?? 80;
  const set = setText(lines, { slot: 'headline', ...style }, faces, undefined, more.scales);
  return {
    slot: 'headline',
    ...style,
    box: { x: 40, y, width: Math.ceil(set.width * size), height: Math.ceil(set.height * size) },
    lines,
    size,
    align: 'left',
    colour: '#111111',
    contrast: { wcag: 10, apca: 90 },
    treatment: 'none',
    ...more,
  };
}

describe('closedUp', () => {
  it.each([[undefined], [[1, 0.5, 0.7]]])(
    'has no lines further apart than the block is from other words, whatever their sizes: %j',
    (scales) => {
      const headline = block(
        ['자전거', '가게 어린이', '헬멧 입고'],
        40,
        scales === undefined ? {} : { scales },
      );
      const near = 24;
      const note = block(['합정역'], headline.box.y + headline.box.height + near, {
        slot: 'details',
        size: 30,
      });
      expect(lineGap(headline, faces)).toBeGreaterThan(near);
      const [closed] = closedUp([headline, note], faces);
      expect(lineGap(closed ?? headline, faces)).toBeLessThanOrEqual(near);
      expect(lineGap(closed ?? headline, faces)).toBeGreaterThan(0);
    },
  );
});
