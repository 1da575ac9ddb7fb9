import type { Graph, Value } from '../graph.ts';
import { add } from './elementwise.ts';
import { matMul, softmax } from './matrix.ts';
import { concat, reshape, split, transpose } from './shape.ts';

export interface Heads {
  readonly query: number;
  /** Divides `query`: each key and value head serves that many query heads. */
  readonly keyValue: number;
}

/**
 * Turns pairs of numbers in each head by an angle of their own, by the standard op of opset 23.
 *
 * @param x [1, rows, heads · width]
 * @param cos, sin [1, rows, width / 2], of x's type
 * @param interleaved pairs are neighbours; else first half with second half
 */
export function rotaryEmbedding(
  graph: Graph,
  x: Value,
  { cos, sin, heads, interleaved }: { cos: Value; sin: Value; heads: number; interleaved: boolean },
): Value {
  const attributes = { interleaved: { int: interleaved ? 1 : 0 }, num_heads: { int: heads } };
  return graph.node('RotaryEmbedding', [x, cos, sin], [x], attributes)[0]!;
}

/**
 * Softmax attention by the standard op of opset 23, scaled by 1/√width, without a mask.
 *
 * @param q [1, rows, query heads · width]
 * @param k, v [1, rows, key-value heads · width]
 */
export function attention(
  graph: Graph,
  [q, k, v]: readonly [Value, Value, Value],
  { heads, causal }: { heads: Heads; causal: boolean },
): Value {
  const attributes = {
    q_num_heads: { int: heads.query },
    kv_num_heads: { int: heads.keyValue },
    is_causal: { int: causal ? 1 : 0 },
  };
  return graph.node('Attention', [q, k, v], [q], attributes)[0]!;
}

/** The same by onnxruntime's own op: not causal, as many key heads as query heads. */
export function multiHeadAttention(
  graph: Graph,
  inputs: readonly [Value, Value, Value],
  heads: number,
): Value {
  const attributes = { num_heads: { int: heads } };
  return graph.node('MultiHeadAttention', inputs, [inputs[0]], attributes, 'com.microsoft')[0]!;
}

/**
 * The same from multiplications and a softmax, for providers whose own ops cannot be relied on. Scores are stored.
 * They are not scaled: queries come scaled by 1/√width.
 *
 * @param bias [rows, rows], added to each head's scores
 * @param headsAtOnce most heads whose scores are in memory at the same time
 */
export function plainAttention(
  graph: Graph,
  [q, k, v]: readonly [Value, Value, Value],
  { heads, bias, headsAtOnce }: { heads: Heads; bias?: Value; headsAtOnce: number },
): Value {
  const hidden = Number(q.shape[2]);
  const width = hidden / heads.query;
  const shared = heads.query / heads.keyValue;
  const perHead = (x: Value, each: number, order: readonly number[]): Value =>
    transpose(graph, reshape(graph, x, [-1, heads.keyValue, each, width]), order);
  const queries = perHead(q, shared, [1, 2, 0, 3]);
  const keys = perHead(k, 1, [1, 2, 3, 0]);
  const values = perHead(v, 1, [1, 2, 0, 3]);
  const parts = partsOf(heads.keyValue, Math.max(1, Math.floor(headsAtOnce / shared)));
  const [qs, ks, vs] = [queries, keys, values].map((x) => split(graph, x, parts, 0));
  const mixed = qs!.map((query, i) => {
    const product = matMul(graph, query, ks![i]!);
    const scores = bias === undefined ? product : add(graph, product, bias);
    return matMul(graph, softmax(graph, scores), vs![i]!);
  });
  const together = mixed.length === 1 ? mixed[0]! : concat(graph, mixed, 0);
  return reshape(graph, transpose(graph, together, [2, 0, 1, 3]), [1, -1, hidden]);
}

/** Into how few equal parts heads can be divided so that none has more than `most`. */
function partsOf(heads: number, max: number): number {
  let parts = Math.ceil(heads / max);
  while (heads % parts !== 0) parts++;
  return parts;
}
