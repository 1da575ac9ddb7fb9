import { hexToOklch, type Oklch } from '../../imaging/colour.ts';
import { seededRandom } from '../../imaging/random.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';
import type { Material } from '../renderer/material.ts';
import { noiseTile } from '../renderer/noise-tile.ts';
import { levelFor, sampleLevel, type TileLevel } from '../renderer/tile.ts';
import type { MaterialOptions } from './colour-ramp.ts';
import { defineMaterial } from './define-material.ts';

/** Cells a side of a layer of chips before it repeats; a power of two. */
const CELLS = 64;

/** Chips of one size, scattered one to a cell. */
interface Chips {
  /** Decimetres between chips. */
  readonly pitch: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Half size of each chip in cells, 0 = no chip there; and its shape: squeeze and turn. */
  readonly size: Float32Array;
  readonly cos: Float32Array;
  readonly sin: Float32Array;
  readonly squeeze: Float32Array;
  readonly colour: Uint8Array;
}

/** Polished terrazzo: stone chips of three sizes in tinted cement. */
export const terrazzo = defineMaterial({
  name: 'terrazzo',
  title: { ko: '테라조', en: 'terrazzo' },
  words: [
    {
      ko: {
        테라조: 'terrazzo',
        테라초: 'terrazzo',
        인조대리석: 'terrazzo',
      },
    },
  ],
  shownBy: 'podium',
  prompt: 'pale terrazzo',
  lightness: { range: [0.32, 0.92] },
  make,
});

function make(options: MaterialOptions): Material {
  const random = seededRandom(options.seed);
  const [tintL, tintC, tintH] = hexToOklch(options.tint);
  const ground: Oklch = [options.lightness ?? Math.max(0.86, tintL), Math.min(0.03, tintC * 0.6), tintH];
  const dark = ground[0] < 0.5;
  const near = (l: number): number => (dark ? ground[0] + (0.9 - l) * 0.9 : l + (ground[0] - 0.9));
  const colours = [
    ground,
    [near(0.55), 0.03, 60],
    [near(0.7), Math.min(0.09, 0.03 + tintC), tintH],
    [near(0.45), 0.015, 250],
    [near(0.8), 0.045, 70],
    [Math.min(0.97, near(0.97)), 0.005, 90],
    [near(0.62), Math.min(0.07, 0.03 + tintC), tintH + 40],
  ] as const;
  const linear = colours.map((colour) => oklchToLinear(colour));
  const layers = [
    scatter(random, 0.5, 0.4, 0.62),
    scatter(random, 0.21, 0.38, 0.75),
    scatter(random, 0.085, 0.36, 0.8),
  ];
  const noise = noiseTile();
  const place = random() * 64;
  let foot = -1;
  let cloud: TileLevel = noise.levels[0]!;
  return {
    gloss: 0.5,
    roughness: 0.09,
    sample(u, v, footU, footV, out) {
      const wide = Math.max(footU, 0.55 * footV);
      if (wide !== foot) {
        foot = wide;
        cloud = levelFor(noise, wide * 3);
      }
      const mottle = 1 + 0.05 * sampleLevel(cloud, place + u * 3, v * 3);
      let r = linear[0]![0] * mottle;
      let g = linear[0]![1] * mottle;
      let b = linear[0]![2] * mottle;
      // The smallest first: large chips lie over small ones.
      for (let layer = 2; layer >= 0; layer--) {
        const chips = layers[layer]!;
        const found = chipAt(chips, u / chips.pitch, v / chips.pitch, wide / chips.pitch);
        if (found === 0) continue;
        const covered = found > 0 ? found - Math.floor(found) : 0;
        const colour = linear[Math.floor(found)]!;
        const tone = 1 + 0.1 * sampleLevel(cloud, place * 2 + u * 5 + layer * 9, v * 5);
        r += (colour[0] * tone - r) * covered;
        g += (colour[1] * tone - g) * covered;
        b += (colour[2] * tone - b) * covered;
      }
      out[0] = r;
      out[1] = g;
      out[2] = b;
      out[3] = 0;
      out[4] = 1;
    },
  };
}

/** Number of the chip's colour plus its cover of the sample (below 1); 0 = none. */
function chipAt(chips: Chips, x: number, y: number, foot: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const soft = Math.max(0.02, 0.7 * foot);
  let best = 0;
  let cover = 0;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const i = ((top + dy) & (CELLS - 1)) * CELLS + ((left + dx) & (CELLS - 1));
      const size = chips.size[i]!;
      if (size === 0) continue;
      const px = x - (left + dx + chips.x[i]!);
      const py = y - (top + dy + chips.y[i]!);
      if (px * px + py * py > 1.2) continue;
      const a = px * chips.cos[i]! + py * chips.sin[i]!;
      const b = (py * chips.cos[i]! - px * chips.sin[i]!) * chips.squeeze[i]!;
      // A broken stone: the largest of four slanting sides.
      const far = Math.max(Math.abs(a) + 0.35 * b, Math.abs(b) - 0.3 * a, 0.8 * (a + b), 0.9 * (0.6 * b - a));
      const share = 0.5 + (size - far) / (2 * soft);
      if (share > cover) {
        cover = Math.min(0.999, share);
        best = chips.colour[i]!;
      }
    }
  }
  return cover <= 0 ? 0 : best + cover;
}

function scatter(random: () => number, pitch: number, size: number, share: number): Chips {
  const count = CELLS * CELLS;
  const chips = {
    pitch,
    x: new Float32Array(count),
    y: new Float32Array(count),
    size: new Float32Array(count),
    cos: new Float32Array(count),
    sin: new Float32Array(count),
    squeeze: new Float32Array(count),
    colour: new Uint8Array(count),
  };
  for (let i = 0; i < count; i++) {
    const angle = random() * 2 * Math.PI;
    chips.x[i] = 0.5 + (random() - 0.5) * 0.9;
    chips.y[i] = 0.5 + (random() - 0.5) * 0.9;
    chips.size[i] = random() < share ? size * (0.45 + 0.55 * random()) : 0;
    chips.cos[i] = Math.cos(angle);
    chips.sin[i] = Math.sin(angle);
    chips.squeeze[i] = 1 + 0.8 * random();
    chips.colour[i] = 1 + Math.floor(random() * 6);
  }
  return chips;
}
