/** What one input may take of the product. */
export const LIMITS = {
  /** Processor time of all threads together until it counts as a hang, in milliseconds: unlike a clock's time it does
   * not depend on what else the machine does. */
  work: 2_000,
  /** A clock's time until it counts as a hang that waits for nothing, in milliseconds. */
  wait: 60_000,
  /** Resident memory above rest, in bytes. */
  memory: 300 * 2 ** 20,
  /** Processor time of the main thread between two turns of its event loop, in milliseconds. */
  hold: 50,
  /** Characters of what is said of an error. */
  sentence: 300,
} as const;
