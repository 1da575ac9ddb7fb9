import type { JobStore } from '../job-store.ts';
import { changeWatch } from './change-watch.ts';
import { Database } from './database.ts';
import { entryCalls } from './entry-calls.ts';
import { fileCalls } from './file-calls.ts';
import { messageCalls } from './message-calls.ts';
import { migrate } from './migrate.ts';
import { queryCalls } from './query-calls.ts';
import { recoverCalls } from './recover-calls.ts';
import { settingsCalls } from './settings-calls.ts';
import { stateCalls } from './state-calls.ts';
import { submitCalls } from './submit-calls.ts';

/**
 * The store in PostgreSQL, brought to the newest shape. Each call is a transaction.
 *
 * @throws OutageError `database`
 */
export async function openPostgresStore(url: string): Promise<JobStore> {
  await migrate(url);
  const database = new Database(url);
  return {
    ...submitCalls(database),
    ...stateCalls(database),
    ...recoverCalls(database),
    ...queryCalls(database),
    ...messageCalls(database),
    ...fileCalls(database),
    ...settingsCalls(database),
    ...changeWatch(database),
    entries: entryCalls(database),
    close: () => database.close(),
  };
}
