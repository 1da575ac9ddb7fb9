import type { WeightSet } from '../../onnx/weight-set.ts';
import { COMPONENTS, type Component } from './model-place.ts';

/** A tensor that tells a component, whatever stands before its name. */
const PROBES: Readonly<Record<Component, readonly string[]>> = {
  transformer: ['cap_embedder.0.weight'],
  text_encoder: ['embed_tokens.weight', 'token_embd.weight'],
  vae: ['decoder.conv_in.weight'],
};

/** The components that files hold: one, or all of a checkpoint in one file. */
export function componentsIn({ tensors }: WeightSet): Component[] {
  const names = [...tensors.keys()];
  return COMPONENTS.filter((component) =>
    PROBES[component].some((probe) => names.some((name) => name === probe || name.endsWith(`.${probe}`))),
  );
}
