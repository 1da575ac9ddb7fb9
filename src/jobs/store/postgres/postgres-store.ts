import { randomUUID } from 'node:crypto';
import type { JobStore } from '../job-store.ts';
import type { ProcessIdentity } from '../process-id.ts';
import { changeWatch } from './change-watch.ts';
import { Database } from './database.ts';
import { entryCalls } from './entry-calls.ts';
import { fileCalls } from './file-calls.ts';
import { leaseCalls } from './lease-calls.ts';
import { messageCalls } from './message-calls.ts';
import { migrate } from './migrate.ts';
import { queryCalls } from './query-calls.ts';
import { recoverCalls } from './recover-calls.ts';
import { settingsCalls } from './settings-calls.ts';
import { stateCalls } from './state-calls.ts';
import { submitCalls } from './submit-calls.ts';

const DEFAULT_LEASE = 10_000;

/**
 * The store in PostgreSQL, brought to the newest shape. Each call is a transaction.
 *
 * @throws OutageError `database`
 */
export async function openPostgresStore(
  url: string,
  { id, lease }: ProcessIdentity = { id: randomUUID(), lease: DEFAULT_LEASE },
): Promise<JobStore> {
  await migrate(url);
  const database = new Database(url);
  return {
    ...submitCalls(database),
    ...stateCalls(database, id),
    ...recoverCalls(database, lease),
    ...queryCalls(database),
    ...messageCalls(database),
    ...fileCalls(database),
    ...settingsCalls(database),
    ...changeWatch(database),
    entries: entryCalls(database),
    leases: leaseCalls(database, id, lease),
    close: () => database.close(),
  };
}
