import { turnedBounds } from '../../../src/ad/geometry.ts';
import { toLinear } from '../../../src/imaging/colour.ts';
import type { Raster } from '../../../src/imaging/raster.ts';
import type { MadeAd } from './make-ad.ts';

/** An ad as it is seen from afar: its colours, and where its blocks are. */
export interface Look {
  /** Cumulated histograms of CIELAB's L, a and b, each ending in 1. */
  readonly colours: readonly Float64Array[];
  /** Share of each cell of the grid that each kind of block takes, kind after kind. */
  readonly blocks: Float64Array;
}

const BINS = 32;
const GRID = 12;

const KINDS = ['headline', 'offer', 'text', 'hero', 'picture'] as const;

/** @param glance the ad at a glance */
export function lookOf({ design, parts }: MadeAd, glance: Raster): Look {
  const { size, blocks, layers } = design;
  const cells = new Float64Array(KINDS.length * GRID * GRID);
  const add = (
    kind: (typeof KINDS)[number],
    box: { x: number; y: number; width: number; height: number },
  ): void => {
    const first = KINDS.indexOf(kind) * GRID * GRID;
    const [w, h] = [size.width / GRID, size.height / GRID];
    for (let row = 0; row < GRID; row++) {
      for (let column = 0; column < GRID; column++) {
        const across = Math.min(box.x + box.width, (column + 1) * w) - Math.max(box.x, column * w);
        const down = Math.min(box.y + box.height, (row + 1) * h) - Math.max(box.y, row * h);
        const i = first + row * GRID + column;
        if (across > 0 && down > 0) cells[i] = Math.min(1, (cells[i] ?? 0) + (across * down) / (w * h));
      }
    }
  };
  for (const { slot, box, angle } of blocks) {
    const kind = slot === 'headline' ? 'headline' : slot === 'price' || slot === 'badge' ? 'offer' : 'text';
    add(kind, turnedBounds(box, angle));
  }
  for (const layer of layers)
    if (layer.kind === 'hero' || layer.kind === 'picture') add(layer.kind, layer.box);
  for (const box of parts?.boxes ?? []) add('text', box);
  return { colours: histograms(glance), blocks: cells };
}

/** Ranges of L, a and b that the bins are spread over. */
const RANGES = [
  [0, 100],
  [-90, 90],
  [-90, 90],
] as const;

function histograms(small: Raster): readonly Float64Array[] {
  const bins = RANGES.map(() => new Float64Array(BINS));
  for (let i = 0; i < small.data.length; i += 4) {
    const lab = toCielab(small.data[i] ?? 0, small.data[i + 1] ?? 0, small.data[i + 2] ?? 0);
    for (const [channel, [low, high]] of RANGES.entries()) {
      const share = ((lab[channel] ?? 0) - low) / (high - low);
      const bin = Math.max(0, Math.min(BINS - 1, Math.floor(share * BINS)));
      const counts = bins[channel];
      if (counts !== undefined) counts[bin] = (counts[bin] ?? 0) + 1;
    }
  }
  return bins.map((counts) => {
    let sum = 0;
    return counts.map((count) => {
      sum += count;
      return sum / (small.width * small.height);
    });
  });
}

/** sRGB bytes to CIELAB under D65 (CIE 15:2004). */
function toCielab(red: number, green: number, blue: number): readonly [number, number, number] {
  const [r, g, b] = [toLinear(red / 255), toLinear(green / 255), toLinear(blue / 255)];
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27) * (t / 116) + 16 / 116);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/**
 * Distance of two ads, 0–1: the mean of how far their colours would have to be moved (earth mover's distance of each
 * channel of CIELAB, as a share of half its range) and of how much of their blocks lies apart (1 − Jaccard).
 */
export function distance(a: Look, b: Look): number {
  return (colourDistance(a, b) + blockDistance(a, b)) / 2;
}

export function colourDistance(a: Look, b: Look): number {
  const moved = a.colours.map((counts, channel) => {
    const other = b.colours[channel];
    return counts.reduce((sum, value, bin) => sum + Math.abs(value - (other?.[bin] ?? 0)), 0) / BINS;
  });
  return Math.min(1, (2 * moved.reduce((sum, value) => sum + value, 0)) / moved.length);
}

export function blockDistance(a: Look, b: Look): number {
  let [common, all] = [0, 0];
  for (const [i, value] of a.blocks.entries()) {
    const other = b.blocks[i] ?? 0;
    common += Math.min(value, other);
    all += Math.max(value, other);
  }
  return all === 0 ? 0 : 1 - common / all;
}
