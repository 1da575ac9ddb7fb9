import { cp, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TINY } from './checkpoint.ts';
import { randomBlock } from './random-block.ts';
import { type TensorToWrite, writeSafetensors } from './safetensors.ts';
import { encoderShapes, type Shapes, transformerShapes, vaeShapes } from './shapes.ts';
import { type ModelSizes, writeSettings } from './sizes.ts';

/** Bytes of each component's weights. */
export interface WrittenBytes {
  readonly transformer: number;
  readonly textEncoder: number;
  readonly vae: number;
}

let block: Uint8Array | undefined;

/** Numbers without drawing each one anew, which start elsewhere for each tensor. */
function* pieces(bytes: number): Iterable<Uint8Array> {
  block ??= randomBlock(2 ** 22);
  let from = 2 * Math.floor(Math.random() * (block.length / 4));
  for (let at = 0; at < bytes; from = 0) {
    const piece = block.subarray(from, Math.min(block.length, from + bytes - at));
    yield piece;
    at += piece.length;
  }
}

/**
 * Writes a checkpoint of random bfloat16 weights of the given sizes, tokenizer included: for measuring time and
 * memory, since its pictures are noise.
 */
export async function writeRandomCheckpoint(folder: string, sizes: ModelSizes): Promise<WrittenBytes> {
  await writeSettings(folder, sizes);
  await cp(join(TINY, 'tokenizer'), join(folder, 'tokenizer'), { recursive: true });
  const write = (path: string, shapes: Shapes) =>
    writeSafetensors(
      join(folder, path),
      Object.entries(shapes).map(([name, shape]): TensorToWrite => {
        const count = shape.reduce((all, dim) => all * dim, 1);
        return { name, shape, dtype: 'BF16', data: () => pieces(2 * count) };
      }),
    );
  return {
    transformer: await write(
      'transformer/diffusion_pytorch_model.safetensors',
      transformerShapes(sizes.transformer),
    ),
    textEncoder: await write('text_encoder/model.safetensors', encoderShapes(sizes.encoder)),
    vae: await write('vae/diffusion_pytorch_model.safetensors', vaeShapes(sizes.vae)),
  };
}

/** Bytes that are free where scratch folders are made. */
export async function freeScratch(): Promise<number> {
  const { bavail, bsize } = await statfs(tmpdir());
  return bavail * bsize;
}
