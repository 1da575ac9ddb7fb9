import { type Footprint, footprintOf } from '../onnx/footprint.ts';
import type { Target } from '../onnx/target.ts';
import type { Checkpoint } from './checkpoint.ts';
import { buildComponent, COMPONENT_NAMES, type ComponentName } from './components.ts';
import type { Control } from './control/control-branch.ts';
import { paddedRows } from './rotary.ts';
import { MAX_TOKENS } from './tokenizer.ts';
import { VAE_FACTOR } from './vae.ts';

export interface PlanOptions {
  readonly target: Target;
  /** Of the picture. */
  readonly width: number;
  readonly height: number;
  /** Side in latents of the pieces that the VAE works in. */
  readonly tile: number;
  readonly adaptable: boolean;
  readonly control?: Control | undefined;
}

/** What each part of a checkpoint takes, by headers and settings alone. */
export type MemoryPlan = Readonly<Record<ComponentName, Footprint>>;

/** @throws UserError `model-…` where the checkpoint does not fit together */
export function planMemory(checkpoint: Checkpoint, options: PlanOptions): MemoryPlan {
  const { width, height, tile } = options;
  const latent = { height: Math.min(tile, height / VAE_FACTOR), width: Math.min(tile, width / VAE_FACTOR) };
  const { patch } = checkpoint.transformer.config;
  const image = paddedRows((height / VAE_FACTOR / patch) * (width / VAE_FACTOR / patch));
  const sizes: Record<string, number> = {
    rows: MAX_TOKENS,
    caption: paddedRows(MAX_TOKENS),
    image,
    ...latent,
  };
  const entries = COMPONENT_NAMES.map((name): [ComponentName, Footprint] => {
    const { graph, slots } = buildComponent(
      checkpoint,
      name,
      options.target,
      options.adaptable,
      options.control,
    );
    // A LoRA of rank 16 everywhere, which is the usual size.
    const ranks = Object.fromEntries(slots.map((_, i) => [`rank${i}`, 16]));
    return [name, footprintOf(graph, { ...sizes, ...ranks })];
  });
  return Object.fromEntries(entries) as Record<ComponentName, Footprint>;
}

const total = ({ weights, activations }: Footprint): number => weights + activations;

/**
 * Bytes on the device with everything loaded. Each part keeps its scratch memory, so all of it counts; the VAE's
 * encoder is loaded in passing, when nothing but the decoder has scratch memory of that size.
 */
export function residentBytes(plan: MemoryPlan): number {
  const { textEncoder, caption, denoiser, decoder, encoder } = plan;
  return total(textEncoder) + total(caption) + total(denoiser) + Math.max(total(decoder), total(encoder));
}

/** Bytes on the device with one part loaded at a time: those of the largest. */
export function oneAtATimeBytes(plan: MemoryPlan): number {
  return Math.max(...COMPONENT_NAMES.map((name) => total(plan[name])));
}

/**
 * Bytes of memory that the CPU needs for itself. The files' pages come on top while there is room for them and are
 * let go of when there is not.
 */
export function cpuBytes(plan: MemoryPlan): number {
  return Math.max(...COMPONENT_NAMES.map((name) => plan[name].largestConversion + plan[name].activations));
}
