/** How a quantised row of numbers is stored: in blocks, each with scales of its own. */
export interface BlockType {
  /** Numbers in a block, and bytes that they take. */
  readonly numbers: number;
  readonly bytes: number;
}

/** The types that are unpacked here, as ggml calls them (ggml-common.h). */
export const BLOCK_TYPES = {
  Q4_0: { numbers: 32, bytes: 18 },
  Q4_1: { numbers: 32, bytes: 20 },
  Q8_0: { numbers: 32, bytes: 34 },
  Q4_K: { numbers: 256, bytes: 144 },
  Q5_K: { numbers: 256, bytes: 176 },
  Q6_K: { numbers: 256, bytes: 210 },
} as const satisfies Record<string, BlockType>;

export type BlockTypeName = keyof typeof BLOCK_TYPES;

export const isBlockType = (name: string): name is BlockTypeName => Object.hasOwn(BLOCK_TYPES, name);
