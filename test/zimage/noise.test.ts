import { describe, expect, it } from 'vitest';
import { TorchNoise } from '../../src/zimage/noise.ts';
import { difference } from './support/stages.ts';

/** torch.randn(16) after torch.manual_seed(42), and the first 8 after manual_seed(0). */
const SEED_42 = [
  1.92691529, 1.48728406, 0.9007172, -2.10552096, 0.67841846, -1.23454487, -0.04306748, -1.60466695,
  -0.75213528, 1.64872301, -0.39247864, -1.40360713, -0.72788131, -0.55943018, -0.76883888, 0.76244539,
];
const SEED_0 = [
  -1.12583983, -1.1523602, -0.25057858, -0.43387881, 0.84871036, 0.69200915, -0.31601277, -2.11521935,
];

describe('TorchNoise', () => {
  it("draws what PyTorch's CPU generator draws", () => {
    expect(difference(new TorchNoise(42).normal(16), SEED_42)).toBeLessThan(2e-6);
    expect(difference(new TorchNoise(0).normal(16), SEED_0)).toBeLessThan(2e-6);
  });

  it('goes on where the last draw ended, and starts anew with the seed', () => {
    const noise = new TorchNoise(7);
    const two = [...noise.normal(32), ...noise.normal(1024)];
    expect(two).toEqual([...new TorchNoise(7).normal(1056)]);
    expect(two).not.toEqual([...new TorchNoise(8).normal(1056)]);
  });

  it('is normal', () => {
    const drawn = new TorchNoise(1).normal(2 ** 18);
    const mean = drawn.reduce((sum, x) => sum + x, 0) / drawn.length;
    const variance = drawn.reduce((sum, x) => sum + x * x, 0) / drawn.length;
    const tail = drawn.filter((x) => Math.abs(x) > 2).length / drawn.length;
    expect(Math.abs(mean)).toBeLessThan(0.01);
    expect(Math.abs(variance - 1)).toBeLessThan(0.02);
    expect(Math.abs(tail - 0.0455)).toBeLessThan(0.003);
  });

  it('takes the largest seeds', () => {
    expect(new TorchNoise(2 ** 32 - 1).normal(16).every(Number.isFinite)).toBe(true);
  });
});
