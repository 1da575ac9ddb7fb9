import { closeSync, openSync, readSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How long this thread's event loop was held, in milliseconds. */
export interface LoopDelay {
  readonly p99: number;
  readonly longest: number;
  /**
   * The most processor time that the thread took between two turns: what it held the loop for by itself, however busy
   * the machine was. Not a number where the system does not tell.
   */
  readonly longestWork: number;
  /** The same of 99 of 100 turns. */
  readonly p99Work: number;
}

/** Milliseconds between looks. */
const RESOLUTION = 5;

/** Starts to watch the event loop of the main thread. */
export function watchEventLoop(): { stop(): LoopDelay } {
  const monitor = monitorEventLoopDelay({ resolution: RESOLUTION });
  const clock = threadClock();
  let last = clock?.read() ?? Number.NaN;
  const works: number[] = [];
  const look = (): void => {
    const now = clock?.read() ?? Number.NaN;
    works.push(now - last);
    last = now;
  };
  const timer = setInterval(look, RESOLUTION);
  monitor.enable();
  return {
    stop() {
      look();
      clearInterval(timer);
      clock?.close();
      monitor.disable();
      // The monitor's own timer is part of what it measures.
      const held = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - RESOLUTION);
      works.sort((a, b) => a - b);
      const [longestWork = 0, p99Work = 0] = [works.at(-1), works[Math.ceil(works.length * 0.99) - 1]];
      return { p99: held(monitor.percentile(99)), longest: held(monitor.max), longestWork, p99Work };
    },
  };
}

/** The main thread's processor time in milliseconds, where the system keeps count (Linux). */
function threadClock(): { read(): number; close(): void } | undefined {
  try {
    const file = openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');
    const bytes = Buffer.alloc(64);
    return {
      read: () => Number(bytes.toString('latin1', 0, readSync(file, bytes, 0, 64, 0)).split(' ')[0]) / 1e6,
      close: () => closeSync(file),
    };
  } catch {
    return undefined;
  }
}
