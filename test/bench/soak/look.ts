/** Name of the variable with the path of the socket by which a bot is asked. */
export const PROBE_SOCKET = 'SOAK_PROBE_SOCKET';

/** What the bot's own process says of itself at a moment: bytes and milliseconds. */
export interface Look {
  /** The most that was resident so far, of the process alone. */
  readonly peak: number;
  readonly heap: number;
  readonly external: number;
  /** The longest that the event loop was held since the look before. */
  readonly longest: number;
  /** As much of it as was the thread's own processor time: see LoopDelay. */
  readonly longestWork: number;
}
