import { createCanvas, Path2D } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { DETAIL_KINDS } from '../../src/ad/detail-kind.ts';
import { DETAIL_ICONS } from '../../src/typography/detail-icons.ts';
import { pathOf } from './path-of.ts';

describe('the icons of details', () => {
  it.each(DETAIL_KINDS)('draws that of %s inside its square', (kind) => {
    const context = createCanvas(40, 40).getContext('2d');
    context.translate(8, 8);
    context.lineWidth = 2;
    context.stroke(new Path2D(DETAIL_ICONS[kind]));
    const { data } = context.getImageData(0, 0, 40, 40);
    const inked = Array.from({ length: 1600 }, (_, i) => i).filter((i) => data[i * 4 + 3]! > 0);
    expect(inked.length).toBeGreaterThan(4);
    for (const i of inked) {
      expect(i % 40).toBeGreaterThanOrEqual(8);
      expect(i % 40).toBeLessThan(32);
      expect(Math.floor(i / 40)).toBeGreaterThanOrEqual(8);
      expect(Math.floor(i / 40)).toBeLessThan(32);
    }
  });

  it('makes one path of circles, rectangles and paths, each from a place of its own', () => {
    expect(pathOf('<circle cx="12" cy="12" r="2"/><path d="m1 1h2"/>')).toBe(
      'M10 12a2 2 0 1 0 4 0a2 2 0 1 0 -4 0zM1 1h2',
    );
    expect(pathOf('<rect width="4" height="2" x="1" y="1" rx="0"/>')).toContain('M1 1h4');
    expect(() => pathOf('<line x1="1"/>')).toThrow(RangeError);
  });
});
