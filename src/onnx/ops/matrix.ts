import { sameDim } from '../dim.ts';
import { type Graph, showShape, type Value } from '../graph.ts';

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
