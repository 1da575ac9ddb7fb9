import type { FloatType } from './element-type.ts';

/** What runs a graph: onnxruntime's execution providers that this program builds for. */
export type Provider = 'cpu' | 'cuda' | 'webgpu';

/** Which kernels a graph is made of, and in which types it computes. */
export interface Target {
  readonly provider: Provider;
  /** Of products of matrices and of attention. */
  readonly matrix: FloatType;
  /** Of the residual stream and of norms. */
  readonly stream: FloatType;
  /**
   * Factors by which a branch is made smaller where half floats would overflow. Both are powers of two and are
   * taken out again exactly, by the norm or the multiplication that follows. 1 = not needed.
   */
  readonly guard: { readonly attention: number; readonly feedForward: number };
}

const NO_GUARD = { attention: 1, feedForward: 1 };

/** The CPU has kernels for 32-bit floats only; weights are converted as they are used. */
export const CPU: Target = { provider: 'cpu', matrix: 'f32', stream: 'f32', guard: NO_GUARD };

/** Bfloat16 throughout, as the model was trained and as diffusers runs it. */
export const CUDA: Target = { provider: 'cuda', matrix: 'bf16', stream: 'bf16', guard: NO_GUARD };

/** WebGPU has no bfloat16. Half floats hold 65,504 at most, so the stream is wider and large branches guarded. */
export const WEBGPU: Target = {
  provider: 'webgpu',
  matrix: 'f16',
  stream: 'f32',
  guard: { attention: 2 ** -3, feedForward: 2 ** -7 },
};

export const WEBGPU_F32: Target = { provider: 'webgpu', matrix: 'f32', stream: 'f32', guard: NO_GUARD };

/** The same provider with everything in 32 bits: for the VAE, which loses colours in fewer. */
export const in32Bits = (target: Target): Target => ({
  ...target,
  matrix: 'f32',
  stream: 'f32',
  guard: NO_GUARD,
});
