import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EncoderSizes, TransformerSizes, VaeSizes } from './shapes.ts';

/** What shapes a whole checkpoint. */
export interface ModelSizes {
  readonly transformer: TransformerSizes;
  readonly encoder: EncoderSizes;
  readonly vae: VaeSizes;
}

/** Z-Image-Turbo's sizes, as published. */
export const REAL = {
  transformer: {
    dim: 3840,
    n_heads: 30,
    n_layers: 30,
    n_refiner_layers: 2,
    cap_feat_dim: 2560,
    axes_dims: [32, 48, 48],
  },
  encoder: {
    model_type: 'qwen3',
    vocab_size: 151_936,
    hidden_size: 2560,
    intermediate_size: 9728,
    num_hidden_layers: 36,
    num_attention_heads: 32,
    num_key_value_heads: 8,
    head_dim: 128,
  },
  vae: { block_out_channels: [128, 256, 512, 512], norm_num_groups: 32 },
} as const satisfies ModelSizes;

/** Writes the settings that go with weights of these sizes. */
export async function writeSettings(
  folder: string,
  { transformer, encoder, vae }: ModelSizes,
): Promise<void> {
  const settings = {
    'model_index.json': { _class_name: 'ZImagePipeline' },
    'scheduler/scheduler_config.json': { shift: 3, use_dynamic_shifting: false },
    'transformer/config.json': {
      ...transformer,
      n_kv_heads: transformer.n_heads,
      qk_norm: true,
      norm_type: 'rms_norm',
    },
    'text_encoder/config.json': { ...encoder, rms_norm_eps: 1e-6, rope_theta: 1e6 },
    'vae/config.json': vae,
  };
  for (const part of ['scheduler', 'transformer', 'text_encoder', 'vae']) {
    await mkdir(join(folder, part), { recursive: true });
  }
  for (const [path, values] of Object.entries(settings)) {
    await writeFile(join(folder, path), JSON.stringify(values));
  }
}
