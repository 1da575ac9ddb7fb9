import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeFloats } from '../../../src/onnx/float-bits.ts';
import type { BlockTypeName } from '../../../src/onnx/gguf/block-types.ts';
import { decodeBlocks } from '../../../src/onnx/gguf/decode-blocks.ts';
import { asQ40, asQ80, type GgufTensor, TYPE_NUMBERS, writeGguf } from '../../onnx/support/gguf.ts';
import { tensorsOf } from './comfy.ts';
import { asComfy, copyTiny, rename, rewrite, type Tensors } from './rewrite.ts';

const QUANTISE = { Q8_0: asQ80, Q4_0: asQ40 } as const;

/** Matrices of layers are quantised, by names that all layouts share. */
function typeOf(name: string): keyof typeof QUANTISE | undefined {
  if (!name.endsWith('weight') || /norm/.test(name)) return undefined;
  if (/feed_forward|mlp|ffn_/.test(name)) return 'Q4_0';
  return /\.attention\.|self_attn|attn_|embed_tokens|token_embd/.test(name) ? 'Q8_0' : undefined;
}

function stored(tensors: Tensors): GgufTensor[] {
  return [...tensors].map(([name, { shape, data }]) => {
    const type = shape.length === 2 ? typeOf(name) : undefined;
    return {
      name,
      dims: [...shape].reverse(),
      type: TYPE_NUMBERS[type ?? 'F32'],
      data: type === undefined ? encodeFloats(data, 'f32') : QUANTISE[type](data),
    };
  });
}

/** The same numbers as they come out of their blocks. */
function exactly(tensors: Tensors): void {
  for (const [name, { shape, data }] of tensors) {
    const type: BlockTypeName | undefined = shape.length === 2 ? typeOf(name) : undefined;
    if (type !== undefined) tensors.set(name, { shape, data: decodeBlocks(QUANTISE[type](data), type) });
  }
}

const LLAMA: readonly (readonly [RegExp, string])[] = [
  [/^embed_tokens/, 'token_embd'],
  [/^layers\.(\d+)\./, 'blk.$1.'],
  [/self_attn\.([qkv])_proj/, 'attn_$1'],
  [/self_attn\.o_proj/, 'attn_output'],
  [/self_attn\.([qk])_norm/, 'attn_$1_norm'],
  [/input_layernorm/, 'attn_norm'],
  [/post_attention_layernorm/, 'ffn_norm'],
  [/mlp\.(\w+)_proj/, 'ffn_$1'],
  [/^norm\./, 'output_norm.'],
];

/**
 * Puts GGUF files of the tiny transformer and text encoder into ComfyUI's folder of models, in place of those there, and
 * the checkpoint with the numbers that they stand for into `exact`.
 */
export async function writeGgufModel(root: string, exact: string): Promise<void> {
  const transformer = await tensorsOf('transformer');
  asComfy(transformer);
  const encoder = await tensorsOf('text_encoder');
  rename(encoder, (name) => LLAMA.reduce((text, [from, to]) => text.replace(from, to), name));
  for (const folder of ['unet', 'clip']) await mkdir(join(root, folder), { recursive: true });
  await writeGguf(join(root, 'unet', 'z_image.gguf'), stored(transformer));
  await writeGguf(join(root, 'clip', 'qwen3.gguf'), stored(encoder));
  await copyTiny(exact);
  for (const component of ['transformer', 'text_encoder']) await rewrite(exact, component, { edit: exactly });
}
