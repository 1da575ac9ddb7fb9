import type { AdapterSlot } from '../../../src/onnx/layers.ts';
import { randomBlock } from './random-block.ts';
import { type TensorToWrite, writeSafetensors } from './safetensors.ts';

/** Writes a LoRA of random bfloat16 matrices for every place that takes one. Returns its bytes. */
export function writeRandomAdapter(
  file: string,
  slots: readonly AdapterSlot[],
  rank: number,
): Promise<number> {
  const matrix = (name: string, rows: number, columns: number): TensorToWrite => ({
    name,
    shape: [rows, columns],
    dtype: 'BF16',
    data: () => randomBlock(2 * rows * columns),
  });
  return writeSafetensors(
    file,
    slots.flatMap(({ module, width }) => [
      matrix(`transformer.${module}.lora_A.weight`, rank, width.in),
      matrix(`transformer.${module}.lora_B.weight`, width.out, rank),
    ]),
  );
}
