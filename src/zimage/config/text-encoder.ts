import type { ComponentWeights } from '../component-weights.ts';
import type { ConfigFile } from './config-file.ts';
import { countOf } from './count-of.ts';
import { FROM_WEIGHTS, PUBLISHED } from './reasons.ts';

/** A Qwen decoder used as a text encoder, from `text_encoder/config.json`. */
export interface TextEncoderConfig {
  readonly vocabulary: number;
  readonly hidden: number;
  readonly feedForward: number;
  /** Of the checkpoint; pictures need all but the last. */
  readonly layers: number;
  readonly heads: number;
  readonly keyValueHeads: number;
  readonly headWidth: number;
  readonly eps: number;
  readonly ropeTheta: number;
  /** Whether queries, keys and values have biases (Qwen2, Qwen2.5). */
  readonly biased: boolean;
  /** Whether queries and keys are normalised by head (Qwen3). */
  readonly headNorms: boolean;
}

/** Which decoders are known, by `model_type`. */
const DECODERS = ['qwen3', 'qwen2'] as const;

/** @throws UserError `model-config` for a decoder of another family */
export function textEncoderConfig(file: ConfigFile, weights: ComponentWeights): TextEncoderConfig {
  const attention = 'layers.0.self_attn';
  const headNorms = weights.find(`${attention}.q_norm.weight`) !== undefined;
  const biased = weights.find(`${attention}.q_proj.bias`) !== undefined;
  const seen = headNorms ? 'qwen3' : 'qwen2';
  const type = file.text('model_type', { value: seen, why: FROM_WEIGHTS });
  if (!DECODERS.some((known) => known === type)) {
    throw file.refuse(`\`model_type\` is ${type} where ${DECODERS.join(' or ')} is expected`);
  }
  if (type !== seen) file.note('model_type', seen, FROM_WEIGHTS);
  const [vocabulary, hidden] = weights.shape('embed_tokens.weight') ?? [];
  const width = file.count('hidden_size', { value: hidden, why: FROM_WEIGHTS });
  const queryRows = weights.shape(`${attention}.q_proj.weight`)?.[0];
  const normWidth = weights.shape(`${attention}.q_norm.weight`)?.[0];
  const heads = file.count('num_attention_heads', {
    value: queryRows === undefined || normWidth === undefined ? undefined : queryRows / normWidth,
    why: FROM_WEIGHTS,
  });
  const headWidth = normWidth ?? width / heads;
  const keyRows = weights.shape(`${attention}.k_proj.weight`)?.[0];
  const config: TextEncoderConfig = {
    vocabulary: file.count('vocab_size', { value: vocabulary, why: FROM_WEIGHTS }),
    hidden: width,
    feedForward: file.count('intermediate_size', {
      value: weights.shape('layers.0.mlp.gate_proj.weight')?.[0],
      why: FROM_WEIGHTS,
    }),
    layers: file.count('num_hidden_layers', { value: countOf(weights, 'layers'), why: FROM_WEIGHTS }),
    heads,
    keyValueHeads: file.count('num_key_value_heads', {
      value: keyRows === undefined ? undefined : keyRows / headWidth,
      why: FROM_WEIGHTS,
    }),
    headWidth:
      file.has('head_dim') || headNorms
        ? file.count('head_dim', { value: headWidth, why: FROM_WEIGHTS })
        : headWidth,
    eps: file.number('rms_norm_eps', { value: 1e-6, why: PUBLISHED }),
    ropeTheta: ropeTheta(file),
    biased,
    headNorms,
  };
  if (queryRows !== undefined && queryRows !== config.heads * config.headWidth) {
    throw file.refuse(
      `\`num_attention_heads\` times \`head_dim\` is ${config.heads * config.headWidth} where the weights have ${queryRows}`,
    );
  }
  if (config.layers < 2) throw file.refuse('`num_hidden_layers` must be 2 or more');
  return config;
}

/** Of every Qwen3. */
const PUBLISHED_THETA = 1e6;

/** Under its own key up to transformers 4, under `rope_parameters` from 5 on. */
function ropeTheta(file: ConfigFile): number {
  const parameters = file.inner('rope_parameters');
  const kind = parameters.has('rope_type') ? parameters.text('rope_type') : 'default';
  if (kind !== 'default' || file.inner('rope_scaling').has('type')) {
    throw file.refuse('it scales its rotary positions, which is not supported');
  }
  if (parameters.has('rope_theta')) return parameters.number('rope_theta');
  if (file.isAbsent) return PUBLISHED_THETA;
  return file.number('rope_theta', { value: 10_000, why: "transformers' own default" });
}
