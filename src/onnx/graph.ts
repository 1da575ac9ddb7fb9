import { type Dim, product, sameDim, show } from './dim.ts';
import { ELEMENTS, type ElementType } from './element-type.ts';
import type { StoredTensor } from './safetensors.ts';

export type Shape = readonly Dim[];

/** A tensor that a graph computes with. Values come out of a graph's own methods and of ops alone. */
export interface Value {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: Shape;
}

export type Attribute =
  | { readonly int: number }
  | { readonly float: number }
  | { readonly ints: readonly number[] }
  | { readonly text: string };

export interface Node {
  readonly op: string;
  /** '' = the standard ops, 'com.microsoft' = onnxruntime's own. */
  readonly domain: '' | 'com.microsoft';
  /** An optional input that is not given is undefined. */
  readonly inputs: readonly (Value | undefined)[];
  readonly outputs: readonly Value[];
  readonly attributes: Readonly<Record<string, Attribute>>;
}

/** Rows `start` – `start + count` of a stored tensor, along its first axis. */
export interface StoredRows {
  readonly tensor: StoredTensor;
  readonly start: number;
  readonly count: number;
  /** What the stored numbers are to be multiplied by. 1 when absent. */
  readonly scale?: number;
}

/** Where an initializer's bytes are: in the model itself, or in a file of weights. */
export type Initializer = { readonly value: Value } & (
  | { readonly data: Uint8Array }
  | { readonly rows: StoredRows }
);

/** What an op makes: names of its outputs are the graph's business. */
export interface OutputSpec {
  readonly type: ElementType;
  readonly shape: Shape;
}

/**
 * A computation under construction. A node can only refer to values that this graph already has, so a graph is in
 * order and without cycles as soon as it is written.
 */
export class Graph {
  readonly name: string;
  /** Version of the standard ops. */
  readonly opset: number;
  readonly inputs: Value[] = [];
  readonly outputs: Value[] = [];
  readonly initializers: Initializer[] = [];
  /**
   * Conversions of weights, which the written model lists before all other nodes: onnxruntime then runs each one
   * just before its first use, and not all of them at the start.
   */
  readonly conversions: Node[] = [];
  readonly nodes: Node[] = [];
  readonly #values = new Set<Value>();
  readonly #names = new Set<string>();

  constructor(name: string, opset: number) {
    this.name = name;
    this.opset = opset;
  }

  input(name: string, type: ElementType, shape: Shape): Value {
    const value = this.#create(name, type, shape);
    this.inputs.push(value);
    return value;
  }

  /** Gives a value to the caller of the graph under a name of its own. */
  output(name: string, value: Value): Value {
    const named = this.node('Identity', [value], [value], {}, '', name)[0]!;
    this.outputs.push(named);
    return named;
  }

  /** A tensor that is written into the model. */
  constant(type: ElementType, shape: readonly number[], data: Uint8Array): Value {
    const expected = shape.reduce((all, dim) => all * dim, ELEMENTS[type].bytes);
    if (expected !== data.length) {
      throw new Error(`A constant ${type} [${shape.join(', ')}] takes ${expected} bytes, not ${data.length}`);
    }
    const value = this.#create(this.#unused('constant'), type, shape);
    this.initializers.push({ value, data });
    return value;
  }

  /** A tensor that stays in its file. */
  stored(name: string, type: ElementType, shape: readonly number[], rows: StoredRows): Value {
    const value = this.#create(this.#unused(name), type, shape);
    this.initializers.push({ value, rows });
    return value;
  }

  /** A conversion of a weight: a Cast that is listed first. */
  conversion(weight: Value, type: ElementType): Value {
    const made = { type, shape: weight.shape };
    return this.derived('Cast', [weight], made, { to: { int: ELEMENTS[type].onnx } });
  }

  /** A weight times a constant of its type: listed with the conversions. */
  scaled(weight: Value, factor: Value): Value {
    return this.derived('Mul', [weight, factor], weight, {});
  }

  /** What is computed of stored tensors before they are weights: listed with the conversions. */
  derived(
    op: string,
    inputs: readonly Value[],
    { type, shape }: OutputSpec,
    attributes: Node['attributes'],
  ): Value {
    const value = this.#create(this.#unused(`${inputs[0]?.name}.${op}`), type, shape);
    this.conversions.push({ op, domain: '', inputs, outputs: [value], attributes });
    return value;
  }

  /** @param name of the first output; absent = made from the op's */
  node(
    op: string,
    inputs: readonly (Value | undefined)[],
    makes: readonly OutputSpec[],
    attributes: Readonly<Record<string, Attribute>> = {},
    domain: Node['domain'] = '',
    name?: string,
  ): Value[] {
    for (const input of inputs) {
      if (input !== undefined && !this.#values.has(input)) {
        throw new Error(`${op} uses \`${input.name}\`, which is no value of the graph \`${this.name}\``);
      }
    }
    const outputs = makes.map(({ type, shape }, i) =>
      this.#create(i === 0 && name !== undefined ? name : this.#unused(op), type, shape),
    );
    this.nodes.push({ op, domain, inputs, outputs, attributes });
    return outputs;
  }

  #create(name: string, type: ElementType, shape: Shape): Value {
    if (this.#names.has(name)) throw new Error(`The graph \`${this.name}\` already has a value \`${name}\``);
    const value = Object.freeze({ name, type, shape: Object.freeze([...shape]) });
    this.#names.add(name);
    this.#values.add(value);
    return value;
  }

  #unused(stem: string): string {
    if (!this.#names.has(stem)) return stem;
    return `${stem}_${this.#names.size}`;
  }
}

export const showShape = (shape: Shape): string => `[${shape.map(show).join(', ')}]`;

export const sameShape = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((dim, i) => sameDim(dim, b[i]!));

/** Number of elements. */
export const elements = (shape: Shape): Dim => product(shape);
