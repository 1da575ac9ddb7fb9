import { EngineFailure } from '../../onnx/failure.ts';
import type { Residency } from '../../zimage/shared-components.ts';
import type { TargetName } from './zimage-service.ts';

/** One way of running the model. */
export interface Rung {
  readonly target: TargetName;
  readonly residency: Residency;
  /** Side in latents of the pieces that the VAE works in. */
  readonly tile: number;
}

/** As the setting EXECUTION_PROVIDER has it. */
export type ProviderChoice = 'auto' | 'cuda' | 'webgpu' | 'cpu';

/** Whole pictures up to 1024 pixels, as diffusers decodes them; on a device, pieces of 384 need less memory. */
const [WHOLE, PIECES] = [128, 48];

const onDevice = (target: TargetName): [Rung, Rung] => [
  { target, residency: 'all', tile: PIECES },
  { target, residency: 'one-at-a-time', tile: PIECES },
];

const CPU_RUNG: Rung = { target: 'cpu', residency: 'all', tile: WHOLE };

/** The ways to try, best first. The CPU is always the last: slow, but it works. */
export function rungsFor(choice: ProviderChoice): readonly [Rung, ...Rung[]] {
  switch (choice) {
    case 'auto':
      return [...onDevice('cuda'), ...onDevice('webgpu'), CPU_RUNG];
    case 'cuda':
      return [...onDevice('cuda'), CPU_RUNG];
    case 'webgpu':
      return [...onDevice('webgpu'), CPU_RUNG];
    case 'cpu':
      return [CPU_RUNG];
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

/** A rung in words, for the log. */
export function describeRung({ target, residency }: Rung): string {
  if (target === 'cpu') return 'the CPU';
  const name = target === 'cuda' ? 'CUDA' : 'WebGPU';
  return residency === 'all' ? `${name}, everything loaded` : `${name}, one part loaded at a time`;
}

/** How many processes in a row may die on a rung before it is given up. */
const CRASHES = 2;

/**
 * Where on the ladder the model runs: as high as it once worked, a step down after each failure. It never climbs by
 * itself; a restart begins at the top.
 */
export class Ladder {
  readonly #tell: (text: string) => void;
  #rungs: readonly [Rung, ...Rung[]];
  #crashes = 0;

  /** @param tell told, in English, of every step down and what can be done about it */
  constructor(rungs: readonly [Rung, ...Rung[]], tell: (text: string) => void) {
    this.#rungs = rungs;
    this.#tell = tell;
  }

  get rung(): Rung {
    return this.#rungs[0];
  }

  /**
   * Works on the highest rung that holds.
   *
   * @throws EngineFailure of the last rung; whatever is no failure of the engine at once
   */
  async climb<T>(work: (rung: Rung) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        const result = await work(this.rung);
        this.#crashes = 0;
        return result;
      } catch (error) {
        if (!(error instanceof EngineFailure)) throw error;
        if (this.#isWorthAnotherTry(error) && ++this.#crashes < CRASHES) {
          this.#tell(`${error.message}. Trying again on ${describeRung(this.rung)}.`);
          continue;
        }
        this.#crashes = 0;
        this.#stepDown(error);
      }
    }
  }

  /** A crash may have been chance; a process that was killed needs a lower rung, where there is one. */
  #isWorthAnotherTry({ reason }: EngineFailure): boolean {
    return reason === 'crash' || (reason === 'killed' && this.#rungs.length === 1);
  }

  #stepDown(error: EngineFailure): void {
    const [failed, ...lower] = this.#rungs;
    // Another rung of the same provider helps against too little memory only.
    const [next, ...rest] = lower.filter((rung) => rung.target !== failed.target || canSpareMemory(error));
    if (next === undefined) throw error;
    this.#rungs = [next, ...rest];
    this.#tell(`${error.message}. ${this.#remedy(error, failed)} Going on with ${describeRung(this.rung)}.`);
  }

  #remedy(error: EngineFailure, failed: Rung): string {
    if (error.reason === 'provider') return REMEDIES[failed.target];
    if (canSpareMemory(error)) return `There was too little memory for ${describeRung(failed)}.`;
    return `${describeRung(failed)} does not work here; set EXECUTION_PROVIDER to pass it over.`;
  }
}

const canSpareMemory = ({ reason }: EngineFailure): boolean =>
  reason === 'memory' || reason === 'killed' || reason === 'crash';
