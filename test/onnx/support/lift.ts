import { ELEMENTS, type ElementType } from '../../../src/onnx/element-type.ts';
import { decodeFloats, encodeFloats } from '../../../src/onnx/float-bits.ts';
import { type Attribute, Graph, type Value } from '../../../src/onnx/graph.ts';

const lifted = (type: ElementType): ElementType => (type === 'bf16' || type === 'f16' ? 'f32' : type);

const BY_CODE = new Map(Object.entries(ELEMENTS).map(([type, { onnx }]) => [onnx, type as ElementType]));

/**
 * The same graph, node by node, with every short float made a 32-bit one: what was written for a GPU's types can
 * then be run on the CPU, which proves its wiring.
 */
export function lift(graph: Graph): Graph {
  const copy = new Graph(graph.name, graph.opset);
  const values = new Map<Value, Value>();
  const now = (value: Value): Value => values.get(value)!;
  for (const input of graph.inputs)
    values.set(input, copy.input(input.name, lifted(input.type), input.shape));
  for (const initializer of graph.initializers) {
    const { value } = initializer;
    const shape = value.shape.map(Number);
    if ('rows' in initializer) {
      const stored = copy.stored(value.name, value.type, shape, initializer.rows);
      values.set(value, lifted(value.type) === value.type ? stored : copy.conversion(stored, 'f32'));
    } else if (value.type === 'bf16' || value.type === 'f16') {
      const data = encodeFloats(decodeFloats(initializer.data, value.type), 'f32');
      values.set(value, copy.constant('f32', shape, data));
    } else {
      values.set(value, copy.constant(value.type, shape, initializer.data));
    }
  }
  for (const { inputs, outputs } of graph.conversions) {
    const [from, to] = [now(inputs[0]!), outputs[0]!];
    values.set(to, from.type === lifted(to.type) ? from : copy.conversion(from, 'f32'));
  }
  for (const node of graph.nodes) {
    const made = node.outputs.map(({ type, shape }) => ({ type: lifted(type), shape }));
    const isOutput = graph.outputs.includes(node.outputs[0]!);
    const outputs = copy.node(
      node.op,
      node.inputs.map((input) => input && now(input)),
      made,
      liftedAttributes(node.attributes),
      node.domain,
      isOutput ? node.outputs[0]!.name : undefined,
    );
    for (const [i, output] of node.outputs.entries()) values.set(output, outputs[i]!);
    if (isOutput) copy.outputs.push(outputs[0]!);
  }
  return copy;
}

/** A Cast says which type it makes. */
function liftedAttributes(
  attributes: Readonly<Record<string, Attribute>>,
): Readonly<Record<string, Attribute>> {
  const { to } = attributes;
  if (to === undefined || !('int' in to)) return attributes;
  return { ...attributes, to: { int: ELEMENTS[lifted(BY_CODE.get(to.int)!)].onnx } };
}
