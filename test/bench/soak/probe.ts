import { readFileSync } from 'node:fs';
import { watchEventLoop } from '../../event-loop.ts';
import type { Look } from './look.ts';

/**
 * Loaded into the bot's process before the bot: answers every message of its parent with how the process is, and what
 * held its event loop since the last look.
 */
let loop = watchEventLoop();

process.on('message', () => {
  const { longest, longestWork } = loop.stop();
  loop = watchEventLoop();
  const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage();
  const look: Look = {
    resident: rss + residentOfChildren(),
    peak: process.resourceUsage().maxRSS * 1024,
    heap: heapUsed,
    external,
    arrayBuffers,
    longest,
    longestWork,
  };
  process.send?.(look);
});
// The bot ends when it has nothing left to do, whether somebody looks or not.
process.channel?.unref();

/** Bytes of the processes that the bot has started; 0 where the system does not tell. */
function residentOfChildren(): number {
  try {
    const pids = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean);
    return pids.reduce((sum, pid) => {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      return sum + Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
    }, 0);
  } catch {
    return 0;
  }
}
