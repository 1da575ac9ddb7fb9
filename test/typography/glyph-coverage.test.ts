import { describe, expect, it } from 'vitest';
import { coverText, missingGlyphs, withoutMissing } from '../../src/typography/glyph-coverage.ts';
import { faces } from '../faces.ts';

describe('glyph coverage', () => {
  it('covers Hangul, Latin, kana and common hanja', () => {
    expect(missingGlyphs('뷁 쀍 Latte ₩9,900 春夏秋冬 いちご', faces)).toEqual([]);
  });

  it('names what no font has instead of drawing a box', () => {
    expect(missingGlyphs('딸기 🍓 라떼', faces)).toEqual(['🍓']);
    expect(withoutMissing('딸기 🍓 라떼', faces).replaceAll(/\s+/g, ' ')).toBe('딸기 라떼');
  });

  it('takes another face only for the letters that the first lacks', () => {
    const runs = coverText('봄 春', 'Jua', 400, faces);
    expect(runs.map((run) => run.text).join('')).toBe('봄 春');
    expect(new Set(runs.map((run) => run.font.family)).size).toBe(2);
  });
});
