import { describe, expect, it } from 'vitest';
import { drawn } from '../../../src/imaging/canvas.ts';
import { drawLogo } from '../../../src/imaging/logo/draw-logo.ts';
import { logoMark } from '../../../src/imaging/logo/logo-mark.ts';
import type { Raster } from '../../../src/imaging/raster.ts';
import { expectGolden, goldensIn } from '../../golden/expect-golden.ts';
import { cupOnTable, plain } from '../pictures.ts';

/** A ring with a bar, in a colour, on a ground or on none. */
const logo = (colour: string, ground?: string): Raster =>
  drawn(80, 60, (context) => {
    if (ground !== undefined) {
      context.fillStyle = ground;
      context.fillRect(0, 0, 80, 60);
    }
    context.strokeStyle = colour;
    context.fillStyle = colour;
    context.lineWidth = 5;
    context.beginPath();
    context.arc(40, 30, 18, 0, 7);
    context.stroke();
    context.fillRect(28, 27, 24, 6);
  });

const photograph = cupOnTable(80, 60);
const BOX = { x: 8, y: 8, width: 30, height: 24 };

const light = plain(64, 64, [236, 228, 214]);
const dark = plain(64, 64, [32, 36, 48]);
const busy = drawn(64, 64, (context) => {
  for (let k = 0; k < 64; k++) {
    context.fillStyle = (k % 8) + Math.floor(k / 8) * 3 && k % 2 === 0 ? '#f5f0e6' : '#2b3a30';
    context.fillRect((k % 8) * 8, Math.floor(k / 8) * 8, 8, 8);
  }
});

const CASES: Readonly<Record<string, { picture: Raster; mark: Raster; sheet: boolean }>> = {
  'dark-on-light': { picture: light, mark: logo('#1d2b53'), sheet: false },
  'light-on-dark': { picture: dark, mark: logo('#ffd166'), sheet: false },
  'dark-on-dark': { picture: dark, mark: logo('#1d2b53'), sheet: true },
  'on-busy': { picture: busy, mark: logo('#8a7f5c'), sheet: true },
  'on-its-own-ground': { picture: dark, mark: logo('#c2410c', '#ffffff'), sheet: true },
  photograph: { picture: light, mark: photograph, sheet: true },
};

describe('a logo', () => {
  it.each(Object.entries(CASES))('%s', async (name, { picture, mark, sheet }) => {
    const { image, sheet: isOnSheet } = drawLogo(picture, logoMark(mark), BOX);
    expect(isOnSheet).toBe(sheet);
    await expectGolden(`imaging/logo/${name}`, image);
  });

  it('changes nothing outside of its box', () => {
    const { image } = drawLogo(busy, logoMark(logo('#8a7f5c')), BOX);
    for (let i = 0; i < 64 * 64; i++) {
      const [x, y] = [i % 64, Math.floor(i / 64)];
      if (x >= 7 && x <= 39 && y >= 7 && y <= 33) continue;
      expect(image.data.subarray(i * 4, i * 4 + 4)).toEqual(busy.data.subarray(i * 4, i * 4 + 4));
    }
  });

  it('has no golden that nothing is compared with', async () => {
    expect(await goldensIn('imaging/logo')).toEqual(Object.keys(CASES).sort());
  });
});
