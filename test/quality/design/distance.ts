import type { CopySlot } from '../../../src/ad/copy.ts';
import type { DesignLayer } from '../../../src/ad/design.ts';
import {
  area,
  type Box,
  bottom,
  intersection,
  right,
  type Size,
  turnedBounds,
  union,
} from '../../../src/ad/geometry.ts';
import { toLinear } from '../../../src/imaging/colour.ts';
import type { Raster } from '../../../src/imaging/raster.ts';
import type { MadeAd } from './make-ad.ts';

/** An ad as it is seen from afar: its colours, and where its blocks are. */
export interface Look {
  /** Cumulated histograms of CIELAB's L, a and b, each ending in 1. */
  readonly colours: readonly Float64Array[];
  /** Around all of each kind of block, in shares of the sheet. */
  readonly boxes: ReadonlyMap<Kind, Box>;
  /** Share of each cell of a grid that fields, cards, bands and discs take. */
  readonly fields: Float64Array;
}

type Kind = 'headline' | 'offer' | 'text' | 'hero' | 'picture';

/** What every request has differs in place alone; a product that only one of two shows makes them differ wholly. */
const SHOWN: readonly Kind[] = ['hero', 'picture'];
const LETTERED: readonly Kind[] = ['headline', 'offer', 'text'];

const BINS = 32;
const GRID = 12;

/** Share of the sheet from which on a field is the sheet's own ground. */
const GROUND = 0.95;

/** @param glance the ad at a glance */
export function lookOf({ design }: MadeAd, glance: Raster): Look {
  const { size, blocks, layers } = design;
  const seen = new Map<Kind, Box[]>();
  const add = (kind: Kind, box: Box): void => {
    seen.set(kind, [...(seen.get(kind) ?? []), box]);
  };
  for (const { slot, box, angle } of blocks) add(kindOf(slot), turnedBounds(box, angle));
  for (const layer of layers)
    if (layer.kind === 'hero' || layer.kind === 'picture') add(layer.kind, layer.box);
  const boxes = [...seen].flatMap(([kind, all]) => {
    const whole = union(all);
    return whole === undefined ? [] : [[kind, shareOf(whole, size)] as const];
  });
  const fields = layers.flatMap((layer) =>
    FIELDS.has(layer.kind) && area(intersection(layer.box, sheetOf(size))) < GROUND * area(size)
      ? [layer.box]
      : [],
  );
  return { colours: histograms(glance), boxes: new Map(boxes), fields: gridOf(fields, size) };
}

const FIELDS: ReadonlySet<DesignLayer['kind']> = new Set([
  'box',
  'disc',
  'arch',
  'burst',
  'blob',
  'ticket',
  'pattern',
  'frame',
]);

const sheetOf = (size: Size): Box => ({ x: 0, y: 0, ...size });

const kindOf = (slot: CopySlot): Kind =>
  slot === 'headline' ? 'headline' : slot === 'price' || slot === 'badge' ? 'offer' : 'text';

const shareOf = ({ x, y, width, height }: Box, size: Size): Box => ({
  x: x / size.width,
  y: y / size.height,
  width: width / size.width,
  height: height / size.height,
});

function gridOf(boxes: readonly Box[], size: Size): Float64Array {
  const cells = new Float64Array(GRID * GRID);
  const [width, height] = [size.width / GRID, size.height / GRID];
  for (let i = 0; i < cells.length; i++) {
    const cell = { x: (i % GRID) * width, y: Math.floor(i / GRID) * height, width, height };
    const taken = boxes.reduce((sum, box) => sum + area(intersection(box, cell)), 0);
    cells[i] = Math.min(1, taken / area(cell));
  }
  return cells;
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
 * channel of CIELAB, as a share of half its range) and of how far their blocks are apart.
 */
export function distance(a: Look, b: Look): number {
  return (colourDistance(a, b) + blockDistance(a, b)) / 2;
}

export function colourDistance(a: Look, b: Look): number {
  const moved = a.colours.map((counts, channel) => {
    const other = b.colours[channel];
    return counts.reduce((sum, value, bin) => sum + Math.abs(value - (other?.[bin] ?? 0)), 0) / BINS;
  });
  return Math.min(1, 2 * meanOf(moved));
}

/**
 * Mean over the kinds of blocks: by how much of half the sheet the edges of their boxes are apart, and which share of
 * fields only one of the two has.
 */
export function blockDistance(a: Look, b: Look): number {
  const lettered = LETTERED.flatMap((kind) => {
    const [one, other] = [a.boxes.get(kind), b.boxes.get(kind)];
    return one && other ? [edgesApart(one, other)] : [];
  });
  const shown = SHOWN.flatMap((kind) => {
    const [one, other] = [a.boxes.get(kind), b.boxes.get(kind)];
    if (one && other) return [edgesApart(one, other)];
    return one || other ? [1] : [];
  });
  return meanOf([...lettered, ...shown, fieldsApart(a.fields, b.fields)]);
}

const edgesApart = (a: Box, b: Box): number =>
  Math.min(
    1,
    2 *
      meanOf([
        Math.abs(a.x - b.x),
        Math.abs(a.y - b.y),
        Math.abs(right(a) - right(b)),
        Math.abs(bottom(a) - bottom(b)),
      ]),
  );

function fieldsApart(a: Float64Array, b: Float64Array): number {
  let [common, all] = [0, 0];
  for (const [i, value] of a.entries()) {
    const other = b[i] ?? 0;
    common += Math.min(value, other);
    all += Math.max(value, other);
  }
  return all === 0 ? 0 : 1 - common / all;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
