import { named } from '../onnx/dim.ts';
import { Graph, type Value } from '../onnx/graph.ts';
import { Layers, needsCausalBias, type Rotation } from '../onnx/layers.ts';
import { add, cast, multiply } from '../onnx/ops/elementwise.ts';
import type { Target } from '../onnx/target.ts';
import type { WeightSource } from '../onnx/weights.ts';
import type { TextEncoderConfig } from './config/text-encoder.ts';
import type { Tap } from './transformer.ts';

/**
 * A Qwen decoder up to the output of its second-to-last layer, which is what transformers calls
 * `hidden_states[-2]`. The last layer, the final norm and the head are not part of it, and the embedding table is
 * looked up outside: its few rows need not take a device's memory.
 *
 * Inputs: `embeddings` [rows, hidden]; `cos`, `sin` [1, rows, head width / 2]; on WebGPU also
 * `causal_bias` [rows, rows]. Output: `hidden` [rows, hidden]. Rows see themselves and those before them, so no mask is needed for
 * a prompt without padding.
 */
export function textEncoderGraph(
  config: TextEncoderConfig,
  source: WeightSource,
  target: Target,
  { tap }: { readonly tap?: Tap } = {},
): Graph {
  const graph = new Graph('text encoder', 23);
  const layers = new Layers(graph, target, source);
  const rows = named('rows');
  const embeddings = graph.input('embeddings', 'f32', [rows, config.hidden]);
  const places: Places = {
    rotation: {
      cos: graph.input('cos', 'f32', [1, rows, config.headWidth / 2]),
      sin: graph.input('sin', 'f32', [1, rows, config.headWidth / 2]),
      interleaved: false,
    },
    causalBias: needsCausalBias(target) ? graph.input('causal_bias', 'f32', [rows, rows]) : undefined,
  };
  let x = layers.toStream(embeddings);
  for (let i = 0; i < config.layers - 1; i++) {
    const layer = `layers.${i}`;
    const forAttention = layers.rmsNorm(x, `${layer}.input_layernorm`, config.eps);
    x = add(graph, x, attention(layers, config, forAttention, layer, places));
    const forFeed = layers.rmsNorm(x, `${layer}.post_attention_layernorm`, config.eps);
    x = add(graph, x, feedForward(layers, config, forFeed, layer));
    tap?.(layer, x);
  }
  graph.output('hidden', cast(graph, x, 'f32'));
  return graph;
}

/** What attention needs to know of the rows' order. */
interface Places {
  readonly rotation: Rotation;
  readonly causalBias: Value | undefined;
}

function attention(
  layers: Layers,
  config: TextEncoderConfig,
  x: Value,
  layer: string,
  { rotation, causalBias }: Places,
): Value {
  const { headWidth, keyValueHeads } = config;
  const bias = config.biased;
  const guard = layers.target.guard.attention;
  const name = `${layer}.self_attn`;
  const project = (part: string, heads: number, scale = 1): Value =>
    layers.linear(x, `${name}.${part}_proj`, heads * headWidth, { bias, scale });
  const normed = (part: 'q' | 'k', heads: number): Value => {
    const projected = project(part, heads);
    return config.headNorms
      ? layers.headNorm(projected, `${name}.${part}_norm`, heads, config.eps)
      : projected;
  };
  const heads = { query: config.heads, keyValue: keyValueHeads };
  const mixed = layers.attendBackwards(
    layers.rotatedQueries(normed('q', config.heads), config.heads, rotation),
    layers.rotatedKeys(normed('k', keyValueHeads), keyValueHeads, rotation),
    project('v', keyValueHeads, guard),
    heads,
    causalBias,
  );
  return unguarded(layers, layers.linear(mixed, `${name}.o_proj`, config.hidden), guard);
}

function feedForward(layers: Layers, config: TextEncoderConfig, x: Value, layer: string): Value {
  const guard = layers.target.guard.feedForward;
  const name = `${layer}.mlp`;
  const gate = layers.silu(layers.linear(x, `${name}.gate_proj`, config.feedForward));
  const up = layers.linear(x, `${name}.up_proj`, config.feedForward, { scale: guard });
  const down = layers.linear(multiply(layers.graph, gate, up), `${name}.down_proj`, config.hidden);
  return unguarded(layers, down, guard);
}

/** A branch at its full size again, in the stream type, which holds it. */
function unguarded(layers: Layers, branch: Value, guard: number): Value {
  const wide = layers.toStream(branch);
  return guard === 1 ? wide : multiply(layers.graph, wide, layers.floats([1 / guard]));
}
