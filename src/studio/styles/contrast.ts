import type { OklabPlanes } from '../../imaging/oklab-planes.ts';

/**
 * How far the picture's colours are spread, OKLab times 100: about 5 for a pastel scene, 25 for a harsh one; from 4
 * to 24. What counts as an edge is measured by it.
 */
export function contrastOf({ l, a, b }: OklabPlanes): number {
  let [sl, sa, sb, square, n] = [0, 0, 0, 0, 0];
  for (let i = 0; i < l.data.length; i += 7) {
    const [pl, pa, pb] = [l.data[i]!, a.data[i]!, b.data[i]!];
    sl += pl;
    sa += pa;
    sb += pb;
    square += pl * pl + pa * pa + pb * pb;
    n++;
  }
  const variance = square / n - (sl / n) ** 2 - (sa / n) ** 2 - (sb / n) ** 2;
  return Math.min(24, Math.max(4, Math.sqrt(Math.max(0, variance))));
}
