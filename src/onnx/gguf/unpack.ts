import { ELEMENTS, type ElementType } from '../element-type.ts';
import { encodeFloats } from '../float-bits.ts';
import type { Graph, StoredRows, Value } from '../graph.ts';
import { BLOCK_TYPES, type BlockTypeName } from './block-types.ts';

/**
 * Unpacks a quantised matrix inside the graph, from views of the file's own bytes: as bytes, as signed bytes and as half
 * floats. Each number comes out as decodeBlocks has it. Listed with the conversions.
 *
 * @returns [out, in], 32-bit
 */
export function unpacked(graph: Graph, name: string, rows: StoredRows, type: BlockTypeName): Value {
  const width = rows.tensor.shape.slice(1).reduce((all, length) => all * length, 1);
  const blocks = (rows.count * width) / BLOCK_TYPES[type].numbers;
  const values = UNPACK[type](new Blocks(graph, name, rows, type, blocks));
  return new Ops(graph).reshape(values, [rows.count, ...rows.tensor.shape.slice(1)]);
}

const numeric = (value: Value): number[] => value.shape.map(Number);

/** Ops of conversions. */
class Ops {
  readonly #graph: Graph;

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  reshape(x: Value, shape: readonly number[]): Value {
    return this.#graph.derived('Reshape', [x, this.#integers(shape)], { type: x.type, shape }, {});
  }

  slice(x: Value, from: number, to: number): Value {
    const bounds = [[from], [to], [1]].map((values) => this.#integers(values));
    const shape = [...numeric(x).slice(0, 1), to - from];
    return this.#graph.derived('Slice', [x, ...bounds], { type: x.type, shape }, {});
  }

  floats(x: Value): Value {
    return this.#graph.conversion(x, 'f32');
  }

  concat(parts: readonly Value[], axis: number): Value {
    const [first] = parts as [Value];
    const length = parts.reduce((sum, part) => sum + Number(part.shape[axis]), 0);
    const made = { type: first.type, shape: first.shape.with(axis, length) };
    return this.#graph.derived('Concat', parts, made, { axis: { int: axis } });
  }

  and(x: Value, mask: number): Value {
    return this.#graph.derived('BitwiseAnd', [x, this.#bytes([mask], [1])], x, {});
  }

  or(a: Value, b: Value): Value {
    return this.#graph.derived('BitwiseOr', [a, b], a, {});
  }

  shift(x: Value, by: number, direction: 'LEFT' | 'RIGHT'): Value {
    const attributes = { direction: { text: direction } };
    return this.#graph.derived('BitShift', [x, this.#bytes([by], [1])], x, attributes);
  }

  /** Each of several bits of every byte, along an axis that has been 1 long. */
  bits(x: Value, shifts: readonly number[], axis: number, mask: number): Value {
    const apart = x.shape.map((_, i) => (i === axis ? shifts.length : 1));
    const made = { type: x.type, shape: x.shape.with(axis, shifts.length) };
    const attributes = { direction: { text: 'RIGHT' } };
    const shifted = this.#graph.derived('BitShift', [x, this.#bytes(shifts, apart)], made, attributes);
    return this.and(shifted, mask);
  }

  multiply(a: Value, b: Value): Value {
    return this.#graph.derived('Mul', [a, b], a, {});
  }

  minus(a: Value, b: Value): Value {
    return this.#graph.derived('Sub', [a, b], a, {});
  }

  plus(a: Value, b: Value): Value {
    return this.#graph.derived('Add', [a, b], a, {});
  }

  number(value: number): Value {
    return this.#graph.constant('f32', [1], encodeFloats([value], 'f32'));
  }

  #bytes(values: readonly number[], shape: readonly number[]): Value {
    return this.#graph.constant('u8', shape, Uint8Array.from(values));
  }

  #integers(values: readonly number[]): Value {
    return this.#graph.constant(
      'i64',
      [values.length],
      new Uint8Array(BigInt64Array.from(values.map(BigInt)).buffer),
    );
  }
}

/** The blocks of a tensor, a row each. */
class Blocks extends Ops {
  readonly count: number;
  readonly #view: (type: ElementType) => Value;

  constructor(graph: Graph, name: string, rows: StoredRows, type: BlockTypeName, count: number) {
    super(graph);
    this.count = count;
    const views = new Map<ElementType, Value>();
    this.#view = (as) => {
      const shape = [count, BLOCK_TYPES[type].bytes / ELEMENTS[as].bytes];
      const view = views.get(as) ?? graph.stored(`${name}.${as}`, as, shape, rows);
      views.set(as, view);
      return view;
    };
  }

  bytes(from: number, to: number): Value {
    return this.slice(this.#view('u8'), from, to);
  }

  signed(from: number, to: number): Value {
    return this.floats(this.slice(this.#view('i8'), from, to));
  }

  /** The half float at a byte. */
  half(at: number): Value {
    return this.floats(this.slice(this.#view('f16'), at / 2, at / 2 + 1));
  }

  /** Lower, then upper halves of bytes, one after the other along an axis. */
  nibbles(x: Value, axis: number): Value {
    return this.concat([this.and(x, 15), this.shift(x, 4, 'RIGHT')], axis);
  }
}

/** Numbers with eight scales and minimums a block. @param q [blocks, 8, 32], bytes */
function withMinimums(blocks: Blocks, q: Value): Value {
  const [first, second, third] = [blocks.bytes(4, 8), blocks.bytes(8, 12), blocks.bytes(12, 16)];
  const upper = (x: Value): Value => blocks.shift(blocks.shift(x, 6, 'RIGHT'), 4, 'LEFT');
  const scales = blocks.concat([blocks.and(first, 63), blocks.or(blocks.and(third, 15), upper(first))], 1);
  const minimums = blocks.concat(
    [blocks.and(second, 63), blocks.or(blocks.shift(third, 4, 'RIGHT'), upper(second))],
    1,
  );
  const each = (x: Value, d: Value): Value =>
    blocks.reshape(blocks.multiply(blocks.floats(x), d), [blocks.count, 8, 1]);
  const scaled = blocks.multiply(blocks.floats(q), each(scales, blocks.half(0)));
  return blocks.minus(scaled, each(minimums, blocks.half(2)));
}

const fourBits = (blocks: Blocks, from: number): Value => {
  const quants = blocks.reshape(blocks.bytes(from, from + 128), [blocks.count, 4, 1, 32]);
  return blocks.reshape(blocks.nibbles(quants, 2), [blocks.count, 8, 32]);
};

const UNPACK: Readonly<Record<BlockTypeName, (blocks: Blocks) => Value>> = {
  Q4_0(blocks) {
    const q = blocks.floats(blocks.nibbles(blocks.bytes(2, 18), 1));
    return blocks.multiply(blocks.minus(q, blocks.number(8)), blocks.half(0));
  },
  Q4_1(blocks) {
    const q = blocks.floats(blocks.nibbles(blocks.bytes(4, 20), 1));
    return blocks.plus(blocks.multiply(q, blocks.half(0)), blocks.half(2));
  },
  Q8_0: (blocks) => blocks.multiply(blocks.signed(2, 34), blocks.half(0)),
  Q4_K: (blocks) => withMinimums(blocks, fourBits(blocks, 16)),
  Q5_K(blocks) {
    const high = blocks.reshape(blocks.bytes(16, 48), [blocks.count, 1, 32]);
    const fifth = blocks.shift(blocks.bits(high, [0, 1, 2, 3, 4, 5, 6, 7], 1, 1), 4, 'LEFT');
    return withMinimums(blocks, blocks.or(fourBits(blocks, 48), fifth));
  },
  Q6_K(blocks) {
    const low = blocks.nibbles(blocks.reshape(blocks.bytes(0, 128), [blocks.count, 2, 2, 32]), 2);
    const pairs = blocks.reshape(blocks.bytes(128, 192), [blocks.count, 2, 1, 32]);
    const high = blocks.shift(blocks.bits(pairs, [0, 2, 4, 6], 2, 3), 4, 'LEFT');
    const q = blocks.minus(blocks.floats(blocks.or(low, high)), blocks.number(32));
    const scales = blocks.multiply(blocks.signed(192, 208), blocks.half(208));
    return blocks.multiply(
      blocks.reshape(q, [blocks.count, 16, 16]),
      blocks.reshape(scales, [blocks.count, 16, 1]),
    );
  },
};
