import type { ComponentWeights } from '../component-weights.ts';
import type { ConfigFile } from './config-file.ts';
import { FROM_WEIGHTS, PUBLISHED } from './reasons.ts';

/** The autoencoder between pictures and latents, from `vae/config.json`. */
export interface VaeConfig {
  /** Channels of the four sizes, largest picture first. */
  readonly widths: readonly number[];
  readonly layersPerBlock: number;
  readonly channels: number;
  readonly groups: number;
  readonly scaling: number;
  readonly shift: number;
  /** Whether a 1×1 convolution stands between encoder or decoder and the latents. */
  readonly quantConv: boolean;
  readonly postQuantConv: boolean;
}

/** @throws UserError `model-config` for an autoencoder of another kind */
export function vaeConfig(file: ConfigFile, weights: ComponentWeights): VaeConfig {
  const seen = [0, 1, 2, 3].map(
    (i) => weights.shape(`encoder.down_blocks.${i}.resnets.0.conv2.weight`)?.[0] ?? 0,
  );
  const widths = file.counts('block_out_channels', { value: seen, why: FROM_WEIGHTS });
  if (widths.length !== 4) throw file.refuse('`block_out_channels` must list four numbers');
  const activation = file.text('act_fn', { value: 'silu', why: PUBLISHED });
  if (activation !== 'silu') throw file.refuse(`\`act_fn\` is ${activation} where silu is expected`);
  if (!file.boolean('mid_block_add_attention', { value: true, why: PUBLISHED })) {
    throw file.refuse('`mid_block_add_attention` is false, which no Z-Image VAE is');
  }
  const config: VaeConfig = {
    widths,
    layersPerBlock: file.count('layers_per_block', { value: 2, why: PUBLISHED }),
    channels: file.count('latent_channels', { value: 16, why: PUBLISHED }),
    groups: file.count('norm_num_groups', { value: 32, why: PUBLISHED }),
    scaling: file.number('scaling_factor', { value: 0.3611, why: PUBLISHED }),
    shift: file.number('shift_factor', { value: 0.1159, why: PUBLISHED }),
    quantConv: weights.find('quant_conv.weight') !== undefined,
    postQuantConv: weights.find('post_quant_conv.weight') !== undefined,
  };
  if (widths.some((width) => width % config.groups !== 0)) {
    throw file.refuse('`block_out_channels` must be multiples of `norm_num_groups`');
  }
  return config;
}
