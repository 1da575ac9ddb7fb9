import { join } from 'node:path';
import type { EntryStore } from '../jobs/entry-store.ts';
import { PersistentMap } from './persistent-map.ts';
import { storeJournal } from './store-journal.ts';

/** Opens an adapter's map by its name. @param maxEntries entries that are kept; with one more the oldest goes */
export type OpenMap = (name: string, maxEntries: number) => Promise<PersistentMap>;

/** Maps in files of a folder. */
export const mapsInFolder =
  (folder: string): OpenMap =>
  (name, maxEntries) =>
    PersistentMap.open(join(folder, `${name}.jsonl`), maxEntries);

/** Maps in the store of the jobs. @param owner whose maps they are */
export const mapsInStore =
  (store: EntryStore, owner: string): OpenMap =>
  (name, maxEntries) =>
    PersistentMap.open(storeJournal(store, `${owner}/${name}`, maxEntries), maxEntries);
