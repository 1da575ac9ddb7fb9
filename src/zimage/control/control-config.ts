import { readTensorBytes } from '../../onnx/read-rows.ts';
import type { ComponentWeights } from '../component-weights.ts';
import type { ConfigFile } from '../config/config-file.ts';
import { countOf } from '../config/count-of.ts';

/**
 * How a ControlNet reads the picture's tokens before the layers: 1.0 by blocks of its own and without a hint, 2.0 by all
 * of its layers, 2.1 by blocks of its own that give hints.
 */
export type ControlKind = '1.0' | '2.0' | '2.1';

export interface ControlConfig {
  readonly kind: ControlKind;
  /** Of the control latents: 16 of a picture, with 1 of a mask and 16 of a picture to keep from 2.0 on. */
  readonly channels: number;
  readonly layers: number;
  /** After which layer of the transformer each layer's hint is added. */
  readonly places: readonly number[];
  readonly refinerLayers: number;
  /** The same of the noise refiner. */
  readonly refinerPlaces: readonly number[];
}

const KINDS: Readonly<Record<string, ControlKind>> = {
  none: '1.0',
  control_layers: '2.0',
  control_noise_refiner: '2.1',
};

/** Of a ControlNet that takes a mask. */
export const WITH_MASK = 33;

/**
 * What a ControlNet is, by its settings, or by its weights where it comes without.
 *
 * @param base of the transformer that it is for
 * @throws UserError `model-config`
 */
export async function controlConfig(
  file: ConfigFile,
  weights: ComponentWeights,
  base: { readonly layers: number; readonly refinerLayers: number; readonly patch: number },
): Promise<ControlConfig> {
  const layers = countOf(weights, 'control_layers');
  const refinerLayers = countOf(weights, 'control_noise_refiner');
  const kind = await kindOf(file, weights);
  const step = Math.round(base.layers / Math.max(1, layers));
  const places = file.has('control_layers_places')
    ? file.wholes('control_layers_places')
    : Array.from({ length: layers }, (_, j) => j * step);
  const refinerPlaces = file.has('control_refiner_layers_places')
    ? file.wholes('control_refiner_layers_places')
    : Array.from({ length: base.refinerLayers }, (_, i) => i);
  const width = weights.shape(`control_all_x_embedder.${base.patch}-1.weight`)?.[1] ?? 0;
  const channels = width / base.patch ** 2;
  if (file.has('control_in_dim') && file.count('control_in_dim') !== channels) {
    throw file.refuse(
      `\`control_in_dim\` is ${file.count('control_in_dim')} where the weights have ${channels}`,
    );
  }
  const told = `\`control_layers_places\` is [${places.join(', ')}]`;
  if (places[0] !== 0) throw file.refuse(`${told}, which must begin with 0`);
  if (places.length !== layers) throw file.refuse(`${told} where the weights have ${layers} layers`);
  if (places.some((place) => place >= base.layers)) {
    throw file.refuse(`${told} where the model has ${base.layers} layers`);
  }
  return { kind, channels, layers, places, refinerLayers, refinerPlaces };
}

async function kindOf(file: ConfigFile, weights: ComponentWeights): Promise<ControlKind> {
  const refiner = 'control_noise_refiner.0';
  if (file.isAbsent || !file.states('add_control_noise_refiner')) {
    // As diffusers writes 2.0: the blocks that it does not use are left out.
    if (!weights.names.some((name) => name.startsWith(`${refiner}.`))) return '2.0';
    const hint = weights.find(`${refiner}.after_proj.weight`);
    if (hint === undefined) return '1.0';
    return (await isZero(hint.tensor)) ? '2.0' : '2.1';
  }
  const given = file.has('add_control_noise_refiner') ? file.text('add_control_noise_refiner') : 'none';
  const kind = Object.hasOwn(KINDS, given) ? KINDS[given] : undefined;
  if (kind === undefined) throw file.refuse(`\`add_control_noise_refiner\` is ${given}, which is not known`);
  return kind;
}

/** Bytes that are looked at together. */
const PIECE = 2 ** 20;

/** Whether a tensor was never trained. 2.0 is published with such blocks. */
async function isZero(tensor: Parameters<typeof readTensorBytes>[0]): Promise<boolean> {
  for (let at = 0; at < tensor.bytes; at += PIECE) {
    const piece = await readTensorBytes(tensor, at, Math.min(PIECE, tensor.bytes - at));
    // The sign of a zero says nothing.
    if (piece.some((byte) => byte !== 0 && byte !== 0x80)) return false;
  }
  return true;
}
