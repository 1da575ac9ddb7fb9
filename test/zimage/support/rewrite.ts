import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FloatType } from '../../../src/onnx/element-type.ts';
import { TINY } from './checkpoint.ts';
import { floatTensor, readFloats, writeSafetensors } from './safetensors.ts';

type Floats = { readonly shape: readonly number[]; readonly data: Float32Array };
export type Tensors = Map<string, Floats>;

/** A copy of the tiny checkpoint for a test to change. */
export async function copyTiny(folder: string): Promise<void> {
  await cp(TINY, folder, { recursive: true });
}

export async function editJson(file: string, edit: (values: Record<string, unknown>) => void): Promise<void> {
  const values = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  edit(values);
  await writeFile(file, JSON.stringify(values));
}

export interface Rewriting {
  /** Changes the tensors and their names in place. */
  readonly edit?: (tensors: Tensors) => void;
  readonly type?: FloatType;
  readonly shards?: number;
}

/** Writes a component's weights anew. */
export async function rewrite(
  folder: string,
  component: string,
  { edit, type = 'f32', shards = 1 }: Rewriting,
): Promise<void> {
  const path = join(folder, component);
  const file = (await readdir(path)).find((name) => name.endsWith('.safetensors'))!;
  const tensors: Tensors = await readFloats(join(path, file));
  edit?.(tensors);
  await rm(join(path, file));
  const all = [...tensors].map(([name, { shape, data }]) => floatTensor(name, shape, () => data, type));
  if (shards === 1) {
    await writeSafetensors(join(path, file), all);
    return;
  }
  const number = (n: number): string => String(n).padStart(5, '0');
  const weightMap: Record<string, string> = {};
  for (let shard = 0; shard < shards; shard++) {
    const name = file.replace('.safetensors', `-${number(shard + 1)}-of-${number(shards)}.safetensors`);
    const part = all.filter((_, i) => i % shards === shard);
    for (const tensor of part) weightMap[tensor.name] = name;
    await writeSafetensors(join(path, name), part);
  }
  await writeFile(join(path, `${file}.index.json`), JSON.stringify({ weight_map: weightMap }));
}

export function rename(tensors: Tensors, change: (name: string) => string): void {
  for (const [name, tensor] of [...tensors]) {
    tensors.delete(name);
    tensors.set(change(name), tensor);
  }
}

/** Puts queries, keys and values into one matrix, and shortens names, as in files for ComfyUI. */
export function asComfy(tensors: Tensors): void {
  for (const name of [...tensors.keys()]) {
    const block = /^(.*\.attention)\.to_q\.weight$/.exec(name)?.[1];
    if (block === undefined) continue;
    const parts = ['q', 'k', 'v'].map((part) => tensors.get(`${block}.to_${part}.weight`)!);
    for (const part of 'qkv') tensors.delete(`${block}.to_${part}.weight`);
    const data = Float32Array.from(parts.flatMap((part) => [...part.data]));
    tensors.set(`${block}.qkv.weight`, { shape: [3 * parts[0]!.shape[0]!, parts[0]!.shape[1]!], data });
  }
  rename(tensors, (name) =>
    `model.diffusion_model.${name}`
      .replace('norm_q', 'q_norm')
      .replace('norm_k', 'k_norm')
      .replace('to_out.0', 'out')
      .replace('all_final_layer.2-1', 'final_layer')
      .replace('all_x_embedder.2-1', 'x_embedder'),
  );
  tensors.set('model.diffusion_model.norm_final.weight', { shape: [96], data: new Float32Array(96) });
}

/** Names and shapes as in latent-diffusion's `ae.safetensors`. */
export function asLatentDiffusion(tensors: Tensors): void {
  rename(tensors, (name) =>
    name
      .replace('mid_block.attentions.0.group_norm', 'mid.attn_1.norm')
      .replace(/mid_block\.attentions\.0\.to_([qkv])/, 'mid.attn_1.$1')
      .replace('mid_block.attentions.0.to_out.0', 'mid.attn_1.proj_out')
      .replace('mid_block.resnets.0', 'mid.block_1')
      .replace('mid_block.resnets.1', 'mid.block_2')
      .replace(/down_blocks\.(\d)\.resnets\.(\d)/, 'down.$1.block.$2')
      .replace(/down_blocks\.(\d)\.downsamplers\.0/, 'down.$1.downsample')
      .replace(/up_blocks\.0/, 'up.3')
      .replace(/up_blocks\.1/, 'up.2')
      .replace(/up_blocks\.2/, 'up.1')
      .replace(/up_blocks\.3/, 'up.0')
      .replace(/(up\.\d)\.resnets\.(\d)/, '$1.block.$2')
      .replace(/(up\.\d)\.upsamplers\.0/, '$1.upsample')
      .replace('conv_shortcut', 'nin_shortcut')
      .replace('conv_norm_out', 'norm_out'),
  );
  for (const [name, { shape, data }] of tensors) {
    if (/attn_1\.(q|k|v|proj_out)\.weight$/.test(name)) tensors.set(name, { shape: [...shape, 1, 1], data });
  }
}
