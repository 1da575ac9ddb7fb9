import { defined } from '../collections/defined.ts';
import { OutageError } from '../errors/outage-error.ts';
import { exponentialBackoff } from '../resilience/backoff.ts';
import { withRetry } from '../resilience/with-retry.ts';
import { HttpError } from './request-range.ts';

export interface RetrySettings {
  /** How often something is tried. 6 when absent. */
  readonly attempts?: number;
  /** First wait before another try, doubled each time. Milliseconds; 500 when absent. */
  readonly initialWait?: number;
  readonly signal?: AbortSignal;
}

/** A server that asks for more is as good as gone. Milliseconds. */
const MAX_WAIT = 600_000;

/**
 * Tries again what a server or the wire to it spoils, waiting longer each time, or as long as the server asks.
 *
 * @throws OutageError `download` when it is no use; `disk` at once when this side cannot write
 */
export async function retryDownload<T>(
  url: string,
  { attempts = 6, initialWait = 500, signal }: RetrySettings,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await withRetry(work, {
      attempts: attempts,
      backoff: exponentialBackoff({ initial: initialWait }),
      maxWait: MAX_WAIT,
      retryAfter: (error) => (error instanceof HttpError ? error.retryAfter : undefined),
      shouldRetry: (error) => !isDisk(error) && !(error instanceof HttpError && error.isFinal),
      ...defined({ signal }),
    });
  } catch (cause) {
    signal?.throwIfAborted();
    if (isDisk(cause)) throw new OutageError('disk', `writing what ${url} sends`, { cause });
    throw new OutageError('download', `${url}: ${reasonOf(cause)}`, { cause });
  }
}

/** What `fetch` throws says little; why it was thrown says more. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

const DISK_CODES = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EPERM']);

const isDisk = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && DISK_CODES.has(String(error.code));
