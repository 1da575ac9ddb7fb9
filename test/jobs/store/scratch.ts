import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { StoreCalls } from '../../../src/jobs/store/job-store.ts';
import type { Database } from '../../../src/jobs/store/sqlite/database.ts';
import { openDatabase } from '../../../src/jobs/store/sqlite/open-database.ts';
import { sqliteCalls } from '../../../src/jobs/store/sqlite/sqlite-calls.ts';

/** A folder that is gone after the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A store on a file of its own, its calls answering at once. */
export function scratchStore(path = join(scratchFolder(), 'jobs.db')): {
  database: Database;
  calls: StoreCalls;
} {
  const { database } = openDatabase(path);
  onTestFinished(() => database.close());
  return { database, calls: sqliteCalls(database) };
}
