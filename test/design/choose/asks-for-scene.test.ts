import { describe, expect, it } from 'vitest';
import type { Brief } from '../../../src/ad/brief.ts';
import { asksForScene } from '../../../src/design/choose/asks-for-scene.ts';

const brief = (more: Partial<Pick<Brief, 'pictured' | 'style' | 'hero'>>) => ({
  style: 'realistic' as const,
  ...more,
});
const CUP = { kind: 'model', id: 'cup' } as const;
const TOWELS = { kind: 'model', id: 'towels' } as const;

describe('Whether an ad is to be a scene', () => {
  it('is so where a place or a light was asked for', () => {
    expect(asksForScene(brief({ pictured: 'setting' }), undefined, true)?.en).toContain('setting');
  });

  it('is so where a style of drawing was asked for that is not the trade’s own', () => {
    expect(asksForScene(brief({ style: 'illustration' }), undefined, true)?.en).toContain('style of drawing');
    expect(asksForScene(brief({ style: 'illustration' }), 'illustration', true)).toBeUndefined();
  });

  it('is not so where nothing was asked of the picture, or a mood alone for a photo', () => {
    expect(asksForScene(brief({}), undefined, true)).toBeUndefined();
    expect(
      asksForScene(brief({ pictured: 'mood', hero: { kind: 'photo' } }), undefined, true),
    ).toBeUndefined();
  });

  it('is so for the studio’s own model where a mood was asked for, or no icon shows the same', () => {
    expect(asksForScene(brief({ hero: CUP }), undefined, false)).toBeUndefined();
    expect(asksForScene(brief({ hero: CUP, pictured: 'mood' }), undefined, false)).toBeDefined();
    expect(asksForScene(brief({ hero: TOWELS }), undefined, false)).toBeDefined();
    expect(asksForScene(brief({ hero: CUP, pictured: 'mood' }), undefined, true)).toBeUndefined();
  });
});
