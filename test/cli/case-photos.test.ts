import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../src/app/config/project-root.ts';
import { cutout } from '../../src/cli/cutout.ts';
import { scratch } from '../zimage/support/checkpoint.ts';
import { fakeIo } from './support/fake-io.ts';

const PHOTOS = join(PROJECT_ROOT, '..', 'shared', 'cases', 'photos');

/** Milliseconds that a photo may take on a busy machine. */
const PATIENCE = 120_000;

/** Shares of the photo's sides. */
type Place = readonly [left: number, top: number, right: number, bottom: number];

/** A photo that was cut out wrongly once, where its product is, what share of that box it fills, and what is to be said. */
interface Case {
  readonly file: string;
  readonly what: string;
  readonly place: Place;
  readonly filled: readonly [least: number, most: number];
  readonly says?: string;
}

const CASES: readonly Case[] = [
  { file: 'white-cup.jpg', what: 'whole, not its logo', place: [0.33, 0.23, 0.67, 0.85], filled: [0.6, 0.9] },
  { file: 'grey-tube.jpg', what: 'with its body', place: [0.33, 0.22, 0.67, 0.83], filled: [0.7, 0.85] },
  {
    file: 'car.jpg',
    what: 'without trees and people',
    place: [0.07, 0.45, 0.79, 0.8],
    filled: [0.6, 0.8],
    says: 'bars around the photo',
  },
  {
    file: 'screenshot.jpg',
    what: 'without the phone’s bars',
    place: [0.33, 0.34, 0.67, 0.68],
    filled: [0.7, 0.85],
    says: 'screenshot',
  },
  {
    file: 'letterbox.jpg',
    what: 'without its bars',
    place: [0.39, 0.15, 0.61, 0.91],
    filled: [0.7, 0.85],
    says: 'bars around the photo',
  },
  {
    file: 'fade.gif',
    what: 'of a frame that shows it',
    place: [0.33, 0.15, 0.67, 0.91],
    filled: [0.7, 0.85],
  },
  {
    file: 'pano.jpg',
    what: 'where it stands',
    place: [0.47, 0.35, 0.49, 0.81],
    filled: [0.6, 0.85],
    says: 'panorama',
  },
  {
    file: 'alpha-noise.png',
    what: 'without the faint alpha round it',
    place: [0.2, 0.4, 0.68, 0.74],
    filled: [0.65, 0.9],
    says: 'transparent specks',
  },
  {
    file: 'latte-q80.jpg',
    what: 'as its neighbours are',
    place: [0.32, 0.12, 0.68, 0.83],
    filled: [0.75, 0.95],
  },
  { file: 'pen.jpg', what: 'with its nib', place: [0.07, 0.47, 0.87, 0.51], filled: [0.7, 1] },
  {
    file: 'glass.jpg',
    what: 'without the wall behind it',
    place: [0.35, 0.15, 0.65, 0.86],
    filled: [0.1, 0.5],
    says: 'showed through the glass',
  },
  { file: 'hand-cream.heic', what: 'as any photo', place: [0.33, 0.22, 0.67, 0.83], filled: [0.7, 0.85] },
];

describe.skipIf(!existsSync(PHOTOS))('the product of a photo that was cut out wrongly once', () => {
  it.each(CASES)(
    '$file is cut out $what',
    async ({ file, place, filled, says = '' }) => {
      await using folder = await scratch();
      const out = join(folder.path, 'cut.png');
      const { io, said } = fakeIo();
      expect(await cutout([join(PHOTOS, file), '--out', out, '--json'], io), said.err.join('\n')).toBe(0);
      const { confidence, why } = JSON.parse(said.out.join(''));
      expect(confidence).toBeGreaterThanOrEqual(0.5);
      expect(why.join(' ')).toContain(says);
      const found = await productIn(out);
      for (const [i, side] of found.place.entries()) expect(Math.abs(side - place[i]!)).toBeLessThan(0.02);
      expect(found.filled).toBeGreaterThan(filled[0]);
      expect(found.filled).toBeLessThan(filled[1]);
    },
    PATIENCE,
  );

  it(
    'tiny40.jpg is asked for in a larger size, and which is said',
    async () => {
      await using folder = await scratch();
      const { io, said } = fakeIo();
      const args = [join(PHOTOS, 'tiny40.jpg'), '--out', join(folder.path, 'cut.png'), '--json'];
      expect(await cutout(args, io)).toBe(2);
      expect([...said.out, ...said.err].join(' ')).toMatch(/40×40 pixels, less than 64.*200 pixels or more/);
    },
    PATIENCE,
  );
});

/** Where the opaque part of a cut-out is, and how much of that box it fills. */
async function productIn(path: string): Promise<{ readonly place: Place; readonly filled: number }> {
  const { data, info } = await sharp(path)
    .ensureAlpha()
    .extractChannel(3)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  let [left, top, right, bottom, count] = [width, height, 0, 0, 0];
  for (const [i, alpha] of data.entries()) {
    if (alpha < 128) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x + 1), Math.max(bottom, y + 1)];
    count++;
  }
  return {
    place: [left / width, top / height, right / width, bottom / height],
    filled: count / Math.max(1, (right - left) * (bottom - top)),
  };
}
