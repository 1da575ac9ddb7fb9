import { parse, relative, sep } from 'node:path';
import { show } from './dim.ts';
import { ELEMENTS, type ElementType } from './element-type.ts';
import type { Attribute, Graph, Initializer, Node, Value } from './graph.ts';
import { ProtobufWriter } from './protobuf.ts';

/** ONNX's format version 10 goes with opset 21–22, 11 with 23; runtimes take newer ones than a model needs. */
const IR_VERSION = 10;

/** AttributeProto.AttributeType. */
const ATTRIBUTE_TYPE = { float: 1, int: 2, text: 3, ints: 7 } as const;

/** TensorProto.DataLocation.EXTERNAL. */
const EXTERNAL = 1;

/** A graph as an ONNX file, and the folder that the places of its weights are relative to. */
export interface Model {
  readonly bytes: Uint8Array;
  /** The root of the file system (a drive, on Windows), since weights may lie anywhere. */
  readonly weightsRoot: string;
}

/**
 * Writes a graph as an ONNX ModelProto. Weights stay in their files: their initializers are external data.
 *
 * Field numbers: onnx/onnx.proto of the ONNX project.
 *
 * @throws Error when weights lie on different drives
 */
export function writeModel(graph: Graph): Model {
  const roots = new Set(
    graph.initializers.flatMap((tensor) =>
      'rows' in tensor ? [parse(tensor.rows.tensor.realFile).root] : [],
    ),
  );
  const [weightsRoot = parse(process.cwd()).root, second] = roots;
  if (second !== undefined) throw new Error(`Weights lie on two drives, ${weightsRoot} and ${second}`);
  const model = new ProtobufWriter()
    .integer(1, graph.opset >= 23 ? IR_VERSION + 1 : IR_VERSION)
    .message(7, (writer) => writeGraph(writer, graph, weightsRoot))
    .message(8, (writer) => writer.string(1, '').integer(2, graph.opset));
  if (graph.nodes.some((node) => node.domain !== '')) {
    model.message(8, (writer) => writer.string(1, 'com.microsoft').integer(2, 1));
  }
  return { bytes: model.finish(), weightsRoot };
}

function writeGraph(writer: ProtobufWriter, graph: Graph, root: string): void {
  for (const node of [...graph.conversions, ...graph.nodes]) {
    writer.message(1, (inner) => writeNode(inner, node));
  }
  writer.string(2, graph.name);
  for (const tensor of graph.initializers) {
    writer.message(5, (inner) => writeInitializer(inner, tensor, root));
  }
  for (const input of graph.inputs) writer.message(11, (inner) => writeValueInfo(inner, input));
  for (const output of graph.outputs) writer.message(12, (inner) => writeValueInfo(inner, output));
}

function writeNode(writer: ProtobufWriter, node: Node): void {
  for (const input of node.inputs) writer.string(1, input?.name ?? '');
  for (const output of node.outputs) writer.string(2, output.name);
  writer.string(3, node.outputs[0]!.name).string(4, node.op);
  for (const [name, attribute] of Object.entries(node.attributes)) {
    writer.message(5, (inner) => writeAttribute(inner, name, attribute));
  }
  if (node.domain !== '') writer.string(7, node.domain);
}

function writeAttribute(writer: ProtobufWriter, name: string, attribute: Attribute): void {
  writer.string(1, name);
  if ('float' in attribute) writer.float(2, attribute.float).integer(20, ATTRIBUTE_TYPE.float);
  else if ('int' in attribute) writer.integer(3, attribute.int).integer(20, ATTRIBUTE_TYPE.int);
  else if ('text' in attribute) writer.string(4, attribute.text).integer(20, ATTRIBUTE_TYPE.text);
  else {
    for (const int of attribute.ints) writer.integer(8, int);
    writer.integer(20, ATTRIBUTE_TYPE.ints);
  }
}

function writeInitializer(writer: ProtobufWriter, tensor: Initializer, root: string): void {
  const { value } = tensor;
  for (const dim of value.shape) writer.integer(1, Number(dim));
  writer.integer(2, ELEMENTS[value.type].onnx).string(8, value.name);
  if ('data' in tensor) {
    writer.bytes(9, tensor.data);
    return;
  }
  const { rows } = tensor;
  const rowBytes = rows.tensor.bytes / rows.tensor.shape[0]!;
  const place = {
    location: relative(root, rows.tensor.realFile).split(sep).join('/'),
    offset: String(rows.tensor.offset + rows.start * rowBytes),
    length: String(rows.count * rowBytes),
  };
  for (const [key, text] of Object.entries(place)) {
    writer.message(13, (inner) => inner.string(1, key).string(2, text));
  }
  writer.integer(14, EXTERNAL);
}

function writeValueInfo(writer: ProtobufWriter, value: Value): void {
  writer
    .string(1, value.name)
    .message(2, (type) => type.message(1, (tensor) => writeTensorType(tensor, value.type, value)));
}

function writeTensorType(writer: ProtobufWriter, type: ElementType, { shape }: Value): void {
  writer.integer(1, ELEMENTS[type].onnx).message(2, (inner) => {
    for (const dim of shape) {
      inner.message(1, (axis) => {
        if (typeof dim === 'number') axis.integer(1, dim);
        else axis.string(2, show(dim));
      });
    }
  });
}
