import { describe, expect, it } from 'vitest';
import { area, type Box, centre, contains, intersection } from '../../../src/ad/geometry.ts';
import { picturePart } from '../../../src/design/solve/picture-part.ts';
import { createRaster } from '../../../src/imaging/raster.ts';

const sheet = { width: 1080, height: 1080 };
const whole = { x: 0, y: 0, ...sheet };

const photo = (width: number, height: number, subject?: Box) => ({
  photo: 0,
  image: createRaster(width, height),
  ...(subject === undefined ? {} : { subject }),
});

describe('the part of a photo that a box shows', () => {
  it('has the box’s proportions and lies in the photo', () => {
    for (const box of [
      whole,
      { x: 0, y: 0, width: 300, height: 900 },
      { x: 90, y: 40, width: 900, height: 260 },
    ]) {
      const { part } = picturePart(
        photo(1600, 1200, { x: 900, y: 200, width: 200, height: 500 }),
        box,
        [],
        sheet,
      );
      expect(part.width / part.height).toBeCloseTo(box.width / box.height, 1);
      expect(contains({ x: 0, y: 0, width: 1600, height: 1200 }, part)).toBe(true);
    }
  });

  it('keeps a tall product whole, at the edge of its photo too', () => {
    for (const x of [0, 600, 1240]) {
      const subject = { x, y: 80, width: 360, height: 1040 };
      const { part } = picturePart(photo(1600, 1200, subject), whole, [], sheet);
      expect(area(intersection(part, subject))).toBe(area(subject));
    }
  });

  it('goes nearer to a small subject, and no nearer than its pixels bear', () => {
    const subject = { x: 1000, y: 800, width: 400, height: 500 };
    const large = picturePart(photo(2400, 2400, subject), whole, [], sheet);
    expect(large.part.width).toBeLessThan(2400);
    expect(large.subject!.height).toBeGreaterThan((500 / 2400) * 1080 * 1.2);
    const small = { x: 200, y: 160, width: 80, height: 100 };
    expect(picturePart(photo(480, 480, small), whole, [], sheet).part.width).toBe(480);
  });

  it('sets the subject on a third or in the middle, clear of the words', () => {
    const subject = { x: 900, y: 900, width: 400, height: 400 };
    const free = picturePart(photo(2400, 2400, subject), whole, [], sheet);
    const { x, y } = centre(free.subject!);
    for (const share of [x / 1080, y / 1080])
      expect(Math.min(...[1 / 3, 1 / 2, 2 / 3].map((liked) => Math.abs(share - liked)))).toBeLessThan(0.06);
    const words = { x: 60, y: 700, width: 960, height: 320 };
    const { subject: seen } = picturePart(photo(2400, 2400, subject), whole, [words], sheet);
    expect(area(intersection(seen!, words))).toBe(0);
  });

  it('shows the subject on the sheet where the box runs over its edge', () => {
    const box = { x: 600, y: -200, width: 900, height: 900 };
    const subject = { x: 700, y: 700, width: 300, height: 300 };
    const { subject: seen } = picturePart(photo(1600, 1600, subject), box, [], sheet);
    expect(contains(whole, seen!)).toBe(true);
  });

  it('is the middle where nobody knows the subject', () => {
    const { part, subject } = picturePart(photo(1600, 800), whole, [], sheet);
    expect(part).toEqual({ x: 400, y: 0, width: 800, height: 800 });
    expect(subject).toBeUndefined();
  });
});
