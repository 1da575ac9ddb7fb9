import type { Arrangement } from './draft.ts';
import type { Lettering } from './make-readable.ts';
import type { Faults } from './score.ts';

/** An arrangement and how good it is. */
export interface Choice {
  readonly arrangement: Arrangement;
  readonly faults: Faults;
  /** Less is better. */
  readonly total: number;
}

/** A choice whose words can be read, the cost of that included in its total. */
export interface ReadableChoice extends Choice {
  readonly lettering: Lettering;
}
