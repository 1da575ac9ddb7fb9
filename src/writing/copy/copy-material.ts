import type { AdCopy } from '../../ad/copy.ts';
import type { OccasionKind } from '../../ad/occasion-kind.ts';
import type { Statement } from '../../ad/statement.ts';

/** The slots that somebody may wish a statement to stand in. */
export const PREFERRED_SLOTS = ['headline', 'sub', 'badge', 'price', 'details'] as const;

export type PreferredSlot = (typeof PREFERRED_SLOTS)[number];

/** What copy is written from. All words are the request's or the brand's own. */
export interface CopyMaterial {
  /** All of the request, in its order; those that may not be said are no longer among them. */
  readonly statements: readonly Statement[];
  /** The request that they stand in; without it they are told one by one. */
  readonly text?: string;
  /** In the owner's own words. */
  readonly product?: string;
  /** Whether the product says by itself what it is; else the word for the trade stands beside it. */
  readonly isKnown?: boolean;
  /** What the ad is for. */
  readonly occasionKind: OccasionKind;
  /** Of the brand, else of the request. */
  readonly shop?: string;
  /** By where statements begin in the request: the slots that they are to have, where the rules leave a choice. */
  readonly prefer?: ReadonlyMap<number, PreferredSlot>;
  /** Slots that the person filled: they are left alone, and not said twice. */
  readonly given: AdCopy;
}
