import type { Lane } from '../engines/ports.ts';

/** Where nodes wait for their turn. The bot's executor gives queues; the command line runs everything at once. */
export interface Lanes {
  /** Runs `work` when the lane has room; rejects with the signal's reason when it fires while waiting. */
  run<T>(lane: Lane, work: () => Promise<T>, signal: AbortSignal): Promise<T>;
}

/** No waiting: for one ad at a time. */
export const immediateLanes: Lanes = {
  async run(_lane, work, signal) {
    signal.throwIfAborted();
    return work();
  },
};
