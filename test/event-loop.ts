import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Longest and 99th percentile of the time that the event loop was held, in milliseconds. */
export interface LoopDelay {
  readonly p99: number;
  readonly longest: number;
}

/** Starts to watch how long this thread's event loop is held. */
export function watchEventLoop(): { stop(): LoopDelay } {
  const resolution = 5;
  const monitor = monitorEventLoopDelay({ resolution });
  monitor.enable();
  return {
    stop() {
      monitor.disable();
      // The monitor's own timer is part of what it measures.
      const held = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - resolution);
      return { p99: held(monitor.percentile(99)), longest: held(monitor.max) };
    },
  };
}
