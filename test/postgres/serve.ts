import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { TestProject } from 'vitest/node';
import { type PostgresServer, startPostgres } from './server.ts';

/**
 * For the time of a run: whoever connects to the socket that vitest.config.ts provides is told the address of a
 * PostgreSQL, which is started for the first who asks. A run that needs none starts none.
 *
 * @returns what ends it after the tests
 */
export async function setup({ config }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const { postgres: socket } = config.provide;
  if (socket === undefined) throw new Error('vitest.config.ts says where PostgreSQL is asked for');
  let started: Promise<PostgresServer> | undefined;
  const server = createServer((connection) => {
    connection.on('error', () => {});
    started ??= startPostgres();
    started.then(
      ({ url }) => connection.end(url),
      (error: unknown) => connection.destroy(error instanceof Error ? error : undefined),
    );
  });
  server.listen(socket);
  try {
    await once(server, 'listening');
  } catch (error) {
    // Another project of this run listens there.
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return undefined;
    throw error;
  }
  return async () => {
    server.close();
    await rm(socket, { force: true });
    await (await started)?.stop();
  };
}
