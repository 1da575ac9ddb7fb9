import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HealthSources {
  /** Whether the process works; asked for `/healthz`. */
  alive(): boolean;
  /** What keeps it from taking work; empty when nothing does. Asked for `/readyz`. */
  notReadyReasons(): Promise<readonly string[]>;
  metrics(): Promise<{ readonly text: string; readonly contentType: string }>;
}

export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * `/healthz`, `/readyz` and `/metrics` for whoever watches over the bot, on the loopback interface alone and under its
 * own names alone: a page in a browser on this machine whose name was made to mean the loopback interface learns nothing.
 *
 * @param port 0 = any free one
 */
export async function startHealthServer(port: number, sources: HealthSources): Promise<HealthServer> {
  const server = createServer((request, response) => {
    if (!isOwnName(request)) {
      response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('not here\n');
      return;
    }
    answer(request.url ?? '', response, sources).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  server.unref();
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Names of the loopback interface, as they stand in a request's Host. */
const OWN_NAMES: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

function isOwnName({ headers: { host = '' }, socket: { localPort } }: IncomingMessage): boolean {
  return OWN_NAMES.some(
    (name) =>
      host.toLowerCase() === `${name}:${localPort}` || (localPort === 80 && host.toLowerCase() === name),
  );
}

async function answer(url: string, response: ServerResponse, sources: HealthSources): Promise<void> {
  const [path] = url.split('?');
  const send = (status: number, text: string, type = 'text/plain; charset=utf-8'): void => {
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
    response.end(text);
  };
  if (path === '/healthz') {
    const alive = sources.alive();
    return send(alive ? 200 : 503, alive ? 'ok\n' : 'failing\n');
  }
  if (path === '/readyz') {
    const reasons = await sources.notReadyReasons();
    return send(reasons.length === 0 ? 200 : 503, reasons.length === 0 ? 'ok\n' : `${reasons.join('\n')}\n`);
  }
  if (path === '/metrics') {
    const { text, contentType } = await sources.metrics();
    return send(200, text, contentType);
  }
  send(404, 'not found\n');
}
