import { renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { OutageError } from '../../../errors/outage-error.ts';
import { makeFolder } from '../../../storage/make-folder.ts';
import { Database, databaseError, sqliteCode } from './database.ts';
import { MIGRATIONS, TRANSITION_TRIGGER } from './migrations.ts';

export interface OpenedDatabase {
  readonly database: Database;
  /** Where a damaged file was moved to. */
  readonly damagedFile?: string;
}

/** Milliseconds to wait while another process writes, such as `npm run jobs` beside the bot. */
const BUSY_TIMEOUT = 5_000;

/**
 * Opens the jobs' database: checked, in WAL mode, at the newest shape. A damaged
 * file is moved aside and a new one begun.
 *
 * @throws OutageError `database` when the folder or the file cannot be written, or was made by a newer version
 */
export function openDatabase(path: string): OpenedDatabase {
  try {
    makeFolder(dirname(path), 0o700);
  } catch (error) {
    throw databaseError(path, error);
  }
  try {
    return { database: openChecked(path) };
  } catch (error) {
    if (!(error instanceof DamagedError)) throw databaseError(path, error);
  }
  const damagedFile = moveAside(path);
  try {
    return { database: openChecked(path), damagedFile: damagedFile };
  } catch (error) {
    throw databaseError(path, error);
  }
}

class DamagedError extends Error {}

const DAMAGE_CODES: readonly (string | undefined)[] = ['NOTADB', 'CORRUPT'];

function openChecked(path: string): Database {
  const database = new Database(path, BUSY_TIMEOUT);
  try {
    database.exec('pragma journal_mode = wal');
    const problems = database.all('pragma integrity_check(1)').map((row) => String(row.integrity_check));
    if (problems.join() !== 'ok') throw new DamagedError(problems.join());
    migrate(database);
    // A file that can only be read is no place for jobs; better told now than with the first of them.
    database.transaction(() => database.exec(`pragma user_version = ${MIGRATIONS.length}`));
    return database;
  } catch (error) {
    database.close();
    if (DAMAGE_CODES.includes(sqliteCode(error))) {
      throw new DamagedError('not a whole database', { cause: error });
    }
    throw error;
  }
}

function migrate(database: Database): void {
  const version = Number(database.get('pragma user_version')?.user_version);
  if (version > MIGRATIONS.length) {
    throw new OutageError('database', `${database.path} was made by a newer version of this program`);
  }
  const trigger = database.get("select sql from sqlite_master where name = 'jobs_transition'")?.sql;
  if (version === MIGRATIONS.length && trigger === TRANSITION_TRIGGER) return;
  database.transaction(() => {
    for (const step of MIGRATIONS.slice(version)) database.exec(step);
    database.exec(`pragma user_version = ${MIGRATIONS.length}`);
    database.exec('drop trigger if exists jobs_transition');
    database.exec(TRANSITION_TRIGGER);
  });
}

/** The file with its journal, under names that tell when; what is in them may still be saved by hand. */
function moveAside(path: string): string {
  const when = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const aside = `${path}.damaged-${when}`;
  for (const suffix of ['', '-wal', '-shm']) {
    try {
      renameSync(path + suffix, aside + suffix);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT'))
        throw databaseError(path, error);
    }
  }
  return aside;
}
