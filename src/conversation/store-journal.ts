import { parseJson } from '../files/parse-json.ts';
import type { EntryStore } from '../jobs/entry-store.ts';
import type { Change, Journal, Thing } from './journal.ts';

/** A journal in the store of the jobs. */
export function storeJournal(store: EntryStore, map: string, maxEntries: number): Journal {
  return {
    async read() {
      const entries = await store.read(map, maxEntries);
      return entries.flatMap(([id, json]): readonly Change[] => {
        try {
          return [[id, parseJson(json) as Thing]];
        } catch {
          // Not what was written: as little can be done for it as for a line that was cut off.
          return [];
        }
      });
    },
    async write(changes) {
      if (changes.length === 0) return;
      await store.write(
        map,
        changes.map(([id, thing]) => (thing === undefined ? [id] : [id, JSON.stringify(thing)])),
        maxEntries,
      );
    },
  };
}
