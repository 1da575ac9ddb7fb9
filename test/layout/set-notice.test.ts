import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, contains, overlaps } from '../../src/ad/geometry.ts';
import { noticeEm } from '../../src/ad/notice.ts';
import { drawn } from '../../src/imaging/canvas.ts';
import { luminance, wcagRatio } from '../../src/imaging/colour.ts';
import { createMatte, type Raster } from '../../src/imaging/raster.ts';
import { setNotice } from '../../src/layout/set-notice.ts';
import { faces } from '../faces.ts';

const picture = (colour: string, width = 540, height = 540): Raster =>
  drawn(width, height, (context) => {
    context.fillStyle = colour;
    context.fillRect(0, 0, width, height);
  });

/** The darkest and the lightest of what a box shows. */
function extremes({ width, data }: Raster, box: Box): number {
  const found: number[] = [];
  for (let y = box.y; y < box.y + box.height; y++)
    for (let x = box.x + box.height; x < box.x + box.width - box.height / 2; x++) {
      const at = (y * width + x) * 4;
      found.push(luminance([data[at]!, data[at + 1]!, data[at + 2]!]));
    }
  return wcagRatio(Math.max(...found), Math.min(...found));
}

describe('setNotice', () => {
  it('stands on what was drawn where that is a part of the ad', () => {
    const drawn = { x: 60, y: 60, width: 420, height: 300 };
    const { box } = setNotice({ image: picture('#efe0cd'), locale: 'ko', words: [], drawn, faces });
    expect(contains(drawn, box!)).toBe(true);
    const full = { ...drawn, words: [drawn] };
    const besides = setNotice({
      image: picture('#efe0cd'),
      locale: 'ko',
      words: full.words,
      drawn,
      faces,
    }).box;
    expect(overlaps(besides!, drawn)).toBe(false);
  });

  it('says in the language of the request that a model drew it, with 4.5 to 1 on any ground', () => {
    for (const colour of ['#ffffff', '#000000', '#777777', '#c21f1f', '#2b6cb0']) {
      for (const locale of ['ko', 'en'] as const) {
        const image = picture(colour, 320, 320);
        const { image: ad, box, why, warnings } = setNotice({ image, locale, words: [], faces });
        expect(extremes(ad, box!)).toBeGreaterThan(4.5);
        expect(why[0]?.[locale]).toContain(locale === 'ko' ? 'AI로 만든 이미지' : 'Made with AI');
        expect(warnings).toEqual([]);
      }
    }
  });

  it('stays off words and covered edges, legible, on sheets from banners to stories', () => {
    const share = fc.double({ min: 0, max: 0.7, noNaN: true });
    const boxes = fc.array(fc.tuple(share, share, share, share), { maxLength: 4 });
    const sizes = fc.constantFrom<[number, number]>([540, 540], [360, 640], [728, 90], [300, 250]);
    fc.assert(
      fc.property(boxes, sizes, (shares, [w, h]) => {
        const words = shares.map(([x, y, width, height]) => ({
          x: Math.round(x * w),
          y: Math.round(y * h),
          width: Math.round(width * w),
          height: Math.round(height * h),
        }));
        const safe = { top: Math.round(0.14 * h), right: 0, bottom: Math.round(0.2 * h), left: 0 };
        const { box } = setNotice({ image: picture('#c9b79c', w, h), locale: 'ko', words, safe, faces });
        if (box === undefined) return;
        expect(contains({ x: 0, y: safe.top, width: w, height: h - safe.top - safe.bottom }, box)).toBe(true);
        for (const other of words) expect(overlaps(box, other)).toBe(false);
        expect(noticeEm(box)).toBeGreaterThanOrEqual(10);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps off the product while there is room, and stands on a picture that is all product', () => {
    const image = picture('#c9b79c');
    const product = createMatte(540, 540);
    product.data.fill(255, 300 * 540);
    const beside = setNotice({ image, locale: 'ko', words: [], product, faces });
    expect(beside.box!.y + beside.box!.height).toBeLessThan(300);
    product.data.fill(255);
    expect(setNotice({ image, locale: 'ko', words: [], product, faces }).box).toBeDefined();
  });

  it('goes into the margin where words fill their field, and tells where even that is taken', () => {
    const image = picture('#c9b79c', 1080, 1080);
    const field = { x: 70, y: 70, width: 940, height: 940 };
    const { box } = setNotice({ image, locale: 'ko', words: [field], faces });
    expect(overlaps(box!, field)).toBe(false);
    const whole = { x: 0, y: 0, width: 1080, height: 1080 };
    const none = setNotice({ image, locale: 'ko', words: [whole], faces });
    expect(none.image).toBe(image);
    expect(none.warnings).toHaveLength(1);
  });

  it('stands again where it stood, unless it could not be read there', () => {
    const image = picture('#c9b79c', 1080, 1080);
    const request = { image, locale: 'ko', words: [], faces } as const;
    const { box } = setNotice(request);
    const at = { ...box!, x: 400, y: 500 };
    expect(setNotice({ ...request, at }).box).toEqual(at);
    expect(setNotice({ ...request, at, words: [at] }).box).not.toEqual(at);
    expect(setNotice({ ...request, at: { x: 1, y: 1, width: 9, height: 2 } }).box).toEqual(box);
    expect(setNotice({ ...request, at: { ...at, x: 1000 } }).box).toEqual(box);
  });
});
