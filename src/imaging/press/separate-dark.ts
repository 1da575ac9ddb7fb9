import { type Lut, throughLut } from './lut.ts';

/** CIELAB. */
export type Lab = readonly [lightness: number, a: number, b: number];

/** Shares of the four inks, 0–1, and what they print by a profile. */
export type Inks = readonly number[];

/** The most ink that paper holds, in shares of one ink: coated offset takes 300 %, of which roundings take some. */
const MOST_INK = 2.98;

/** Lab from what the tables of a profile of version 2 hold (ICC.1:2001-04, annex A). */
export const decodeLab = (values: ArrayLike<number>): Lab => [
  ((values[0] ?? 0) * 65535) / 652.8,
  ((values[1] ?? 0) * 65535) / 256 - 128,
  ((values[2] ?? 0) * 65535) / 256 - 128,
];

/**
 * The darkest that is aimed at: below it inks print no darker greys, only browner or bluer ones. What is asked darker
 * is led there softly, so that steps remain.
 */
const DEEPEST = 15.5;
const SOFT_BELOW = 24;

export function printableLightness(asked: number): number {
  if (asked >= SOFT_BELOW) return asked;
  const t = Math.max(0, asked) / SOFT_BELOW;
  return DEEPEST + (SOFT_BELOW - DEEPEST) * t * t;
}

/**
 * Weights of what a separation is judged by, all in squares of CIELAB's units: inks as dark greys are mixed, black upon
 * cyan, magenta and yellow in balance, count for little, so that they decide between mixtures of one colour.
 */
const WEIGHTS = { tooPale: 0.4, hue: 4, black: 6, balance: 10, excess: 2000 };

/** In a neutral grey cyan and yellow go before magenta. */
const LEAD = 0.1;

/** Black of a rich black, at the deepest, and how much less of it there is with each step of lightness. */
const BLACK = { deepest: 0.86, fall: 0.0165 };

/** What is sought. */
export interface DarkAim {
  readonly lab: Lab;
  /** Black ink that is wanted, a share of one. */
  readonly black: number;
  /** How much the balance of the other three counts, 0–1. */
  readonly balance: number;
}

/** Black of a rich black of that lightness. */
export const richBlack = (lightness: number): number =>
  BLACK.deepest - BLACK.fall * Math.max(0, lightness - DEEPEST);

/** What is amiss with inks, each weighted: the sum of its squares is least for the best. */
function residuals(inks: Inks, { lab: aim, black: wanted, balance }: DarkAim, aToB: Lut): readonly number[] {
  const [lightness, a, b] = decodeLab(throughLut(aToB, inks));
  const chroma = Math.hypot(aim[1], aim[2]);
  const [u, v] = chroma < 1e-6 ? [1, 0] : [aim[1] / chroma, aim[2] / chroma];
  const along = (a - aim[1]) * u + (b - aim[2]) * v;
  const across = (b - aim[2]) * u - (a - aim[1]) * v;
  // The more colour is asked, the more it may lose of it, and the less its hue may turn.
  const coloured = Math.min(1, chroma / 10);
  const paleness = along < 0 ? 1 + coloured * (WEIGHTS.tooPale - 1) : 1;
  const turning = 1 + coloured * (WEIGHTS.hue - 1);
  const grey = Math.sqrt(WEIGHTS.balance * balance * (1 - 0.8 * coloured));
  const [cyan = 0, magenta = 0, yellow = 0, black = 0] = inks;
  return [
    lightness - aim[0],
    Math.sqrt(paleness) * along,
    Math.sqrt(turning) * across,
    Math.sqrt(WEIGHTS.black) * (black - wanted),
    grey * (cyan - magenta - LEAD),
    grey * (yellow - magenta - LEAD),
    Math.sqrt(WEIGHTS.excess) * Math.max(0, cyan + magenta + yellow + black - MOST_INK),
  ];
}

const squares = (list: readonly number[]): number => list.reduce((sum, value) => sum + value * value, 0);

/** Shares by which an ink is changed to see what it does. */
const TRIED = 0.01;

/** Rounds that are tried, and how firmly they step; a step that nobody prints is the last. */
const ROUNDS = 14;
const DAMPING = { first: 0.5, looser: 0.3, firmer: 5, most: 1e5 };
const NOTHING = 0.002;

/** The inks that print a dark colour best, sought from near ones (Levenberg and Marquardt's method). */
export function separateDark(aim: DarkAim, aToB: Lut, near: Inks): Inks {
  let best = near;
  let amiss = residuals(best, aim, aToB);
  let damping = DAMPING.first;
  for (let round = 0; round < ROUNDS && damping < DAMPING.most; round++) {
    const slopes = best.map((share, i) => {
      const by = share > 0.5 ? -TRIED : TRIED;
      const moved = residuals(best.with(i, share + by), aim, aToB);
      return moved.map((value, k) => (value - (amiss[k] ?? 0)) / by);
    });
    const step = stepOf(slopes, amiss, damping);
    const tried = best.map((share, i) => Math.min(1, Math.max(0, share + (step[i] ?? 0))));
    const then = residuals(tried, aim, aToB);
    if (squares(then) < squares(amiss)) {
      [best, amiss] = [tried, then];
      damping *= DAMPING.looser;
      if (step.every((by) => Math.abs(by) < NOTHING)) break;
    } else damping *= DAMPING.firmer;
  }
  return best;
}

/** @param slopes of each residual, by ink */
function stepOf(
  slopes: readonly (readonly number[])[],
  amiss: readonly number[],
  damping: number,
): readonly number[] {
  const dot = (left: readonly number[], right: readonly number[]): number =>
    left.reduce((sum, value, k) => sum + value * (right[k] ?? 0), 0);
  const rows = slopes.map((slope, i) => [
    ...slopes.map((other, j) => dot(slope, other) + (i === j ? damping : 0)),
    -dot(slope, amiss),
  ]);
  return solved(rows);
}

/** Of a symmetric, positive definite system, each row with its right side (Gauss and Jordan's method). */
function solved(rows: readonly (readonly number[])[]): readonly number[] {
  let left = rows;
  for (let pivot = 0; pivot < rows.length; pivot++) {
    const row = (left[pivot] ?? []).map((value) => value / (left[pivot]?.[pivot] ?? 1));
    left = left.map((other, i) =>
      i === pivot ? row : other.map((value, k) => value - (other[pivot] ?? 0) * (row[k] ?? 0)),
    );
  }
  return left.map((row) => row[rows.length] ?? 0);
}
