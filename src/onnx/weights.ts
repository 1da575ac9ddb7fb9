import { UserError } from '../errors/user-error.ts';
import type { FloatType } from './element-type.ts';
import type { Graph, StoredRows, Value } from './graph.ts';

/** Where a component's weights are, by the names that its graph knows them under. */
export interface WeightSource {
  /** The tensor, or undefined where the component has none of that name. */
  find(name: string): StoredRows | undefined;
  /** Folder or file, for messages. */
  readonly source: string;
}

const FLOATS: Readonly<Record<string, FloatType>> = { F32: 'f32', F16: 'f16', BF16: 'bf16' };

/** The element type of a stored tensor of floats. @throws UserError `model-dtype` for any other */
export function floatTypeOf({ tensor }: StoredRows): FloatType {
  const type = Object.hasOwn(FLOATS, tensor.dtype) ? FLOATS[tensor.dtype] : undefined;
  if (type !== undefined) return type;
  throw new UserError('model-dtype', {
    file: tensor.file,
    tensor: tensor.name,
    found: tensor.dtype,
    usable: 'F32, F16, BF16',
  });
}

/**
 * Finds a tensor and checks its shape.
 *
 * @throws UserError `model-tensor-missing`, `model-shape`
 */
export function findWeight(source: WeightSource, name: string, shape: readonly number[]): StoredRows {
  const rows = source.find(name);
  if (rows === undefined) {
    throw new UserError('model-tensor-missing', { folder: source.source, tensor: name, more: 0 });
  }
  const found = [rows.count, ...rows.tensor.shape.slice(1)];
  // A linear layer that was written as a 1×1 convolution holds the same numbers.
  while (found.length > shape.length && found.at(-1) === 1) found.pop();
  if (found.length !== shape.length || found.some((length, axis) => length !== shape[axis])) {
    throw new UserError('model-shape', {
      file: rows.tensor.file,
      tensor: rows.tensor.name,
      found: found.join(', '),
      expected: shape.join(', '),
    });
  }
  return rows;
}

/** A component's weights as values of one graph, each in the type that is asked for. */
export class Weights {
  readonly #graph: Graph;
  readonly #source: WeightSource;
  readonly #values = new Map<string, Value>();

  constructor(graph: Graph, source: WeightSource) {
    this.#graph = graph;
    this.#source = source;
  }

  /** @throws UserError `model-…` where the tensor is missing, or has another shape or no float type */
  get(name: string, shape: readonly number[], type: FloatType): Value {
    const key = `${name} ${type}`;
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const rows = findWeight(this.#source, name, shape);
    const storedType = floatTypeOf(rows);
    const storedKey = `${name} ${storedType}`;
    const stored = this.#values.get(storedKey) ?? this.#graph.stored(name, storedType, shape, rows);
    this.#values.set(storedKey, stored);
    const value = storedType === type ? stored : this.#graph.conversion(stored, type);
    this.#values.set(key, value);
    return value;
  }
}
