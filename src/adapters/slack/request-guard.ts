import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';

/**
 * Most bytes of a request. The largest that Slack sends hold a message of 40,000 characters twice, percent-encoded; the
 * library would take four times as much. What nobody has signed is no more than a knock.
 */
const MAX_BYTES = 2 ** 20;
const MAX_BYTES_UNSIGNED = 2 ** 12;

/** How long a whole request, and its headers, may take to arrive, in milliseconds. */
export const ARRIVAL_TIMEOUTS = { requestTimeout: 20_000, headersTimeout: 10_000 } as const;

/**
 * Hands requests on to the library that it can deal with. It reads bodies in a promise that nobody waits for, and takes
 * whatever JSON there is for an object: a signed `null` would end the process.
 */
export function guardRequests(
  listener: RequestListener,
  path: string,
  parts: { turn(): Promise<void>; onRejected(error: unknown): void },
): RequestListener {
  return (request, response) => {
    // What comes to any other path is refused by an error that only the library's own caller expects.
    if (request.method !== 'POST' || pathOf(request) !== path) return listener(request, response);
    receive(request, response, listener, parts.turn).catch((error: unknown) => {
      parts.onRejected(error);
      refuse(response, 500);
    });
  };
}

async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  listener: RequestListener,
  turn: () => Promise<void>,
): Promise<void> {
  // Hundreds may come in one turn of the event loop, and to read and verify one is work.
  await turn();
  const signed = request.headers['x-slack-signature'] !== undefined;
  const body = await bodyOf(request, signed ? MAX_BYTES : MAX_BYTES_UNSIGNED);
  if (body === undefined) return refuse(response, 413);
  if (!holdsObject(body.toString(), request.headers['content-type'])) return refuse(response, 400);
  // Where the library finds it, it reads no more.
  listener(Object.assign(request, { rawBody: body }), response);
}

function pathOf({ url = '' }: IncomingMessage): string | undefined {
  return URL.canParse(url, 'http://localhost') ? new URL(url, 'http://localhost').pathname : undefined;
}

/** Undefined where there is more than `max`: the rest is not kept. Rejects where the line breaks. */
function bodyOf(request: IncomingMessage, max: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > max) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let length = 0;
    request.on('data', (part: Buffer) => {
      length += part.length;
      if (length > max) {
        parts.length = 0;
        resolve(undefined);
      } else parts.push(part);
    });
    request.on('end', () => resolve(Buffer.concat(parts)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('the request was broken off')));
  });
}

/** Whether what the library will take for JSON begins as an object does; whether it is whole, the library finds out. */
function holdsObject(text: string, type: string | undefined): boolean {
  if (type !== 'application/x-www-form-urlencoded') return OBJECT.test(text);
  const { payload } = parse(text);
  return typeof payload !== 'string' || OBJECT.test(payload);
}

const OBJECT = /^[ \t\r\n]*\{/;

function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) return;
  // Whoever sends too much is not listened to any further.
  response.writeHead(status, { connection: 'close' });
  response.end();
}
