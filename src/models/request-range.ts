import { defined } from '../collections/defined.ts';

/** A part of a file: bytes from `start` up to, but not including, `end` of `total`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
  readonly total: number;
}

/** A server's answer other than the file. */
export class HttpError extends Error {
  /** Seconds after which the server wants to be asked again. */
  readonly retryAfter: number | undefined;
  /** Whether asking again is no use. */
  readonly isFinal: boolean;

  constructor(status: number, retryAfter: string | null) {
    super(`the server answers ${status}`);
    this.isFinal = status >= 400 && status < 500 && status !== 408 && status !== 429;
    const seconds = Number(retryAfter);
    this.retryAfter = retryAfter !== null && Number.isFinite(seconds) ? seconds : undefined;
  }
}

/**
 * Asks for a part of a file and yields its bytes as they come, never more than were asked for.
 *
 * @throws Error saying how the server's answer cannot be the part; Refusal; whatever the connection breaks with
 */
export async function* requestRange(
  url: string,
  range: ByteRange,
  headers: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const response = await ask(url, { ...headers, range: `bytes=${range.start}-${range.end - 1}` }, signal);
  let ignore = leadIn(response, range);
  if (response.body === null) throw new Error('the server sends nothing');
  let missing = range.end - range.start;
  const reader = response.body.getReader();
  try {
    while (missing > 0) {
      const { done, value } = await reader.read();
      if (done) throw new Error(`the connection ended ${missing} bytes early`);
      const part = value.subarray(ignore, ignore + missing);
      ignore -= Math.min(ignore, value.length);
      missing -= part.length;
      if (part.length > 0) yield part;
    }
  } finally {
    // What follows the part is not wanted, however the connection ends.
    await reader.cancel().catch(() => {});
  }
}

/** Asks a server how long a file is. */
export async function requestLength(
  url: string,
  headers: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<number> {
  const response = await ask(url, { ...headers, range: 'bytes=0-0' }, signal);
  await response.body?.cancel();
  const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
  const bytes = Number(response.status === 206 ? total : response.headers.get('content-length'));
  if (!Number.isSafeInteger(bytes) || bytes <= 0) {
    throw new Error('the server does not say how long the file is');
  }
  return bytes;
}

async function ask(url: string, headers: Record<string, string>, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(url, { headers, ...defined({ signal }) });
  if (response.status === 200 || response.status === 206) return response;
  await response.body?.cancel();
  throw new HttpError(response.status, response.headers.get('retry-after'));
}

/** How many bytes come before the range, of a server that sends the whole file. */
function leadIn({ headers, status }: Response, { start, total }: ByteRange): number {
  if ((headers.get('content-type') ?? '').startsWith('text/html')) {
    throw new Error('the server sends a web page');
  }
  const checkTotal = (found: number): void => {
    if (found !== total) throw new Error(`the server has ${found} bytes where ${total} are published`);
  };
  if (status === 200) {
    checkTotal(Number(headers.get('content-length') ?? total));
    return start;
  }
  const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('content-range') ?? '');
  if (range === null) throw new Error('the server does not say which part it sends');
  if (Number(range[1]) !== start) throw new Error('the server sends another part than was asked for');
  if (range[2] !== '*') checkTotal(Number(range[2]));
  return 0;
}
