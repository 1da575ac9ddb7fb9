import type { Box } from '../../ad/geometry.ts';
import type { PaletteColour } from './palette.ts';

/** Bits of each channel by which a colour is looked up. */
const BITS = 5;
const CELLS = 2 ** BITS;

/** Puts pixels into colours of a palette. The same pixel at the same place is always the same colour. */
export class PaletteMap {
  readonly #nearest: Uint8Array;
  readonly #palette: readonly PaletteColour[];
  /** For each cell the palette's colours that lie in it: what is like one of them is not dithered. */
  readonly #inside: readonly (readonly number[] | undefined)[];
  readonly #spread: number;

  /** @param dither how far a colour is moved before it is looked up, 0–1 of the palette's own steps */
  constructor(palette: readonly PaletteColour[], dither: number) {
    this.#palette = palette;
    this.#nearest = nearestOf(palette);
    const inside: number[][] = [];
    for (const [i, [r, g, b]] of palette.entries()) {
      const own = cellOf(r, g, b);
      inside[own] = [...(inside[own] ?? []), i];
    }
    this.#inside = inside;
    this.#spread = dither * SPREAD;
  }

  /**
   * The pixels of a box as indices.
   *
   * @param pixels RGBA, of the whole picture
   * @param width of the picture
   * @param before the picture that is shown already: what is alike in it is left out
   * @param transparent index of what is left out
   */
  map(
    pixels: Uint8ClampedArray,
    width: number,
    box: Box,
    before: Uint8ClampedArray | undefined,
    transparent: number,
  ): Uint8Array {
    const out = new Uint8Array(box.width * box.height);
    let to = 0;
    for (let y = box.y; y < box.y + box.height; y++) {
      let at = (y * width + box.x) * 4;
      for (let x = box.x; x < box.x + box.width; x++, at += 4, to++) {
        const [r, g, b] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!];
        if (before !== undefined && before[at] === r && before[at + 1] === g && before[at + 2] === b) {
          out[to] = transparent;
          continue;
        }
        const own = this.#inside[cellOf(r, g, b)]?.find((i) => isAlike(this.#palette[i]!, r, g, b));
        if (own !== undefined) {
          out[to] = own;
          continue;
        }
        const move = this.#spread * noiseAt(x, y);
        out[to] = this.#nearest[cellOf(r + move, g + move, b + move)]!;
      }
    }
    return out;
  }
}

/** Largest shift of a channel either way. */
const SPREAD = 22;

const cell = (value: number): number =>
  value <= 0 ? 0 : value >= 255 ? CELLS - 1 : (value | 0) >> (8 - BITS);

const cellOf = (r: number, g: number, b: number): number => (cell(r) * CELLS + cell(g)) * CELLS + cell(b);

/** Steps of all channels together that nobody sees. */
const UNSEEN = 4;

const isAlike = ([pr, pg, pb]: PaletteColour, r: number, g: number, b: number): boolean =>
  Math.abs(pr - r) + Math.abs(pg - g) + Math.abs(pb - b) <= UNSEEN;

/**
 * Interleaved gradient noise, −0.5–0.5: even over small neighbourhoods, without a pattern that is seen
 * (J. Jimenez, Next Generation Post Processing in Call of Duty: Advanced Warfare, SIGGRAPH 2014).
 */
function noiseAt(x: number, y: number): number {
  const inner = 0.06711056 * x + 0.00583715 * y;
  const outer = 52.9829189 * (inner - Math.floor(inner));
  return outer - Math.floor(outer) - 0.5;
}

/** The palette's nearest colour for each cell of the colour cube; green counts most and blue least, as to the eye. */
function nearestOf(palette: readonly PaletteColour[]): Uint8Array {
  const nearest = new Uint8Array(CELLS ** 3);
  const step = 256 / CELLS;
  for (let r = 0, i = 0; r < CELLS; r++) {
    for (let g = 0; g < CELLS; g++) {
      for (let b = 0; b < CELLS; b++, i++) {
        let [best, least] = [0, Number.POSITIVE_INFINITY];
        for (let k = 0; k < palette.length; k++) {
          const [pr, pg, pb] = palette[k]!;
          const [dr, dg, db] = [(r + 0.5) * step - pr, (g + 0.5) * step - pg, (b + 0.5) * step - pb];
          const distance = 3 * dr * dr + 4 * dg * dg + 2 * db * db;
          if (distance < least) [best, least] = [k, distance];
        }
        nearest[i] = best;
      }
    }
  }
  return nearest;
}
