import { lathe } from '../renderer/lathe.ts';
import type { ProfilePoint } from '../renderer/outline.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { GLASS } from './solid-materials.ts';

/** Points of a quarter round from one direction to another, for eased edges. */
export function rounded(
  r: number,
  y: number,
  radius: number,
  from: number,
  to: number,
  steps = 4,
): ProfilePoint[] {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / steps) * Math.PI) / 180;
    return { r: r + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  });
}

/** A smooth outline through the given points (Catmull and Rom), `steps` lines between each two. */
export function smoothed(points: readonly ProfilePoint[], steps = 5): ProfilePoint[] {
  const out: ProfilePoint[] = [];
  for (let i = 0; i < points.length - 1; i++) {
    const a = points[Math.max(0, i - 1)]!;
    const b = points[i]!;
    const c = points[i + 1]!;
    const d = points[Math.min(points.length - 1, i + 2)]!;
    for (let k = 0; k < steps; k++) {
      const t = k / steps;
      const curve = (p: number, q: number, r: number, s: number): number =>
        0.5 *
        (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t * t * t);
      out.push({ r: Math.max(0, curve(a.r, b.r, c.r, d.r)), y: curve(a.y, b.y, c.y, d.y) });
    }
  }
  out.push(points.at(-1)!);
  return out;
}

export interface TumblerOptions {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** Outer radii at the foot and the rim, and the height, decimetres. */
  readonly foot: number;
  readonly rim: number;
  readonly height: number;
  readonly wall: number;
  /** Thickness of the bottom. */
  readonly base: number;
}

/** A drinking glass, wider at the rim, with a heavy bottom. */
export function tumbler(options: TumblerOptions): Solid {
  const { x, y, z, foot, rim, height, wall, base } = options;
  const lip = wall / 2;
  const outline: ProfilePoint[] = [
    { r: 0, y: 0 },
    ...rounded(foot - 0.05, 0.05, 0.05, -90, -4, 8),
    { r: rim, y: height - lip },
    ...rounded(rim - lip, height - lip, lip, 10, 175, 8),
    ...rounded(foot - wall - 0.08, base + 0.08, 0.08, 0, -90, 10),
    { r: 0, y: base },
  ];
  return { ...lathe({ x, y, z, outline, materials: [GLASS], crease: 60 }), shadowTransmittance: 0.72 };
}

/** Inner radius of a tumbler at a height above its foot. */
export const innerRadius = ({ foot, rim, height, wall }: TumblerOptions, at: number): number =>
  foot + ((rim - foot) * at) / height - wall;

/**
 * What fills a tumbler up to `level`: sides in the first material, surface in the second. It reaches a hair into the
 * glass, so that no air shows between.
 */
export function filling(
  options: TumblerOptions,
  level: number,
  sides: SolidMaterial,
  surface: SolidMaterial,
): Solid {
  const { x, y, z, base } = options;
  const into = 0.004;
  const outline: ProfilePoint[] = [
    { r: 0, y: base - into },
    ...rounded(innerRadius(options, base) - 0.08 + into, base + 0.08 - into, 0.08, -90, 0, 10),
    { r: innerRadius(options, level) + into, y: level, material: 1 },
    { r: 0, y: level },
  ];
  return { ...lathe({ x, y, z, outline, materials: [sides, surface] }), selfShadows: false };
}
