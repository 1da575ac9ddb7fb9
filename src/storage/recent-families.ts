import { join } from 'node:path';
import * as z from 'zod';
import { latestFamilies } from '../ad/recent-families.ts';
import { parseJson } from '../files/parse-json.ts';
import { readBoundedFile } from '../files/read-file.ts';
import { writeAtomically } from './write-atomically.ts';

const MAX_BYTES = 10_000;

const families = z.array(z.string().max(64)).max(64);

/** The design families of the ads that were made last from here, so that the next one looks unlike them. */
export interface RecentFamilies {
  /** Latest first. */
  list(): Promise<readonly string[]>;
  add(family: string): Promise<void>;
}

/** Kept in a file of the data folder. It says nothing that matters: where it cannot be read or written, nothing is known. */
export function recentFamilies(dataFolder: string): RecentFamilies {
  const path = join(dataFolder, 'recent-designs.json');
  const list = async (): Promise<readonly string[]> => {
    const read = await readBoundedFile(path, MAX_BYTES)
      .then((bytes) => families.safeParse(parseJson(bytes.toString())))
      .catch(() => undefined);
    return read?.success ? read.data : [];
  };
  return {
    list,
    async add(family) {
      const all = latestFamilies([family, ...(await list())]);
      await writeAtomically(path, JSON.stringify(all), 'owner').catch(() => {});
    },
  };
}
