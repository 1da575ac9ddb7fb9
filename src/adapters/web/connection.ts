import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { UserError } from '../../errors/user-error.ts';
import { withTimeout } from '../../resilience/with-timeout.ts';

export interface Connection {
  /** @throws UserError `web-port` */
  open(): Promise<void>;
  close(): Promise<void>;
  readonly connected: boolean;
  /** The port that it listens on, which is another than asked for where that was 0. */
  readonly port: number;
}

/** Milliseconds that a request's head, and all of a request, may take to arrive: forty megabytes come slowly from a phone. */
const ARRIVAL_TIMEOUTS = { headersTimeout: 15_000, requestTimeout: 180_000 } as const;

/** Lines that are open at once: those of all pages, and what these ask for meanwhile. */
const MAX_CONNECTIONS = 4_000;

/** Milliseconds that requests under way are given at the end. */
const CLOSE_TIMEOUT = 1_500;

/** Listens for browsers. */
export function createConnection(app: Hono, host: string, port: number): Connection {
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: ARRIVAL_TIMEOUTS }) as Server;
  server.maxConnections = MAX_CONNECTIONS;
  return {
    open: () =>
      new Promise((resolve, reject) => {
        server.once('error', (error) => reject(new UserError('web-port', { port }, { cause: error })));
        server.listen(port, host, resolve);
      }),
    async close() {
      if (!server.listening) return;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      await withTimeout(CLOSE_TIMEOUT, closed);
      server.closeAllConnections();
    },
    get connected() {
      return server.listening;
    },
    get port() {
      return (server.address() as AddressInfo | null)?.port ?? port;
    },
  };
}
