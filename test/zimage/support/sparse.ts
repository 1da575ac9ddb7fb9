import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encoderShapes, type Shapes, transformerShapes, vaeShapes } from './shapes.ts';

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
} as const;

/** Headers of the real checkpoint before data that is all holes: 20 GB that take no disk. Returns the parameters. */
export async function writeSparseCheckpoint(
  folder: string,
  dtype: 'BF16' | 'F32' = 'BF16',
): Promise<number[]> {
  const counts = [
    await writeHoles(
      folder,
      'transformer',
      'diffusion_pytorch_model',
      transformerShapes(REAL.transformer),
      dtype,
    ),
    await writeHoles(folder, 'text_encoder', 'model', encoderShapes(REAL.encoder), 'BF16'),
    await writeHoles(folder, 'vae', 'diffusion_pytorch_model', vaeShapes(REAL.vae), 'BF16'),
  ];
  const save = (path: string, values: object) => writeFile(join(folder, path), JSON.stringify(values));
  await mkdir(join(folder, 'scheduler'));
  await save('model_index.json', { _class_name: 'ZImagePipeline' });
  await save('scheduler/scheduler_config.json', { shift: 3, use_dynamic_shifting: false });
  await save('transformer/config.json', {
    ...REAL.transformer,
    n_kv_heads: 30,
    qk_norm: true,
    norm_type: 'rms_norm',
  });
  await save('text_encoder/config.json', { ...REAL.encoder, rms_norm_eps: 1e-6, rope_theta: 1e6 });
  await save('vae/config.json', REAL.vae);
  return counts;
}

async function writeHoles(
  folder: string,
  part: string,
  stem: string,
  shapes: Shapes,
  dtype: string,
): Promise<number> {
  await mkdir(join(folder, part), { recursive: true });
  let at = 0;
  let count = 0;
  const header: Record<string, object> = {};
  for (const [name, shape] of Object.entries(shapes)) {
    const numbers = shape.reduce((all, dim) => all * dim, 1);
    const bytes = numbers * (dtype === 'F32' ? 4 : 2);
    header[name] = { dtype, shape, data_offsets: [at, at + bytes] };
    at += bytes;
    count += numbers;
  }
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  const file = join(folder, part, `${stem}.safetensors`);
  await writeFile(file, Buffer.concat([length, text]));
  await truncate(file, 8 + text.length + at);
  return count;
}
