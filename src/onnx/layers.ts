import { named } from './dim.ts';
import type { FloatType } from './element-type.ts';
import { encodeFloats } from './float-bits.ts';
import type { Graph, Value } from './graph.ts';
import {
  attention,
  type Heads,
  multiHeadAttention,
  plainAttention,
  rotaryEmbedding,
} from './ops/attention.ts';
import { cast, multiply, sigmoid } from './ops/elementwise.ts';
import { gemm } from './ops/matrix.ts';
import { rmsNormalization } from './ops/normalization.ts';
import { reshape } from './ops/shape.ts';
import type { Target } from './target.ts';
import { type WeightSource, Weights } from './weights.ts';

/** A low-rank addition to a linear layer, fed with each run: `x · aᵀ · bᵀ` is added to the layer's output. */
export interface AdapterSlot {
  /** Of the layer. */
  readonly module: string;
  /** Names of the graph's inputs: [rank, in] and [out, rank], 32-bit floats. The rank may differ by run. */
  readonly a: string;
  readonly b: string;
  readonly width: { readonly in: number; readonly out: number };
}

export interface LinearOptions {
  readonly bias?: boolean;
  /** Factor of the layer's whole output, a power of two. 1 when absent. */
  readonly scale?: number;
}

/** Angles for turning queries and keys: [1, rows, head width / 2], 32-bit. */
export interface Rotation {
  readonly cos: Value;
  readonly sin: Value;
  readonly interleaved: boolean;
}

/** Of a picture's 4,128 rows and 16-bit scores, two heads' take 68 MB before and as much after the softmax. */
const HEADS_AT_ONCE = 2;

/** Whether attention to earlier rows only has to be asked for with a bias, on this target. */
export const needsCausalBias = ({ provider }: Target): boolean => provider === 'webgpu';

/** The layers that the models are made of, written with the kernels and in the types of one target. */
export class Layers {
  readonly graph: Graph;
  readonly target: Target;
  readonly slots: AdapterSlot[] = [];
  readonly #weights: Weights;
  readonly #adaptable: boolean;

  /** @param adaptable whether each linear layer without a fixed part gets an adapter slot */
  constructor(graph: Graph, target: Target, source: WeightSource, adaptable = false) {
    this.graph = graph;
    this.target = target;
    this.#weights = new Weights(graph, source);
    this.#adaptable = adaptable;
  }

  weight(name: string, shape: readonly number[], type: FloatType = this.target.matrix): Value {
    return this.#weights.get(name, shape, type);
  }

  /** Floats as a constant of the graph. */
  floats(values: readonly number[], type: FloatType = this.target.stream): Value {
    return this.graph.constant(type, [values.length], encodeFloats(values, type));
  }

  toStream(x: Value): Value {
    return cast(this.graph, x, this.target.stream);
  }

  /**
   * `scale · (x · wᵀ + bias)` plus what the layer's adapter adds, in the matrix type.
   *
   * @param x [rows, in], any float type
   * @returns [rows, out]
   */
  linear(x: Value, name: string, out: number, { bias = false, scale = 1 }: LinearOptions = {}): Value {
    const rows = cast(this.graph, x, this.target.matrix);
    const width = Number(rows.shape[1]);
    const y = gemm(this.graph, rows, this.weight(`${name}.weight`, [out, width]), {
      bias: bias ? this.weight(`${name}.bias`, [out]) : undefined,
      alpha: scale,
      beta: scale,
    });
    return this.#adaptable ? this.#adapted(rows, y, name, scale) : y;
  }

  #adapted(x: Value, y: Value, module: string, scale: number): Value {
    const width = { in: Number(x.shape[1]), out: Number(y.shape[1]) };
    const rank = named(`rank${this.slots.length}`);
    const slot = { module, a: `${module}.lora_A`, b: `${module}.lora_B`, width };
    this.slots.push(slot);
    const a = cast(this.graph, this.graph.input(slot.a, 'f32', [rank, width.in]), x.type);
    const b = cast(this.graph, this.graph.input(slot.b, 'f32', [width.out, rank]), x.type);
    return gemm(this.graph, gemm(this.graph, x, a), b, { bias: y, alpha: scale });
  }

  /** Over the last axis, in the stream type. */
  rmsNorm(x: Value, name: string, epsilon: number): Value {
    const stream = this.toStream(x);
    const scale = this.weight(`${name}.weight`, [Number(x.shape.at(-1))], this.target.stream);
    return rmsNormalization(this.graph, stream, scale, epsilon);
  }

  silu(x: Value): Value {
    return multiply(this.graph, x, sigmoid(this.graph, x));
  }

  /** Normalises each head by itself. [rows, heads · width] in and out, in the stream type. */
  headNorm(x: Value, name: string, heads: number, epsilon: number): Value {
    const width = Number(x.shape[1]) / heads;
    const apart = this.rmsNorm(reshape(this.graph, x, [-1, heads, width]), name, epsilon);
    return reshape(this.graph, apart, [-1, heads * width]);
  }

  /** Turns queries in 32 bits, whatever comes in. [rows, heads · width] → [1, rows, heads · width]. */
  rotatedQueries(x: Value, heads: number, rotation: Rotation): Value {
    return this.queries(this.#rotated(x, heads, rotation), heads);
  }

  /** As rotatedQueries. */
  rotatedKeys(x: Value, heads: number, rotation: Rotation): Value {
    return cast(this.graph, this.#rotated(x, heads, rotation), this.target.matrix);
  }

  #rotated(x: Value, heads: number, { cos, sin, interleaved }: Rotation): Value {
    return rotaryEmbedding(this.graph, cast(this.graph, this.#batched(x), 'f32'), {
      cos,
      sin,
      heads,
      interleaved,
    });
  }

  /** Makes 32-bit queries ready for attention: where its op does not scale scores, they are scaled here. */
  queries(x: Value, heads: number): Value {
    if (this.target.provider !== 'webgpu') return cast(this.graph, x, this.target.matrix);
    const factor = this.floats([Math.sqrt(heads / Number(x.shape[2]))], 'f32');
    return cast(this.graph, multiply(this.graph, x, factor), this.target.matrix);
  }

  /**
   * Attention of every row to every row.
   *
   * @param q from `queries` or `rotatedQueries`
   * @param k [1, rows, heads · width]
   * @param v [rows, heads · width]
   * @returns [rows, heads · width]
   */
  attend(q: Value, k: Value, v: Value, heads: number): Value {
    const inputs = [q, k, cast(this.graph, this.#batched(v), q.type)] as const;
    const both = { query: heads, keyValue: heads };
    switch (this.target.provider) {
      case 'webgpu':
        return this.#unbatched(
          plainAttention(this.graph, inputs, { heads: both, headsAtOnce: HEADS_AT_ONCE }),
        );
      case 'cuda':
        return this.#unbatched(
          this.graph.opset >= 23
            ? attention(this.graph, inputs, { heads: both, causal: false })
            : multiHeadAttention(this.graph, inputs, heads),
        );
      case 'cpu':
        return this.#unbatched(multiHeadAttention(this.graph, inputs, heads));
    }
  }

  /**
   * Attention of every row to itself and the rows before it, with shared key heads. Shapes as `attend`'s.
   *
   * @param causalBias [rows, rows], 32-bit: 0, or far below it where a row must not look. Used where `needsCausalBias`
   */
  attendBackwards(q: Value, k: Value, v: Value, heads: Heads, causalBias: Value | undefined): Value {
    const inputs = [q, k, cast(this.graph, this.#batched(v), q.type)] as const;
    if (causalBias === undefined)
      return this.#unbatched(attention(this.graph, inputs, { heads, causal: true }));
    const bias = cast(this.graph, causalBias, q.type);
    return this.#unbatched(plainAttention(this.graph, inputs, { heads, bias, headsAtOnce: heads.query }));
  }

  #batched(x: Value): Value {
    return reshape(this.graph, x, [1, -1, Number(x.shape[1])]);
  }

  #unbatched(x: Value): Value {
    return reshape(this.graph, x, [-1, Number(x.shape[2])]);
  }
}
