import ColorSpace from 'colorjs.io/src/ColorSpace.js';
import contrastAPCA from 'colorjs.io/src/contrast/APCA.js';
import sRGB from 'colorjs.io/src/spaces/srgb.js';
import type { Box } from '../ad/geometry.ts';
import type { TextBlock } from '../ad/layout.ts';
import type { HexColour } from '../ad/scene.ts';
import { luminance, luminanceAt, parseHex, wcagRatio } from '../imaging/colour.ts';
import type { GlyphMask } from './glyph-mask.ts';

// The library looks colour spaces up by name, in a register that begins empty.
ColorSpace.register(sRGB);

export type Contrast = TextBlock['contrast'];

/** Pixels, RGBA, of a part of the ad. */
export interface Pixels {
  /** Whole pixels of the ad. */
  readonly box: Box;
  readonly data: Uint8ClampedArray;
}

/** How dark and how light the ground under a block is: the 5th and the 95th percentile. */
export interface BackgroundTones {
  /** WCAG relative luminance, 0–1. */
  readonly luminance: readonly [low: number, high: number];
  /** APCA's estimated screen luminance, 0–1. */
  readonly screen: readonly [low: number, high: number];
}

const TAIL = 0.05;

/** Histograms over the square root, which is nearly as even as the eye. */
const BINS = 1024;

const binOf = (value: number): number => Math.round(Math.sqrt(value) * BINS);
const middleOf = (bin: number): number => (bin / BINS) ** 2;

/** sRGB bytes to APCA's simple power curve (exponent 2.4). */
const SCREEN_OF_BYTE = Float32Array.from({ length: 256 }, (_, byte) => (byte / 255) ** 2.4);

/** APCA's weights of the channels, which are sRGB's with more digits. */
const SCREEN_WEIGHTS = [0.2126729, 0.7151522, 0.072175] as const;

/** The ground under a block's thickened letters, inside the part of the ad that is at hand. */
export function backgroundUnder(pixels: Pixels, mask: GlyphMask): BackgroundTones {
  const light = new Uint32Array(BINS + 1);
  const screen = new Uint32Array(BINS + 1);
  let count = 0;
  const { data, box } = pixels;
  for (let row = 0; row < mask.box.height; row++) {
    const y = mask.box.y + row - box.y;
    if (y < 0 || y >= box.height) continue;
    for (let column = 0; column < mask.box.width; column++) {
      const x = mask.box.x + column - box.x;
      if (mask.data[row * mask.box.width + column]! < 128 || x < 0 || x >= box.width) continue;
      const i = (y * box.width + x) * 4;
      const [r, g, b] = [data[i]!, data[i + 1]!, data[i + 2]!];
      const y1 = luminanceAt(data, i);
      const y2 =
        SCREEN_WEIGHTS[0] * SCREEN_OF_BYTE[r]! +
        SCREEN_WEIGHTS[1] * SCREEN_OF_BYTE[g]! +
        SCREEN_WEIGHTS[2] * SCREEN_OF_BYTE[b]!;
      light[binOf(y1)]!++;
      screen[binOf(y2)]!++;
      count++;
    }
  }
  return { luminance: tails(light, count), screen: tails(screen, count) };
}

function tails(bins: Uint32Array, count: number): readonly [number, number] {
  const at = (wanted: number): number => {
    let seen = 0;
    for (let bin = 0; bin < bins.length; bin++) {
      seen += bins[bin]!;
      if (seen > wanted) return middleOf(bin);
    }
    return 1;
  };
  return [at(TAIL * count), at((1 - TAIL) * count)];
}

/** The ground that one colour makes, as it would be measured on pixels of that colour. */
export function backgroundOf(colour: HexColour): BackgroundTones {
  const rgb = parseHex(colour);
  const y = middleOf(binOf(luminance(rgb)));
  const screen = middleOf(
    binOf(rgb.reduce((sum, byte, i) => sum + SCREEN_WEIGHTS[i]! * (byte / 255) ** 2.4, 0)),
  );
  return { luminance: [y, y], screen: [screen, screen] };
}

/**
 * Contrast of letters of one colour with their ground, at its worse end: WCAG 2 ratio, and APCA's Lc (0.0.98G, by
 * colorjs.io) without its sign. Letters whose lightness lies within the ground's own range have none.
 */
export function contrastOn(ground: BackgroundTones, colour: HexColour): Contrast {
  const letters = luminance(parseHex(colour));
  const [low, high] = ground.luminance;
  if (letters > low && letters < high) return { wcag: 1, apca: 0 };
  return {
    wcag: Math.min(wcagRatio(letters, low), wcagRatio(letters, high)),
    apca: Math.min(...ground.screen.map((screen) => lightnessContrast(screen, colour))),
  };
}

/** @param screen APCA's luminance of the ground: a grey that has it stands for any colour that has it */
function lightnessContrast(screen: number, colour: HexColour): number {
  const grey = screen ** (1 / 2.4);
  const letters = parseHex(colour).map((byte) => byte / 255) as [number, number, number];
  return Math.abs(
    contrastAPCA({ space: sRGB, coords: [grey, grey, grey] }, { space: sRGB, coords: letters }),
  );
}
