import { named } from './dim.ts';
import type { FloatType } from './element-type.ts';
import { encodeFloats } from './float-bits.ts';
import type { Graph, Value } from './graph.ts';
import {
  attention,
  groupQueryAttention,
  type Heads,
  multiHeadAttention,
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

  /** Turns queries or keys in 32 bits, whatever comes in. [rows, heads · width] → [1, rows, heads · width]. */
  rotate(x: Value, heads: number, { cos, sin, interleaved }: Rotation): Value {
    const wide = cast(this.graph, this.#batched(x), 'f32');
    return cast(
      this.graph,
      rotaryEmbedding(this.graph, wide, { cos, sin, heads, interleaved }),
      this.target.matrix,
    );
  }

  /**
   * Attention of every row to every row.
   *
   * @param q, k [1, rows, heads · width]
   * @param v [rows, heads · width]
   * @returns [rows, heads · width]
   */
  attend(q: Value, k: Value, v: Value, heads: number): Value {
    const inputs = [q, k, cast(this.graph, this.#batched(v), q.type)] as const;
    const out =
      this.target.provider === 'cuda' && this.graph.opset >= 23
        ? attention(this.graph, inputs, { heads: { query: heads, keyValue: heads }, causal: false })
        : multiHeadAttention(this.graph, inputs, heads);
    return this.#unbatched(out);
  }

  /** Attention of every row to itself and the rows before it, with shared key heads. Shapes as `attend`'s. */
  attendBackwards(q: Value, k: Value, v: Value, heads: Heads): Value {
    const inputs = [q, k, cast(this.graph, this.#batched(v), q.type)] as const;
    if (this.target.provider !== 'webgpu') {
      return this.#unbatched(attention(this.graph, inputs, { heads, causal: true }));
    }
    const counts = this.#rowCounts();
    return this.#unbatched(groupQueryAttention(this.graph, inputs, { heads, ...counts }));
  }

  #counts: { readonly lastRow: Value; readonly rows: Value } | undefined;

  /** Inputs that GroupQueryAttention wants: the number of rows, and that less one. */
  #rowCounts(): { readonly lastRow: Value; readonly rows: Value } {
    this.#counts ??= {
      lastRow: this.graph.input('last_row', 'i32', [1]),
      rows: this.graph.input('row_count', 'i32', []),
    };
    return this.#counts;
  }

  #batched(x: Value): Value {
    return reshape(this.graph, x, [1, -1, Number(x.shape[1])]);
  }

  #unbatched(x: Value): Value {
    return reshape(this.graph, x, [-1, Number(x.shape[2])]);
  }
}
