import { NodeQueue } from './node-queue.ts';

/** Arcs that leave each node. Arc `side` of one node is undone by arc `side ^ 1` of the node it leads to. */
export const SIDES = 8;

/** Nodes between a source and a sink. Arc `side` of node n is at `n * SIDES + side`. */
export interface CutGraph {
  readonly count: number;
  /** What it costs to part a node from the source, less what it costs to part it from the sink. */
  readonly pulls: Float64Array;
  /** The node that each arc leads to, −1 for none. */
  readonly heads: Int32Array;
  /** What it costs to cut each arc; the same both ways. */
  readonly costs: Float64Array;
}

/** The tree a node hangs in. */
const FREE = 0;
const SOURCE = 1;
const SINK = 2;

/** Instead of the side on which a node's parent lies. */
const TERMINAL = -1;
const ORPHAN = -2;

/** Farther than any way through the graph. */
const FAR = 2 ** 30;

/**
 * The cheapest cut that parts the source from the sink: by the greatest flow, found along two trees that grow towards
 * each other and are mended where the flow fills an arc (Boykov and Kolmogorov, "An Experimental Comparison of
 * Min-Cut/Max-Flow Algorithms for Energy Minimization in Vision", PAMI 2004).
 *
 * @param graph its numbers are used up
 * @returns a byte a node: 1 on the source's side
 */
export function minimumCut(graph: CutGraph): Uint8Array {
  const flow = new Flow(graph);
  flow.run();
  return flow.sourceSide();
}

class Flow {
  private readonly count: number;
  private readonly pulls: Float64Array;
  private readonly heads: Int32Array;
  private readonly rest: Float64Array;
  private readonly trees: Uint8Array;
  private readonly parents: Int8Array;
  /** How far from its terminal a node was when it was last seen, and in which round that was. */
  private readonly depths: Int32Array;
  private readonly seen: Int32Array;
  private readonly active: NodeQueue;
  private readonly orphans: NodeQueue;
  private round = 0;

  constructor({ count, pulls, heads, costs }: CutGraph) {
    this.count = count;
    this.pulls = pulls;
    this.heads = heads;
    this.rest = costs;
    this.trees = new Uint8Array(count);
    this.parents = new Int8Array(count);
    this.depths = new Int32Array(count);
    this.seen = new Int32Array(count);
    this.active = new NodeQueue(count);
    this.orphans = new NodeQueue(count);
  }

  run(): void {
    const { pulls, trees, parents, depths, active } = this;
    for (let node = 0; node < this.count; node++) {
      if (pulls[node] === 0) continue;
      trees[node] = pulls[node]! > 0 ? SOURCE : SINK;
      parents[node] = TERMINAL;
      depths[node] = 1;
      active.add(node);
    }
    for (let node = active.first(); node >= 0; node = active.first()) {
      const side = trees[node] === FREE ? -1 : this.grow(node);
      if (side < 0) {
        active.drop();
        continue;
      }
      this.round++;
      if (trees[node] === SOURCE) this.augment(node, side);
      else this.augment(this.heads[node * SIDES + side]!, side ^ 1);
      for (let orphan = this.orphans.first(); orphan >= 0; orphan = this.orphans.first()) {
        this.orphans.drop();
        this.adopt(orphan);
      }
    }
  }

  sourceSide(): Uint8Array {
    return this.trees.map((tree) => (tree === SOURCE ? 1 : 0));
  }

  /** Takes in the free nodes round about; answers the side on which the other tree is met, or −1. */
  private grow(node: number): number {
    const { heads, rest, trees, parents, depths, seen } = this;
    const tree = trees[node]!;
    for (let side = 0; side < SIDES; side++) {
      const next = heads[node * SIDES + side]!;
      if (next < 0) continue;
      const open = tree === SOURCE ? rest[node * SIDES + side]! : rest[next * SIDES + (side ^ 1)]!;
      if (open <= 0) continue;
      if (trees[next] === FREE) {
        trees[next] = tree;
        parents[next] = side ^ 1;
        depths[next] = depths[node]! + 1;
        seen[next] = seen[node]!;
        this.active.add(next);
      } else if (trees[next] !== tree) {
        return side;
      } else if (seen[next]! <= seen[node]! && depths[next]! > depths[node]!) {
        // A shorter way to the terminal.
        parents[next] = side ^ 1;
        depths[next] = depths[node]! + 1;
        seen[next] = seen[node]!;
      }
    }
    return -1;
  }

  /** Sends as much as will go from the source to the sink over the arc on one side of a node of the source's tree. */
  private augment(node: number, side: number): void {
    const { heads, rest, pulls, parents } = this;
    const bridge = node * SIDES + side;
    const beyond = heads[bridge]!;
    let max = rest[bridge]!;
    let at = node;
    for (let to = parents[at]!; to !== TERMINAL; to = parents[at]!) {
      const parent = heads[at * SIDES + to]!;
      max = Math.min(max, rest[parent * SIDES + (to ^ 1)]!);
      at = parent;
    }
    max = Math.min(max, pulls[at]!);
    at = beyond;
    for (let to = parents[at]!; to !== TERMINAL; to = parents[at]!) {
      max = Math.min(max, rest[at * SIDES + to]!);
      at = heads[at * SIDES + to]!;
    }
    max = Math.min(max, -pulls[at]!);

    rest[bridge]! -= max;
    rest[beyond * SIDES + (side ^ 1)]! += max;
    at = node;
    for (let to = parents[at]!; to !== TERMINAL; to = parents[at]!) {
      const parent = heads[at * SIDES + to]!;
      rest[at * SIDES + to]! += max;
      rest[parent * SIDES + (to ^ 1)]! -= max;
      if (rest[parent * SIDES + (to ^ 1)]! <= 0) this.orphan(at);
      at = parent;
    }
    pulls[at]! -= max;
    if (pulls[at]! <= 0) this.orphan(at);
    at = beyond;
    for (let to = parents[at]!; to !== TERMINAL; to = parents[at]!) {
      const parent = heads[at * SIDES + to]!;
      rest[parent * SIDES + (to ^ 1)]! += max;
      rest[at * SIDES + to]! -= max;
      if (rest[at * SIDES + to]! <= 0) this.orphan(at);
      at = parent;
    }
    pulls[at]! += max;
    if (pulls[at]! >= 0) this.orphan(at);
  }

  private orphan(node: number): void {
    this.parents[node] = ORPHAN;
    this.orphans.add(node);
  }

  /** Finds a node another parent in its tree, the nearest to the terminal; without one it is free. */
  private adopt(node: number): void {
    const { heads, trees, parents, depths, seen } = this;
    const tree = trees[node]!;
    let best = -1;
    let nearest = FAR;
    for (let side = 0; side < SIDES; side++) {
      const next = heads[node * SIDES + side]!;
      if (next < 0 || trees[next] !== tree) continue;
      if (this.openTo(node, next, side, tree) <= 0) continue;
      const depth = this.depthOf(next);
      if (depth >= nearest) continue;
      nearest = depth;
      best = side;
    }
    if (best >= 0) {
      parents[node] = best;
      depths[node] = nearest + 1;
      seen[node] = this.round;
      return;
    }
    for (let side = 0; side < SIDES; side++) {
      const next = heads[node * SIDES + side]!;
      if (next < 0 || trees[next] !== tree) continue;
      if (this.openTo(node, next, side, tree) > 0) this.active.add(next);
      if (parents[next]! === (side ^ 1)) this.orphan(next);
    }
    trees[node] = FREE;
  }

  /** What may still flow between a node and a parent on one side of it. */
  private openTo(node: number, parent: number, side: number, tree: number): number {
    return tree === SOURCE ? this.rest[parent * SIDES + (side ^ 1)]! : this.rest[node * SIDES + side]!;
  }

  /** Arcs from a node to its terminal; FAR when its way there is broken. */
  private depthOf(node: number): number {
    const { heads, parents, depths, seen, round } = this;
    let steps = 0;
    let at = node;
    for (;;) {
      if (seen[at] === round) {
        steps += depths[at]!;
        break;
      }
      const to = parents[at]!;
      if (to === ORPHAN) return FAR;
      steps++;
      if (to === TERMINAL) {
        seen[at] = round;
        depths[at] = 1;
        break;
      }
      at = heads[at * SIDES + to]!;
    }
    const depth = steps;
    for (let on = node; seen[on] !== round; on = heads[on * SIDES + parents[on]!]!) {
      seen[on] = round;
      depths[on] = steps--;
    }
    return depth;
  }
}
