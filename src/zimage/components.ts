import type { AdapterSlot } from '../onnx/layers.ts';
import type { Target } from '../onnx/target.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Control } from './control/control-branch.ts';
import { textEncoderGraph } from './text-encoder.ts';
import { type BuiltGraph, captionGraph, denoiserGraph } from './transformer.ts';
import { decoderGraph, encoderGraph } from './vae.ts';

/** The parts of a model that are loaded each by itself. No two share weights. */
export const COMPONENT_NAMES = ['textEncoder', 'caption', 'denoiser', 'decoder', 'encoder'] as const;

export type ComponentName = (typeof COMPONENT_NAMES)[number];

/** Writes a component's graph for a target. @throws UserError `model-…` where the weights do not fit */
export function buildComponent(
  { textEncoder, transformer, vae }: Checkpoint,
  name: ComponentName,
  target: Target,
  adaptable: boolean,
  control?: Control,
): BuiltGraph {
  const plain = (graph: BuiltGraph['graph']): BuiltGraph => ({ graph, slots: [] as AdapterSlot[] });
  switch (name) {
    case 'textEncoder':
      return plain(textEncoderGraph(textEncoder.config, textEncoder.weights, target));
    case 'caption':
      return captionGraph(transformer.config, transformer.weights, target, { adaptable });
    case 'denoiser':
      return denoiserGraph(transformer.config, transformer.weights, target, { adaptable, control });
    case 'decoder':
      return plain(decoderGraph(vae.config, vae.weights, target));
    case 'encoder':
      return plain(encoderGraph(vae.config, vae.weights, target));
  }
}

/** Writes every graph and throws it away: names what is missing or misshapen without loading a weight. */
export function checkComponents(checkpoint: Checkpoint, target: Target, control?: Control): void {
  for (const name of COMPONENT_NAMES) buildComponent(checkpoint, name, target, false, control);
}
