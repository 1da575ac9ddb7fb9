import { type Dim, named, times } from '../onnx/dim.ts';
import { Graph, type Value } from '../onnx/graph.ts';
import { Layers } from '../onnx/layers.ts';
import { add, multiply } from '../onnx/ops/elementwise.ts';
import { conv2d, upsample } from '../onnx/ops/image.ts';
import { instanceNormalization } from '../onnx/ops/normalization.ts';
import { reshape, reshapeTo, transpose } from '../onnx/ops/shape.ts';
import { in32Bits, type Target } from '../onnx/target.ts';
import type { WeightSource } from '../onnx/weights.ts';
import type { VaeConfig } from './config/vae.ts';

const EPSILON = 1e-6;

/** The last opset in which onnxruntime has a CUDA kernel for InstanceNormalization. */
const OPSET = 21;

/** Latents are this many times smaller than pictures, along each side. */
export const VAE_FACTOR = 8;

/**
 * From latents to a picture. Computed in 32 bits on every target.
 *
 * Inputs: `latents` [1, channels, height, width]; `middle` i64 [4], the shape [1, widest, height, width] of the
 * innermost features. Output: `picture` [1, 3, 8·height, 8·width], about −1 – 1.
 */
export function decoderGraph(config: VaeConfig, source: WeightSource, target: Target): Graph {
  const build = new VaeBuilder('VAE decoder', config, source, target);
  const widths = [...config.widths].reverse();
  let x = build.graph.input('latents', 'f32', [1, config.channels, build.height, build.width]);
  if (config.postQuantConv) x = build.conv(x, 'post_quant_conv', config.channels, 1);
  x = build.conv(x, 'decoder.conv_in', widths[0]!);
  x = build.middle(x, 'decoder.mid_block');
  for (const [i, width] of widths.entries()) {
    for (let j = 0; j <= config.layersPerBlock; j++) {
      x = build.resnet(x, `decoder.up_blocks.${i}.resnets.${j}`, width);
    }
    if (i < widths.length - 1) {
      x = build.conv(upsample(build.graph, x, 2), `decoder.up_blocks.${i}.upsamplers.0.conv`, width);
    }
  }
  x = build.normed(x, 'decoder.conv_norm_out');
  build.graph.output('picture', build.conv(x, 'decoder.conv_out', 3));
  return build.graph;
}

/**
 * From a picture to the distribution of its latents.
 *
 * Inputs: `picture` [1, 3, 8·height, 8·width], −1 – 1; `middle` as the decoder's. Output: `moments`
 * [1, 2·channels, height, width], means before logarithms of variances.
 */
export function encoderGraph(config: VaeConfig, source: WeightSource, target: Target): Graph {
  const build = new VaeBuilder('VAE encoder', config, source, target);
  const sides = [times(build.height, VAE_FACTOR), times(build.width, VAE_FACTOR)];
  let x = build.graph.input('picture', 'f32', [1, 3, ...sides]);
  x = build.conv(x, 'encoder.conv_in', config.widths[0]!);
  for (const [i, width] of config.widths.entries()) {
    for (let j = 0; j < config.layersPerBlock; j++) {
      x = build.resnet(x, `encoder.down_blocks.${i}.resnets.${j}`, width);
    }
    if (i < config.widths.length - 1) x = build.halve(x, `encoder.down_blocks.${i}.downsamplers.0.conv`);
  }
  x = build.middle(x, 'encoder.mid_block');
  x = build.normed(x, 'encoder.conv_norm_out');
  x = build.conv(x, 'encoder.conv_out', 2 * config.channels);
  if (config.quantConv) x = build.conv(x, 'quant_conv', 2 * config.channels, 1);
  build.graph.output('moments', x);
  return build.graph;
}

/** The layers of AutoencoderKL. */
class VaeBuilder {
  readonly graph: Graph;
  readonly height: Dim = named('height');
  readonly width: Dim = named('width');
  readonly #layers: Layers;
  readonly #config: VaeConfig;
  readonly #middle: Value;

  constructor(name: string, config: VaeConfig, source: WeightSource, target: Target) {
    this.graph = new Graph(name, OPSET);
    this.#layers = new Layers(this.graph, in32Bits(target), source);
    this.#config = config;
    this.#middle = this.graph.input('middle', 'i64', [4]);
  }

  conv(x: Value, name: string, out: number, side = 3): Value {
    const margin = (side - 1) / 2;
    return this.#conv(x, name, out, { side, stride: 1, pads: [margin, margin] });
  }

  /** Half the size; the zeros are to the right and below only. */
  halve(x: Value, name: string): Value {
    return this.#conv(x, name, Number(x.shape[1]), { side: 3, stride: 2, pads: [0, 1] });
  }

  #conv(
    x: Value,
    name: string,
    out: number,
    { side, stride, pads }: { side: number; stride: number; pads: readonly [number, number] },
  ): Value {
    const weight = this.#layers.weight(`${name}.weight`, [out, Number(x.shape[1]), side, side]);
    const bias = this.#layers.weight(`${name}.bias`, [out]);
    return conv2d(this.graph, x, weight, { bias, stride, pads });
  }

  /** Group normalisation and SiLU. */
  normed(x: Value, name: string): Value {
    return this.#layers.silu(this.#groupNorm(x, name));
  }

  resnet(x: Value, name: string, out: number): Value {
    const first = this.conv(this.normed(x, `${name}.norm1`), `${name}.conv1`, out);
    const second = this.conv(this.normed(first, `${name}.norm2`), `${name}.conv2`, out);
    const straight = Number(x.shape[1]) === out ? x : this.conv(x, `${name}.conv_shortcut`, out, 1);
    return add(this.graph, straight, second);
  }

  middle(x: Value, name: string): Value {
    const width = Number(x.shape[1]);
    const first = this.resnet(x, `${name}.resnets.0`, width);
    const attended = this.#attention(first, `${name}.attentions.0`);
    return this.resnet(attended, `${name}.resnets.1`, width);
  }

  /** One head over all places. */
  #attention(x: Value, name: string): Value {
    const { graph } = this;
    const width = Number(x.shape[1]);
    const columns = reshape(graph, this.#groupNorm(x, `${name}.group_norm`), [width, -1]);
    const rows = transpose(graph, columns, [1, 0]);
    const project = (from: Value, part: string): Value =>
      this.#layers.linear(from, `${name}.to_${part}`, width, { bias: true });
    const batched = (value: Value): Value => reshape(graph, value, [1, -1, width]);
    const mixed = this.#layers.attend(
      this.#layers.queries(batched(project(rows, 'q')), 1),
      batched(project(rows, 'k')),
      project(rows, 'v'),
      1,
    );
    const back = transpose(graph, project(mixed, 'out.0'), [1, 0]);
    return add(graph, x, reshapeTo(graph, back, this.#middle, x.shape));
  }

  /** Made of InstanceNormalization, which every target has a kernel for. */
  #groupNorm(x: Value, name: string): Value {
    const { graph } = this;
    const { groups } = this.#config;
    const channels = Number(x.shape[1]);
    const apart = reshape(graph, x, [1, groups, -1, 0]);
    const one = this.#layers.floats(Array(groups).fill(1));
    const none = this.#layers.floats(Array(groups).fill(0));
    const normed = reshape(graph, instanceNormalization(graph, apart, one, none, EPSILON), [
      1,
      channels,
      -1,
      0,
    ]);
    const scale = reshape(graph, this.#layers.weight(`${name}.weight`, [channels]), [channels, 1, 1]);
    const shift = reshape(graph, this.#layers.weight(`${name}.bias`, [channels]), [channels, 1, 1]);
    return add(graph, multiply(graph, normed, scale), shift);
  }
}
