import { createServer } from 'node:net';
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';
import { ALLOCATOR_SETTING } from '../../../src/app/restart-with-allocator.ts';
import { watchEventLoop } from '../../event-loop.ts';
import { type Look, PROBE_SOCKET } from './look.ts';

/**
 * Loaded into the bot's process before the bot: tells everybody who connects how the process is, and what held its event
 * loop since the last look. Silent in the launcher, and in threads.
 */
function answer(socket: string): void {
  let loop = watchEventLoop();
  createServer((asking) => {
    const { longest, longestWork } = loop.stop();
    loop = watchEventLoop();
    const { heapUsed: heap, external } = process.memoryUsage();
    const peak = process.resourceUsage().maxRSS * 1024;
    asking.end(JSON.stringify({ peak, heap, external, longest, longestWork } satisfies Look));
  })
    .listen(socket)
    // The bot ends when it has nothing left to do, whether somebody looks or not.
    .unref();
}

const socket = process.env[PROBE_SOCKET];
if (isMainThread && socket !== undefined && process.env[ALLOCATOR_SETTING] !== undefined) answer(socket);
