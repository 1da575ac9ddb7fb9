import type { Span } from '../normalise.ts';

/** A figure, a place or a word of a clause, with the letter of its class. */
export interface Atom extends Span {
  readonly code: string;
  readonly text: string;
  /** Whether a statement of its own begins here (openings.ts). */
  readonly opens?: boolean;
}
