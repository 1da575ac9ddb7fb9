import { beforeAll, describe, expect, it } from 'vitest';
import { scratch, TINY_VAE } from './support/checkpoint.ts';
import { type Measured, measure } from './support/measured.ts';
import { writeRandomCheckpoint } from './support/random-checkpoint.ts';

/** 300 million parameters: small enough for every run, large enough that a copy of them would show. */
const SIZES = {
  transformer: {
    dim: 1536,
    n_heads: 12,
    n_layers: 6,
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
} as const;

// Weights are used where they lie, and converted one by one. Whether onnxruntime goes along with that depends on the
// order of nodes and on options of this version: an update that changes it must not go unseen. Copies of all weights,
// packed or converted, would make it 3 to 6 times the file. `npm run bench -- zimage` measures the same at 1.4 billion
// parameters, where what does not grow with the file weighs less and 1.25 times is the bound, and `npm run bench --
// zimage-real` at the real size.
describe('memory on the CPU', () => {
  let file: number;
  let measured: Measured;

  beforeAll(async () => {
    await using folder = await scratch();
    file = (await writeRandomCheckpoint(folder.path, SIZES)).transformer;
    measured = await measure({ folder: folder.path, side: 256, steps: 1 });
  }, 240_000);

  it('stays near the size of the file of weights, which are stored in 16 bits', () => {
    const { before, step } = measured.memory;
    expect(file).toBeGreaterThan(500e6);
    expect(step - before).toBeGreaterThan(0.9 * file);
    expect(step - before).toBeLessThan(1.5 * file);
  });

  it('is not taken at loading', () => {
    const { before, loaded } = measured.memory;
    expect(loaded - before).toBeLessThan(0.1 * file);
  });

  it('grows by nothing for a second pipeline', () => {
    const { first, second } = measured.memory;
    // Text encoder, caption, transformer and decoder, all once.
    expect(measured.loads).toEqual({ first: 4, second: 0 });
    // What V8 and the allocator keep in hand comes and goes by tens of megabytes; a copy of the weights is hundreds.
    expect(second - first).toBeLessThan(0.1 * file);
  });
});
