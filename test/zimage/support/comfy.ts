import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { decodeFloats, encodeFloats } from '../../../src/onnx/float-bits.ts';
import { TINY } from './checkpoint.ts';
import { asComfy, asLatentDiffusion, copyTiny, rename, rewrite, type Tensors } from './rewrite.ts';
import { floatTensor, readFloats, type TensorToWrite, writeSafetensors } from './safetensors.ts';

/** Every float of a byte, by its bits. */
const E4M3 = decodeFloats(
  Uint8Array.from({ length: 256 }, (_, i) => i),
  'e4m3',
);

/** How a text encoder's layers are stored. */
export type Fp8Spelling = 'old' | 'new' | 'mixed';

export async function tensorsOf(component: string): Promise<Tensors> {
  const folder = join(TINY, component);
  const file = (await readdir(folder)).find((name) => name.endsWith('.safetensors'))!;
  return readFloats(join(folder, file));
}

async function write(file: string, tensors: readonly TensorToWrite[], metadata?: Record<string, string>) {
  await mkdir(dirname(file), { recursive: true });
  await writeSafetensors(file, tensors, metadata);
}

const plain = (tensors: Tensors): TensorToWrite[] =>
  [...tensors].map(([name, { shape, data }]) => floatTensor(name, shape, () => data));

/** The tiny checkpoint as ComfyUI's folder of models, with the settings that its sizes cannot tell. */
export async function writeComfy(root: string): Promise<void> {
  const transformer = await tensorsOf('transformer');
  asComfy(transformer);
  await write(join(root, 'diffusion_models', 'z_image_turbo.safetensors'), plain(transformer));
  const encoder = await tensorsOf('text_encoder');
  rename(encoder, (name) => `model.${name}`);
  await write(join(root, 'text_encoders', 'qwen.safetensors'), plain(encoder));
  const vae = await tensorsOf('vae');
  asLatentDiffusion(vae);
  await write(join(root, 'vae', 'ae.safetensors'), plain(vae));
  await copySettings(join(root, 'config'));
}

async function copySettings(config: string): Promise<void> {
  await copyTiny(config);
  for (const component of ['transformer', 'text_encoder', 'vae']) {
    for (const name of await readdir(join(config, component))) {
      if (name.endsWith('.safetensors')) await rm(join(config, component, name));
    }
  }
}

const isLinear = (name: string): boolean => /layers\.\d+\..*proj\.weight$/.test(name);

/** The numbers of a matrix as bytes, and what they are to be multiplied by. */
function quantised(data: Float32Array): { bytes: Uint8Array; scale: number } {
  const scale = Math.fround(data.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 448);
  const bytes = Uint8Array.from(data, (value) => nearest(value / scale));
  return { bytes, scale };
}

function nearest(value: number): number {
  let best = 0;
  for (let bits = 0; bits < 256; bits++) {
    if (Math.abs(E4M3[bits]! - value) < Math.abs(E4M3[best]! - value)) best = bits;
  }
  return best;
}

/**
 * Writes the text encoder with its layers as floats of a byte, and into `exact` the same numbers as 32-bit floats.
 *
 * @param format as the file says it
 */
export async function writeFp8(
  file: string,
  exact: string,
  spelling: Fp8Spelling,
  format = 'float8_e4m3fn',
): Promise<void> {
  const tensors: TensorToWrite[] = [];
  const values = new Map<string, Float32Array>();
  const layers: Record<string, object> = {};
  for (const [name, { shape, data }] of await tensorsOf('text_encoder')) {
    const keep = !isLinear(name) || (spelling === 'mixed' && name.includes('layers.0.'));
    if (keep) {
      tensors.push(floatTensor(`model.${name}`, shape, () => data));
      continue;
    }
    const { bytes, scale } = quantised(data);
    const layer = `model.${name.replace('.weight', '')}`;
    values.set(
      name,
      decodeFloats(bytes, 'e4m3').map((value) => value * scale),
    );
    tensors.push({ name: `${layer}.weight`, shape, dtype: 'F8_E4M3', data: () => bytes });
    const [kind, scaleShape] = spelling === 'old' ? ['scale_weight', [1]] : ['weight_scale', []];
    tensors.push(floatTensor(`${layer}.${kind}`, scaleShape as number[], () => [scale]));
    tensors.push(
      floatTensor(`${layer}.${spelling === 'old' ? 'scale_input' : 'input_scale'}`, [], () => [3]),
    );
    if (spelling === 'mixed') {
      const note = Buffer.from(JSON.stringify({ format }));
      tensors.push({ name: `${layer}.comfy_quant`, shape: [note.length], dtype: 'U8', data: () => note });
    }
    layers[layer] = { format };
  }
  if (spelling === 'old') {
    tensors.push({ name: 'scaled_fp8', shape: [0], dtype: 'F8_E4M3', data: () => new Uint8Array() });
  }
  const metadata = spelling === 'new' ? { _quantization_metadata: JSON.stringify({ layers }) } : undefined;
  await write(file, tensors, metadata);
  await copyTiny(exact);
  await rewrite(exact, 'text_encoder', {
    edit: (all) => {
      for (const [name, data] of values) all.set(name, { shape: all.get(name)!.shape, data });
    },
  });
}

/** A file of some tensors that are no part of a Z-Image. */
export const writeStranger = (file: string): Promise<void> =>
  write(file, [{ name: 'conv.weight', shape: [1], dtype: 'F32', data: () => encodeFloats([1], 'f32') }]);
