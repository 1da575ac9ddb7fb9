import { OutageError } from '../errors/outage-error.ts';

/**
 * Why a model could not be loaded or run: the provider is not there (no GPU, no driver, no library), memory ran
 * out, the process that held it was killed (as systems do when memory runs out) or crashed, or something else.
 */
export type FailureReason = 'provider' | 'memory' | 'killed' | 'crash' | 'other';

/** Trouble of the engine. What it was trying is part of the message. */
export class EngineFailure extends OutageError {
  readonly reason: FailureReason;

  constructor(reason: FailureReason, detail: string, options: ErrorOptions = {}) {
    super('engine', detail, options);
    this.name = 'EngineFailure';
    this.reason = reason;
  }
}

/** How onnxruntime 1.30 words it when an execution provider cannot start. */
const NO_PROVIDER =
  /Append ?ExecutionProvider|ExecutionProvider_\w+: Failed to load|Failed to load shared library|backend not found|WebGPU adapter|WebGPU device|no CUDA-capable device|CUDA driver version|cudaErrorNoDevice|cudaErrorInsufficientDriver|CUDA failure (?:35|100)\b/i;

/** … and when memory runs out, on the host, on a CUDA device and on a WebGPU device. */
const NO_MEMORY =
  /bad_alloc|out of memory|Failed to allocate memory|CUDA failure 2\b|cudaErrorMemoryAllocation|CUBLAS_STATUS_ALLOC_FAILED|CUDNN_STATUS_ALLOC_FAILED|Array buffer allocation failed|not enough memory|device (?:is |was )?lost/i;

/** Any error out of onnxruntime as an EngineFailure. @param doing as in "loading the transformer" */
export function engineFailure(error: unknown, doing: string): EngineFailure {
  if (error instanceof EngineFailure) return error;
  const text = error instanceof Error ? error.message : String(error);
  const reason = NO_MEMORY.test(text) ? 'memory' : NO_PROVIDER.test(text) ? 'provider' : 'other';
  return new EngineFailure(reason, `${doing}: ${text}`, { cause: error });
}
