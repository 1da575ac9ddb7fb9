import type { Value } from '../onnx/graph.ts';
import type { Layers, Rotation } from '../onnx/layers.ts';
import { add, multiply, tanh, where } from '../onnx/ops/elementwise.ts';
import { split } from '../onnx/ops/shape.ts';
import type { TransformerConfig } from './config/transformer.ts';

/** What shapes a block. */
export type BlockConfig = Pick<TransformerConfig, 'dim' | 'heads' | 'eps'>;

const feedForwardWidth = ({ dim }: BlockConfig): number => Math.trunc((dim / 3) * 8);

/** The transformer's blocks: attention and feed-forward, each between two norms. */
export class Blocks {
  readonly #layers: Layers;
  readonly #config: BlockConfig;

  constructor(layers: Layers, config: BlockConfig) {
    this.#layers = layers;
    this.#config = config;
  }

  /** The embedding with the rows of padding replaced by the checkpoint's pad token. In the stream type. */
  padded(embedded: Value, kept: Value, token: string): Value {
    const layers = this.#layers;
    const pad = layers.weight(token, [1, this.#config.dim], layers.target.stream);
    return where(layers.graph, kept, layers.toStream(embedded), pad);
  }

  plain(x: Value, name: string, rotation: Rotation): Value {
    const { graph } = this.#layers;
    const attended = add(graph, x, this.#attention(this.#norm(x, `${name}.attention_norm1`), name, rotation));
    return add(graph, attended, this.#feedForward(this.#norm(attended, `${name}.ffn_norm1`), name));
  }

  modulated(x: Value, name: string, rotation: Rotation, modulation: Value): Value {
    const layers = this.#layers;
    const { graph } = layers;
    const linear = layers.linear(modulation, `${name}.adaLN_modulation.0`, 4 * this.#config.dim, {
      bias: true,
    });
    const [scaleA, gateA, scaleF, gateF] = split(graph, layers.toStream(linear), 4) as [
      Value,
      Value,
      Value,
      Value,
    ];
    const one = layers.floats([1]);
    const forAttention = multiply(graph, this.#norm(x, `${name}.attention_norm1`), add(graph, scaleA, one));
    const attention = this.#attention(forAttention, name, rotation);
    const attended = add(graph, x, multiply(graph, attention, tanh(graph, gateA)));
    const forFeed = multiply(graph, this.#norm(attended, `${name}.ffn_norm1`), add(graph, scaleF, one));
    return add(graph, attended, multiply(graph, this.#feedForward(forFeed, name), tanh(graph, gateF)));
  }

  #norm(x: Value, name: string, guard = 1): Value {
    // A branch made smaller by `guard` is normalised to the same result when epsilon shrinks with its square.
    return this.#layers.rmsNorm(x, name, this.#config.eps * guard ** 2);
  }

  #attention(x: Value, block: string, rotation: Rotation): Value {
    const layers = this.#layers;
    const { dim, heads, eps } = this.#config;
    const guard = layers.target.guard.attention;
    const name = `${block}.attention`;
    const query = layers.headNorm(layers.linear(x, `${name}.to_q`, dim), `${name}.norm_q`, heads, eps);
    const key = layers.headNorm(layers.linear(x, `${name}.to_k`, dim), `${name}.norm_k`, heads, eps);
    const value = layers.linear(x, `${name}.to_v`, dim, { scale: guard });
    const mixed = layers.attend(
      layers.rotatedQueries(query, heads, rotation),
      layers.rotatedKeys(key, heads, rotation),
      value,
      heads,
    );
    return this.#norm(layers.linear(mixed, `${name}.to_out.0`, dim), `${block}.attention_norm2`, guard);
  }

  #feedForward(x: Value, block: string): Value {
    const layers = this.#layers;
    const width = feedForwardWidth(this.#config);
    const guard = layers.target.guard.feedForward;
    const name = `${block}.feed_forward`;
    const gate = layers.silu(layers.linear(x, `${name}.w1`, width));
    const up = layers.linear(x, `${name}.w3`, width, { scale: guard });
    const down = layers.linear(multiply(layers.graph, gate, up), `${name}.w2`, this.#config.dim);
    return this.#norm(down, `${block}.ffn_norm2`, guard);
  }
}
