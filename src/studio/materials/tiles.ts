import { hexToOklch } from '../../imaging/colour.ts';
import { seededRandom } from '../../imaging/random.ts';
import type { Material } from '../renderer/material.ts';
import { noiseTile } from '../renderer/noise-tile.ts';
import { levelFor, sampleLevel, type TileLevel } from '../renderer/tile.ts';
import { createRamp, type MaterialOptions, writeRampColour } from './colour-ramp.ts';

/** Ways to lay tiles. */
export const BONDS = ['square', 'subway', 'stacked', 'small'] as const;

type Bond = (typeof BONDS)[number];

/** Width and height of a tile and shift of every second row, decimetres. */
const FORMATS: Readonly<
  Record<Bond, { readonly width: number; readonly height: number; readonly shift: number }>
> = {
  square: { width: 1, height: 1, shift: 0 },
  subway: { width: 1.5, height: 0.72, shift: 0.5 },
  stacked: { width: 0.42, height: 1.5, shift: 0 },
  small: { width: 0.48, height: 0.48, shift: 0 },
};

/** Cells a side after which tiles repeat; a power of two. */
const CELLS = 64;

/**
 * Hand-glazed wall tiles: no two quite alike in tone or quite level, so each catches the window a little otherwise.
 *
 * @param side where the light comes from: −1 left, 1 right
 */
export function tilesMaterial(bond: Bond, side: -1 | 1, options: MaterialOptions): Material {
  const random = seededRandom(options.seed);
  const { width, height, shift } = FORMATS[bond];
  const [tintL, tintC, tintH] = hexToOklch(options.tint);
  const own = options.lightness ?? tintL;
  const chroma = Math.max(0.008, tintC);
  const ramp = createRamp(
    [
      [own - 0.1, chroma * 1.35, tintH - 6],
      [own, chroma, tintH],
      [own + 0.05, chroma * 0.8, tintH + 6],
    ],
    { ...options, tintShare: 0 },
  );
  const grout = createRamp(
    [
      [own > 0.5 ? own - 0.04 : own + 0.1, chroma * 0.4, tintH],
      [own > 0.5 ? Math.min(0.95, own + 0.02) : own + 0.16, chroma * 0.3, tintH],
    ],
    { ...options, tintShare: 0 },
  );
  const tone = Float32Array.from({ length: CELLS * CELLS }, () => random() + random() - 1);
  const lean = Float32Array.from({ length: CELLS * CELLS }, () => random() - 0.5);
  const tip = Float32Array.from({ length: CELLS * CELLS }, () => random() - 0.5);
  const noise = noiseTile();
  const place = random() * 64;
  const [lu, lv] = options.lightAlong;
  const gap = 0.022;
  const round = 0.05;
  let foot = -1;
  let glaze: TileLevel = noise.levels[0]!;
  let sand = glaze;
  return {
    gloss: 0,
    roughness: 0.1,
    sample(u, v, footU, footV, out) {
      const wide = Math.max(footU, footV);
      if (wide !== foot) {
        foot = wide;
        glaze = levelFor(noise, wide * 3);
        sand = levelFor(noise, wide * 30);
      }
      const row = Math.floor(v / height);
      const x = u / width + (row & 1) * shift;
      const column = Math.floor(x);
      const i = (row & (CELLS - 1)) * CELLS + (column & (CELLS - 1));
      const px = (x - column) * width;
      const py = v - row * height;
      const toSide = Math.min(px, width - px);
      const toEnd = Math.min(py, height - py);
      const rim = Math.min(toSide, toEnd);
      const cloud = sampleLevel(glaze, place + u * 1.3, v * 1.3);
      const ripple = sampleLevel(glaze, place * 2 + u * 2.6, v * 2.6);
      // The edge is rounded: it leans outwards, up to a half.
      const bendU = toSide < round + gap ? (px < width / 2 ? -1 : 1) * (1 - (toSide - gap) / round) : 0;
      const bendV = toEnd < round + gap ? (py < height / 2 ? -1 : 1) * (1 - (toEnd - gap) / round) : 0;
      const tu = lean[i]! * 0.16 + ripple * 0.09 + bendU * 0.5;
      const tv = tip[i]! * 0.16 + cloud * 0.07 + bendV * 0.5;
      const joint = Math.min(1, Math.max(0, (gap - rim) / Math.max(0.012, wide) + 0.5));
      // The window in the glaze: a soft upright patch whose place depends on how the tile leans.
      const gu = (px / width - 0.5) * 0.5 + tu * 3.4 + side * -0.42;
      const gv = (py / height - 0.5) * 0.35 + tv * 3.4 - 0.3;
      const gleam = Math.exp(-(gu * gu) / 0.05 - (gv * gv) / 0.12);
      writeRampColour(ramp, 0.55 + tone[i]! * 0.26 + cloud * 0.2 + ripple * 0.08, 1, out);
      const lit = gleam * 0.34;
      out[0] = out[0]! + (1 - out[0]!) * lit;
      out[1] = out[1]! + (1 - out[1]!) * lit;
      out[2] = out[2]! + (1 - out[2]!) * lit;
      let relief = (tu * lu + tv * lv) * 0.75;
      if (joint > 0) {
        const grit = sampleLevel(sand, place + u * 30, v * 30);
        const [r, g, b] = [out[0]!, out[1]!, out[2]!];
        writeRampColour(grout, 0.5 + grit * 0.3, 0.86, out);
        out[0] = r + (out[0]! - r) * joint;
        out[1] = g + (out[1]! - g) * joint;
        out[2] = b + (out[2]! - b) * joint;
        relief = relief * (1 - joint) - 0.14 * joint;
      }
      out[3] = relief;
      out[4] = 1;
    },
  };
}
