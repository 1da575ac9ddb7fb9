import { BoundedMap } from '../../../collections/bounded-map.ts';

/** The latest ids that were seen: what Discord sends again after a broken line is not done twice. */
export class RecentIds {
  readonly #ids: BoundedMap<string, true>;

  constructor(most: number) {
    this.#ids = new BoundedMap(most);
  }

  /** False where the id was seen already. */
  add(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.set(id, true);
    return true;
  }
}
