import { CPU, CUDA, WEBGPU, WEBGPU_F32 } from '../../onnx/target.ts';
import type { Checkpoint } from '../../zimage/checkpoint.ts';
import { cpuBytes, oneAtATimeBytes, planMemory, residentBytes } from '../../zimage/plan.ts';
import { type Rung, rungsFor } from './ladder.ts';

const TARGETS = { cpu: CPU, cuda: CUDA, webgpu: WEBGPU, 'webgpu-f32': WEBGPU_F32 };

/** What a device's driver and libraries take before anything is loaded. An estimate. */
const DEVICE_OVERHEAD = 500e6;

/** What one way of running the model will take, in bytes, for a picture of the size planned for. */
export interface RungPlan {
  readonly rung: Rung;
  /** On the graphics card; 0 on the CPU. */
  readonly device: number;
  /**
   * In the machine's own memory, besides the weights' file pages, which the system may let go of. Cut-out models run
   * there, too, one picture at a time.
   */
  readonly host: number;
}

/** Plans every rung from settings and file headers alone. */
export function planRungs(
  checkpoint: Checkpoint,
  size: { readonly width: number; readonly height: number },
): RungPlan[] {
  return rungsFor('auto').map((rung) => {
    const plan = planMemory(checkpoint, {
      ...size,
      target: TARGETS[rung.target],
      tile: rung.tile,
      adaptable: false,
    });
    if (rung.target === 'cpu') return { rung, device: 0, host: cpuBytes(plan) };
    const device = rung.residency === 'all' ? residentBytes(plan) : oneAtATimeBytes(plan);
    return { rung, device: device + DEVICE_OVERHEAD, host: 0 };
  });
}
