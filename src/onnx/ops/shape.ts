import { type Dim, over, plus, product } from '../dim.ts';
import { elements, type Graph, sameShape, showShape, type Value } from '../graph.ts';

/** 64-bit integers as a constant of the graph. */
function integers(graph: Graph, values: readonly number[]): Value {
  const data = new BigInt64Array(values.map(BigInt));
  return graph.constant('i64', [values.length], new Uint8Array(data.buffer));
}

/**
 * @param target per axis a length, 0 = the input's own length of that axis, -1 (once) = what is left
 */
export function reshape(graph: Graph, x: Value, target: readonly number[]): Value {
  const kept = target.map((length, i): Dim => (length === 0 ? x.shape[i]! : length));
  const free = kept.indexOf(-1);
  const known = product(kept.filter((_, i) => i !== free));
  const shape = free < 0 ? kept : kept.with(free, over(elements(x.shape), known));
  if (free < 0 && !sameShape([elements(x.shape)], [known])) {
    throw new Error(`${showShape(x.shape)} does not reshape to [${target.join(', ')}]`);
  }
  return graph.node('Reshape', [x, integers(graph, target)], [{ type: x.type, shape }])[0]!;
}

/** Reshapes to the lengths in `target` (i64), which the caller knows to come out as `shape`. */
export function reshapeTo(graph: Graph, x: Value, target: Value, shape: readonly Dim[]): Value {
  return graph.node('Reshape', [x, target], [{ type: x.type, shape }])[0]!;
}

export function transpose(graph: Graph, x: Value, order: readonly number[]): Value {
  const shape = order.map((axis) => x.shape[axis]!);
  return graph.node('Transpose', [x], [{ type: x.type, shape }], { perm: { ints: order } })[0]!;
}

/** @param axis counted from the front */
export function concat(graph: Graph, parts: readonly Value[], axis: number): Value {
  const first = parts[0]!;
  for (const part of parts) {
    if (part.type !== first.type || !sameShape(part.shape.with(axis, 0), first.shape.with(axis, 0))) {
      throw new Error(`Concat of ${showShape(first.shape)} and ${showShape(part.shape)} along axis ${axis}`);
    }
  }
  const length = parts.map((part) => part.shape[axis]!).reduce(plus);
  const made = { type: first.type, shape: first.shape.with(axis, length) };
  return graph.node('Concat', parts, [made], { axis: { int: axis } })[0]!;
}

/** Cuts an axis, whose length is a number, into `count` equal parts. @param axis absent = the last */
export function split(graph: Graph, x: Value, count: number, axis = x.shape.length - 1): Value[] {
  if (count === 1) return [x];
  const made = { type: x.type, shape: x.shape.with(axis, over(x.shape[axis]!, count)) };
  const attributes = { axis: { int: axis }, num_outputs: { int: count } };
  return graph.node('Split', [x], Array(count).fill(made), attributes);
}
