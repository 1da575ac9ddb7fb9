import { type Dim, sameDim } from '../dim.ts';
import { ELEMENTS, type ElementType } from '../element-type.ts';
import { type Graph, type Shape, showShape, type Value } from '../graph.ts';

/** Two shapes' common shape by numpy's rules: aligned at their ends, a length of 1 stretches. */
export function broadcast(a: Shape, b: Shape): Shape {
  const length = Math.max(a.length, b.length);
  return Array.from({ length }, (_, i): Dim => {
    const left = a[i - length + a.length] ?? 1;
    const right = b[i - length + b.length] ?? 1;
    if (left === 1 || sameDim(left, right)) return right;
    if (right === 1) return left;
    throw new Error(`${showShape(a)} and ${showShape(b)} do not go together`);
  });
}

function binary(op: string) {
  return (graph: Graph, a: Value, b: Value): Value => {
    if (a.type !== b.type) throw new Error(`${op} of ${a.name} (${a.type}) and ${b.name} (${b.type})`);
    return graph.node(op, [a, b], [{ type: a.type, shape: broadcast(a.shape, b.shape) }])[0]!;
  };
}

function unary(op: string) {
  return (graph: Graph, x: Value): Value => graph.node(op, [x], [x])[0]!;
}

export const add = binary('Add');
export const multiply = binary('Mul');
export const sigmoid = unary('Sigmoid');
export const tanh = unary('Tanh');

/** The value itself where it already has the type. */
export function cast(graph: Graph, x: Value, type: ElementType): Value {
  if (x.type === type) return x;
  return graph.node('Cast', [x], [{ type, shape: x.shape }], { to: { int: ELEMENTS[type].onnx } })[0]!;
}

/** `a` where the condition holds, else `b`; all three are broadcast. */
export function where(graph: Graph, condition: Value, a: Value, b: Value): Value {
  if (condition.type !== 'bool' || a.type !== b.type) throw new Error(`Where of ${a.type} and ${b.type}`);
  const shape = broadcast(condition.shape, broadcast(a.shape, b.shape));
  return graph.node('Where', [condition, a, b], [{ type: a.type, shape }])[0]!;
}
