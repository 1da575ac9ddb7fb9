import type { OklabPlanes } from '../../oklab-planes.ts';
import { createPlane, type Plane } from '../../raster.ts';

/** Every pixel of a picture as a shade of its ground. Less light scales linear colours, and so OKLab's, by one factor. */
export interface Shading {
  /** How much light is left, as a share of the lit ground's. */
  readonly light: Plane;
  /** How far the colour is off a mere shade of the ground, OKLab × 100. */
  readonly colourDistance: Plane;
}

export function shadingOf(lab: OklabPlanes, ground: OklabPlanes): Shading {
  const { width, height } = lab.l;
  const left = createPlane(width, height);
  const off = createPlane(width, height);
  for (let i = 0; i < left.data.length; i++) {
    const gl = ground.l.data[i]!;
    const ga = ground.a.data[i]!;
    const gb = ground.b.data[i]!;
    const l = lab.l.data[i]!;
    const a = lab.a.data[i]!;
    const b = lab.b.data[i]!;
    const share = (l * gl + a * ga + b * gb) / (gl * gl + ga * ga + gb * gb + 1e-6);
    left.data[i] = share;
    off.data[i] = Math.sqrt((l - share * gl) ** 2 + (a - share * ga) ** 2 + (b - share * gb) ** 2);
  }
  return { light: left, colourDistance: off };
}

/** How dark a shadow may be: lightness left, as a share of the lit ground's. */
const DEEPEST_SHADOW = 0.36;

/**
 * Whether a pixel may be ground in shadow, by its colour.
 *
 * @param spread of the ground, OKLab × 100
 */
export function isShadow(shading: Shading, i: number, spread: number): boolean {
  const left = shading.light.data[i]!;
  if (left < DEEPEST_SHADOW || left > 1.06) return false;
  // In deep shadow more of the light comes from round about and dyes it.
  return shading.colourDistance.data[i]! < 1.6 + 3.5 * (1 - Math.min(1, left)) + 0.6 * Math.min(4, spread);
}
