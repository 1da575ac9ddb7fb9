import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fromLinear,
  hexToOklch,
  luminance,
  oklabToRgb,
  oklchToHex,
  parseHex,
  rgbToOklab,
  toHex,
  toLinear,
  wcagRatio,
} from '../../src/imaging/colour.ts';
import { cropRaster } from '../../src/imaging/crop.ts';
import { decodePhoto } from '../../src/imaging/decode-photo.ts';
import { encodePng, readPngText } from '../../src/imaging/encode-png.ts';
import { engineSize } from '../../src/imaging/engine-size.ts';
import { boxBlur, gaussianBlur, resizePlane, resizeRaster } from '../../src/imaging/filter.ts';
import { fitFile } from '../../src/imaging/fit-file.ts';
import { createNoise } from '../../src/imaging/noise.ts';
import { seededRandom } from '../../src/imaging/random.ts';
import { resizeLanczos } from '../../src/imaging/resize-lanczos.ts';
import { subjectColour } from '../../src/imaging/subject-colour.ts';
import { cup, cupOnTable, plain, planeOf } from './pictures.ts';

const sides = fc.integer({ min: 1, max: 40 });
const bytes = fc.integer({ min: 0, max: 255 });
const colours = fc.tuple(bytes, bytes, bytes);

const mean = (data: ArrayLike<number>): number =>
  Array.from(data).reduce((sum, value) => sum + value, 0) / data.length;

describe('resizing', () => {
  it('leaves a picture of one colour one colour, at any size', () => {
    fc.assert(
      fc.property(
        sides,
        sides,
        sides,
        sides,
        fc.tuple(bytes, bytes, bytes),
        (w, h, width, height, colour) => {
          const picture = plain(w, h, colour);
          expect(resizeRaster(picture, width, height).data).toEqual(plain(width, height, colour).data);
          const bare = resizeLanczos(picture.data, 4, picture, { width, height });
          expect(bare).toEqual(new Uint8ClampedArray(plain(width, height, colour).data));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leaves a straight slope straight, but for its ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 40 }), fc.integer({ min: 6, max: 40 }), (from, to) => {
        const { data } = resizePlane(
          planeOf(from, 1, (x) => (x + 0.5) / from),
          to,
          1,
        );
        for (let x = 2; x < to - 2; x++)
          expect(Math.abs(data[x]! - (x + 0.5) / to)).toBeLessThan(0.3 / Math.min(from, to));
      }),
    );
  });

  it('does not let the colour of what is see-through bleed in', () => {
    const picture = plain(8, 8, [0, 255, 0, 0]);
    for (let i = 0; i < 32; i++) picture.data.set([200, 40, 30, 255], i * 4);
    const { data } = resizeRaster(picture, 3, 3);
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3]! > 8) expect(data[i + 1]).toBeLessThan(48);
    }
  });
});

describe('blurring', () => {
  const blurs = { box: boxBlur, gaussian: gaussianBlur };

  it.each(Object.entries(blurs))(
    '%s leaves one level one level, and stays within what was there',
    (_name, blur) => {
      fc.assert(
        fc.property(
          sides,
          sides,
          fc.double({ min: 0, max: 9, noNaN: true }),
          fc.nat(),
          (width, height, by, seed) => {
            for (const value of blur(
              planeOf(width, height, () => 0.3),
              by,
            ).data)
              expect(value).toBeCloseTo(0.3, 5);
            const random = seededRandom(seed);
            for (const value of blur(
              planeOf(width, height, () => random()),
              by,
            ).data) {
              expect(value).toBeGreaterThan(-1e-5);
              expect(value).toBeLessThan(1 + 1e-5);
            }
          },
        ),
        { numRuns: 40 },
      );
    },
  );

  it.each(Object.entries(blurs))('%s keeps the mean of what lies away from the edges', (_name, blur) => {
    const spot = planeOf(61, 61, (x, y) => (Math.hypot(x - 30, y - 30) < 6 ? 1 : 0));
    expect(mean(blur(spot, 4).data)).toBeCloseTo(mean(spot.data), 6);
  });

  it('is as wide as its standard deviation says', () => {
    const { data } = gaussianBlur(
      planeOf(101, 1, (x) => (x === 50 ? 1 : 0)),
      6,
    );
    const variance = Array.from(data).reduce((sum, share, x) => sum + share * (x - 50) ** 2, 0);
    expect(Math.sqrt(variance)).toBeGreaterThan(5.4);
    expect(Math.sqrt(variance)).toBeLessThan(6.6);
  });
});

describe('colours', () => {
  it('come back from OKLab as they went', () => {
    fc.assert(
      fc.property(colours, (rgb) => {
        oklabToRgb(rgbToOklab(rgb)).forEach((value, c) => {
          expect(Math.abs(value - rgb[c]!)).toBeLessThan(0.51);
        });
        expect(parseHex(oklchToHex(hexToOklch(toHex(rgb))))).toEqual(rgb);
      }),
    );
  });

  it('are encoded and decoded by curves that undo each other', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (value) => {
        expect(fromLinear(toLinear(value))).toBeCloseTo(value, 5);
      }),
    );
  });

  it('contrast alike in both directions, from 1 to 21', () => {
    expect(wcagRatio(0, 1)).toBeCloseTo(21, 5);
    fc.assert(
      fc.property(colours, colours, (a, b) => {
        const [p, q] = [luminance(a), luminance(b)];
        expect(wcagRatio(p, q)).toBeCloseTo(wcagRatio(q, p), 10);
        expect(wcagRatio(p, q)).toBeGreaterThanOrEqual(1);
        expect(wcagRatio(p, p)).toBeCloseTo(1, 10);
        expect(p).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('noise', () => {
  it('stays between −1 and 1 around 0, and is the same for the same seed', () => {
    for (const seed of [1, 2, 3]) {
      const { fbm2 } = createNoise(seed);
      const again = createNoise(seed);
      const values = Array.from({ length: 2500 }, (_, i) =>
        fbm2((i % 50) * 0.37, Math.floor(i / 50) * 0.37, 4),
      );
      expect(Math.max(...values)).toBeLessThanOrEqual(1);
      expect(Math.min(...values)).toBeGreaterThanOrEqual(-1);
      expect(Math.abs(mean(values))).toBeLessThan(0.1);
      expect(again.fbm2(3.3, 4.4, 4)).toBe(fbm2(3.3, 4.4, 4));
    }
  });
});

describe('a crop', () => {
  it('is the pixels of its box', () => {
    const photo = cupOnTable();
    const crop = cropRaster(photo, { x: 10, y: 20, width: 30, height: 15 });
    for (let y = 0; y < 15; y++) {
      const from = ((20 + y) * photo.width + 10) * 4;
      expect(crop.data.subarray(y * 120, (y + 1) * 120)).toEqual(photo.data.subarray(from, from + 120));
    }
  });
});

describe('engineSize', () => {
  it('is in blocks of 16, covers the ad, and keeps to what the engine does best', () => {
    fc.assert(
      fc.property(fc.integer({ min: 16, max: 2048 }), fc.integer({ min: 16, max: 2048 }), (width, height) => {
        const asked = engineSize({ width, height });
        expect([asked.width % 16, asked.height % 16]).toEqual([0, 0]);
        expect(asked.width - width).toBeLessThan(16);
        expect(asked.width).toBeGreaterThanOrEqual(width);
        expect(asked.height).toBeGreaterThanOrEqual(height);
        const best = engineSize({ width, height }, 2 ** 18);
        expect(best.width * best.height).toBeLessThan(2 ** 18 + 16 * (best.width + best.height));
      }),
    );
  });
});

describe('a PNG', () => {
  it('keeps every pixel and its texts', async () => {
    const png = await encodePng(cup(), { recipe: 'a 가' }, { alpha: true });
    expect((await decodePhoto(png, 'photo')).data).toEqual(cup().data);
    expect(readPngText(png).get('recipe')).toBe('a 가');
  });

  it('becomes a JPEG, and smaller, until it fits', async () => {
    const random = seededRandom(5);
    const busy = plain(700, 700, [0, 0, 0]);
    for (let i = 0; i < busy.data.length; i++) if (i % 4 !== 3) busy.data[i] = 256 * random();
    const png = await encodePng(busy);
    expect(await fitFile(png, png.length)).toMatchObject({ extension: 'png' });
    for (const limit of [400_000, 120_000]) {
      const { bytes: file, extension } = await fitFile(png, limit);
      expect(extension).toBe('jpg');
      expect(file.length).toBeLessThanOrEqual(limit);
    }
  });
});

describe('subjectColour', () => {
  it('is the colour of what a cut-out or a photo shows, and not of its ground', () => {
    for (const picture of [cup(), cupOnTable()]) {
      const [r, , b] = parseHex(subjectColour(picture));
      expect(r).toBeGreaterThan(b + 20);
    }
  });
});
