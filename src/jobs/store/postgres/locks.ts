/**
 * What advisory locks are for; the second number of each says in which schema, or for whom. No other program's in the
 * same database.
 */
export const LOCKS = {
  migrations: 7_221_001,
  bot: 7_221_002,
  /** Counting the jobs of a workspace until one more is written. */
  limits: 7_221_003,
  /** Finding out that nobody uses a file any more. */
  files: 7_221_004,
} as const;
