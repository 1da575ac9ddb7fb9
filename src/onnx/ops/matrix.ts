import { sameDim } from '../dim.ts';
import { type Graph, showShape, type Value } from '../graph.ts';
import { broadcast } from './elementwise.ts';

export interface GemmOptions {
  /** Added to each row: [out], or a whole [rows, out]. */
  readonly bias?: Value | undefined;
  /** Factor of the product. 1 when absent. */
  readonly alpha?: number;
  /** Factor of the bias. 1 when absent. */
  readonly beta?: number;
}

/**
 * `alpha · x · wᵀ + beta · bias`, with the weight as PyTorch stores it.
 *
 * @param x [rows, in]
 * @param w [out, in]
 * @returns [rows, out]
 */
export function gemm(
  graph: Graph,
  x: Value,
  w: Value,
  { bias, alpha = 1, beta = 1 }: GemmOptions = {},
): Value {
  const [rows, inner] = x.shape;
  const [out, width] = w.shape;
  if (x.shape.length !== 2 || w.shape.length !== 2 || !sameDim(inner!, width!) || x.type !== w.type) {
    throw new Error(`Gemm of ${x.type} ${showShape(x.shape)} and ${w.type} ${showShape(w.shape)}`);
  }
  const attributes = { transB: { int: 1 }, alpha: { float: alpha }, beta: { float: beta } };
  const inputs = bias === undefined ? [x, w] : [x, w, bias];
  return graph.node('Gemm', inputs, [{ type: x.type, shape: [rows!, out!] }], attributes)[0]!;
}

/** Products of the last two axes; the axes before them are broadcast. */
export function matMul(graph: Graph, a: Value, b: Value): Value {
  const [rows, inner] = a.shape.slice(-2);
  const [height, columns] = b.shape.slice(-2);
  if (a.type !== b.type || !sameDim(inner!, height!)) {
    throw new Error(`MatMul of ${a.type} ${showShape(a.shape)} and ${b.type} ${showShape(b.shape)}`);
  }
  const batch = broadcast(a.shape.slice(0, -2), b.shape.slice(0, -2));
  return graph.node('MatMul', [a, b], [{ type: a.type, shape: [...batch, rows!, columns!] }])[0]!;
}

/** Over the last axis. */
export function softmax(graph: Graph, x: Value): Value {
  return graph.node('Softmax', [x], [x], { axis: { int: -1 } })[0]!;
}
