import { resizePlane } from '../../imaging/filter.ts';
import type { OklabPlanes } from '../../imaging/oklab-planes.ts';
import { type Random, seededRandom } from '../../imaging/random.ts';
import type { Plane } from '../../imaging/raster.ts';

/** L, a, b, times 100. */
export type Lab = readonly [l: number, a: number, b: number];

/** A picture as areas of one colour each, as a vector drawing has them. */
export interface ColourAreas {
  readonly width: number;
  readonly height: number;
  readonly colours: readonly Lab[];
  /** Index of the colour of every pixel, row by row. */
  readonly labels: Uint8Array;
}

/** Longer side of the copy that colours are chosen on. */
const SIDE = 144;
/** Hue and chroma part areas more than lightness does. */
const CHROMA_WEIGHT = 1.7;

export interface AreaOptions {
  /** Most colours, 2–24. */
  readonly colours: number;
  /** Colours nearer to each other than this are one. */
  readonly minDifference: number;
  /** Pixels that an area has at least. */
  readonly minPixels: number;
  /** A strip narrower than this, in pixels, may be only the soft border of what lies on both sides of it. */
  readonly minWidth: number;
  readonly seed: number;
}

/**
 * The few colours that a picture is best drawn with, and where each goes: k-means in OKLab from spread first choices
 * (k-means++, Arthur and Vassilvitskii, 2007); areas too small to draw are given to what surrounds them.
 */
export function areasOf(
  planes: OklabPlanes,
  { colours: count, minDifference, minPixels, minWidth, seed }: AreaOptions,
): ColourAreas {
  const { width, height } = planes.l;
  const colours = chooseColours(planes, count, minDifference, seededRandom(seed));
  const labels = new Uint8Array(width * height);
  for (let i = 0; i < labels.length; i++) {
    labels[i] = nearestOf(colours, planes.l.data[i]!, planes.a.data[i]!, planes.b.data[i]!);
  }
  sieve(labels, colours, width, { minPixels, minWidth });
  sieve(labels, colours, width, { minPixels, minWidth });
  return { width, height, colours, labels };
}

function distance(colour: Lab, l: number, a: number, b: number): number {
  const dl = colour[0] - l;
  const da = (colour[1] - a) * CHROMA_WEIGHT;
  const db = (colour[2] - b) * CHROMA_WEIGHT;
  return dl * dl + da * da + db * db;
}

function nearestOf(colours: readonly Lab[], l: number, a: number, b: number): number {
  let best = 0;
  let min = Number.POSITIVE_INFINITY;
  for (let c = 0; c < colours.length; c++) {
    const away = distance(colours[c]!, l, a, b);
    if (away < min) {
      min = away;
      best = c;
    }
  }
  return best;
}

function chooseColours(planes: OklabPlanes, count: number, alike: number, random: Random): Lab[] {
  const { width, height } = planes.l;
  const scale = Math.min(1, SIDE / Math.max(width, height));
  const small = (plane: Plane): Plane =>
    resizePlane(plane, Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  const [l, a, b] = [small(planes.l).data, small(planes.a).data, small(planes.b).data];
  let chosen = firstChoices(l, a, b, count, random);
  let sizes: number[] = [];
  for (let round = 0; round < 14; round++) {
    const sums = chosen.map(() => [0, 0, 0, 0]);
    for (let i = 0; i < l.length; i++) {
      const sum = sums[nearestOf(chosen, l[i]!, a[i]!, b[i]!)]!;
      sum[0]! += l[i]!;
      sum[1]! += a[i]!;
      sum[2]! += b[i]!;
      sum[3]! += 1;
    }
    chosen = chosen.map((colour, c) => {
      const [suml, suma, sumb, n] = sums[c]!;
      return n! > 0 ? [suml! / n!, suma! / n!, sumb! / n!] : colour;
    });
    sizes = sums.map((sum) => sum[3]!);
  }
  return withoutAlike(chosen, sizes, alike);
}

function firstChoices(
  l: Float32Array,
  a: Float32Array,
  b: Float32Array,
  count: number,
  random: Random,
): Lab[] {
  const nearest = new Float64Array(l.length).fill(Number.POSITIVE_INFINITY);
  const chosen: Lab[] = [];
  let next = Math.floor(random() * l.length);
  for (;;) {
    const colour: Lab = [l[next]!, a[next]!, b[next]!];
    chosen.push(colour);
    let total = 0;
    for (let i = 0; i < l.length; i++) {
      nearest[i] = Math.min(nearest[i]!, distance(colour, l[i]!, a[i]!, b[i]!));
      total += nearest[i]!;
    }
    if (chosen.length === count || total < 1e-3) return chosen;
    let left = random() * total;
    next = 0;
    while (next < l.length - 1 && left > nearest[next]!) left -= nearest[next++]!;
  }
}

/** Of two colours that are alike, the one with the larger area stays. */
function withoutAlike(colours: readonly Lab[], sizes: readonly number[], alike: number): Lab[] {
  const order = colours.map((_, c) => c).sort((p, q) => sizes[q]! - sizes[p]!);
  const kept: Lab[] = [];
  for (const c of order) {
    const [l, a, b] = colours[c]!;
    if (kept.every((other) => distance(other, l, a, b) >= alike * alike)) kept.push([l, a, b]);
  }
  return kept;
}

type Limits = Pick<AreaOptions, 'minPixels' | 'minWidth'>;

/**
 * Gives connected areas of fewer than `minPixels` pixels to what surrounds them most, and strips that are only the soft
 * border between two others to the one that they are more like.
 */
function sieve(labels: Uint8Array, colours: readonly Lab[], width: number, limits: Limits): void {
  const seen = new Uint8Array(labels.length);
  const members = new Int32Array(labels.length);
  const rim = new Int32Array(colours.length);
  for (let start = 0; start < labels.length; start++) {
    if (seen[start] === 1) continue;
    const label = labels[start]!;
    seen[start] = 1;
    members[0] = start;
    let count = 1;
    rim.fill(0);
    for (let next = 0; next < count; next++) {
      const at = members[next]!;
      const x = at % width;
      for (let side = 0; side < 4; side++) {
        const to = side === 0 ? at - 1 : side === 1 ? at + 1 : side === 2 ? at - width : at + width;
        if (side === 0 ? x === 0 : side === 1 ? x === width - 1 : to < 0 || to >= labels.length) continue;
        const other = labels[to]!;
        if (other !== label) rim[other]! += 1;
        else if (seen[to] === 0) {
          seen[to] = 1;
          members[count++] = to;
        }
      }
    }
    const heir = heirOf(label, count, rim, colours, limits);
    if (heir !== undefined) for (let k = 0; k < count; k++) labels[members[k]!] = heir;
  }
}

/** Who takes an area's place; undefined = it stays. */
function heirOf(
  label: number,
  count: number,
  rim: Int32Array,
  colours: readonly Lab[],
  { minPixels, minWidth }: Limits,
): number | undefined {
  let first = -1;
  let second = -1;
  let around = 0;
  for (let c = 0; c < rim.length; c++) {
    const length = rim[c]!;
    around += length;
    if (length === 0) continue;
    if (first < 0 || length > rim[first]!) {
      second = first;
      first = c;
    } else if (second < 0 || length > rim[second]!) second = c;
  }
  if (first < 0) return undefined;
  if (count < minPixels) return first;
  if (second < 0 || rim[second]! < 0.25 * around || (2 * count) / around > minWidth) return undefined;
  const own = colours[label]!;
  const toFirst = Math.sqrt(distance(colours[first]!, ...own));
  const toSecond = Math.sqrt(distance(colours[second]!, ...own));
  const between = Math.sqrt(distance(colours[first]!, ...colours[second]!));
  if (toFirst + toSecond > 1.3 * between) return undefined;
  return toFirst <= toSecond ? first : second;
}
