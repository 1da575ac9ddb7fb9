import type { NewJobMessage, Place } from '../../job/job.ts';
import type { PendingDelivery, StoreCalls } from '../job-store.ts';
import { KEPT_SILENTLY, KEPT_TOLD, MAX_WAIT, MESSAGE_COLUMNS, toMessage } from '../message-rows.ts';
import type { Database } from './database.ts';
import { findJob } from './job-rows.ts';

type Calls =
  | 'addMessage'
  | 'pendingDeliveries'
  | 'firstMessage'
  | 'messagesOf'
  | 'markShown'
  | 'saveAddress'
  | 'markNotShown'
  | 'keep'
  | 'releaseKept';

export function messageCalls(database: Database): Pick<StoreCalls, Calls> {
  return {
    addMessage: (job, key, place, jobMessage) => insertMessage(database, job, key, place, jobMessage),
    pendingDeliveries(platform, now, limit) {
      return database
        .all(
          `select ${MESSAGE_COLUMNS} from cards
           where wanted > shown and dead = 0 and platform = ? and (due_at <= ? or due_at > ?)
           order by seq limit ?`,
          platform,
          now,
          now + MAX_WAIT,
          limit,
        )
        .flatMap((row): readonly PendingDelivery[] => {
          const jobMessage = toMessage(row);
          const job = findJob(database, jobMessage.job);
          if (job !== undefined) return [{ message: jobMessage, job }];
          // Of a job that is not there, or not whole enough to be told of: it must not stand in the others' way.
          database.run('update cards set dead = 1 where seq = ?', jobMessage.seq);
          return [];
        });
    },
    firstMessage(job) {
      const row = database.get(
        `select ${MESSAGE_COLUMNS} from cards where job = ? order by seq limit 1`,
        job,
      );
      return row && toMessage(row);
    },
    messagesOf(job) {
      return database
        .all(`select ${MESSAGE_COLUMNS} from cards where job = ? order by seq`, job)
        .map(toMessage);
    },
    markShown(message, revision, at, answered, now) {
      const row = database.get('select job, platform, wanted from cards where seq = ?', message);
      if (row === undefined) return;
      database.run(
        `update cards set shown = max(shown, ?), attempts = 0, due_at = 0, message = ?,
           address = coalesce(?, address), channel = coalesce(?, channel) where seq = ?`,
        revision,
        at.messageId,
        at.address ?? null,
        at.channel ?? null,
        message,
      );
      noteMessage(database, String(row.platform), at.messageId, String(row.job));
      if (answered && Number(row.wanted) === revision) answer(database, String(row.job), now);
    },
    saveAddress(message, address) {
      database.run('update cards set address = ? where seq = ?', address, message);
    },
    markNotShown(message, due) {
      database.run('update cards set attempts = attempts + 1, due_at = ? where seq = ?', due, message);
    },
    keep(message, revision, at) {
      const row = database.get('select job, platform from cards where seq = ?', message);
      if (row === undefined) return;
      database.run(
        `update cards set attempts = attempts + 1, dead = iif(wanted = ?, ?, 0), message = coalesce(?, message),
           address = coalesce(?, address), channel = coalesce(?, channel) where seq = ?`,
        revision,
        at === undefined ? KEPT_SILENTLY : KEPT_TOLD,
        at?.messageId ?? null,
        at?.address ?? null,
        at?.channel ?? null,
        message,
      );
      if (at !== undefined) noteMessage(database, String(row.platform), at.messageId, String(row.job));
    },
    releaseKept(owner, { platform, workspace, channel }, address) {
      const kept =
        'dead > 1 and platform = ? and wanted > shown and job in (select id from jobs where owner = ? and removed = 0)';
      const told = database.run(
        `update cards set dead = 0, attempts = 0, due_at = 0 where dead = ${KEPT_TOLD} and ${kept}`,
        platform,
        owner,
      );
      const moved = database.run(
        `update cards set dead = 0, attempts = 0, due_at = 0, message = null, workspace = ?, channel = ?,
           address = ? where dead = ${KEPT_SILENTLY} and ${kept}`,
        workspace,
        channel,
        address,
        platform,
        owner,
      );
      return told + moved;
    },
  };
}

export function insertMessage(
  database: Database,
  job: string,
  key: string,
  place: Place,
  jobMessage: NewJobMessage,
): void {
  database.run(
    `insert or ignore into cards (key, job, platform, workspace, channel, address, message)
     values (?, ?, ?, ?, ?, ?, ?)`,
    key,
    job,
    place.platform,
    place.workspace,
    place.channel,
    jobMessage.address,
    jobMessage.messageId ?? null,
  );
  if (jobMessage.messageId !== undefined) noteMessage(database, place.platform, jobMessage.messageId, job);
}

/** The messages of a job no longer show how it stands. */
export function markMessagesBehind(database: Database, job: string): void {
  database.run('update cards set wanted = wanted + 1, due_at = 0, dead = 0 where job = ?', job);
}

function noteMessage(database: Database, platform: string, message: string, job: string): void {
  database.run(
    'insert or replace into messages (platform, message, job) values (?, ?, ?)',
    platform,
    message,
    job,
  );
}

/** The owner has seen how the job ended. */
function answer(database: Database, id: string, now: number): void {
  database.run(
    `update jobs set answered_at = coalesce(answered_at, ?) where id = ? and state not in ('queued', 'running')`,
    now,
    id,
  );
  database.run("update jobs set state = 'delivered' where id = ? and state = 'made'", id);
}
