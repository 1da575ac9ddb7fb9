import { describe, expect, it } from 'vitest';
import { inTwoTones } from '../../../src/design/paint/two-tones.ts';
import { drawn } from '../../../src/imaging/canvas.ts';
import type { Raster } from '../../../src/imaging/raster.ts';
import { createRaster } from '../../../src/imaging/raster.ts';

const INKS = { dark: '#1b2a6b', light: '#f6c945' } as const;

/** From a lightness on the left to another on the right. */
const ramp = (from: number, to: number): Raster =>
  drawn(120, 60, (canvas) => {
    for (let x = 0; x < 120; x++) {
      const value = Math.round(from + ((to - from) * x) / 119);
      canvas.fillStyle = `rgb(${value}, ${value}, ${value})`;
      canvas.fillRect(x, 0, 1, 60);
    }
  });

/** Share of a sixth of the picture's columns that is nearer to the dark ink: blue above red. */
function inked({ data, width, height }: Raster, sixth: number): number {
  let count = 0;
  const columns = width / 6;
  for (let y = 0; y < height; y++) {
    for (let x = sixth * columns; x < (sixth + 1) * columns; x++) {
      const i = 4 * (y * width + x);
      if ((data[i + 2] ?? 0) > (data[i] ?? 0)) count++;
    }
  }
  return count / (columns * height);
}

describe('inTwoTones', () => {
  it('prints dots that grow with the dark, to the size at which it is seen', () => {
    const out = inTwoTones(ramp(0, 255), { ...INKS, dots: 6 }, { width: 240, height: 120 });
    expect([out.width, out.height]).toEqual([240, 120]);
    const shares = [0, 2, 5].map((sixth) => inked(out, sixth));
    expect(shares[0]).toBeGreaterThan(0.9);
    expect(shares[2]).toBeLessThan(0.05);
    expect(shares[1]).toBeGreaterThan(0.1);
    expect(shares[1]).toBeLessThan(0.9);
  });

  it('gives a pale photo both inks', () => {
    const out = inTwoTones(ramp(170, 245), { ...INKS, dots: 6 }, { width: 240, height: 120 });
    expect(inked(out, 0)).toBeGreaterThan(0.6);
    expect(inked(out, 5)).toBeLessThan(0.05);
  });

  it('mixes the two in even tones where no dots are asked for', () => {
    const { data, width } = inTwoTones(ramp(0, 255), INKS, { width: 1, height: 1 });
    expect(width).toBe(120);
    expect([...data.slice(0, 3)]).toEqual([0x1b, 0x2a, 0x6b]);
    expect([...data.slice(4 * 119, 4 * 119 + 3)]).toEqual([0xf6, 0xc9, 0x45]);
  });

  it('shows the light ink’s paper where the photo is clear', () => {
    const clear = createRaster(40, 40);
    for (const dots of [undefined, 8]) {
      const { data } = inTwoTones(
        clear,
        { dark: '#102030', light: '#f0e0c0', ...(dots ? { dots } : {}) },
        clear,
      );
      expect([...data.subarray(0, 4)]).toEqual([0xf0, 0xe0, 0xc0, 255]);
    }
  });
});
