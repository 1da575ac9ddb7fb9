import { over, plus, times } from '../dim.ts';
import { type Graph, sameShape, showShape, type Value } from '../graph.ts';

export interface ConvOptions {
  readonly bias: Value;
  /** 1 or 2. */
  readonly stride?: number;
  /** Zeros before and after both axes. */
  readonly pads: readonly [before: number, after: number];
}

/**
 * @param x [1, channels, height, width]
 * @param w [out, channels, side, side]
 */
export function conv2d(graph: Graph, x: Value, w: Value, { bias, stride = 1, pads }: ConvOptions): Value {
  const [out, channels, side] = w.shape;
  if (!sameShape([x.shape[1]!], [channels!]) || typeof side !== 'number') {
    throw new Error(`Conv of ${showShape(x.shape)} by ${showShape(w.shape)}`);
  }
  const [before, after] = pads;
  const attributes = {
    kernel_shape: { ints: [side, side] },
    strides: { ints: [stride, stride] },
    pads: { ints: [before, before, after, after] },
  };
  // Whole for every length that is a multiple of the stride.
  const more = Math.floor((before + after - side) / stride) + 1;
  const spatial = x.shape.slice(2).map((length) => plus(over(length, stride), more));
  const made = { type: x.type, shape: [x.shape[0]!, out!, ...spatial] };
  return graph.node('Conv', [x, w, bias], [made], attributes)[0]!;
}

/** Each pixel becomes a square of `factor` by `factor`. */
export function upsample(graph: Graph, x: Value, factor: number): Value {
  const scales = graph.constant('f32', [4], new Uint8Array(new Float32Array([1, 1, factor, factor]).buffer));
  const shape = x.shape.map((length, axis) => (axis < 2 ? length : times(length, factor)));
  const attributes = {
    mode: { text: 'nearest' },
    coordinate_transformation_mode: { text: 'asymmetric' },
    nearest_mode: { text: 'floor' },
  };
  return graph.node('Resize', [x, undefined, scales], [{ type: x.type, shape }], attributes)[0]!;
}
