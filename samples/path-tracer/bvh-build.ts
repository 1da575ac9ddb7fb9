import type { Mesh } from './mesh.ts';

/**
 * Boxes in boxes round the triangles. Node i has its box at `boxes[6i…]` (lowest x, y, z, highest x, y, z). A leaf holds
 * `count[i]` triangles of `order` from `first[i]`; a node with count 0 has its children at `first[i]` and the one after it.
 */
export interface BoxTree {
  readonly boxes: Float32Array;
  readonly first: Int32Array;
  readonly count: Int32Array;
  readonly order: Uint32Array;
}

const LEAF = 6;
const BINS = 16;

/** Splits by the surface area heuristic over bins (Wald, "On fast Construction of SAH-based BVHs", 2007). */
export function buildBoxTree({ positions, triangles }: Pick<Mesh, 'positions' | 'triangles'>): BoxTree {
  const total = triangles.length / 3;
  const around = triangleBoxes(positions, triangles);
  const order = Uint32Array.from({ length: total }, (_, i) => i);
  const boxes = new Float32Array(Math.max(1, 2 * total) * 6);
  const first = new Int32Array(Math.max(1, 2 * total));
  const count = new Int32Array(Math.max(1, 2 * total));
  let used = 1;
  const waiting: { node: number; from: number; to: number }[] = [{ node: 0, from: 0, to: total }];
  for (let work = waiting.pop(); work; work = waiting.pop()) {
    const { node, from, to } = work;
    const centres = encloses(boxes.subarray(node * 6, node * 6 + 6), around, order, from, to);
    const middle = to - from <= LEAF ? from : split(around, order, from, to, centres);
    if (middle === from) {
      first[node] = from;
      count[node] = to - from;
      continue;
    }
    first[node] = used;
    waiting.push({ node: used, from, to: middle }, { node: used + 1, from: middle, to });
    used += 2;
  }
  return { boxes: boxes.slice(0, used * 6), first: first.slice(0, used), count: count.slice(0, used), order };
}

function triangleBoxes(positions: Float32Array, triangles: Uint32Array): Float32Array {
  const boxes = new Float32Array(triangles.length * 2);
  for (let t = 0; t * 3 < triangles.length; t++) {
    for (let axis = 0; axis < 3; axis++) {
      const a = positions[triangles[t * 3]! * 3 + axis]!;
      const b = positions[triangles[t * 3 + 1]! * 3 + axis]!;
      const c = positions[triangles[t * 3 + 2]! * 3 + axis]!;
      boxes[t * 6 + axis] = Math.min(a, b, c);
      boxes[t * 6 + 3 + axis] = Math.max(a, b, c);
    }
  }
  return boxes;
}

/** Grows `box` round the triangles; returns the box round their middles, times two. */
function encloses(
  box: Float32Array,
  around: Float32Array,
  order: Uint32Array,
  from: number,
  to: number,
): Float32Array {
  box.fill(Number.POSITIVE_INFINITY, 0, 3).fill(Number.NEGATIVE_INFINITY, 3, 6);
  const centres = box.slice();
  for (let i = from; i < to; i++) {
    const at = order[i]! * 6;
    for (let axis = 0; axis < 3; axis++) {
      const [low, high] = [around[at + axis]!, around[at + 3 + axis]!];
      box[axis] = Math.min(box[axis]!, low);
      box[3 + axis] = Math.max(box[3 + axis]!, high);
      centres[axis] = Math.min(centres[axis]!, low + high);
      centres[3 + axis] = Math.max(centres[3 + axis]!, low + high);
    }
  }
  return centres;
}

/** Sorts the triangles to two sides of the cheapest plane and returns where the second side begins; `from` = better not split. */
function split(
  around: Float32Array,
  order: Uint32Array,
  from: number,
  to: number,
  centres: Float32Array,
): number {
  const bins = Array.from({ length: BINS }, () => new Growing());
  let best = { cost: Number.POSITIVE_INFINITY, axis: -1, bin: 0 };
  for (let axis = 0; axis < 3; axis++) {
    if (centres[3 + axis]! - centres[axis]! < 1e-5) continue;
    const binOf = binning(around, centres, axis);
    for (const bin of bins) bin.clear();
    for (let i = from; i < to; i++) bins[binOf(order[i]!)]!.add(around, order[i]! * 6);
    const right = new Growing();
    const rightCost = new Float64Array(BINS);
    for (let bin = BINS - 1; bin > 0; bin--) {
      right.join(bins[bin]!);
      rightCost[bin] = right.cost();
    }
    const left = new Growing();
    for (let bin = 1; bin < BINS; bin++) {
      left.join(bins[bin - 1]!);
      const cost = left.cost() + rightCost[bin]!;
      if (cost < best.cost) best = { cost, axis, bin };
    }
  }
  if (best.axis < 0) return to - from > 64 ? (from + to) >> 1 : from;
  const binOf = binning(around, centres, best.axis);
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const triangle = order[low]!;
    if (binOf(triangle) < best.bin) low++;
    else {
      order[low] = order[high]!;
      order[high--] = triangle;
    }
  }
  return low === to ? from : low;
}

function binning(around: Float32Array, centres: Float32Array, axis: number): (triangle: number) => number {
  const start = centres[axis]!;
  const perUnit = BINS / (centres[3 + axis]! - start);
  return (triangle) => {
    const middle = around[triangle * 6 + axis]! + around[triangle * 6 + 3 + axis]!;
    // Boxes are kept in single precision, so a middle may seem to lie a little outside.
    return Math.max(0, Math.min(BINS - 1, ((middle - start) * perUnit) | 0));
  };
}

/** A box that grows, and how many triangles are in it. */
class Growing {
  private readonly box = new Float64Array(6);
  private inside = 0;

  constructor() {
    this.clear();
  }

  clear(): void {
    this.inside = 0;
    this.box.fill(Number.POSITIVE_INFINITY, 0, 3).fill(Number.NEGATIVE_INFINITY, 3);
  }

  add(boxes: Float32Array, at: number): void {
    this.inside++;
    this.grow(boxes, at);
  }

  join(other: Growing): void {
    this.inside += other.inside;
    this.grow(other.box, 0);
  }

  cost(): number {
    if (this.inside === 0) return 0;
    const { box } = this;
    const x = box[3]! - box[0]!;
    const y = box[4]! - box[1]!;
    const z = box[5]! - box[2]!;
    return this.inside * (x * y + y * z + z * x);
  }

  private grow(by: Float32Array | Float64Array, at: number): void {
    const { box } = this;
    for (let axis = 0; axis < 3; axis++) {
      const low = by[at + axis]!;
      const high = by[at + 3 + axis]!;
      if (low < box[axis]!) box[axis] = low;
      if (high > box[3 + axis]!) box[3 + axis] = high;
    }
  }
}
