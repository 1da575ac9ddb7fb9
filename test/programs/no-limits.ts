/** Settings that lift every limit on what a person or a workspace may ask for. */
export const NO_LIMITS: Readonly<Record<string, string>> = Object.fromEntries(
  ['USER', 'WORKSPACE'].flatMap((who) =>
    ['OPEN', 'HOURLY', 'DAILY'].map((what) => [`LIMIT_${who}_${what}`, '0'] as const),
  ),
);
