import type { Oklch } from '../../imaging/colour.ts';
import { paintCoat } from '../materials/paint.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';
import type { SolidMaterial } from '../renderer/solid.ts';

/**
 * A coat with print on it: a round mark and a few ruled lines, which stand for words without saying any.
 *
 * @param low and `high`: heights between which the print stands, decimetres, `half` its half width
 */
export function labelled(ground: Oklch, ink: Oklch, low: number, high: number, half: number): SolidMaterial {
  const coat = paintCoat(oklchToLinear(ground), 0.1);
  const print = oklchToLinear(ink);
  return {
    surface: {
      gloss: 0,
      roughness: 0.2,
      sample(u, v, footU, footV, out) {
        coat.sample(u, v, footU, footV, out);
        const s = Math.abs(u) / half;
        const t = (v - low) / (high - low);
        if (s > 1.1 || t < -0.05 || t > 1.05) return;
        const line = (distance: number, width: number): number =>
          Math.min(1, Math.max(0, (width - Math.abs(distance)) / Math.max(0.004, footV) + 0.5));
        let share = 0;
        // A mark above and three lines of different length below it.
        const mark = Math.hypot(u / half, (t - 0.78) * ((high - low) / half));
        share = Math.max(share, Math.min(1, Math.max(0, (0.17 - Math.abs(mark - 0.3)) * 8)) * 0.9);
        for (const [at, reach, thick] of LINES) {
          if (s < reach) share = Math.max(share, line((t - at) * (high - low), thick));
        }
        for (let i = 0; i < 3; i++) out[i]! += (print[i]! - out[i]!) * share * 0.85;
      },
    },
    reflectance: 0.045,
    roughness: 0.14,
  };
}

const LINES: readonly (readonly [at: number, reach: number, thick: number])[] = [
  [0.46, 0.62, 0.022],
  [0.34, 0.4, 0.009],
  [0.27, 0.48, 0.009],
  [0.08, 0.24, 0.007],
];

/** The same material, its surface's second coordinate counted from `from`. */
export const shifted = (material: SolidMaterial, from: number): SolidMaterial => ({
  ...material,
  surface: {
    ...material.surface,
    sample: (u, v, footU, footV, out) => material.surface.sample(u, v + from, footU, footV, out),
  },
});
