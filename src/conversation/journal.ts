import type { BoundedMap } from '../collections/bounded-map.ts';

export type Thing = NonNullable<unknown> | null;

/** A thing that is kept from now on, or an id whose thing is not. */
export type Change = readonly [id: string, thing?: Thing];

/** Where the changes of a map are written down. */
export interface Journal {
  /** What was written, in order; of entries that are kept at least the last `maxEntries`. */
  read(maxEntries: number): Promise<readonly Change[]>;
  /**
   * When this resolves the changes outlive the process.
   *
   * @param entries all that is kept with them, the oldest first
   */
  write(changes: readonly Change[], entries: BoundedMap<string, Thing>): Promise<void>;
}
