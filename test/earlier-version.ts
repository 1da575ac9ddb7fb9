import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** What version 0.1.0 has written; its README says how. */
export const EARLIER = join(import.meta.dirname, 'fixtures/version-0.1.0');

/** Lays what a bot of version 0.1.0 has left into a data folder. */
export function layEarlierData(folder = mkdtempSync(join(tmpdir(), 'earlier-'))): string {
  cpSync(join(EARLIER, 'kept'), folder, { recursive: true });
  writeFileSync(join(folder, 'jobs.db'), gunzipSync(readFileSync(join(EARLIER, 'jobs.db.gz'))));
  return folder;
}
