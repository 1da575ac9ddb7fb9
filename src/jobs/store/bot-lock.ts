import { join } from 'node:path';
import { UserError } from '../../errors/user-error.ts';
import { makeFolder } from '../../storage/make-folder.ts';
import { Database, databaseError, sqliteCode } from './sqlite/database.ts';

/** Held for as long as the process lives; the operating system lets go of it when the process is killed. */
export interface BotLock {
  release(): void;
}

/**
 * Makes sure that one bot alone works on a data folder.
 *
 * @throws UserError `already-running`; OutageError `database` when the folder cannot be written
 */
export function takeBotLock(folder: string): BotLock {
  const path = join(folder, 'bot.lock');
  let database: Database | undefined;
  try {
    makeFolder(folder, 0o700);
    database = new Database(path, 0);
    database.exec('begin exclusive');
    const held = database;
    return { release: () => held.close() };
  } catch (error) {
    database?.close();
    if (sqliteCode(error) === 'BUSY') throw new UserError('already-running', { folder });
    throw databaseError(path, error);
  }
}
