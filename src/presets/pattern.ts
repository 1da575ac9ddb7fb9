import * as z from 'zod';
import { PURPOSE_NAMES, type PurposeName } from '../ad/purpose.ts';
import { linesOf, Wrong } from './fields.ts';

/**
 * What a pattern of copy may leave open. All are filled from the request or the brand, never invented: `product`
 * as the person calls it, `deal` ('30% 할인', '1+1'), `period`, `season`, `occasion`, `shop`, `place`, `mood`
 * and `taste` (adjectives before a noun: '따뜻하고 아늑한', '바삭한').
 */
export const SLOT_NAMES = [
  'product',
  'deal',
  'period',
  'season',
  'occasion',
  'shop',
  'place',
  'mood',
  'taste',
] as const;

export type SlotName = (typeof SLOT_NAMES)[number];

/** `{product}`, with a particle `{product:은}`, or with a capital `{Product}` at the start of an English line. */
export const SLOT = /\{([A-Za-z]+)(?::([가-힣]+))?\}/g;

/** A kind of product in front of a line, which is for such alone. */
export const KIND = /^<(\w+)>\s*/;

const known = new Set<string>(SLOT_NAMES);

/**
 * One pattern of copy a line, with slots. ` / ` is where it may be broken; a kind of product in angle brackets in
 * front limits it to such. It holds no digit: numbers come from requests.
 */
export const patterns = linesOf((line) => {
  if (/\d/.test(line)) return new Wrong('must not hold a digit: numbers come from the request');
  for (const [, name] of line.matchAll(SLOT)) {
    if (!known.has(name?.toLowerCase() ?? ''))
      return new Wrong(`may have the slots ${SLOT_NAMES.join(', ')}`);
  }
  return /[{}]/.test(line.replaceAll(SLOT, '')) ? new Wrong('has a brace too many') : line;
});

/** Patterns by purpose; the everyday ones serve where a purpose has none of its own. */
export type PatternTable = { readonly [purpose in PurposeName]?: readonly string[] };

const table = Object.fromEntries(PURPOSE_NAMES.map((purpose) => [purpose, patterns.optional()]));

export const patternTable = z.strictObject(table).transform((found) => found as PatternTable);

/** The words of a call to action, which stand in a small pill. */
export const LONGEST_CTA = 8;
