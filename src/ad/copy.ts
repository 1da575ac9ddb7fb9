/**
 * The places for words in an ad, in the order of reading: the badge is the offer, the details are what somebody who comes
 * has to know (hours, place, telephone, conditions), one a line.
 */
export const COPY_SLOTS = ['headline', 'sub', 'badge', 'price', 'cta', 'details'] as const;

export type CopySlot = (typeof COPY_SLOTS)[number];

/** The words of an ad. A slot that is absent is not drawn; `\n` in a slot forces a line break. */
export type AdCopy = { readonly [slot in CopySlot]?: string };

/** Whether a slot's words stand on a ground of their own, a pill, and not on the picture. */
export const isPill = (slot: CopySlot): boolean => slot === 'cta' || slot === 'badge';

/** The details of a copy, one each, without blank lines. */
export const detailLines = (details = ''): readonly string[] =>
  details
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export function isEmptyCopy(copy: AdCopy): boolean {
  return COPY_SLOTS.every((slot) => !copy[slot]?.trim());
}
