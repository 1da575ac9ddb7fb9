import { BoundedMap } from '../collections/bounded-map.ts';
import { loopTurns } from '../jobs/time-slicer.ts';
import { FileJournal } from './file-journal.ts';
import type { Change, Journal, Thing } from './journal.ts';

/**
 * Small entries that have to outlive the process for a while: what was acknowledged and has not become a job or an answer
 * yet, and forms that are open. Changes that come while others are being written share the next write.
 */
export class PersistentMap {
  readonly #journal: Journal;
  readonly #entries: BoundedMap<string, Thing>;
  /** What is not written yet. */
  #changes: Change[] = [];
  #last: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  private constructor(journal: Journal, entries: BoundedMap<string, Thing>) {
    this.#journal = journal;
    this.#entries = entries;
  }

  /** @param where the path of a file, to which every change is added as a line, or another journal */
  static async open(where: string | Journal, maxEntries: number): Promise<PersistentMap> {
    const journal = typeof where === 'string' ? new FileJournal(where) : where;
    const entries = new BoundedMap<string, Thing>(maxEntries);
    for (const [id, thing] of await journal.read(maxEntries)) {
      if (thing === undefined) entries.delete(id);
      else entries.set(id, thing);
    }
    const map = new PersistentMap(journal, entries);
    await journal.write([], entries);
    return map;
  }

  /** Keeps a thing under a platform's id for it; when this resolves it outlives the process. */
  async set(id: string, thing: object): Promise<void> {
    this.#entries.set(id, thing);
    await this.#write([id, thing]);
    // Many may have shared the write, and each goes on from here.
    await loopTurns.nextSlot();
  }

  get(id: string): unknown {
    return this.#entries.peek(id);
  }

  async delete(id: string): Promise<void> {
    if (this.#entries.delete(id)) await this.#write([id]);
  }

  /** The ids of all that is kept. */
  keys(): readonly string[] {
    return [...this.#entries].map(([id]) => id);
  }

  #write(change: Change): Promise<void> {
    this.#changes.push(change);
    this.#next ??= this.#last
      .catch(() => {})
      .then(() => {
        this.#next = undefined;
        const changes = this.#changes;
        this.#changes = [];
        return this.#journal.write(changes, this.#entries);
      });
    this.#last = this.#next;
    return this.#next;
  }
}
