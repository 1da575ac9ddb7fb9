/** From 0 to 1 without a corner at either end (Hermite's 3t² − 2t³), and 0 and 1 beyond them. */
export const smoothstep = (t: number): number => (t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t));
