import type { Raster } from './raster.ts';

/** Steps of each channel: 6 × 6 × 6 colours, fewer than the 256 that terminals have registers for. */
const LEVELS = 6;

/** Bayer's 4 × 4 threshold matrix (Bayer 1973), −½ to +½. */
const DITHER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5].map((rank) => (rank + 0.5) / 16 - 0.5);

/**
 * The raster as DEC sixel graphics: bands of six rows, one pass a colour, runs shortened. Transparent parts are white.
 */
export function encodeSixel({ width, height, data }: Raster): string {
  const colours = new Uint8Array(width * height);
  const level = (at: number, alpha: number, dither: number): number => {
    const value = ((data[at]! * alpha) / 255 + 255 - alpha) / 255;
    return Math.min(LEVELS - 1, Math.max(0, Math.round(value * (LEVELS - 1) + dither)));
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const dither = DITHER[(y % 4) * 4 + (x % 4)]!;
      const alpha = data[at + 3]!;
      colours[y * width + x] =
        (level(at, alpha, dither) * LEVELS + level(at + 1, alpha, dither)) * LEVELS +
        level(at + 2, alpha, dither);
    }
  }
  const percent = (step: number): number => Math.round(((step % LEVELS) * 100) / (LEVELS - 1));
  const palette = [...new Set(colours)]
    .map(
      (c) =>
        `#${c};2;${percent(Math.floor(c / LEVELS ** 2))};${percent(Math.floor(c / LEVELS))};${percent(c)}`,
    )
    .join('');
  const bands: string[] = [];
  for (let top = 0; top < height; top += 6) bands.push(band(colours, width, height, top));
  return `\x1bPq"1;1;${width};${height}${palette}${bands.join('-')}\x1b\\`;
}

function band(colours: Uint8Array, width: number, height: number, top: number): string {
  const rows = Math.min(6, height - top);
  const passes = new Map<number, Uint8Array>();
  for (let row = 0; row < rows; row++) {
    for (let x = 0; x < width; x++) {
      const colour = colours[(top + row) * width + x]!;
      let bits = passes.get(colour);
      if (bits === undefined) {
        bits = new Uint8Array(width);
        passes.set(colour, bits);
      }
      bits[x]! |= 1 << row;
    }
  }
  return [...passes].map(([colour, bits]) => `#${colour}${shortened(bits)}`).join('$');
}

function shortened(bits: Uint8Array): string {
  let text = '';
  for (let x = 0; x < bits.length; ) {
    let run = 1;
    while (bits[x + run] === bits[x]) run++;
    const letter = String.fromCharCode(63 + bits[x]!);
    text += run > 3 ? `!${run}${letter}` : letter.repeat(run);
    x += run;
  }
  return text;
}
