import type { LinearRgb } from './linear-colour.ts';
import type { Material } from './material.ts';

/** A line of sight or of light; `hit` functions shorten it to the nearest surface and write that surface's facts. */
export interface Ray {
  ox: number;
  oy: number;
  oz: number;
  /** Unit direction. */
  dx: number;
  dy: number;
  dz: number;
  /** Distance to the nearest surface found so far. */
  t: number;
  /** That surface's unit normal, outwards. */
  nx: number;
  ny: number;
  nz: number;
  /** Place on it, decimetres. */
  u: number;
  v: number;
  /** Index of its material among the solid's. */
  materialIndex: number;
}

/** What light passes through: glass, ice, a drink. */
export interface Transmission {
  /** Refractive index: ice 1.31, water 1.33, glass 1.5. */
  readonly ior: number;
  /** Share of red, green and blue that is left after one decimetre. */
  readonly tint: LinearRgb;
  /** Where two overlap, the higher one fills the place: a drink over the glass it stands in. */
  readonly priority: number;
}

/** What a solid is made of, as its surface shows it. */
export interface SolidMaterial {
  readonly surface: Material;
  /** Reflectance straight on: 0.04 for paint, glaze and plastic, 0.6–0.95 for metal. */
  readonly reflectance: number;
  /** Width of the blur of reflections, as a slope. */
  readonly roughness: number;
  /** Reflections take the surface's colour, as on metal. */
  readonly metal?: boolean;
  /** How far light creeps round into the shade, 0–1: cream, wax, petals, skin of fruit. */
  readonly subsurface?: number;
  /** Present = the surface's colour is not looked at, and light goes through. */
  readonly transmission?: Transmission;
  /** Light of its own, above the surface's: a flame. */
  readonly emission?: LinearRgb;
}

/** x0, y0, z0, x1, y1, z1. */
export type Bounds = readonly [number, number, number, number, number, number];

/** Something that stands in a set. */
export interface Solid {
  /** Box around it. */
  readonly bounds: Bounds;
  /** At most 64. */
  readonly materials: readonly SolidMaterial[];
  /** Whether a part of it may shade another part of it. */
  readonly selfShadows: boolean;
  /** It is a hollow in a wall: it shades nothing but itself. */
  readonly recessed?: boolean;
  /** Share of light that its shadow lets through, 0–1; 0 where absent. */
  readonly shadowTransmittance?: number;
  /** Shortens the ray to this solid if it is nearer, and says whether it was. */
  hit(ray: Ray): boolean;
  /** Whether it stands in the way from the ray's origin up to `limit`. */
  occludes(ray: Ray, limit: number): boolean;
  /** Share of the light from everywhere that its own shape leaves to a place on it; all, where it is absent. */
  openness?(x: number, y: number, z: number): number;
}

export const createRay = (): Ray => ({
  ox: 0,
  oy: 0,
  oz: 0,
  dx: 0,
  dy: 0,
  dz: 1,
  t: Number.POSITIVE_INFINITY,
  nx: 0,
  ny: 0,
  nz: 0,
  u: 0,
  v: 0,
  materialIndex: 0,
});

/** Sends a ray from a point in a direction of length 1, as far as it goes. In place. */
export function aimRay(ray: Ray, x: number, y: number, z: number, dx: number, dy: number, dz: number): void {
  ray.ox = x;
  ray.oy = y;
  ray.oz = z;
  ray.dx = dx;
  ray.dy = dy;
  ray.dz = dz;
  ray.t = Number.POSITIVE_INFINITY;
}

/** Surfaces nearer than this are the one that the ray has just left. */
export const NEAR = 1e-4;
