import type { CopySlot } from '../copy.ts';

/** What the values of a request may be, for every way in which one is given and for recipes. */

/** Longest texts, in letters as `graphemeLength` counts them: none has more than 16 UTF-16 units a letter. */
export const TEXT_LIMITS: { readonly [slot in CopySlot | 'text' | 'shopName']: number } = {
  text: 2000,
  headline: 60,
  sub: 100,
  badge: 60,
  price: 40,
  cta: 30,
  details: 700,
  shopName: 40,
};

/** A number's bounds, both allowed. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
}

const SHARE = { min: 0, max: 1 };

/** Most things of one photo that are offered: what fits into a row of buttons. */
export const MAX_THINGS = 5;

/** Seeds are 32 bits wide. */
const SEED = { min: 0, max: 2 ** 32 - 1, integer: true };

export const REQUEST_RANGES = {
  strength: { min: 0.05, max: 1 },
  scale: { min: 0.1, max: 0.95 },
  /** Of each coordinate. */
  position: SHARE,
  harmonise: SHARE,
  /** A thing in a photo, or PICK_ALL. */
  pick: { min: 0, max: MAX_THINGS, integer: true },
  seed: SEED,
  letteringSeed: SEED,
  /** Pictures of one order. */
  variants: { min: 1, max: 4, integer: true },
} as const satisfies Readonly<Record<string, NumberRange>>;

/** Most photos in one ad. */
export const MAX_PHOTOS = 4;

/** Most pictures of one order in a chat, variants and places together: what a message of Discord has room for. */
export const MAX_PICTURES = 10;

/** How far a restyle goes unless somebody says otherwise. */
export const DEFAULT_STRENGTH = 0.6;

export const isInRange = (value: number, { min, max, integer = false }: NumberRange): boolean =>
  value >= min && value <= max && (!integer || Number.isInteger(value));
