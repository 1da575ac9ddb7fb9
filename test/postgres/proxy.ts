import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface DatabaseProxy {
  /** The database's address by way of the proxy. */
  readonly url: string;
  /** Ends the connection of the next who says this: before the server hears it, or before it is heard to answer. */
  cutAt(text: string, when: 'before' | 'after'): void;
  /** Ends all connections and takes none until `open`. */
  close(): void;
  open(): void;
  /** How many connections there were. */
  readonly connections: number;
  stop(): Promise<void>;
}

/** What may happen to a network between a process and its database. */
export async function startProxy(url: string): Promise<DatabaseProxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let cut: { readonly text: string; readonly when: 'before' | 'after' } | undefined;
  let closed = false;
  let connections = 0;
  const server = createServer((client) => {
    if (closed) return void client.destroy();
    connections++;
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.end();
      });
    }
    client.on('data', (chunk) => {
      if (cut === undefined || !chunk.includes(cut.text)) return void upstream.write(chunk);
      const { when } = cut;
      cut = undefined;
      if (when === 'after') upstream.write(chunk);
      client.destroy();
    });
    upstream.on('data', (chunk) => client.write(chunk));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  const own = new URL(url);
  own.port = String(address.port);
  const endAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: own.href,
    cutAt(text, when) {
      cut = { text, when };
    },
    close() {
      closed = true;
      endAll();
    },
    open() {
      closed = false;
    },
    get connections() {
      return connections;
    },
    async stop() {
      endAll();
      server.close();
      await once(server, 'close');
    },
  };
}
