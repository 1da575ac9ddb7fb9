import { randomFillSync } from 'node:crypto';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TINY } from './checkpoint.ts';
import { type TensorToWrite, writeSafetensors } from './safetensors.ts';
import {
  type EncoderSizes,
  encoderShapes,
  type Shapes,
  type TransformerSizes,
  transformerShapes,
  type VaeSizes,
  vaeShapes,
} from './shapes.ts';

export interface RandomSizes {
  readonly transformer: TransformerSizes;
  readonly encoder: EncoderSizes;
  readonly vae: VaeSizes;
}

/** Small numbers as bfloat16: between 2⁻⁹ and 2⁻⁷, of both signs. */
function randomBlock(bytes: number): Uint8Array {
  const block = randomFillSync(new Uint8Array(bytes));
  for (let i = 1; i < bytes; i += 2) block[i] = 0x3b | (block[i]! & 0x80);
  return block;
}

const BLOCK = randomBlock(2 ** 22);

/** Bytes that differ between tensors, without drawing each one anew. */
function* pieces(bytes: number): Iterable<Uint8Array> {
  const shift = 2 * Math.floor(Math.random() * (BLOCK.length / 4));
  for (let at = 0; at < bytes; ) {
    const from = at === 0 ? shift : 0;
    const piece = BLOCK.subarray(from, Math.min(BLOCK.length, from + bytes - at));
    yield piece;
    at += piece.length;
  }
}

/**
 * Writes a checkpoint of random bfloat16 weights of the given sizes, tokenizer included: for measuring time and
 * memory, since its pictures are noise.
 *
 * @returns bytes of each component's weights
 */
export async function writeRandomCheckpoint(
  folder: string,
  sizes: RandomSizes,
): Promise<Record<string, number>> {
  const save = (path: string, values: object) => writeFile(join(folder, path), JSON.stringify(values));
  const bytes = {
    transformer: await write(
      folder,
      'transformer',
      'diffusion_pytorch_model',
      transformerShapes(sizes.transformer),
    ),
    text_encoder: await write(folder, 'text_encoder', 'model', encoderShapes(sizes.encoder)),
    vae: await write(folder, 'vae', 'diffusion_pytorch_model', vaeShapes(sizes.vae)),
  };
  await cp(join(TINY, 'tokenizer'), join(folder, 'tokenizer'), { recursive: true });
  await mkdir(join(folder, 'scheduler'), { recursive: true });
  await save('model_index.json', { _class_name: 'ZImagePipeline' });
  await save('scheduler/scheduler_config.json', { shift: 3, use_dynamic_shifting: false });
  await save('transformer/config.json', { ...sizes.transformer, norm_type: 'rms_norm' });
  await save('text_encoder/config.json', { ...sizes.encoder, rope_theta: 1e6 });
  await save('vae/config.json', sizes.vae);
  return bytes;
}

async function write(folder: string, component: string, stem: string, shapes: Shapes): Promise<number> {
  await mkdir(join(folder, component), { recursive: true });
  const tensors = Object.entries(shapes).map(([name, shape]): TensorToWrite => {
    const count = shape.reduce((all, dim) => all * dim, 1);
    return { name, shape, dtype: 'BF16', data: () => pieces(2 * count) };
  });
  return writeSafetensors(join(folder, component, `${stem}.safetensors`), tensors);
}
