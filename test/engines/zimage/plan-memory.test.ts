import { describe, expect, it } from 'vitest';
import { memoryOfPlans } from '../../../src/engines/zimage/plan-memory.ts';
import { named } from '../../../src/onnx/dim.ts';
import { footprintOf } from '../../../src/onnx/footprint.ts';
import { Graph } from '../../../src/onnx/graph.ts';
import { add, sigmoid } from '../../../src/onnx/ops/elementwise.ts';
import { gemm } from '../../../src/onnx/ops/matrix.ts';
import { reshape } from '../../../src/onnx/ops/shape.ts';
import { openCheckpoint } from '../../../src/zimage/checkpoint.ts';
import { scratch } from '../../zimage/support/checkpoint.ts';
import { writeSparseCheckpoint } from '../../zimage/support/sparse.ts';

const SIZE = { width: 1024, height: 1024 };
const GB = 1e9;

describe('footprintOf', () => {
  it('counts what is alive at the same time', () => {
    const graph = new Graph('test', 23);
    const x = graph.input('x', 'f32', [named('rows'), 100]);
    const wide = graph.constant('f32', [1000, 100], new Uint8Array(400_000));
    const narrow = graph.constant('f32', [10, 1000], new Uint8Array(40_000));
    const inner = gemm(graph, x, wide);
    const shaped = reshape(graph, sigmoid(graph, inner), [-1, 1000]);
    graph.output('y', gemm(graph, add(graph, shaped, shaped), narrow));
    const { weights, activations } = footprintOf(graph, { rows: 50 });
    // The input and the wide rows once: sigmoid, reshape and add take their input's place; then the narrow rows.
    expect(activations).toBe(50 * 4 * (100 + 1000));
    // With the two integers of the reshape.
    expect(weights).toBe(440_000 + 16);
  });
});

describe('the plan for the real checkpoint', () => {
  it('fits everything into 21 GB, and one part at a time into 13', async () => {
    await using folder = await scratch();
    // The published parameter counts.
    expect(await writeSparseCheckpoint(folder.path)).toEqual([6_154_908_736, 4_022_468_096, 83_819_683]);
    const plans = memoryOfPlans(await openCheckpoint(folder.path), SIZE);
    const [cuda, cudaParts, webgpu, webgpuParts, cpu] = plans;
    expect(plans.map(({ plan }) => `${plan.target}/${plan.residency}`)).toEqual([
      ...['cuda/all', 'cuda/one-at-a-time', 'webgpu/all', 'webgpu/one-at-a-time', 'cpu/all'],
    ]);
    // Cut-out models run on the CPU and take none of it.
    expect(cuda!.device).toBeLessThanOrEqual(21 * GB);
    expect(cuda!.device).toBeGreaterThan(20 * GB);
    expect(cudaParts!.device).toBeLessThan(13 * GB);
    expect(webgpu!.device).toBeLessThanOrEqual(21 * GB);
    expect(webgpuParts!.device).toBeLessThan(13 * GB);
    expect(cpu).toMatchObject({ device: 0 });
    expect(cpu!.host).toBeLessThan(4 * GB);
  });

  it('is the same on a GPU for weights that are stored in 32 bits', async () => {
    await using folder = await scratch();
    await writeSparseCheckpoint(folder.path, 'F32');
    const [cuda] = memoryOfPlans(await openCheckpoint(folder.path), SIZE);
    expect(cuda!.device).toBeLessThanOrEqual(21 * GB);
  });
});
