import { describe, expect, it } from 'vitest';
import { encodeSixel } from '../../src/imaging/encode-sixel.ts';
import { createRaster, type Raster } from '../../src/imaging/raster.ts';

/** What a terminal does with sixel graphics: the pixels as R, G, B. */
function decodeSixel(text: string): { width: number; height: number; rgb: Uint8ClampedArray } {
  const [head, tail] = ['\x1bPq"1;1;', '\x1b\\'];
  expect(text.startsWith(head) && text.endsWith(tail)).toBe(true);
  const [, width = '0', height = '0', body = ''] =
    /^(\d+);(\d+)(.*)$/s.exec(text.slice(head.length, -tail.length)) ?? [];
  const rgb = new Uint8ClampedArray(Number(width) * Number(height) * 3);
  const palette = new Map<number, readonly number[]>();
  let colour: readonly number[] = [];
  let x = 0;
  let top = 0;
  for (const [token, number, , r, g, b, run, repeated] of body.matchAll(
    /#(\d+)(;2;(\d+);(\d+);(\d+))?|!(\d+)([?-~])|[?-~]|\$|-/g,
  )) {
    if (number !== undefined) {
      if (r !== undefined)
        palette.set(
          Number(number),
          [r, g, b].map((percent) => Number(percent) * 2.55),
        );
      colour = palette.get(Number(number)) ?? [];
    } else if (token === '$') x = 0;
    else if (token === '-') {
      x = 0;
      top += 6;
    } else {
      const bits = (repeated ?? token).charCodeAt(0) - 63;
      for (let end = x + Number(run ?? 1); x < end; x++) {
        for (let row = 0; row < 6; row++) {
          if ((bits >> row) & 1) rgb.set(colour, ((top + row) * Number(width) + x) * 3);
        }
      }
    }
  }
  return { width: Number(width), height: Number(height), rgb };
}

function gradient(width: number, height: number): Raster {
  const raster = createRaster(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      raster.data.set([(x * 255) / width, (y * 255) / height, 128, 255], (y * width + x) * 4);
    }
  }
  return raster;
}

describe('encodeSixel', () => {
  it('draws every pixel in about its colour, and areas in their mean', () => {
    const raster = gradient(61, 35);
    const { width, height, rgb } = decodeSixel(encodeSixel(raster));
    expect([width, height]).toEqual([61, 35]);
    let error = 0;
    let sums = [0, 0, 0];
    for (let i = 0; i < width * height; i++) {
      for (let c = 0; c < 3; c++) {
        const difference = (rgb[i * 3 + c] ?? 0) - (raster.data[i * 4 + c] ?? 0);
        error = Math.max(error, Math.abs(difference));
        sums = sums.map((sum, k) => (k === c ? sum + difference : sum));
      }
    }
    // A step of the palette is 51; dithering moves a pixel by one step at most.
    expect(error).toBeLessThanOrEqual(51);
    for (const sum of sums) expect(Math.abs(sum / (width * height))).toBeLessThan(3);
  });

  it('shows transparent parts as white', () => {
    const { rgb } = decodeSixel(encodeSixel(createRaster(4, 4)));
    expect([...rgb].every((value) => value === 255)).toBe(true);
  });
});
