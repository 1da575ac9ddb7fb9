import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defined } from '../../src/collections/defined.ts';

/** What goes wrong with a request; undefined = nothing. */
export type Fault =
  | { readonly kind: 'drop'; readonly after: number }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string }
  | { readonly kind: 'longer-than-sent'; readonly by: number }
  | { readonly kind: 'wrong-total' }
  | { readonly kind: 'wrong-part' }
  | { readonly kind: 'web-page' }
  | { readonly kind: 'wrong-bytes' }
  | { readonly kind: 'no-ranges' };

export interface HubServer extends AsyncDisposable {
  readonly url: string;
  /** Requests for files: path, range, and whether a token came along. */
  readonly requests: {
    readonly path: string;
    readonly range: string | undefined;
    readonly token: string | undefined;
  }[];
}

/**
 * A hub on this machine with one repository, whose wires break as told: `fault` is asked what is to go wrong with the
 * request numbered `request` (from 0) for a file, the `again`-th (from 0) for bytes up to the same end.
 */
export async function startHub(
  files: Readonly<Record<string, Buffer>>,
  fault: (path: string, request: number, again: number) => Fault | undefined = () => undefined,
  repository = 'maker/model',
): Promise<HubServer> {
  const requests: HubServer['requests'] = [];
  const counts = new Map<string, number>();
  const count = (what: string): number => {
    const before = counts.get(what) ?? 0;
    counts.set(what, before + 1);
    return before;
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://hub');
    if (pathname.startsWith(`/api/models/${repository}/tree/main`)) return list(files, response);
    const path = pathname.replace(`/${repository}/resolve/main/`, '');
    const bytes = files[path];
    if (bytes === undefined) return void response.writeHead(404).end();
    requests.push({ path, range: request.headers.range, token: request.headers.authorization });
    const number = count(path);
    const again = count(`${path} up to ${request.headers.range?.split('-')[1] ?? 'the end'}`);
    serve(bytes, request, response, fault(path, number, again));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

function list(files: Readonly<Record<string, Buffer>>, response: ServerResponse): void {
  const entries = Object.entries(files).map(([path, bytes]) => ({
    type: 'file',
    path,
    size: bytes.length,
    ...defined({
      lfs: path.endsWith('.safetensors') ? { oid: sha256(bytes), size: bytes.length } : undefined,
    }),
  }));
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(entries));
}

function serve(
  bytes: Buffer,
  request: IncomingMessage,
  response: ServerResponse,
  fault: Fault | undefined,
): void {
  if (fault?.kind === 'status') {
    const headers = fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter };
    return void response.writeHead(fault.status, headers).end();
  }
  if (fault?.kind === 'web-page') {
    return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>please log in</html>');
  }
  const range = fault?.kind === 'no-ranges' ? null : /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
  const [start, end] = range === null ? [0, bytes.length] : [Number(range[1]), Number(range[2]) + 1];
  let body = bytes.subarray(start, end);
  if (fault?.kind === 'wrong-bytes') body = Buffer.alloc(body.length, 7);
  const total = fault?.kind === 'wrong-total' ? bytes.length + 1 : bytes.length;
  const from = fault?.kind === 'wrong-part' ? start + 1 : start;
  const length = body.length + (fault?.kind === 'longer-than-sent' ? fault.by : 0);
  response.writeHead(range === null ? 200 : 206, {
    'content-type': 'application/octet-stream',
    'content-length': String(length),
    ...defined({ 'content-range': range === null ? undefined : `bytes ${from}-${end - 1}/${total}` }),
  });
  if (fault?.kind === 'drop') {
    response.write(body.subarray(0, fault.after), () => response.destroy());
    return;
  }
  if (fault?.kind === 'longer-than-sent') {
    response.write(body, () => response.destroy());
    return;
  }
  response.end(body);
}
