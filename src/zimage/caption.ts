import { floats, type Tensors } from '../onnx/session.ts';
import { type AppliedAdapter, adapterInputs } from './adapters.ts';
import type { PromptFeatures } from './prompt-encoder.ts';
import { captionPositions, paddedRows, positionRotary, type RotaryTable } from './rotary.ts';
import type { SharedComponents } from './shared-components.ts';

/** A prompt as the transformer's layers take it: [rows, dim], filled up to a multiple of 32 rows. */
export interface Caption {
  readonly rows: number;
  readonly data: Float32Array;
  readonly rotary: RotaryTable;
}

/** Embeds and refines a prompt's features: once a prompt, not once a step. */
export async function readCaption(
  components: SharedComponents,
  features: Pick<PromptFeatures, 'rows' | 'width' | 'data'>,
  adapters: readonly AppliedAdapter[],
): Promise<Caption> {
  const { config } = components.checkpoint.transformer;
  const rows = paddedRows(features.rows);
  const data = new Float32Array(rows * features.width);
  data.set(features.data);
  const rotary = positionRotary(captionPositions(rows), config.axesDims, config.ropeTheta);
  const inputs: Tensors = {
    features: floats(data, [rows, features.width]),
    kept: attentionMask(features.rows, rows),
    ...rotaryInputs('', rotary),
  };
  return components.use('caption', async ({ session, slots }) => {
    const outputs = await session.run({ ...inputs, ...adapterInputs(slots, adapters) });
    return { rows, rotary, data: outputs.get('caption') };
  });
}

/** Marks the rows that are not padding. */
export function attentionMask(kept: number, rows: number): Tensors[string] {
  return { type: 'bool', shape: [rows, 1], data: new Uint8Array(rows).fill(1, 0, kept) };
}

export function rotaryInputs(prefix: string, { rows, pairs, cos, sin }: RotaryTable): Tensors {
  return {
    [`${prefix}cos`]: floats(cos, [1, rows, pairs]),
    [`${prefix}sin`]: floats(sin, [1, rows, pairs]),
  };
}
