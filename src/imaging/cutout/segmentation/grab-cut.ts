import type { Box, Size } from '../../../ad/geometry.ts';
import { createMask, type Mask } from '../mask.ts';
import { type ColourMixture, costOf, learnMixture, relearnMixture } from './colour-mixture.ts';
import { type CutGraph, minimumCut, SIDES } from './minimum-cut.ts';

/** GrabCut's marks: what is certain, and what is only likely. */
export const BACKGROUND = 0;
export const PRODUCT = 1;
export const LIKELY_BACKGROUND = 2;
export const LIKELY_PRODUCT = 3;

/** One mark a pixel. */
export type Marks = Uint8Array;

/** What a cut goes by. */
export interface CutEvidence {
  /** Three bytes a pixel. */
  readonly features: Uint8Array;
  /** BACKGROUND and PRODUCT hold; the likely ones are decided. */
  readonly marks: Marks;
}

/** Fewer pixels than this on one side and there is no colour model to learn. */
const MIN_PIXELS = 30;

/** Colours from which one side's mixture is learnt, at most. */
const MAX_SAMPLES = 6000;

/** Cost of parting two pixels of one colour that touch; the paper's value. */
const GAMMA = 50;

/**
 * Parts product from background by GrabCut: colour mixtures for both sides, learnt from the marks, and the cheapest
 * outline between them (Rother et al., "GrabCut", SIGGRAPH 2004). Only what is not certain is in the graph. The same
 * input gives the same mask.
 *
 * @param rounds of learning and cutting
 * @returns undefined when one side has too few pixels to learn from
 */
export function grabCut(size: Size, { features, marks }: CutEvidence, rounds: number): Mask | undefined {
  if (!isLearnable(marks)) return undefined;
  const scene: Scene = {
    width: size.width,
    height: size.height,
    features,
    box: decidedBox(size, marks),
    open: openPixels(marks),
  };
  const mask = createMask(size.width, size.height);
  for (let i = 0; i < marks.length; i++) mask.data[i] = marks[i]! & 1;
  const links = linksOf(scene, mask);
  let background: ColourMixture | undefined;
  let product: ColourMixture | undefined;
  for (let round = 0; round < rounds; round++) {
    const [without, within] = [samplesOf(scene, mask, 0), samplesOf(scene, mask, 1)];
    if (Math.min(without.length, within.length) < 3 * MIN_PIXELS) break;
    background = relearnMixture(background ?? learnMixture(without), without);
    product = relearnMixture(product ?? learnMixture(within), within);
    cut(scene, mask, links, background, product);
  }
  return mask;
}

interface Scene extends Size {
  readonly features: Uint8Array;
  /** Where colours are learnt. */
  readonly box: Box;
  /** Positions of the pixels to decide. */
  readonly open: Int32Array;
}

/** The costs of parting neighbours. */
interface Links {
  readonly heads: Int32Array;
  readonly costs: Float64Array;
  /** What ties each open pixel to certain product, less what ties it to certain background. */
  readonly ties: Float64Array;
}

/** Columns and rows to the neighbour on each side, a side and its opposite next to each other. */
const ACROSS = [-1, 1, 0, 0, -1, 1, 1, -1] as const;
const DOWN = [0, 0, -1, 1, -1, 1, -1, 1] as const;

function linksOf({ width, height, features, box, open }: Scene, mask: Mask): Links {
  const contrast = 1 / (2 * meanStep(features, width, box) + 1e-9);
  const nodes = new Int32Array(width * height).fill(-1);
  for (let node = 0; node < open.length; node++) nodes[open[node]!] = node;
  const heads = new Int32Array(open.length * SIDES).fill(-1);
  const costs = new Float64Array(open.length * SIDES);
  const ties = new Float64Array(open.length);
  for (let node = 0; node < open.length; node++) {
    const i = open[node]!;
    const x = i % width;
    const y = (i - x) / width;
    for (let side = 0; side < SIDES; side++) {
      const column = x + ACROSS[side]!;
      const row = y + DOWN[side]!;
      if (column < 0 || row < 0 || column >= width || row >= height) continue;
      const j = row * width + column;
      const next = nodes[j]!;
      // The neighbour's turn is the same link.
      if (next >= 0 && next < node) continue;
      const reach = side < 4 ? 1 : Math.SQRT2;
      const cost = (GAMMA / reach) * Math.exp(-contrast * stepBetween(features, i, j));
      if (next < 0) ties[node]! += mask.data[j] === 1 ? cost : -cost;
      else {
        heads[node * SIDES + side] = next;
        heads[next * SIDES + (side ^ 1)] = node;
        costs[node * SIDES + side] = cost;
        costs[next * SIDES + (side ^ 1)] = cost;
      }
    }
  }
  return { heads, costs, ties };
}

/** The square of the step from one pixel's colour to another's. */
function stepBetween(features: Uint8Array, i: number, j: number): number {
  const x = features[i * 3]! - features[j * 3]!;
  const y = features[i * 3 + 1]! - features[j * 3 + 1]!;
  const z = features[i * 3 + 2]! - features[j * 3 + 2]!;
  return x * x + y * y + z * z;
}

/** Its mean over neighbours in the box, of every second pixel each way. */
function meanStep(features: Uint8Array, width: number, box: Box): number {
  let [sum, count] = [0, 0];
  for (let y = box.y + 1; y < box.y + box.height; y += 2) {
    for (let x = box.x + 1; x < box.x + box.width - 1; x += 2) {
      const i = y * width + x;
      sum += stepBetween(features, i, i - 1) + stepBetween(features, i, i - width);
      sum += stepBetween(features, i, i - width - 1) + stepBetween(features, i, i - width + 1);
      count += 4;
    }
  }
  return sum / Math.max(1, count);
}

/** Decides the open pixels. */
function cut(
  { features, open }: Scene,
  mask: Mask,
  { heads, costs, ties }: Links,
  background: ColourMixture,
  product: ColourMixture,
): void {
  const pulls = new Float64Array(open.length);
  for (let node = 0; node < open.length; node++) {
    const i = open[node]!;
    const x = features[i * 3]!;
    const y = features[i * 3 + 1]!;
    const z = features[i * 3 + 2]!;
    pulls[node] = costOf(background, x, y, z) - costOf(product, x, y, z) + ties[node]!;
  }
  const graph: CutGraph = { count: open.length, pulls, heads, costs: costs.slice() };
  const sides = minimumCut(graph);
  for (let node = 0; node < open.length; node++) mask.data[open[node]!] = sides[node]!;
}

/** Colours of one side, evenly spread over the box. */
function samplesOf({ features, width, box }: Scene, mask: Mask, side: 0 | 1): Uint8Array {
  const found = new Int32Array(box.width * box.height);
  let all = 0;
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let i = y * width + box.x; i < y * width + box.x + box.width; i++) {
      if (mask.data[i] === side) found[all++] = i;
    }
  }
  const count = Math.min(MAX_SAMPLES, all);
  const samples = new Uint8Array(count * 3);
  for (let k = 0; k < count; k++) {
    const at = found[Math.floor((k * all) / count)]! * 3;
    for (let c = 0; c < 3; c++) samples[k * 3 + c] = features[at + c]!;
  }
  return samples;
}

function openPixels(marks: Marks): Int32Array {
  const open = new Int32Array(marks.length);
  let count = 0;
  for (let i = 0; i < marks.length; i++) if (marks[i]! > PRODUCT) open[count++] = i;
  return open.subarray(0, count);
}
function isLearnable(marks: Marks): boolean {
  let product = 0;
  for (const mark of marks) product += mark & 1;
  return product >= MIN_PIXELS && marks.length - product >= MIN_PIXELS;
}

/** Ground kept round about what is to be decided, as a share of its sides: enough to learn its colours from. */
const MARGIN = 0.15;

/** The part of the picture that GrabCut has to see: all that is not certain background, and ground round about. */
function decidedBox({ width, height }: Size, marks: Marks): Box {
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let i = 0; i < marks.length; i++) {
    if (marks[i] === BACKGROUND) continue;
    const x = i % width;
    const y = (i - x) / width;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    bottom = y;
  }
  const [across, down] = [Math.ceil(MARGIN * (right - left + 1)), Math.ceil(MARGIN * (bottom - top + 1))];
  const x = Math.max(0, left - across);
  const y = Math.max(0, top - down);
  return {
    x,
    y,
    width: Math.min(width, right + across + 1) - x,
    height: Math.min(height, bottom + down + 1) - y,
  };
}
