import type { OklabPlanes } from '../oklab-planes.ts';

/**
 * How much light is left at a pixel, as a share of the lit ground's, and how far its colour is off a mere shade of
 * the ground (OKLab × 100). Less light scales linear colours, and so OKLab's, all by one factor.
 */
export function shadeAt(
  lab: OklabPlanes,
  ground: OklabPlanes,
  i: number,
): { readonly left: number; readonly off: number } {
  const [gl, ga, gb] = [ground.l.data[i]!, ground.a.data[i]!, ground.b.data[i]!];
  const [l, a, b] = [lab.l.data[i]!, lab.a.data[i]!, lab.b.data[i]!];
  const left = (l * gl + a * ga + b * gb) / (gl * gl + ga * ga + gb * gb + 1e-6);
  return { left, off: Math.hypot(l - left * gl, a - left * ga, b - left * gb) };
}

/** How dark a shadow may be: lightness left, as a share of the lit ground's. */
const DEEPEST_SHADOW = 0.36;

/**
 * Whether a pixel may be ground in shadow, by its colour.
 *
 * @param spread of the ground, OKLab × 100
 */
export function isShade(lab: OklabPlanes, ground: OklabPlanes, i: number, spread: number): boolean {
  const { left, off } = shadeAt(lab, ground, i);
  if (left < DEEPEST_SHADOW || left > 1.06) return false;
  // In deep shadow more of the light comes from round about and dyes it.
  return off < 1.6 + 3.5 * (1 - Math.min(1, left)) + 0.6 * Math.min(4, spread);
}
