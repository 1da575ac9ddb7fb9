import { describe, expect, it } from 'vitest';
import {
  describePlan,
  type ExecutionPlan,
  executionPlansFor,
  FallbackChain,
} from '../../../src/engines/zimage/fallback-chain.ts';
import { UserError } from '../../../src/errors/user-error.ts';
import { EngineFailure, type FailureReason } from '../../../src/onnx/failure.ts';

/** Fails for the plans named, each with its reason. */
function chainOf(
  choice: Parameters<typeof executionPlansFor>[0],
  failures: Readonly<Record<string, FailureReason>>,
) {
  const told: string[] = [];
  const tried: string[] = [];
  const chain = new FallbackChain(executionPlansFor(choice), (text) => told.push(text));
  const run = () =>
    chain.run((plan: ExecutionPlan) => {
      const name = `${plan.target}/${plan.residency}`;
      tried.push(name);
      const reason = failures[name] ?? failures[plan.target];
      return reason === undefined
        ? Promise.resolve(name)
        : Promise.reject(new EngineFailure(reason, `${name} failed`));
    });
  return { chain, run, told, tried };
}

describe('FallbackChain', () => {
  it('passes a provider over that is not there, and tells what can be done', async () => {
    const { run, told, tried } = chainOf('auto', { cuda: 'provider', webgpu: 'provider' });
    expect(await run()).toBe('cpu/all');
    expect(tried).toEqual(['cuda/all', 'webgpu/all', 'cpu/all']);
    expect(told).toEqual([
      expect.stringMatching(
        /cuda\/all failed\..*ONNXRUNTIME_NODE_INSTALL=cuda12.*Going on with WebGPU, everything loaded\./,
      ),
      expect.stringMatching(/webgpu\/all failed\..*Vulkan.*Going on with the CPU\./),
    ]);
  });

  it('loads one part at a time where memory is too little, before it leaves the device', async () => {
    const { run, told, tried } = chainOf('cuda', { 'cuda/all': 'memory' });
    expect(await run()).toBe('cuda/one-at-a-time');
    expect(told).toEqual([expect.stringContaining('too little memory for CUDA, everything loaded')]);
    expect(await run()).toBe('cuda/one-at-a-time');
    expect(tried).toEqual(['cuda/all', 'cuda/one-at-a-time', 'cuda/one-at-a-time']);
  });

  it('tries a crash again once before it steps down', async () => {
    const { run, tried } = chainOf('webgpu', { webgpu: 'crash' });
    expect(await run()).toBe('cpu/all');
    expect(tried).toEqual([
      ...['webgpu/all', 'webgpu/all'],
      ...['webgpu/one-at-a-time', 'webgpu/one-at-a-time'],
      'cpu/all',
    ]);
  });

  it('leaves a device that cannot do what is asked', async () => {
    const { run, tried } = chainOf('cuda', { cuda: 'other' });
    expect(await run()).toBe('cpu/all');
    expect(tried).toEqual(['cuda/all', 'cpu/all']);
  });

  it('steps down when its process was killed, and tries again where there is no lower plan', async () => {
    const device = chainOf('cuda', { 'cuda/all': 'killed' });
    expect(await device.run()).toBe('cuda/one-at-a-time');
    expect(device.tried).toHaveLength(2);
    const last = chainOf('cpu', { cpu: 'killed' });
    await expect(last.run()).rejects.toMatchObject({ reason: 'killed' });
    expect(last.tried).toHaveLength(2);
  });

  it('gives up after its last plan, with the failure', async () => {
    const { run } = chainOf('cpu', { cpu: 'memory' });
    await expect(run()).rejects.toMatchObject({ name: 'EngineFailure', reason: 'memory' });
    await expect(run()).rejects.toMatchObject({ name: 'EngineFailure' });
  });

  it("does not step down for a person's mistake or a stop", async () => {
    const { chain, told } = chainOf('auto', {});
    const mistake = new UserError('strength-too-low', { strength: 0, steps: 8 });
    await expect(chain.run(() => Promise.reject(mistake))).rejects.toBe(mistake);
    const stop = new DOMException('stop', 'AbortError');
    await expect(chain.run(() => Promise.reject(stop))).rejects.toBe(stop);
    expect(told).toEqual([]);
    expect(describePlan(chain.plan)).toBe('CUDA, everything loaded');
  });
});
