/** The places for words in an ad, in the order of reading. */
export const COPY_SLOTS = ['headline', 'sub', 'price', 'cta', 'footer'] as const;

export type CopySlot = (typeof COPY_SLOTS)[number];

/** The words of an ad. A slot that is absent is not drawn; `\n` in a slot forces a line break. */
export type AdCopy = { readonly [slot in CopySlot]?: string };

export function isEmptyCopy(copy: AdCopy): boolean {
  return COPY_SLOTS.every((slot) => !copy[slot]?.trim());
}
