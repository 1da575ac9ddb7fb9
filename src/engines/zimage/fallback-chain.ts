import { EngineFailure } from '../../onnx/failure.ts';
import type { Residency } from '../../zimage/shared-components.ts';
import type { TargetName } from './zimage-service.ts';

/** One way of running the model. */
export interface ExecutionPlan {
  readonly target: TargetName;
  readonly residency: Residency;
  /** Side in latents of the pieces that the VAE works in. */
  readonly tile: number;
}

/** As the setting EXECUTION_PROVIDER has it. */
export type ProviderChoice = 'auto' | 'cuda' | 'webgpu' | 'cpu';

/** Whole pictures up to 1024 pixels, as diffusers decodes them; on a device, pieces of 384 need less memory. */
const [WHOLE, PIECES] = [128, 48];

const onDevice = (target: TargetName): [ExecutionPlan, ExecutionPlan] => [
  { target, residency: 'all', tile: PIECES },
  { target, residency: 'one-at-a-time', tile: PIECES },
];

const CPU_PLAN: ExecutionPlan = { target: 'cpu', residency: 'all', tile: WHOLE };

/** The ways to try, best first. The CPU is always the last: slow, but it works. */
export function executionPlansFor(choice: ProviderChoice): readonly [ExecutionPlan, ...ExecutionPlan[]] {
  switch (choice) {
    case 'auto':
      return [...onDevice('cuda'), ...onDevice('webgpu'), CPU_PLAN];
    case 'cuda':
      return [...onDevice('cuda'), CPU_PLAN];
    case 'webgpu':
      return [...onDevice('webgpu'), CPU_PLAN];
    case 'cpu':
      return [CPU_PLAN];
  }
}

/** What to do about a provider that does not start. */
const REMEDIES: Readonly<Record<TargetName, string>> = {
  cuda:
    'For an NVIDIA GPU (RTX 30 or newer) on Linux x64, fetch the CUDA library with ' +
    '`ONNXRUNTIME_NODE_INSTALL=cuda12 node node_modules/onnxruntime-node/script/install` and install CUDA 12 and ' +
    'cuDNN 9; otherwise set EXECUTION_PROVIDER to webgpu or cpu.',
  webgpu:
    "Install the GPU's Vulkan driver (on Linux libvulkan1 and a current driver, Mesa 25 or newer; on Windows " +
    "the vendor's), or set EXECUTION_PROVIDER=cpu.",
  'webgpu-f32': "Install the GPU's Vulkan driver, or set EXECUTION_PROVIDER=cpu.",
  cpu: 'Reinstall onnxruntime-node with `npm ci`.',
};

/** A plan in words, for the log. */
export function describePlan({ target, residency }: ExecutionPlan): string {
  if (target === 'cpu') return 'the CPU';
  const name = target === 'cuda' ? 'CUDA' : 'WebGPU';
  return residency === 'all' ? `${name}, everything loaded` : `${name}, one part loaded at a time`;
}

/** How many processes in a row may die of a plan before it is given up. */
const CRASHES = 2;

/**
 * The plan that the model runs by: the first that works, the next after each failure. It never goes back by itself; a
 * restart begins with the first.
 */
export class FallbackChain {
  readonly #onWarning: (text: string) => void;
  #plans: readonly [ExecutionPlan, ...ExecutionPlan[]];
  #crashes = 0;

  /** @param onWarning told, in English, of every step down and what can be done about it */
  constructor(plans: readonly [ExecutionPlan, ...ExecutionPlan[]], onWarning: (text: string) => void) {
    this.#plans = plans;
    this.#onWarning = onWarning;
  }

  get plan(): ExecutionPlan {
    return this.#plans[0];
  }

  /**
   * Works by the first plan that holds.
   *
   * @throws EngineFailure of the last plan; whatever is no failure of the engine at once
   */
  async run<T>(work: (plan: ExecutionPlan) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        const result = await work(this.plan);
        this.#crashes = 0;
        return result;
      } catch (error) {
        if (!(error instanceof EngineFailure)) throw error;
        if (this.#isWorthAnotherTry(error) && ++this.#crashes < CRASHES) {
          this.#onWarning(`${error.message}. Trying again on ${describePlan(this.plan)}.`);
          continue;
        }
        this.#crashes = 0;
        this.#stepDown(error);
      }
    }
  }

  /** A crash may have been chance; a process that was killed needs a later plan, where there is one. */
  #isWorthAnotherTry({ reason }: EngineFailure): boolean {
    return reason === 'crash' || (reason === 'killed' && this.#plans.length === 1);
  }

  #stepDown(error: EngineFailure): void {
    const [failed, ...later] = this.#plans;
    // Another plan of the same provider helps against too little memory only.
    const [next, ...rest] = later.filter((plan) => plan.target !== failed.target || canSpareMemory(error));
    if (next === undefined) throw error;
    this.#plans = [next, ...rest];
    this.#onWarning(
      `${error.message}. ${this.#remedy(error, failed)} Going on with ${describePlan(this.plan)}.`,
    );
  }

  #remedy(error: EngineFailure, failed: ExecutionPlan): string {
    if (error.reason === 'provider') return REMEDIES[failed.target];
    if (canSpareMemory(error)) return `There was too little memory for ${describePlan(failed)}.`;
    return `${describePlan(failed)} does not work here; set EXECUTION_PROVIDER to pass it over.`;
  }
}

const canSpareMemory = ({ reason }: EngineFailure): boolean =>
  reason === 'memory' || reason === 'killed' || reason === 'crash';
