import { describe, expect, it } from 'vitest';
import { describeRung, Ladder, type Rung, rungsFor } from '../../../src/engines/zimage/ladder.ts';
import { UserError } from '../../../src/errors/user-error.ts';
import { EngineFailure, type FailureReason } from '../../../src/onnx/failure.ts';

/** Fails for the rungs named, each with its reason. */
function ladderOf(choice: Parameters<typeof rungsFor>[0], failures: Readonly<Record<string, FailureReason>>) {
  const told: string[] = [];
  const tried: string[] = [];
  const ladder = new Ladder(rungsFor(choice), (text) => told.push(text));
  const climb = () =>
    ladder.climb((rung: Rung) => {
      const name = `${rung.target}/${rung.residency}`;
      tried.push(name);
      const reason = failures[name] ?? failures[rung.target];
      return reason === undefined
        ? Promise.resolve(name)
        : Promise.reject(new EngineFailure(reason, `${name} failed`));
    });
  return { ladder, climb, told, tried };
}

describe('Ladder', () => {
  it('passes a provider over that is not there, and tells what can be done', async () => {
    const { climb, told, tried } = ladderOf('auto', { cuda: 'provider', webgpu: 'provider' });
    expect(await climb()).toBe('cpu/all');
    expect(tried).toEqual(['cuda/all', 'webgpu/all', 'cpu/all']);
    expect(told).toEqual([
      expect.stringMatching(
        /cuda\/all failed\..*ONNXRUNTIME_NODE_INSTALL=cuda12.*Going on with WebGPU, everything loaded\./,
      ),
      expect.stringMatching(/webgpu\/all failed\..*Vulkan.*Going on with the CPU\./),
    ]);
  });

  it('loads one part at a time where memory is too little, before it leaves the device', async () => {
    const { climb, told, tried } = ladderOf('cuda', { 'cuda/all': 'memory' });
    expect(await climb()).toBe('cuda/one-at-a-time');
    expect(told).toEqual([expect.stringContaining('too little memory for CUDA, everything loaded')]);
    expect(await climb()).toBe('cuda/one-at-a-time');
    expect(tried).toEqual(['cuda/all', 'cuda/one-at-a-time', 'cuda/one-at-a-time']);
  });

  it('tries a crash again once before it steps down', async () => {
    const { climb, tried } = ladderOf('webgpu', { webgpu: 'crash' });
    expect(await climb()).toBe('cpu/all');
    expect(tried).toEqual([
      ...['webgpu/all', 'webgpu/all'],
      ...['webgpu/one-at-a-time', 'webgpu/one-at-a-time'],
      'cpu/all',
    ]);
  });

  it('leaves a device that cannot do what is asked', async () => {
    const { climb, tried } = ladderOf('cuda', { cuda: 'other' });
    expect(await climb()).toBe('cpu/all');
    expect(tried).toEqual(['cuda/all', 'cpu/all']);
  });

  it('steps down when its process was killed, and tries again where there is no lower rung', async () => {
    const device = ladderOf('cuda', { 'cuda/all': 'killed' });
    expect(await device.climb()).toBe('cuda/one-at-a-time');
    expect(device.tried).toHaveLength(2);
    const last = ladderOf('cpu', { cpu: 'killed' });
    await expect(last.climb()).rejects.toMatchObject({ reason: 'killed' });
    expect(last.tried).toHaveLength(2);
  });

  it('gives up after its last rung, with the failure', async () => {
    const { climb } = ladderOf('cpu', { cpu: 'memory' });
    await expect(climb()).rejects.toMatchObject({ name: 'EngineFailure', reason: 'memory' });
    await expect(climb()).rejects.toMatchObject({ name: 'EngineFailure' });
  });

  it("does not step down for a person's mistake or a stop", async () => {
    const { ladder, told } = ladderOf('auto', {});
    const mistake = new UserError('strength-too-low', { strength: 0, steps: 8 });
    await expect(ladder.climb(() => Promise.reject(mistake))).rejects.toBe(mistake);
    const stop = new DOMException('stop', 'AbortError');
    await expect(ladder.climb(() => Promise.reject(stop))).rejects.toBe(stop);
    expect(told).toEqual([]);
    expect(describeRung(ladder.rung)).toBe('CUDA, everything loaded');
  });
});
