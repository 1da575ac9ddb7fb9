import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ControlKind } from '../../../src/zimage/control/control-config.ts';
import { formulaWeights } from './formula.ts';
import { floatTensor, writeSafetensors } from './safetensors.ts';
import type { Shapes } from './shapes.ts';

export interface ControlNetOptions {
  readonly kind: ControlKind;
  readonly dim?: number;
  readonly heads?: number;
  readonly layers?: number;
  readonly channels?: number;
  /** Whether the blocks that 2.0 does not use are there, as zeros. */
  readonly leftovers?: boolean;
  /** Settings; absent = the file is alone. */
  readonly config?: Readonly<Record<string, unknown>>;
  readonly adjust?: (name: string, values: Float32Array) => Float32Array;
}

function block(name: string, dim: number, heads: number): Shapes {
  const wide = Math.trunc((dim / 3) * 8);
  const square = [dim, dim];
  return {
    [`${name}.adaLN_modulation.0.weight`]: [4 * dim, Math.min(dim, 256)],
    [`${name}.adaLN_modulation.0.bias`]: [4 * dim],
    [`${name}.attention.to_q.weight`]: square,
    [`${name}.attention.to_k.weight`]: square,
    [`${name}.attention.to_v.weight`]: square,
    [`${name}.attention.to_out.0.weight`]: square,
    [`${name}.attention.norm_q.weight`]: [dim / heads],
    [`${name}.attention.norm_k.weight`]: [dim / heads],
    [`${name}.attention_norm1.weight`]: [dim],
    [`${name}.attention_norm2.weight`]: [dim],
    [`${name}.feed_forward.w1.weight`]: [wide, dim],
    [`${name}.feed_forward.w2.weight`]: [dim, wide],
    [`${name}.feed_forward.w3.weight`]: [wide, dim],
    [`${name}.ffn_norm1.weight`]: [dim],
    [`${name}.ffn_norm2.weight`]: [dim],
  };
}

function projection(name: string, dim: number): Shapes {
  return { [`${name}.weight`]: [dim, dim], [`${name}.bias`]: [dim] };
}

/** Writes a ControlNet of formula-made weights for a model of the tiny sizes. Returns its values by name. */
export async function writeControlNet(
  file: string,
  { kind, dim = 96, heads = 3, layers = 2, leftovers = true, ...options }: ControlNetOptions,
): Promise<Map<string, Float32Array>> {
  const { channels = kind === '1.0' ? 16 : 33, adjust = (_, values) => values } = options;
  const shapes: Record<string, readonly number[]> = {
    'control_all_x_embedder.2-1.weight': [dim, 4 * channels],
    'control_all_x_embedder.2-1.bias': [dim],
  };
  const stems = ['control_layers', ...(kind === '2.0' && !leftovers ? [] : ['control_noise_refiner'])];
  for (const stem of stems) {
    const count = stem === 'control_layers' ? layers : 2;
    for (let j = 0; j < count; j++) {
      Object.assign(shapes, block(`${stem}.${j}`, dim, heads));
      if (stem === 'control_noise_refiner' && kind === '1.0') continue;
      Object.assign(shapes, projection(`${stem}.${j}.after_proj`, dim));
      if (j === 0) Object.assign(shapes, projection(`${stem}.${j}.before_proj`, dim));
    }
  }
  const values = new Map<string, Float32Array>();
  for (const [name, shape] of Object.entries(shapes)) {
    const made = adjust(name, formulaWeights('control', name, shape));
    const dead = kind === '2.0' && /control_noise_refiner.*_proj/.test(name);
    values.set(name, dead ? made.map(() => 0) : made);
  }
  await mkdir(dirname(file), { recursive: true });
  const tensors = Object.entries(shapes).map(([name, shape]) =>
    floatTensor(name, shape, () => values.get(name)!),
  );
  await writeSafetensors(file, tensors);
  if (options.config !== undefined) {
    await writeFile(join(dirname(file), 'config.json'), JSON.stringify(options.config));
  }
  return values;
}
