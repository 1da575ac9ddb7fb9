import { randomFillSync } from 'node:crypto';

/** Small numbers as bfloat16: between 2⁻⁹ and 2⁻⁷, of both signs. */
export function randomBlock(bytes: number): Uint8Array {
  const block = randomFillSync(new Uint8Array(bytes));
  for (let i = 1; i < bytes; i += 2) block[i] = 0x3b | (block[i]! & 0x80);
  return block;
}
