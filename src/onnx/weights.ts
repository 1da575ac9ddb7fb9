import { UserError } from '../errors/user-error.ts';
import type { FloatType, StoredFloat } from './element-type.ts';
import { encodeFloats } from './float-bits.ts';
import { isBlockType } from './gguf/block-types.ts';
import { unpacked } from './gguf/unpack.ts';
import type { Graph, StoredRows, Value } from './graph.ts';

/** Where a component's weights are, by the names that its graph knows them under. */
export interface WeightSource {
  /** The tensor, or undefined where the component has none of that name. */
  find(name: string): StoredRows | undefined;
  /** Folder or file, for messages. */
  readonly source: string;
}

const FLOATS: Readonly<Record<string, StoredFloat>> = {
  F32: 'f32',
  F16: 'f16',
  BF16: 'bf16',
  F8_E4M3: 'e4m3',
  F8_E5M2: 'e5m2',
};

/** The element type of a stored tensor of floats. @throws UserError `model-dtype` for any other */
export function floatTypeOf({ tensor }: StoredRows): StoredFloat {
  const type = Object.hasOwn(FLOATS, tensor.dtype) ? FLOATS[tensor.dtype] : undefined;
  if (type !== undefined) return type;
  throw new UserError('model-dtype', {
    file: tensor.file,
    tensor: tensor.name,
    found: tensor.dtype,
    usable: 'F32, F16, BF16, F8_E4M3, F8_E5M2',
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
    const storedKey = `${name} as stored`;
    const stored = this.#values.get(storedKey) ?? this.#stored(name, shape, rows);
    this.#values.set(storedKey, stored);
    const value = this.#as(type, this.#scaled(stored, rows));
    this.#values.set(key, value);
    return value;
  }

  #stored(name: string, shape: readonly number[], rows: StoredRows): Value {
    const { dtype } = rows.tensor;
    return isBlockType(dtype)
      ? unpacked(this.#graph, name, rows, dtype)
      : this.#graph.stored(name, floatTypeOf(rows), shape, rows);
  }

  /** In 32 bits, where the numbers have a scale: every provider can do that, and none loses digits. */
  #scaled(stored: Value, { scale }: StoredRows): Value {
    if (scale === undefined) return stored;
    const factor = this.#graph.constant('f32', [1], encodeFloats([scale], 'f32'));
    return this.#graph.scaled(this.#as('f32', stored), factor);
  }

  #as(type: FloatType, value: Value): Value {
    return value.type === type ? value : this.#graph.conversion(value, type);
  }
}
