import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { IsolatedRequest } from './wire.ts';

/** Milliseconds between looks: at most so long a decoder goes on that takes too much. */
const INTERVAL = 4;

/**
 * The thread's whole program. It ends the process, by force, since a decoder's code cannot be interrupted, when
 * memory or processor time run over, or when the process that asked is gone. A text and not a file, since threads
 * of Node 20 take no TypeScript.
 */
const PROGRAM = `
  const { parentPort, workerData: { memory, seconds, parent } } = require('node:worker_threads');
  const limit = process.memoryUsage.rss() + memory;
  const spent = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6; };
  const until = spent() + seconds;
  setInterval(() => {
    if (process.memoryUsage.rss() > limit || spent() > until || process.ppid !== parent) {
      process.kill(process.pid, 'SIGKILL');
    }
  }, ${INTERVAL});
  parentPort.postMessage('watching');
`;

/** Watches this process from a thread of its own. When this resolves it is watched. */
export async function watchThisProcess({ memory, seconds }: IsolatedRequest): Promise<void> {
  const workerData = { memory, seconds, parent: process.ppid };
  const watcher = new Worker(PROGRAM, { eval: true, workerData, execArgv: [] });
  watcher.unref();
  await once(watcher, 'message');
}
