import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encoderShapes, type Shapes, transformerShapes, vaeShapes } from './shapes.ts';
import { REAL, writeSettings } from './sizes.ts';

/** Headers of the real checkpoint before data that is all holes: 20 GB that take no disk. Returns the parameters. */
export async function writeSparseCheckpoint(
  folder: string,
  dtype: 'BF16' | 'F32' = 'BF16',
): Promise<number[]> {
  await writeSettings(folder, REAL);
  const at = (path: string): string => join(folder, path);
  return [
    await writeHoles(
      at('transformer/diffusion_pytorch_model.safetensors'),
      transformerShapes(REAL.transformer),
      dtype,
    ),
    await writeHoles(at('text_encoder/model.safetensors'), encoderShapes(REAL.encoder), 'BF16'),
    await writeHoles(at('vae/diffusion_pytorch_model.safetensors'), vaeShapes(REAL.vae), 'BF16'),
  ];
}

async function writeHoles(file: string, shapes: Shapes, dtype: 'BF16' | 'F32'): Promise<number> {
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
  await writeFile(file, Buffer.concat([length, text]));
  await truncate(file, 8 + text.length + at);
  return count;
}
