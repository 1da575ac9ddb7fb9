import { describe, expect, it } from 'vitest';
import { EngineFailure, engineFailure } from '../../src/onnx/failure.ts';

describe('engineFailure', () => {
  // As onnxruntime 1.30 and the libraries below it word them.
  it.each([
    ['provider', 'OrtSessionOptionsAppendExecutionProvider_Cuda: Failed to load shared library'],
    ['provider', 'no available backend found. ERR: [dml] backend not found.'],
    ['provider', 'Failed to get a WebGPU adapter.'],
    ['provider', 'CUDA failure 35: CUDA driver version is insufficient for CUDA runtime version ; GPU=0'],
    ['provider', 'CUDA failure 100: no CUDA-capable device is detected ; GPU=-1'],
    ['memory', 'std::bad_alloc'],
    ['memory', 'CUDA failure 2: out of memory ; GPU=0 ; hostname=shop'],
    ['memory', 'CUBLAS failure 3: CUBLAS_STATUS_ALLOC_FAILED ; GPU=0'],
    ['memory', 'Failed to allocate memory for requested buffer of size 78643200'],
    ['memory', 'Array buffer allocation failed'],
    ['memory', 'GPU device lost: the device was lost'],
    ['other', 'Non-zero status code returned while running Gemm node.'],
  ])('takes for %s: %s', (reason, text) => {
    const failure = engineFailure(new Error(text), 'loading the transformer');
    expect(failure).toMatchObject({ name: 'EngineFailure', reason });
    expect(failure.message).toContain(`loading the transformer: ${text}`);
  });

  it('leaves a failure as it is', () => {
    const failure = new EngineFailure('killed', 'it was killed');
    expect(engineFailure(failure, 'loading')).toBe(failure);
  });
});
