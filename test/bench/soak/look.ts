/** How the bot's process is at a moment: bytes and milliseconds. */
export interface Look {
  /** Of the process and those that it has started. */
  readonly resident: number;
  /** The most that was resident so far, of the process alone. */
  readonly peak: number;
  readonly heap: number;
  readonly external: number;
  readonly arrayBuffers: number;
  /** The longest that the event loop was held since the look before. */
  readonly longest: number;
  /** As much of it as was the thread's own processor time: see LoopDelay. */
  readonly longestWork: number;
}
