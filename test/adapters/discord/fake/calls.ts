import type { IncomingMessage } from 'node:http';
import type { MessageBody } from './rules.ts';

/** A call that was made. */
export interface Call {
  readonly method: string;
  /** Below /api/v10, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly body: unknown;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly multipart: boolean;
  /** Milliseconds. */
  readonly at: number;
  status?: number;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal of Discord's, by its code. */
export function refusal(status: number, code: number, message = 'refused'): Answer {
  return { status, body: { code, message } };
}

export async function readCall(request: IncomingMessage): Promise<Call> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const data = Buffer.concat(parts);
  const url = new URL(request.url ?? '/', 'http://fake');
  const type = request.headers['content-type'] ?? '';
  const multipart = type.startsWith('multipart/form-data');
  const files = new Map<string, Uint8Array>();
  let body: unknown;
  if (multipart) {
    const form = await new Response(data, { headers: { 'content-type': type } }).formData();
    for (const [name, value] of form) {
      if (name === 'payload_json') body = JSON.parse(String(value));
      else if (typeof value !== 'string') files.set(value.name, new Uint8Array(await value.arrayBuffer()));
    }
  } else if (data.length > 0) {
    body = JSON.parse(data.toString());
  }
  return {
    method: request.method ?? 'GET',
    path: decodeURIComponent(url.pathname).replace(/^\/api\/v10/, ''),
    query: url.searchParams,
    authorization: request.headers.authorization,
    body,
    files,
    multipart,
    at: performance.now(),
  };
}

/** A call's body as a message's. */
export function messageOf({ body }: Call): MessageBody {
  return (body ?? {}) as MessageBody;
}
