import * as z from 'zod';
import { PLATFORMS } from '../job/job.ts';
import type { StoredRow } from './job-rows.ts';
import type { JobMessage } from './job-store.ts';

/** No delivery waits longer than this; a due time further ahead was written before the clock stepped back. */
export const MAX_WAIT = 15 * 60_000;

/** Values of `dead`: 0 = to be shown when it is behind; 1 = never, nobody can be told of it. */
export const KEPT_TOLD = 2;
export const KEPT_SILENTLY = 3;

/** The table and its columns keep the names that they were made with. */
export const MESSAGE_COLUMNS =
  'seq, key, job, platform, workspace, address, message, wanted, shown, attempts';

const messageRow = z.object({
  seq: z.number(),
  key: z.string(),
  job: z.string(),
  platform: z.enum(PLATFORMS),
  workspace: z.string(),
  address: z.string(),
  message: z.string().nullable(),
  wanted: z.number(),
  shown: z.number(),
  attempts: z.number(),
});

export function toMessage(row: StoredRow): JobMessage {
  const { message, wanted, shown, ...rest } = messageRow.parse(row);
  const jobMessage = { ...rest, revision: wanted, shownRevision: shown };
  return message === null ? jobMessage : { ...jobMessage, messageId: message };
}
