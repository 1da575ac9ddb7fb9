import { setTimeout as sleep } from 'node:timers/promises';
import { OutageError } from '../errors/outage-error.ts';
import { Refusal } from './request-range.ts';

export interface TryOptions {
  /** How often something is tried. 6 when absent. */
  readonly tries?: number;
  /** First wait before another try, doubled each time. Milliseconds; 500 when absent. */
  readonly patience?: number;
  readonly signal?: AbortSignal;
}

/** A server that asks for more is as good as gone. Milliseconds. */
const LONGEST_WAIT = 600_000;

/**
 * Tries again what a server or the wire to it spoils, waiting longer each time, or as long as the server asks.
 *
 * @throws OutageError `download` when it is no use; `disk` at once when this side cannot write
 */
export async function withTries<T>(
  url: string,
  { tries = 6, patience = 500, signal }: TryOptions,
  work: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (cause) {
      signal?.throwIfAborted();
      if (isDisk(cause)) throw new OutageError('disk', `writing what ${url} sends`, { cause });
      const refusal = cause instanceof Refusal ? cause : undefined;
      if (refusal?.isFinal === true || attempt >= tries) {
        throw new OutageError('download', `${url}: ${reasonOf(cause)}`, { cause });
      }
      const asked = refusal?.retryAfter;
      const wait = asked === undefined ? patience * 2 ** (attempt - 1) : asked * 1000;
      await sleep(Math.max(0, Math.min(wait, LONGEST_WAIT)), undefined, signal && { signal });
    }
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
