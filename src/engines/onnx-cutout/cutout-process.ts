import { defined } from '../../collections/defined.ts';
import { EngineProcess } from '../../onnx/process/engine-process.ts';
import type { Environment } from '../../onnx/process/fork-engine.ts';

/** Milliseconds without a photo after which the process is let go: it takes a third of a second to start. */
const REST = 60_000;

/** Milliseconds that a photo waits for a process that keeps ending: others cut it out without. */
const PATIENCE = 1_000;

/** That of the pool's threads: what a photo's cut-out waits for is as urgent as what is painted meanwhile. */
const NICENESS = 5;

/**
 * glibc's size in bytes from which memory goes back to the system once it is freed (mallopt(3)): a run's maps do, and
 * 40 MB less are taken at its height and 100 MB less after it.
 */
const ALLOCATOR = { MALLOC_MMAP_THRESHOLD_: String(2 ** 20) };

/**
 * The engine process for cut-outs, beside that of the picture model: neither waits for the other, and neither goes down
 * with the other.
 *
 * @param environment the bot's
 */
export const createCutoutProcess = (
  environment: Environment,
  onTrouble?: (text: string) => void,
): EngineProcess =>
  new EngineProcess({
    idleTimeout: REST,
    niceness: NICENESS,
    patience: PATIENCE,
    environment: { ...ALLOCATOR, ...environment },
    ...defined({ onTrouble }),
  });
