import type { Sampler } from './sampler.ts';
import type { SurfaceMaterial } from './scene-file.ts';
import { cross, dot, fromBasis, normalize, scale, tangents, type Vec3 } from './vector.ts';

/** A material at one place: all colours in linear light, 0–1. */
export interface Surface {
  /** Of the body under the coat. */
  readonly body: Vec3;
  /** Of light that goes through, 0 for most. */
  readonly through: Vec3;
  /** Mirrored at right angles. */
  readonly mirror: Vec3;
  /** GGX alpha. */
  readonly alpha: number;
}

/** What a surface sends on: `value` = reflected radiance for incoming radiance 1, the cosine included. */
export interface Scattered {
  readonly value: Vec3;
  /** Per steradian, of the direction among those that `scatter` draws. */
  readonly density: number;
}

/**
 * Of the coat over a body of colour `colour`: the share that the body keeps of light going down and up again, with the
 * light that the coat throws back at the body summed up; as in Mitsuba's smooth plastic, internal reflectance after Egan and Hilgeman.
 */
export function surfaceOf(material: SurfaceMaterial, colour: Vec3): Surface {
  const alpha = Math.max(0.02, material.roughness ** 2);
  if (material.kind === 'metal') return { body: [0, 0, 0], through: [0, 0, 0], mirror: colour, alpha };
  const { ior, seeThrough } = material;
  const normal = ((ior - 1) / (ior + 1)) ** 2;
  const inside = ior === 1 ? 0 : Math.max(0, -1.4399 / ior ** 2 + 0.7099 / ior + 0.6681 + 0.0636 * ior);
  const under = (x: number): number => x / (1 - x * inside) / ior ** 2;
  const body: Vec3 = [under(colour[0]), under(colour[1]), under(colour[2])];
  return {
    body: scale(body, 1 - seeThrough),
    through: scale(body, seeThrough),
    mirror: [normal, normal, normal],
    alpha,
  };
}

const BLACK: Scattered = { value: [0, 0, 0], density: 0 };

/**
 * @param n unit normal on the side of `out`
 * @param out towards where the light goes
 * @param into towards where the light comes from
 */
export function scattered(surface: Surface, n: Vec3, out: Vec3, into: Vec3): Scattered {
  const cosOut = Math.max(1e-4, dot(n, out));
  const cosIn = dot(n, into);
  const shiny = shineShare(surface, cosOut);
  const passing = passShare(surface);
  const kept = 1 - schlick(surface.mirror[1], cosOut);
  if (cosIn <= 0) {
    if (passing === 0) return BLACK;
    const amount = (-cosIn / Math.PI) * kept;
    return { value: scale(surface.through, amount), density: (1 - shiny) * passing * (-cosIn / Math.PI) };
  }
  const half = normalize([out[0] + into[0], out[1] + into[1], out[2] + into[2]]);
  const cosHalf = Math.max(0, dot(n, half));
  const cosOutHalf = Math.max(1e-4, dot(out, half));
  const a2 = surface.alpha ** 2;
  const spread = a2 / (Math.PI * (cosHalf * cosHalf * (a2 - 1) + 1) ** 2);
  const shadowOut = smith(a2, cosOut);
  const shine = (spread * shadowOut * smith(a2, cosIn)) / (4 * cosOut);
  const diffuse = (cosIn / Math.PI) * kept * (1 - schlick(surface.mirror[1], cosIn));
  return {
    value: [
      surface.body[0] * diffuse + schlick(surface.mirror[0], cosOutHalf) * shine,
      surface.body[1] * diffuse + schlick(surface.mirror[1], cosOutHalf) * shine,
      surface.body[2] * diffuse + schlick(surface.mirror[2], cosOutHalf) * shine,
    ],
    density: shiny * ((spread * shadowOut) / (4 * cosOut)) + (1 - shiny) * (1 - passing) * (cosIn / Math.PI),
  };
}

/** Draws a direction for light to come from, more often where more of it is sent on. */
export function scatter(surface: Surface, n: Vec3, out: Vec3, sampler: Sampler): Vec3 {
  const [u, v] = tangents(n);
  const choice = sampler.next();
  const a = sampler.next();
  const angle = 2 * Math.PI * sampler.next();
  const shiny = shineShare(surface, Math.max(1e-4, dot(n, out)));
  if (choice < shiny) {
    const half = visibleNormal(surface.alpha, [dot(u, out), dot(v, out), dot(n, out)], a, angle);
    const h = fromBasis(u, v, n, half[0], half[1], half[2]);
    const by = 2 * dot(out, h);
    return [h[0] * by - out[0], h[1] * by - out[1], h[2] * by - out[2]];
  }
  const up = choice < shiny + (1 - shiny) * passShare(surface) ? -1 : 1;
  const r = Math.sqrt(a);
  return fromBasis(u, v, n, r * Math.cos(angle), r * Math.sin(angle), up * Math.sqrt(1 - a));
}

/** How often a bounce is drawn from the coat. */
function shineShare(surface: Surface, cosine: number): number {
  const coat = schlick(surface.mirror[1], cosine);
  const body = Math.max(...surface.body) + Math.max(...surface.through);
  return body === 0 ? 1 : Math.min(0.9, Math.max(coat > 0 ? 0.15 : 0, coat / (coat + body)));
}

function passShare(surface: Surface): number {
  const through = surface.through[1];
  return through === 0 ? 0 : through / (through + surface.body[1]);
}

/** Fresnel reflectance after Schlick, "An Inexpensive BRDF Model", 1994; nothing is mirrored where `normal` is 0. */
function schlick(normal: number, cosine: number): number {
  return normal === 0 ? 0 : normal + (1 - normal) * (1 - Math.min(1, cosine)) ** 5;
}

const smith = (a2: number, cosine: number): number =>
  (2 * cosine) / (cosine + Math.sqrt(a2 + (1 - a2) * cosine * cosine));

/** Heitz, "Sampling the GGX Distribution of Visible Normals", JCGT 2018. `out` and the result stand on z. */
function visibleNormal(alpha: number, out: Vec3, a: number, angle: number): Vec3 {
  const stretched = normalize([alpha * out[0], alpha * out[1], Math.max(1e-4, out[2])]);
  const flat = Math.hypot(stretched[0], stretched[1]);
  const first: Vec3 = flat > 1e-6 ? [-stretched[1] / flat, stretched[0] / flat, 0] : [1, 0, 0];
  const second = cross(stretched, first);
  const r = Math.sqrt(a);
  const x = r * Math.cos(angle);
  // The lower half of the disc is what the slanted view sees less of.
  const s = 0.5 * (1 + stretched[2]);
  const y = (1 - s) * Math.sqrt(Math.max(0, 1 - x * x)) + s * r * Math.sin(angle);
  const z = Math.sqrt(Math.max(0, 1 - x * x - y * y));
  const h = fromBasis(first, second, stretched, x, y, z);
  return normalize([alpha * h[0], alpha * h[1], Math.max(1e-6, h[2])]);
}
