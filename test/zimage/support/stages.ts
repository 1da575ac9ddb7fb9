import { join } from 'node:path';
import type { Graph, Value } from '../../../src/onnx/graph.ts';
import { type Outputs, openSession, type Tensors } from '../../../src/onnx/session.ts';
import type { BuiltGraph, Tap } from '../../../src/zimage/transformer.ts';
import { FIXTURES } from './checkpoint.ts';
import { readFloats } from './safetensors.ts';

/** Tensors of another implementation's run over the formula-made model (diffusers 0.40, torch on a CPU). */
const stages = await readFloats(join(FIXTURES, 'stages.safetensors'));

export function stage(name: string): Float32Array {
  const found = stages.get(name);
  if (found === undefined) throw new Error(`There is no stage ${name}`);
  return found.data;
}

/** Largest difference between two arrays over the length of `expected`. */
export function difference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length < expected.length) return Number.POSITIVE_INFINITY;
  let most = 0;
  for (let i = 0; i < expected.length; i++) {
    const apart = Math.abs(actual[i]! - expected[i]!);
    if (!(apart <= most)) most = apart;
  }
  return most;
}

/** Runs a graph on the CPU with every tapped value among its outputs. */
export async function runTapped(
  build: (tap: Tap) => BuiltGraph | Graph,
  inputs: Tensors,
  prepare: (graph: Graph) => Graph = (graph) => graph,
): Promise<{ outputs: Outputs; taps: Map<string, Float32Array> }> {
  const tapped: [string, Value][] = [];
  const built = build((name, value) => tapped.push([name, value]));
  const graph = 'graph' in built ? built.graph : built;
  for (const [name, value] of tapped) graph.output(`tap.${name}`, value);
  const session = await openSession(prepare(graph), 'cpu');
  const outputs = await session.run(inputs);
  const taps = new Map(tapped.map(([name]) => [name, outputs.get(`tap.${name}`)]));
  await session.release();
  return { outputs, taps };
}
