import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { defined } from '../../../collections/defined.ts';
import { OutageError } from '../../../errors/outage-error.ts';
import type { StoreCalls } from '../job-store.ts';
import { type Database, databaseError } from '../sqlite/database.ts';
import { openDatabase } from '../sqlite/open-database.ts';
import { DURABLE_CALLS, sqliteCalls } from '../sqlite/sqlite-calls.ts';

export interface Call {
  readonly id: number;
  readonly name: keyof StoreCalls | 'close';
  readonly inputs: readonly unknown[];
}

/** Why a call failed: `passing` is the disk's doing, anything else a mistake of this program. */
export interface Failure {
  readonly passing: boolean;
  readonly message: string;
}

/** How a call has ended. */
export type Outcome = { readonly id: number } & ({ readonly value: unknown } | { readonly failure: Failure });

export type Answer =
  | {
      readonly kind: 'opened';
      readonly names: readonly (keyof StoreCalls)[];
      readonly damagedFile?: string;
    }
  | { readonly kind: 'not-opened'; readonly failure: Failure }
  | { readonly kind: 'done'; readonly outcomes: readonly Outcome[] };

/** Most calls in one commit: their answers wait for each other. */
const MAX_BATCH = 128;

const port = parentPort;
const path: unknown = workerData;
if (port === null || typeof path !== 'string') throw new Error('This file runs as a thread of the store');

const tell = (answer: Answer): void => port.postMessage(answer);

try {
  const { database, damagedFile } = openDatabase(path);
  const calls = sqliteCalls(database);
  serve(database, calls);
  tell({
    kind: 'opened',
    names: Object.keys(calls) as (keyof StoreCalls)[],
    ...defined({ damagedFile }),
  });
} catch (error) {
  tell({ kind: 'not-opened', failure: failureOf(error) });
}

function serve(database: Database, calls: StoreCalls): void {
  port?.on('message', (first: Call) => {
    const batch = [first];
    while (batch.length < MAX_BATCH) {
      const next = receiveMessageOnPort(port);
      if (next === undefined) break;
      batch.push(next.message);
    }
    const closing = batch.find(({ name }) => name === 'close');
    tell({ kind: 'done', outcomes: committed(database, calls, batch) });
    if (closing !== undefined) {
      database.close();
      tell({ kind: 'done', outcomes: [{ id: closing.id, value: undefined }] });
    }
  });
}

const isLasting = ({ name }: Call): boolean => name === 'close' || DURABLE_CALLS.has(name);

/** All calls in one transaction, each undone by itself when it fails, none answered before all are on the disk. */
function committed(database: Database, calls: StoreCalls, batch: readonly Call[]): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  try {
    database.transaction(() => {
      for (const { id, name, inputs } of batch) {
        if (name === 'close') continue;
        database.exec('savepoint call');
        try {
          outcomes.push({ id, value: Reflect.apply(calls[name], calls, inputs) });
        } catch (error) {
          database.exec('rollback to call');
          outcomes.push({ id, failure: failureOf(error) });
        }
        database.exec('release call');
      }
    }, batch.some(isLasting));
    return outcomes;
  } catch (error) {
    return batch.filter(({ name }) => name !== 'close').map(({ id }) => ({ id, failure: failureOf(error) }));
  }
}

function failureOf(error: unknown): Failure {
  const trouble = databaseError(String(path), error);
  return { passing: trouble instanceof OutageError, message: trouble.message.replace(/^database: /, '') };
}
