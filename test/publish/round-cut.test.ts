import { beforeAll, describe, expect, it } from 'vitest';
import { centre, reachFrom, turnedBounds } from '../../src/ad/geometry.ts';
import { bleedOf, type Place } from '../../src/ad/place.ts';
import { defined } from '../../src/collections/defined.ts';
import { xmpPacket } from '../../src/imaging/xmp.ts';
import { printSheet } from '../../src/print/print-sheet.ts';
import { judge } from '../../src/publish/judge.ts';
import { designPresets } from '../design/requests.ts';
import { faces } from '../faces.ts';
import { designedContent } from '../layered/contents.ts';

const xmp = xmpPacket({ digitalSource: 'algorithmicMedia', alt: 'Ad', language: 'en' });

/** What the place asks of a design. */
const givenBy = (place: Place) =>
  defined({
    round: place.round?.is,
    safe: place.safe?.is,
    bleed: bleedOf(place),
    letters: place.letters?.is,
  });

const SHORT = { headline: '수제버거', badge: '1+1', details: '이번 주말' };

let sticker: Place;
let bytes: Uint8Array;
beforeAll(async () => {
  sticker = designPresets.places.named('round-sticker');
  const content = await designedContent(sticker.pixels.is, givenBy(sticker));
  if (sticker.print === undefined) throw new Error('A sticker is printed');
  const about = { title: 'Ad', language: 'en', xmp };
  ({ bytes } = await printSheet({ content, sheet: sticker.print.is, faces, about }));
});

/** A square of a side whose middle lies so far from the sheet's, in the direction of its corner. */
const square = (side: number, off: number) => {
  const { width, height } = sticker.pixels.is;
  const [x, y] = [width / 2 + off * Math.SQRT1_2, height / 2 + off * Math.SQRT1_2];
  return { x: x - side / 2, y: y - side / 2, width: side, height: side };
};

const kindsOf = async (box: ReturnType<typeof square>, angle = 0) =>
  (await judge(bytes, sticker, { blocks: [{ box, angle, size: 200 }], parts: [], hasBorder: false })).map(
    ({ kind }) => kind,
  );

describe('the judge of a sheet that a knife cuts round', () => {
  it('takes words up to the circle, and none beyond it, in the corners of the square around it either', async () => {
    const radius = sticker.round?.is ?? 0;
    expect(radius).toBeGreaterThan(400);
    const side = radius / 4;
    const touching = radius - side * Math.SQRT1_2;
    expect(await kindsOf(square(side, touching - 3))).toEqual([]);
    expect(await kindsOf(square(side, touching + 3))).toEqual(['safe']);
    // Inside of the square, and cut off.
    expect(await kindsOf(square(side, radius))).toEqual(['safe']);
    expect(await kindsOf(square(1.3 * radius, 0), 45)).toEqual(['safe']);
  });
});

describe('designs of a sheet that a knife cuts round', () => {
  it.each(['cut-out', 'photo', 'none'] as const)(
    'keep their words and their product inside of the circle, about its middle (%s)',
    async (material) => {
      const round = sticker.round?.is ?? 0;
      const { size, ground, text } = await designedContent(sticker.pixels.is, givenBy(sticker), material);
      const { family, productBoxes } = ground.layout;
      expect(family).toBe('round-label');
      const middle = { x: size.width / 2, y: size.height / 2 };
      for (const { box, angle } of text?.blocks ?? [])
        expect(reachFrom(middle, turnedBounds(box, angle))).toBeLessThanOrEqual(round + 2);
      expect(productBoxes.length).toBe(material === 'none' ? 0 : 1);
      for (const box of productBoxes) {
        expect(reachFrom(middle, box)).toBeLessThanOrEqual(round + 2);
        expect(Math.abs(centre(box).x - middle.x)).toBeLessThan(0.02 * size.width);
      }
    },
  );

  it('are those of others set smaller inside of it where one is asked for, and never those for circles elsewhere', async () => {
    const round = sticker.round?.is ?? 0;
    const asked = await designedContent(
      sticker.pixels.is,
      { ...givenBy(sticker), asked: 'bento', copy: SHORT },
      'none',
    );
    expect(asked.ground.layout.family).toBe('bento');
    const middle = { x: asked.size.width / 2, y: asked.size.height / 2 };
    for (const { box, angle } of asked.text?.blocks ?? [])
      expect(reachFrom(middle, turnedBounds(box, angle))).toBeLessThanOrEqual(round + 2);
    const straight = await designedContent(
      { width: 1080, height: 1080 },
      { asked: 'round-label' },
      'cut-out',
    );
    expect(straight.ground.layout.family).not.toBe('round-label');
  });
});
