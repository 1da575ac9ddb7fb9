import * as z from 'zod';
import { settingsUser } from '../file-uses.ts';
import type { Duration, StoreCalls } from '../job-store.ts';
import { stored, storedNodes } from '../stored-json.ts';
import type { Database } from './database.ts';
import { addUse, fileCalls, releaseFiles } from './file-calls.ts';
import { messageCalls } from './message-calls.ts';
import { queryCalls } from './query-calls.ts';
import { stateCalls } from './state-calls.ts';
import { submitCalls } from './submit-calls.ts';

/**
 * Calls whose outcome somebody relies on: they are on the disk, come what may, before they are answered. What the
 * others write survives the death of the process too, but after a power cut it may be gone; then a job is made or
 * shown once more, by the same rules as after a kill. The disk is waited for a sixth as often.
 */
export const DURABLE_CALLS: ReadonlySet<keyof StoreCalls> = new Set([
  'submit',
  'cancel',
  'retry',
  'addMessage',
  'remove',
  'prune',
  'setSettings',
  'releaseKey',
]);

/** The store's calls on SQLite. Whoever calls them wraps each in a transaction. */
export function sqliteCalls(database: Database): StoreCalls {
  return {
    ...submitCalls(database),
    ...stateCalls(database),
    ...queryCalls(database),
    ...messageCalls(database),
    ...fileCalls(database),
    duration(name) {
      const row = database.get('select milliseconds, samples, nodes from paces where name = ?', name);
      if (row === undefined) return undefined;
      const nodes = stored<Duration['nodes']>(row.nodes, storedNodes);
      // What cannot be read is learnt anew.
      if (nodes === undefined) return undefined;
      return { milliseconds: Number(row.milliseconds), samples: Number(row.samples), nodes };
    },
    settings(platform, workspace) {
      const row = database.get(
        'select settings from settings where platform = ? and workspace = ?',
        platform,
        workspace,
      );
      return row && stored(row.settings, z.looseObject({}));
    },
    setSettings(platform, workspace, settings, photos) {
      const user = settingsUser(platform, workspace);
      releaseFiles(database, user);
      for (const name of photos) addUse(database, { kind: 'photo', name }, user);
      database.run(
        'insert or replace into settings (platform, workspace, settings) values (?, ?, ?)',
        platform,
        workspace,
        JSON.stringify(settings),
      );
    },
  };
}
