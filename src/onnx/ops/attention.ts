import { type Dim, over } from '../dim.ts';
import type { Graph, Value } from '../graph.ts';

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

/** Causal attention with shared key heads by onnxruntime's own op, over one prompt without a cache. */
export function groupQueryAttention(
  graph: Graph,
  [q, k, v]: readonly [Value, Value, Value],
  { heads, lastRow, rows }: { heads: Heads; lastRow: Value; rows: Value },
): Value {
  const width: Dim = over(q.shape[2]!, heads.query);
  const attributes = { num_heads: { int: heads.query }, kv_num_heads: { int: heads.keyValue } };
  const past = graph.constant(q.type, [1, heads.keyValue, 0, Number(width)], new Uint8Array(0));
  const present = { type: q.type, shape: [1, heads.keyValue, q.shape[1]!, width] };
  const inputs = [q, k, v, past, past, lastRow, rows];
  return graph.node('GroupQueryAttention', inputs, [q, present, present], attributes, 'com.microsoft')[0]!;
}
