import { type AdCopy, detailLines, isEmptyCopy } from '../ad/copy.ts';
import type { Frame } from './frame.ts';
import type { ProductLayoutRequest } from './request.ts';

/**
 * Visual size (root of the area) as a share of the shorter side: alone, with some words, with many, and with a list of
 * details; a photo card
 * shows its surroundings too and is larger.
 */
const IDEAL = { alone: 0.64, some: 0.47, many: 0.43, listed: 0.38, card: 1.22 };

/** Details from which on a picture is a notice as much as a poster. */
export const LISTED = 4;

/** Several products are seen as one group, which may be larger than one of them would be. */
const GROUP = 1.22;

/** Formats far from square have more room than their shorter side tells. */
const ELONGATED = 0.35;

/** Visual size that the products should have, in pixels. */
export function idealOf({ copy, kind, products }: ProductLayoutRequest, { side, size }: Frame): number {
  const words = wordsIn(copy);
  const share =
    words === 0
      ? IDEAL.alone
      : detailLines(copy.details).length >= LISTED
        ? IDEAL.listed
        : words < 45
          ? IDEAL.some
          : IDEAL.many;
  const longer = Math.max(size.width, size.height) / side - 1;
  const group = products.length > 1 ? GROUP : 1;
  return (
    side * share * group * (kind === 'photo-card' ? IDEAL.card : 1) * (1 + ELONGATED * Math.min(1, longer))
  );
}

/** Letters that will be set. */
const wordsIn = (copy: AdCopy): number =>
  isEmptyCopy(copy) ? 0 : Object.values(copy).reduce((sum, text) => sum + text.length, 0);
