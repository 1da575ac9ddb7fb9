import type { Graph, Value } from '../graph.ts';

/** Root-mean-square normalisation over the last axis, then times `scale`. Sums are 32-bit. Opset 23. */
export function rmsNormalization(graph: Graph, x: Value, scale: Value, epsilon: number): Value {
  const attributes = { axis: { int: -1 }, epsilon: { float: epsilon } };
  return graph.node('RMSNormalization', [x, scale], [x], attributes)[0]!;
}

/** Layer normalisation over the last axis, then times `scale`. Opset 17. */
export function layerNormalization(graph: Graph, x: Value, scale: Value, epsilon: number): Value {
  const attributes = { axis: { int: -1 }, epsilon: { float: epsilon } };
  return graph.node('LayerNormalization', [x, scale], [x], attributes)[0]!;
}

/** Normalises each channel over its places, then times `scale` plus `bias` (both [channels]). */
export function instanceNormalization(
  graph: Graph,
  x: Value,
  scale: Value,
  bias: Value,
  epsilon: number,
): Value {
  return graph.node('InstanceNormalization', [x, scale, bias], [x], { epsilon: { float: epsilon } })[0]!;
}
