import { type Dim, named } from '../onnx/dim.ts';
import { Graph, type Value } from '../onnx/graph.ts';
import { type AdapterSlot, Layers, type Rotation } from '../onnx/layers.ts';
import { add, cast, multiply } from '../onnx/ops/elementwise.ts';
import { layerNormalization } from '../onnx/ops/normalization.ts';
import { concat } from '../onnx/ops/shape.ts';
import type { Target } from '../onnx/target.ts';
import type { WeightSource } from '../onnx/weights.ts';
import { Blocks } from './blocks.ts';
import type { TransformerConfig } from './config/transformer.ts';
import { type Control, ControlBranch } from './control/control-branch.ts';

/** Width of the sinusoidal features of a time, and of the hidden layer that reads them, in every checkpoint. */
export const TIME_FEATURES = 256;
const TIME_HIDDEN = 1024;

/** The final layer's norm has an epsilon of its own. */
const FINAL_EPSILON = 1e-6;

/** Called with each value that is of interest to a test, by its module's name in the checkpoint. */
export type Tap = (name: string, value: Value) => void;

export interface GraphOptions {
  /** Whether linear layers take adapters (LoRA) with each run. */
  readonly adaptable?: boolean;
  readonly tap?: Tap;
  /** A ControlNet that works along. */
  readonly control?: Control | undefined;
}

export interface BuiltGraph {
  readonly graph: Graph;
  readonly slots: readonly AdapterSlot[];
}

/** Width of the vector that modulates a block. */
const modulationWidth = (config: TransformerConfig): number => Math.min(config.dim, 256);

/** Name of the layers for this size of patch, as in `all_x_embedder.2-1`. */
const patchKey = (config: TransformerConfig): string => `${config.patch}-1`;

/**
 * The part that reads a caption: embedding and context refiner. It depends on neither time nor picture, so it
 * runs once a prompt. docs: §4.4, §4.6, §4.7 step 3 of the model's forward pass in diffusers.
 *
 * Inputs: `features` [caption, capDim], `kept` bool [caption, 1] (false = padding), `cos` and `sin`
 * [1, caption, head width / 2]. Output: `caption` [caption, dim]. `caption` is a multiple of 32.
 */
export function captionGraph(
  config: TransformerConfig,
  source: WeightSource,
  target: Target,
  { adaptable = false, tap }: GraphOptions = {},
): BuiltGraph {
  const graph = new Graph('caption', 23);
  const layers = new Layers(graph, target, source, adaptable);
  const blocks = new Blocks(layers, config);
  const rows = named('caption');
  const features = graph.input('features', 'f32', [rows, config.capDim]);
  const kept = graph.input('kept', 'bool', [rows, 1]);
  const rotation = rotationInput(graph, '', rows, config);
  const normed = layers.rmsNorm(features, 'cap_embedder.0', config.eps);
  const embedded = layers.linear(normed, 'cap_embedder.1', config.dim, { bias: true });
  let x = blocks.padded(embedded, kept, 'cap_pad_token');
  tap?.('cap_embedder', x);
  for (let i = 0; i < config.refinerLayers; i++) {
    x = blocks.plain(x, `context_refiner.${i}`, rotation);
    tap?.(`context_refiner.${i}`, x);
  }
  graph.output('caption', cast(graph, x, 'f32'));
  return { graph, slots: layers.slots };
}

/**
 * The part that runs every step: what to add to a picture at a time, given a caption.
 *
 * Inputs: `tokens` [image, patch² · channels], `kept` bool [image, 1] (false = padding), `time` [1, 256] (see
 * timeFeatures), `caption` [caption, dim], and `image_cos`, `image_sin`, `caption_cos`, `caption_sin`
 * [1, rows, head width / 2]. Output: `velocity` [image + caption, patch² · channels], of which the first rows are the
 * picture's; those of padding and of the caption mean nothing. `image` and `caption` are multiples of 32. With a ControlNet
 * also `control` [image, patch² · its channels] and `control_scale` [1]: 0 leaves everything as it is without.
 */
export function denoiserGraph(
  config: TransformerConfig,
  source: WeightSource,
  target: Target,
  { adaptable = false, tap, control }: GraphOptions = {},
): BuiltGraph {
  const graph = new Graph('transformer', 23);
  const layers = new Layers(graph, target, source, adaptable);
  const blocks = new Blocks(layers, config);
  const rows = named('image');
  const captionRows = named('caption');
  const width = config.patch ** 2 * config.channels;
  const tokens = graph.input('tokens', 'f32', [rows, width]);
  const kept = graph.input('kept', 'bool', [rows, 1]);
  const time = graph.input('time', 'f32', [1, TIME_FEATURES]);
  const caption = graph.input('caption', 'f32', [captionRows, config.dim]);
  const imageRotation = rotationInput(graph, 'image_', rows, config);
  const captionRotation = rotationInput(graph, 'caption_', captionRows, config);

  const modulation = timeEmbedding(layers, time, config);
  tap?.('t_embedder', modulation);
  const embedded = layers.linear(tokens, `all_x_embedder.${patchKey(config)}`, config.dim, { bias: true });
  const tokensIn = blocks.padded(embedded, kept, 'x_pad_token');
  tap?.('x_embedder', tokensIn);
  const refine = (hinted: ControlBranch | undefined): Value => {
    let x = tokensIn;
    for (let i = 0; i < config.refinerLayers; i++) {
      x = blocks.modulated(x, `noise_refiner.${i}`, imageRotation, modulation);
      tap?.(`${hinted === undefined ? '' : 'hinted.'}noise_refiner.${i}`, x);
      x = hinted?.afterRefiner(x, i) ?? x;
    }
    return x;
  };
  const rotation: Rotation = {
    cos: concat(graph, [imageRotation.cos, captionRotation.cos], 1),
    sin: concat(graph, [imageRotation.sin, captionRotation.sin], 1),
    interleaved: true,
  };
  const read = layers.toStream(caption);
  const branch =
    control &&
    new ControlBranch(graph, control, { config, target, modulation, imageRotation, rotation, tap }, (value) =>
      blocks.padded(value, kept, 'x_pad_token'),
    );
  branch?.readPicture(tokensIn);
  const hinted = branch && refine(branch);
  // Without hints in the refiner, both ways are one.
  const refined = hinted !== undefined && branch?.reachesBase ? hinted : refine(undefined);
  if (branch !== undefined && hinted !== undefined) branch.readSequence(hinted, read);
  let x = concat(graph, [refined, read], 0);
  for (let i = 0; i < config.layers; i++) {
    x = blocks.modulated(x, `layers.${i}`, rotation, modulation);
    tap?.(`layers.${i}`, x);
    x = branch?.afterLayer(x, i) ?? x;
  }
  const out = finalLayer(layers, x, modulation, config);
  tap?.('final_layer', out);
  graph.output('velocity', cast(graph, out, 'f32'));
  return { graph, slots: layers.slots };
}

function rotationInput(graph: Graph, prefix: string, rows: Dim, config: TransformerConfig): Rotation {
  const shape = [1, rows, config.dim / config.heads / 2];
  const cos = graph.input(`${prefix}cos`, 'f32', shape);
  const sin = graph.input(`${prefix}sin`, 'f32', shape);
  return { cos, sin, interleaved: true };
}

function timeEmbedding(layers: Layers, time: Value, config: TransformerConfig): Value {
  const hidden = layers.silu(layers.linear(time, 't_embedder.mlp.0', TIME_HIDDEN, { bias: true }));
  return layers.linear(hidden, 't_embedder.mlp.2', modulationWidth(config), { bias: true });
}

function finalLayer(layers: Layers, x: Value, modulation: Value, config: TransformerConfig): Value {
  const { graph } = layers;
  const name = `all_final_layer.${patchKey(config)}`;
  const scale = layers.toStream(
    layers.linear(layers.silu(modulation), `${name}.adaLN_modulation.1`, config.dim, { bias: true }),
  );
  const ones = layers.floats(Array(config.dim).fill(1));
  const normed = layerNormalization(graph, x, ones, FINAL_EPSILON);
  const scaled = multiply(graph, normed, add(graph, scale, layers.floats([1])));
  return layers.linear(scaled, `${name}.linear`, config.patch ** 2 * config.channels, { bias: true });
}
