import type { Clear, Meeting } from './model.ts';
import { along, dot, normalize, scale, type Vec3 } from './vector.ts';

/** The two ways on from the border of a clear thing. */
export interface Border {
  /** The share of light that is mirrored, 0–1. */
  readonly mirrored: number;
  readonly back: Vec3;
  readonly through: Vec3;
  /** The far side: 1 = the outer side of the flat triangle, −1 = its inner side. */
  readonly ahead: 1 | -1;
}

/**
 * What happens to light that meets the border of a clear thing.
 *
 * @param ratio refractive index before the border by that after it
 */
export function meetGlass(
  { lean }: Clear,
  { flat, smooth }: Meeting,
  at: Vec3,
  towards: Vec3,
  ratio: number,
): Border {
  const ahead = dot(towards, flat) < 0 ? -1 : 1;
  const face = scale(flat, -ahead);
  let n = scale(lean ? lean(at, smooth) : smooth, -ahead);
  if (dot(n, towards) > -1e-3) n = face;
  const cosine = -dot(n, towards);
  const beyond2 = 1 - ratio * ratio * (1 - cosine * cosine);
  const back = mirror(towards, n, face);
  if (beyond2 <= 0) return { mirrored: 1, back, through: towards, ahead };
  const beyond = Math.sqrt(beyond2);
  const bent = normalize(along(scale(towards, ratio), n, ratio * cosine - beyond));
  return {
    mirrored: fresnel(cosine, beyond, ratio),
    back,
    through: dot(bent, face) < -1e-4 ? bent : towards,
    ahead,
  };
}

/** Unpolarised Fresnel reflectance from the cosines on both sides and ratio = n before / n after. */
function fresnel(cosine: number, beyond: number, ratio: number): number {
  const parallel = (cosine - ratio * beyond) / (cosine + ratio * beyond);
  const upright = (ratio * cosine - beyond) / (ratio * cosine + beyond);
  return 0.5 * (parallel * parallel + upright * upright);
}

function mirror(towards: Vec3, n: Vec3, face: Vec3): Vec3 {
  const out = along(towards, n, -2 * dot(towards, n));
  return dot(out, face) > 1e-4 ? out : along(towards, face, -2 * dot(towards, face));
}
