import { describe, expect, it } from 'vitest';
import { calmLoop } from '../../src/motion/calm-loop.ts';
import type { Loop } from '../../src/motion/loop.ts';
import { designLoop } from './loops.ts';

const moving = ({ items }: Loop): number => items.filter(({ gestures }) => gestures.length > 0).length;

describe('a loop in which less moves', () => {
  it('lets one thing after another rest, the largest first, until a single one moves', () => {
    let loop: Loop | undefined = designLoop();
    const all = moving(loop);
    expect(all).toBeGreaterThan(1);
    const rested: number[] = [];
    for (let next = calmLoop(loop); next !== undefined; next = calmLoop(next)) {
      const before: Loop = loop;
      const at = next.items.findIndex((item, i) => item.gestures.length !== before.items[i]?.gestures.length);
      const { box } = next.items[at] ?? expect.fail('something rests');
      rested.push(box.width * box.height);
      expect(next.still).toBe(before.still);
      loop = next;
    }
    expect(moving(loop)).toBe(1);
    expect(rested).toHaveLength(all - 1);
    expect(rested[0]).toBe(Math.max(...rested));
  });
});
