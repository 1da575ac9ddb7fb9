import { describe, expect, it } from 'vitest';
import { scratch, TINY_VAE } from './support/checkpoint.ts';
import { measure } from './support/measured.ts';
import { writeRandomCheckpoint } from './support/random-checkpoint.ts';

/** 130 million parameters: small enough for every run, large enough that a copy of them would show. */
const SIZES = {
  transformer: {
    dim: 1152,
    n_heads: 9,
    n_layers: 4,
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

describe('memory on the CPU', () => {
  // Weights are used where they lie, and converted one by one. Whether onnxruntime goes along with that depends on
  // the order of nodes and on options of this version: an update that changes it must not go unseen.
  it('stays within 1.25 times the transformer’s file, whose weights are stored in 16 bits', async () => {
    await using folder = await scratch();
    const { transformer } = await writeRandomCheckpoint(folder.path, SIZES);
    expect(transformer).toBeGreaterThan(250e6);
    const { before, peak } = await measure(folder.path, { side: 256, steps: 1 });
    expect(peak - before).toBeGreaterThan(0.9 * transformer!);
    expect(peak - before).toBeLessThan(1.25 * transformer!);
  });
});
