import * as ort from 'onnxruntime-node';
import { engineFailure } from './failure.ts';
import type { Graph } from './graph.ts';
import { type Model, writeModel } from './model-proto.ts';
import type { Provider } from './target.ts';

/** What goes in and out of a session. `bool` takes a byte an element. */
export type Tensor =
  | { readonly type: 'f32'; readonly shape: readonly number[]; readonly data: Float32Array }
  | { readonly type: 'i32'; readonly shape: readonly number[]; readonly data: Int32Array }
  | { readonly type: 'i64'; readonly shape: readonly number[]; readonly data: BigInt64Array }
  | { readonly type: 'bool'; readonly shape: readonly number[]; readonly data: Uint8Array };

export type Tensors = Readonly<Record<string, Tensor>>;

/** A session's outputs by name, all 32-bit floats. */
export interface Outputs {
  /** @throws Error where the graph has no such output */
  get(name: string): Float32Array;
}

export const floats = (data: Float32Array, shape: readonly number[]): Tensor => ({
  type: 'f32',
  data,
  shape,
});

/** A loaded graph. Loading and running both block their thread until they are done, and cannot be stopped. */
export interface Session {
  /** Milliseconds inside onnxruntime so far, loading not counted. */
  readonly busy: number;
  /** Names, in the graph's own order. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** @throws EngineFailure */
  run(inputs: Tensors): Promise<Outputs>;
  /** Gives its memory back. A session is not used afterwards. */
  release(): Promise<void>;
}

/**
 * Loads a graph that was built for the provider.
 *
 * @throws EngineFailure with reason `provider` where the provider cannot start: there is no silent fallback
 */
export function openSession(graph: Graph, provider: Provider): Promise<Session> {
  return open(graph.name, writeModel(graph), provider);
}

/**
 * Loads a model of somebody else's as it is, on the CPU, for now and then a run. Without memory pattern, which would
 * take U²-Net's small model from 0.42 to 0.62 GB; with an arena, which spares it a tenth of a second of page faults a run
 * and is let go with the process.
 *
 * @param name for messages
 * @param source an ONNX file, or its bytes
 */
export function openModelFile(name: string, source: string | Uint8Array): Promise<Session> {
  return create(name, source, {
    executionProviders: ['cpu'],
    logSeverityLevel: 3,
    enableMemPattern: false,
  });
}

function open(name: string, model: Model, provider: Provider): Promise<Session> {
  const weights = { model_external_initializers_file_folder_path: model.weightsRoot };
  return create(name, model.bytes, {
    executionProviders: provider === 'cpu' ? ['cpu'] : [provider, 'cpu'],
    logSeverityLevel: 3,
    ...(provider === 'cpu'
      ? {
          // Weights are computed with where they lie in mapped files: no arena, no packed or converted copies.
          enableCpuMemArena: false,
          extra: {
            session: { ...weights, disable_prepacking: '1' },
            optimization: { constant_folding_max_output_size_in_bytes: '1048576' },
          },
        }
      : { extra: { session: weights } }),
  });
}

async function create(
  name: string,
  model: string | Uint8Array,
  options: ort.InferenceSession.SessionOptions,
): Promise<Session> {
  let session: ort.InferenceSession;
  try {
    session =
      typeof model === 'string'
        ? await ort.InferenceSession.create(model, options)
        : await ort.InferenceSession.create(model, options);
  } catch (error) {
    throw engineFailure(error, `loading ${name}`);
  }
  let busy = 0;
  return {
    inputs: session.inputNames,
    outputs: session.outputNames,
    get busy() {
      return busy;
    },
    async run(inputs) {
      const feeds = Object.fromEntries(Object.entries(inputs).map(([key, tensor]) => [key, toOrt(tensor)]));
      const start = performance.now();
      try {
        const results = await session.run(feeds);
        return { get: (key) => fromOrt(key, results[key]) };
      } catch (error) {
        throw engineFailure(error, `running ${name}`);
      } finally {
        busy += performance.now() - start;
      }
    },
    async release() {
      await session.release();
    },
  };
}

function toOrt(tensor: Tensor): ort.Tensor {
  switch (tensor.type) {
    case 'f32':
      return new ort.Tensor('float32', tensor.data, tensor.shape);
    case 'i32':
      return new ort.Tensor('int32', tensor.data, tensor.shape);
    case 'i64':
      return new ort.Tensor('int64', tensor.data, tensor.shape);
    case 'bool':
      return new ort.Tensor('bool', tensor.data, tensor.shape);
  }
}

function fromOrt(name: string, tensor: ort.Tensor | undefined): Float32Array {
  if (tensor?.data instanceof Float32Array) return tensor.data;
  throw new Error(`Expected 32-bit floats from the output \`${name}\`, got ${tensor?.type ?? 'nothing'}`);
}
