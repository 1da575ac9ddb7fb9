import type { ComponentWeights } from '../component-weights.ts';
import type { ConfigFile } from './config-file.ts';
import { countOf } from './count-of.ts';
import { FROM_WEIGHTS, PUBLISHED } from './reasons.ts';

/** What shapes the transformer, from `transformer/config.json`. */
export interface TransformerConfig {
  /** Side of the square of latent pixels that one token stands for. */
  readonly patch: number;
  /** Of a latent picture. */
  readonly channels: number;
  readonly dim: number;
  readonly layers: number;
  readonly refinerLayers: number;
  readonly heads: number;
  readonly eps: number;
  /** Width of the text encoder's rows. */
  readonly capDim: number;
  readonly ropeTheta: number;
  /** What a time of 0–1 is multiplied by before it is embedded. */
  readonly timeScale: number;
  /** Parts of a head that are turned by position in the sequence, row and column. */
  readonly axesDims: readonly [number, number, number];
  /** Largest positions along the three axes, plus one. */
  readonly axesLengths: readonly [number, number, number];
}

/** @throws UserError `model-config` for a setting that cannot be served */
export function transformerConfig(file: ConfigFile, weights: ComponentWeights): TransformerConfig {
  const dim = file.count('dim', { value: weights.shape('x_pad_token')?.[1], why: FROM_WEIGHTS });
  const headWidth = weights.shape('layers.0.attention.norm_q.weight')?.[0];
  const heads = file.count('n_heads', {
    value: headWidth === undefined ? undefined : dim / headWidth,
    why: FROM_WEIGHTS,
  });
  if (file.count('n_kv_heads', { value: heads, why: 'as many as n_heads' }) !== heads) {
    throw file.refuse('`n_kv_heads` differs from `n_heads`, which no Z-Image model does');
  }
  if (!file.boolean('qk_norm', { value: headWidth !== undefined, why: FROM_WEIGHTS })) {
    throw file.refuse('`qk_norm` is false, which no Z-Image model is');
  }
  if (!file.has('norm_type')) {
    // Some guides tell people to patch this key in; nothing reads it.
    file.note(
      'norm_type',
      'rms_norm',
      'asked for by some guides, needed by nothing: every norm here is RMSNorm',
    );
  }
  const config: TransformerConfig = {
    patch: single(file, 'all_patch_size', 2),
    channels: file.count('in_channels', { value: 16, why: PUBLISHED }),
    dim,
    layers: file.count('n_layers', { value: countOf(weights, 'layers'), why: FROM_WEIGHTS }),
    refinerLayers: file.count('n_refiner_layers', {
      value: countOf(weights, 'noise_refiner'),
      why: FROM_WEIGHTS,
    }),
    heads,
    eps: file.number('norm_eps', { value: 1e-5, why: PUBLISHED }),
    capDim: file.count('cap_feat_dim', {
      value: weights.shape('cap_embedder.0.weight')?.[0],
      why: FROM_WEIGHTS,
    }),
    ropeTheta: file.number('rope_theta', { value: 256, why: PUBLISHED }),
    timeScale: file.number('t_scale', { value: 1000, why: PUBLISHED }),
    axesDims: triple(file, 'axes_dims', [32, 48, 48]),
    axesLengths: triple(file, 'axes_lens', [1536, 512, 512]),
  };
  single(file, 'all_f_patch_size', 1);
  checkWidths(file, config);
  return config;
}

function single(file: ConfigFile, key: string, standard: number): number {
  const sizes = file.counts(key, { value: [standard], why: PUBLISHED });
  if (sizes.length !== 1 || sizes[0] !== standard) {
    throw file.refuse(`\`${key}\` is [${sizes.join(', ')}] where [${standard}] is expected`);
  }
  return standard;
}

/** Of an axis, in tokens: forty times what a published model has. */
const MAX_LENGTH = 2 ** 16;

function triple(
  file: ConfigFile,
  key: string,
  standard: readonly [number, number, number],
): readonly [number, number, number] {
  const [t, y, x, ...more] = file.counts(key, { value: standard, why: PUBLISHED });
  if (t === undefined || y === undefined || x === undefined || more.length > 0) {
    throw file.refuse(`\`${key}\` must list three numbers`);
  }
  if (Math.max(t, y, x) > MAX_LENGTH) throw file.refuse(`\`${key}\` has a number above ${MAX_LENGTH}`);
  return [t, y, x];
}

function checkWidths(file: ConfigFile, { dim, heads, axesDims }: TransformerConfig): void {
  const turned = axesDims[0] + axesDims[1] + axesDims[2];
  if (dim !== heads * turned || axesDims.some((width) => width % 2 !== 0)) {
    throw file.refuse(
      `\`dim\` is ${dim} where \`n_heads\` times the sum of \`axes_dims\` is ${heads * turned}`,
    );
  }
}
