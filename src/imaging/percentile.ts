/** The value below which a share (0–1) of all values lies; 0 where there are none. */
export const percentile = (values: Float32Array, share: number): number => percentiles(values)(share);

/** The same of several shares: the values are put in order once. */
export function percentiles(values: Float32Array): (share: number) => number {
  const sorted = values.slice().sort();
  return (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
