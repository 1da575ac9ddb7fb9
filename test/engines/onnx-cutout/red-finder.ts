import { Graph } from '../../../src/onnx/graph.ts';
import { writeModel } from '../../../src/onnx/model-proto.ts';
import { sigmoid } from '../../../src/onnx/ops/elementwise.ts';
import { conv2d } from '../../../src/onnx/ops/image.ts';

/** An ONNX model of U²-Net's kind that finds what is red. */
export function redFinder(): Uint8Array {
  const graph = new Graph('red', 21);
  const floats = (values: number[], shape: number[]) =>
    graph.constant('f32', shape, new Uint8Array(Float32Array.from(values).buffer));
  const x = graph.input('input.1', 'f32', [1, 3, 320, 320]);
  const weights = floats([20, -10, -10], [1, 3, 1, 1]);
  const map = conv2d(graph, x, weights, { bias: floats([-15], [1]), pads: [0, 0] });
  graph.output('map', sigmoid(graph, map));
  return writeModel(graph).bytes;
}
