import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, contains, overlaps } from '../../src/ad/geometry.ts';
import { drawn } from '../../src/imaging/canvas.ts';
import { createMatte, type Raster } from '../../src/imaging/raster.ts';
import { frameOf } from '../../src/layout/frame.ts';
import { setLogo } from '../../src/layout/set-logo.ts';

const picture = (colour: string, width = 540, height = 540): Raster =>
  drawn(width, height, (context) => {
    context.fillStyle = colour;
    context.fillRect(0, 0, width, height);
  });

/** A ring, with nothing or one colour around it. */
const ring = (colour: string, ground?: string): Raster =>
  drawn(200, 200, (context) => {
    if (ground !== undefined) {
      context.fillStyle = ground;
      context.fillRect(0, 0, 200, 200);
    }
    context.strokeStyle = colour;
    context.lineWidth = 24;
    context.beginPath();
    context.arc(100, 100, 60, 0, 2 * Math.PI);
    context.stroke();
  });

/** The pixel in the middle of a box. */
function middle({ width, data }: Raster, box: Box): number[] {
  const at = (box.y + (box.height >> 1)) * width + box.x + (box.width >> 1);
  return [...data.subarray(at * 4, at * 4 + 3)];
}

function changed(before: Raster, after: Raster, box: Box): { inside: boolean; outside: boolean } {
  let [inside, outside] = [false, false];
  for (let i = 0; i < before.data.length; i++) {
    if (before.data[i] === after.data[i]) continue;
    const at = { x: (i >> 2) % before.width, y: Math.floor((i >> 2) / before.width), width: 1, height: 1 };
    if (contains(box, at)) inside = true;
    else outside = true;
  }
  return { inside, outside };
}

describe('setLogo', () => {
  it('stands inside the margins, off the words and the product, and touches nothing else', () => {
    const share = fc.double({ min: 0, max: 0.6, noNaN: true });
    const boxes = fc.array(fc.tuple(share, share, share, share), { maxLength: 4 });
    fc.assert(
      fc.property(
        boxes,
        fc.constantFrom<[number, number]>([540, 540], [400, 711], [711, 400]),
        (shares, [w, h]) => {
          const image = picture('#c9b79c', w, h);
          const taken = shares.map(([x, y, width, height]) => ({
            x: Math.round(x * w),
            y: Math.round(y * h),
            width: Math.round(width * w),
            height: Math.round(height * h),
          }));
          const product = createMatte(w, h);
          for (let y = h >> 1; y < h; y++) product.data.fill(255, y * w + w * 0.4, y * w + w * 0.7);
          const {
            image: ad,
            box,
            why,
            warnings,
          } = setLogo({ image, logo: ring('#30201a'), words: taken, product });
          if (box === undefined) {
            expect(ad).toBe(image);
            expect({ why, warnings: warnings.length }).toEqual({ why: [], warnings: 1 });
            return;
          }
          expect(contains(frameOf(image).inner, box)).toBe(true);
          for (const other of taken) expect(overlaps(box, other)).toBe(false);
          expect(changed(image, ad, box)).toEqual({ inside: true, outside: false });
          for (let y = box.y; y < box.y + box.height; y++) {
            for (let x = box.x; x < box.x + box.width; x++) expect(product.data[y * w + x]).toBe(0);
          }
          expect(why).toHaveLength(1);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('lays a sheet under a mark that could not be made out, and none under one that can', () => {
    const dark = picture('#2a211c');
    const unseen = setLogo({ image: dark, logo: ring('#30201a'), words: [] });
    expect(middle(unseen.image, unseen.box!)).toEqual([255, 255, 255]);
    expect(unseen.why[0]?.en).toContain('panel');
    const seen = setLogo({ image: dark, logo: ring('#fff4dc'), words: [] });
    expect(middle(seen.image, seen.box!)).toEqual([0x2a, 0x21, 0x1c]);
  });

  it('keeps the ground that a logo brings with it', () => {
    const { image, box } = setLogo({
      image: picture('#efe7da'),
      logo: ring('#ffffff', '#0d5c3a'),
      words: [],
    });
    expect(middle(image, box!)).toEqual([0x0d, 0x5c, 0x3a]);
  });

  it('prefers a calm corner', () => {
    const image = drawn(540, 540, (context) => {
      context.fillStyle = '#e8e0d2';
      context.fillRect(0, 0, 540, 540);
      context.fillStyle = '#333333';
      for (let x = 270; x < 540; x += 8) context.fillRect(x, 0, 4, 540);
    });
    const { box } = setLogo({ image, logo: ring('#30201a'), words: [] });
    expect(box!.x).toBeLessThan(270);
  });
});
