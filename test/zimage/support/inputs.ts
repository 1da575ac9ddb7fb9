import { readRows } from '../../../src/onnx/read-rows.ts';
import { floats, type Tensors } from '../../../src/onnx/session.ts';
import { findWeight } from '../../../src/onnx/weights.ts';
import { attentionMask, rotaryInputs } from '../../../src/zimage/caption.ts';
import type { Checkpoint } from '../../../src/zimage/checkpoint.ts';
import { patchify } from '../../../src/zimage/patches.ts';
import type { Planes } from '../../../src/zimage/planes.ts';
import {
  captionPositions,
  imagePositions,
  paddedRows,
  positionRotary,
  sequenceRotary,
} from '../../../src/zimage/rotary.ts';
import { timeFeatures } from '../../../src/zimage/time-features.ts';

export async function encoderInputs(
  { textEncoder: { config, weights } }: Checkpoint,
  ids: readonly number[],
): Promise<{ inputs: Tensors; embeddings: Float32Array }> {
  const table = findWeight(weights, 'embed_tokens.weight', [config.vocabulary, config.hidden]);
  const embeddings = await readRows(table, ids);
  const rotary = sequenceRotary(ids.length, config.headWidth, config.ropeTheta);
  return {
    embeddings,
    inputs: { embeddings: floats(embeddings, [ids.length, config.hidden]), ...rotaryInputs('', rotary) },
  };
}

export function captionInputs(
  { transformer: { config } }: Checkpoint,
  { rows, width, data }: { rows: number; width: number; data: Float32Array },
): Tensors {
  const padded = paddedRows(rows);
  const features = new Float32Array(padded * width);
  features.set(data);
  return {
    features: floats(features, [padded, width]),
    kept: attentionMask(rows, padded),
    ...rotaryInputs('', positionRotary(captionPositions(padded), config.axesDims, config.ropeTheta)),
  };
}

export function denoiserInputs(
  { transformer: { config } }: Checkpoint,
  latents: Planes,
  time: number,
  caption: { rows: number; data: Float32Array },
): Tensors {
  const [down, across] = [latents.height / 2, latents.width / 2];
  const rows = paddedRows(down * across);
  const turned = (positions: Parameters<typeof positionRotary>[0]) =>
    positionRotary(positions, config.axesDims, config.ropeTheta);
  return {
    tokens: floats(patchify(latents, 2, rows), [rows, 64]),
    kept: attentionMask(down * across, rows),
    time: floats(timeFeatures(time, config.timeScale), [1, 256]),
    caption: floats(caption.data, [caption.rows, config.dim]),
    ...rotaryInputs('image_', turned(imagePositions(down, across, caption.rows))),
    ...rotaryInputs('caption_', turned(captionPositions(caption.rows))),
  };
}
