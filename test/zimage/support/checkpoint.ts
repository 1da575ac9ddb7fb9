import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FloatType } from '../../../src/onnx/element-type.ts';
import { formulaWeights } from './formula.ts';
import { floatTensor, writeSafetensors } from './safetensors.ts';
import {
  type EncoderSizes,
  encoderShapes,
  type Shapes,
  type TransformerSizes,
  transformerShapes,
  type VaeSizes,
  vaeShapes,
} from './shapes.ts';

export const FIXTURES = fileURLToPath(new URL('../../fixtures/zimage/', import.meta.url));
export const TINY = join(FIXTURES, 'tiny', 'checkpoint');

const TINY_TRANSFORMER: TransformerSizes = {
  dim: 96,
  n_heads: 3,
  n_layers: 3,
  n_refiner_layers: 2,
  cap_feat_dim: 64,
  axes_dims: [8, 12, 12],
};

export const TINY_ENCODER: EncoderSizes = {
  model_type: 'qwen3',
  vocab_size: 320,
  hidden_size: 64,
  intermediate_size: 160,
  num_hidden_layers: 4,
  num_attention_heads: 4,
  num_key_value_heads: 2,
  head_dim: 32,
};

export const TINY_VAE: VaeSizes = { block_out_channels: [16, 32, 32, 32], norm_num_groups: 8 };

/** A folder that is gone when the test is over. */
export async function scratch(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'zimage-test-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

export interface CheckpointOptions {
  readonly transformer?: TransformerSizes;
  readonly encoder?: EncoderSizes;
  readonly vae?: VaeSizes;
  readonly type?: FloatType;
  /** Before each name of the text encoder. */
  readonly prefix?: string;
  /** Files that each component's tensors are dealt out to. */
  readonly shards?: number;
  /** Changes a tensor's values before they are written. */
  readonly adjust?: (name: string, values: Float32Array) => Float32Array;
}

/** Writes a checkpoint of formula-made weights in the published layout, without a tokenizer. */
export async function writeFormulaCheckpoint(folder: string, options: CheckpointOptions = {}): Promise<void> {
  const { transformer = TINY_TRANSFORMER, encoder = TINY_ENCODER, vae = TINY_VAE } = options;
  await writeComponent(folder, 'transformer', transformerShapes(transformer), options);
  await writeComponent(folder, 'text_encoder', encoderShapes(encoder), options);
  await writeComponent(folder, 'vae', vaeShapes(vae), options);
  const save = (path: string, values: object) => writeFile(join(folder, path), JSON.stringify(values));
  await save('transformer/config.json', {
    _class_name: 'ZImageTransformer2DModel',
    all_patch_size: [2],
    all_f_patch_size: [1],
    in_channels: 16,
    n_kv_heads: transformer.n_heads,
    norm_eps: 1e-5,
    qk_norm: true,
    rope_theta: 256,
    t_scale: 1000,
    axes_lens: [1536, 512, 512],
    ...transformer,
  });
  await save('text_encoder/config.json', { rms_norm_eps: 1e-6, rope_theta: 1e6, ...encoder });
  await save('vae/config.json', {
    _class_name: 'AutoencoderKL',
    layers_per_block: 2,
    latent_channels: 16,
    scaling_factor: 0.3611,
    shift_factor: 0.1159,
    act_fn: 'silu',
    mid_block_add_attention: true,
    ...vae,
  });
  await mkdir(join(folder, 'scheduler'), { recursive: true });
  await save('scheduler/scheduler_config.json', {
    _class_name: 'FlowMatchEulerDiscreteScheduler',
    shift: 3,
    use_dynamic_shifting: false,
  });
  await save('model_index.json', { _class_name: 'ZImagePipeline' });
}

async function writeComponent(
  folder: string,
  component: string,
  shapes: Shapes,
  { type = 'f32', prefix = '', shards = 1, adjust = (_, values) => values }: CheckpointOptions,
): Promise<void> {
  await mkdir(join(folder, component), { recursive: true });
  const before = component === 'text_encoder' ? prefix : '';
  const tensors = Object.entries(shapes).map(([name, shape]) =>
    floatTensor(before + name, shape, () => adjust(name, formulaWeights(component, name, shape)), type),
  );
  const stem = component === 'text_encoder' ? 'model' : 'diffusion_pytorch_model';
  if (shards === 1) {
    await writeSafetensors(join(folder, component, `${stem}.safetensors`), tensors);
    return;
  }
  const weightMap: Record<string, string> = {};
  for (let shard = 0; shard < shards; shard++) {
    const number = (n: number): string => String(n).padStart(5, '0');
    const file = `${stem}-${number(shard + 1)}-of-${number(shards)}.safetensors`;
    const part = tensors.filter((_, i) => i % shards === shard);
    for (const { name } of part) weightMap[name] = file;
    await writeSafetensors(join(folder, component, file), part);
  }
  await writeFile(
    join(folder, component, `${stem}.safetensors.index.json`),
    JSON.stringify({ metadata: { total_size: 0 }, weight_map: weightMap }),
  );
}
