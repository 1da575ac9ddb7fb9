import { evaluate, product, type Sizes } from './dim.ts';
import { ELEMENTS } from './element-type.ts';
import type { Graph, Value } from './graph.ts';

/** What a graph takes while it runs, in bytes, as far as the graph alone can tell. */
export interface Footprint {
  /** Weights in the types that are computed with: what a device holds while the graph is loaded. */
  readonly weights: number;
  /** The largest converted weight: what the CPU needs besides the files, which convert as they are used. */
  readonly largestConversion: number;
  /** The most that intermediate values take at any one time. Scratch memory inside an op is not counted. */
  readonly activations: number;
}

/** Ops whose output is their input under another shape. */
const VIEWS = new Set(['Reshape', 'Identity']);

/** Ops that onnxruntime lets write over an input that nobody reads any more. */
const IN_PLACE = new Set(['Add', 'Mul', 'Sigmoid', 'Tanh']);

const bytesOf = ({ type, shape }: Value, sizes: Sizes): number =>
  ELEMENTS[type].bytes * evaluate(product(shape), sizes);

/** @param sizes of the lengths that the graph names */
export function footprintOf(graph: Graph, sizes: Sizes): Footprint {
  // What is converted is not kept: neither as it is stored, nor as it is on the way.
  const converted = new Set(graph.conversions.flatMap(({ inputs }) => inputs));
  const made = graph.conversions.flatMap(({ outputs }) => outputs);
  let weights = 0;
  for (const value of [...graph.initializers.map(({ value }) => value), ...made]) {
    if (!converted.has(value)) weights += bytesOf(value, sizes);
  }
  const conversions = made.map((value) => bytesOf(value, sizes));
  return {
    weights,
    largestConversion: Math.max(0, ...conversions),
    activations: peakOf(graph, sizes),
  };
}

/** Memory of one or more values, one after the other. */
interface Buffer {
  readonly bytes: number;
  /** Reads of its values that are still to come. */
  pending: number;
}

/**
 * Goes through the nodes in order, as onnxruntime does. A value's memory is free again after its last reader, who
 * may write over it at once where the op works element by element.
 */
function peakOf(graph: Graph, sizes: Sizes): number {
  const reads = new Map<Value, number>();
  const count = (value: Value): void => void reads.set(value, (reads.get(value) ?? 0) + 1);
  for (const { inputs } of graph.nodes) for (const input of inputs) if (input !== undefined) count(input);
  for (const output of graph.outputs) count(output);
  const buffers = new Map<Value, Buffer>();
  let live = 0;
  const assign = (value: Value, buffer: Buffer): void => {
    buffer.pending += reads.get(value) ?? 0;
    buffers.set(value, buffer);
  };
  const allocate = (value: Value): void => {
    const buffer = { bytes: bytesOf(value, sizes), pending: 0 };
    live += buffer.bytes;
    assign(value, buffer);
  };
  for (const input of graph.inputs) allocate(input);
  let peak = live;
  for (const { op, inputs, outputs } of graph.nodes) {
    const read = inputs.flatMap((input) => (input === undefined ? [] : (buffers.get(input) ?? [])));
    for (const buffer of read) buffer.pending--;
    for (const output of outputs) {
      const bytes = bytesOf(output, sizes);
      const reused = VIEWS.has(op)
        ? read[0]
        : IN_PLACE.has(op)
          ? read.find((buffer) => buffer.pending === 0 && buffer.bytes === bytes)
          : undefined;
      if (reused === undefined) allocate(output);
      else assign(output, reused);
    }
    peak = Math.max(peak, live);
    const touched = outputs.flatMap((output) => buffers.get(output) ?? []);
    for (const buffer of new Set([...read, ...touched])) if (buffer.pending === 0) live -= buffer.bytes;
  }
  return peak;
}
