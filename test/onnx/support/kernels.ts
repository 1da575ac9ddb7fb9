import type { ElementType } from '../../../src/onnx/element-type.ts';
import type { Graph, Node } from '../../../src/onnx/graph.ts';
import type { Provider } from '../../../src/onnx/target.ts';

/** A kernel: the op versions that it serves, and the types of numbers that it takes. */
interface Kernel {
  /** A number N stands for `N+`, which serves version N alone; a pair serves every version between. */
  readonly versions: number | readonly [first: number, last: number];
  readonly types: readonly ElementType[];
}

const BHF: readonly ElementType[] = ['bf16', 'f16', 'f32'];
const HF: readonly ElementType[] = ['f16', 'f32'];
const F: readonly ElementType[] = ['f32'];

/** In which opset each version of the ops in use came, up to opset 25 (onnx's Operators-*.md, "Changelog"). */
const VERSIONS: Readonly<Record<string, readonly number[]>> = {
  Add: [1, 6, 7, 13, 14],
  Attention: [23, 24],
  Cast: [1, 6, 9, 13, 19, 21, 23, 24, 25],
  Concat: [1, 4, 11, 13],
  Conv: [1, 11, 22],
  Gemm: [1, 6, 7, 9, 11, 13],
  GroupNormalization: [18, 21],
  Identity: [1, 13, 14, 16, 19, 21, 23, 24, 25],
  InstanceNormalization: [1, 6, 22],
  LayerNormalization: [17],
  MatMul: [1, 9, 13],
  Mul: [1, 6, 7, 13, 14],
  RMSNormalization: [23],
  Reshape: [1, 5, 13, 14, 19, 21, 23, 24, 25],
  Resize: [10, 11, 13, 18, 19],
  RotaryEmbedding: [23],
  Sigmoid: [1, 6, 13],
  Softmax: [1, 11, 13],
  Split: [1, 2, 11, 13, 18],
  Tanh: [1, 6, 13],
  Transpose: [1, 13, 21, 23, 24, 25],
  Where: [9, 16],
};

/**
 * Kernels for floats of onnxruntime's CUDA provider about version 1.29, from docs/OperatorKernels.md and the kernel
 * registry. Ops of onnxruntime's own domain have one version.
 */
const CUDA: Readonly<Record<string, readonly Kernel[]>> = {
  Add: [{ versions: 14, types: BHF }],
  Attention: [
    { versions: [23, 23], types: BHF },
    { versions: 24, types: BHF },
  ],
  Cast: [
    { versions: 25, types: BHF },
    { versions: [13, 24], types: BHF },
  ],
  Concat: [{ versions: 13, types: BHF }],
  Conv: [
    { versions: 22, types: BHF },
    { versions: [11, 21], types: HF },
  ],
  Gemm: [{ versions: 13, types: BHF }],
  Identity: [
    { versions: 25, types: BHF },
    { versions: [13, 24], types: BHF },
  ],
  InstanceNormalization: [{ versions: 6, types: HF }],
  LayerNormalization: [{ versions: 17, types: BHF }],
  Mul: [{ versions: 14, types: BHF }],
  RMSNormalization: [{ versions: 23, types: BHF }],
  Reshape: [
    { versions: 25, types: BHF },
    { versions: [13, 24], types: BHF },
  ],
  Resize: [{ versions: 19, types: HF }],
  RotaryEmbedding: [{ versions: 23, types: BHF }],
  Sigmoid: [{ versions: 13, types: BHF }],
  Split: [{ versions: 18, types: BHF }],
  Tanh: [{ versions: 13, types: BHF }],
  Transpose: [
    { versions: 25, types: BHF },
    { versions: [13, 24], types: BHF },
  ],
  Where: [{ versions: 16, types: BHF }],
  'com.microsoft.MultiHeadAttention': [{ versions: 1, types: BHF }],
};

/**
 * Ops that ran right, in both types, on WebGPU with the CPU kept out. Attention is not among them: the standard op
 * fails, and onnxruntime's own gave wrong numbers for 32 rows and more on a software device.
 */
const WEBGPU = Object.fromEntries(
  Object.keys(VERSIONS)
    .filter((op) => op !== 'Attention' && op !== 'GroupNormalization')
    .map((op): [string, readonly Kernel[]] => [op, [{ versions: [1, 25], types: HF }]]),
);

/** The CPU has all of them in 32 bits. */
const CPU = Object.fromEntries(
  [...Object.keys(VERSIONS), 'com.microsoft.MultiHeadAttention'].map((op): [string, readonly Kernel[]] => [
    op,
    [{ versions: [1, 25], types: F }],
  ]),
);

const KERNELS: Readonly<Record<Provider, Readonly<Record<string, readonly Kernel[]>>>> = {
  cuda: CUDA,
  webgpu: WEBGPU,
  cpu: CPU,
};

/** Norms take their scale in the type of what they norm: the mixed kernels that exist do not cover bfloat16. */
const ONE_TYPE = new Set([
  'RMSNormalization',
  'LayerNormalization',
  'RotaryEmbedding',
  'InstanceNormalization',
]);

const isFloat = (type: ElementType): boolean => type === 'f32' || type === 'f16' || type === 'bf16';

/** The nodes of a graph that a provider has no kernel for, each with the reason. Conversions of weights are done on the CPU at load where the provider is not the CPU. */
export function withoutKernel(graph: Graph, provider: Provider): string[] {
  return graph.nodes.flatMap((node) => {
    const problem = problemOf(node, graph.opset, provider);
    return problem === undefined ? [] : [`${node.op} (${node.outputs[0]!.name}): ${problem}`];
  });
}

function problemOf(node: Node, opset: number, provider: Provider): string | undefined {
  const key = node.domain === '' ? node.op : `${node.domain}.${node.op}`;
  const version = node.domain === '' ? (VERSIONS[node.op] ?? []).filter((v) => v <= opset).at(-1) : 1;
  if (version === undefined) return `not in opset ${opset}`;
  const kernel = (KERNELS[provider][key] ?? []).find(({ versions }) =>
    typeof versions === 'number' ? versions === version : versions[0] <= version && version <= versions[1],
  );
  if (kernel === undefined) return `no kernel for version ${version}`;
  const values = [...node.inputs, ...node.outputs].filter((value) => value !== undefined);
  // The sizes and scales of Resize stay on the CPU.
  const types = values
    .filter((value, i) => isFloat(value.type) && !(node.op === 'Resize' && i > 0 && i < values.length - 1))
    .map(({ type }) => type);
  const stranger = types.find((type) => !kernel.types.includes(type));
  if (stranger !== undefined) return `no kernel for ${stranger}`;
  if (ONE_TYPE.has(node.op) && new Set(types).size > 1) return `mixes ${[...new Set(types)].join(' and ')}`;
  return undefined;
}
