import { CPU, CUDA, WEBGPU, WEBGPU_F32 } from '../../onnx/target.ts';
import type { Checkpoint } from '../../zimage/checkpoint.ts';
import { cpuBytes, oneAtATimeBytes, planMemory, residentBytes } from '../../zimage/memory-plan.ts';
import { type ExecutionPlan, executionPlansFor } from './fallback-chain.ts';

const TARGETS = { cpu: CPU, cuda: CUDA, webgpu: WEBGPU, 'webgpu-f32': WEBGPU_F32 };

/** What a device's driver and libraries take before anything is loaded. An estimate. */
const DEVICE_OVERHEAD = 500e6;

/** What one way of running the model will take, in bytes, for a picture of the size planned for. */
export interface PlanMemory {
  readonly plan: ExecutionPlan;
  /** On the graphics card; 0 on the CPU. */
  readonly device: number;
  /**
   * In the machine's own memory, besides the weights' file pages, which the system may let go of. Cut-out models run
   * there, too, one picture at a time.
   */
  readonly host: number;
}

/** The memory of every execution plan, from settings and file headers alone. */
export function memoryOfPlans(
  checkpoint: Checkpoint,
  size: { readonly width: number; readonly height: number },
): PlanMemory[] {
  return executionPlansFor('auto').map((plan) => {
    const memory = planMemory(checkpoint, {
      ...size,
      target: TARGETS[plan.target],
      tile: plan.tile,
      adaptable: false,
    });
    if (plan.target === 'cpu') return { plan, device: 0, host: cpuBytes(memory) };
    const device = plan.residency === 'all' ? residentBytes(memory) : oneAtATimeBytes(memory);
    return { plan, device: device + DEVICE_OVERHEAD, host: 0 };
  });
}
