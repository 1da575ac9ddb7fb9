import { scratch, TINY_VAE } from '../zimage/support/checkpoint.ts';
import { type Measured, measure } from '../zimage/support/measured.ts';
import { freeScratch, writeRandomCheckpoint } from '../zimage/support/random-checkpoint.ts';
import type { ModelSizes } from '../zimage/support/sizes.ts';
import { median } from './median.ts';
import { benchPreviews } from './zimage-previews.ts';
import { benchStyles } from './zimage-styles.ts';

/** 1.4 billion parameters in the transformer, a quarter of the real one's; the other parts are tiny. */
const SIZES: ModelSizes = {
  transformer: {
    dim: 2560,
    n_heads: 20,
    n_layers: 14,
    n_refiner_layers: 2,
    cap_feat_dim: 64,
    axes_dims: [32, 48, 48],
  },
  encoder: {
    model_type: 'qwen3',
    vocab_size: 400,
    hidden_size: 64,
    intermediate_size: 160,
    num_hidden_layers: 2,
    num_attention_heads: 2,
    num_key_value_heads: 2,
    head_dim: 32,
  },
  vae: TINY_VAE,
};

/** Sides of pictures in pixels, and steps at each. */
const RUNS = [
  { side: 128, steps: 5 },
  { side: 256, steps: 5 },
  { side: 512, steps: 3 },
] as const;

/** Room for the checkpoint and its adapters, in bytes. */
const ROOM = 4e9;

/**
 * Z-Image on the CPU over random weights: loading, steps and memory at several sizes, what a second pipeline, another
 * style and previews cost. Each size runs in a process of its own.
 */
export async function benchZimage(log: (line: string) => void): Promise<void> {
  const free = await freeScratch();
  if (free < ROOM)
    throw new Error(`The bench needs ${ROOM / 1e9} GB of scratch space; ${free} bytes are free.`);
  await using folder = await scratch();
  const { transformer: file } = await writeRandomCheckpoint(folder.path, SIZES);
  log(`transformer's file      ${(file / 1e9).toFixed(2)} GB, bfloat16`);
  for (const { side, steps } of RUNS) {
    logRun(log, side, file, await measure({ folder: folder.path, side, steps }));
  }
  await benchStyles(folder.path, log);
  await benchPreviews(folder.path, log);
}

/** @param file bytes of the weights as stored */
export function logRun(
  log: (line: string) => void,
  side: number,
  file: number,
  { memory, own, loading, loads, timings, busy }: Measured,
): void {
  const stages = Object.entries(timings.stages).map(([name, ms]) => `${name} ${ms.toFixed(0)}`);
  const steps = timings.steps.reduce((sum, ms) => sum + ms, 0);
  const outside = (spent: number, inside: number): string => ((100 * (spent - inside)) / spent).toFixed(2);
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);
  log(`${side} × ${side}`);
  log(`  load transformer      ${loading.toFixed(0)} ms (bound 1000)`);
  log(`  step                  p50 ${median(timings.steps).toFixed(0)} ms`);
  log(`  stages                ${stages.join(', ')} ms`);
  log(
    `  outside onnxruntime   ${outside(steps, timings.stepsBusy)} % of the steps, ` +
      `${outside(timings.total, busy)} % of the picture (bound 3)`,
  );
  log(
    `  peak of a step        ${((memory.step - memory.before) / file).toFixed(3)} times the weights` +
      `${side === 256 ? ' (bound 1.25)' : ''}, ` +
      `${megabytes(memory.step)} MB resident`,
  );
  log(`  memory of its own     ${megabytes(own)} MB at most, pages of the files not counted`);
  log(
    `  second pipeline       ${megabytes(memory.second - memory.first)} MB more, ` +
      `${loads.second} of ${loads.first} parts loaded again`,
  );
}
