import type { LinearRgb } from './linear-colour.ts';
import { type SoftMask, sampleMask } from './soft-mask.ts';

export type Vector = readonly [x: number, y: number, z: number];

/** Something with holes between a lamp and the set. */
export interface Gobo {
  readonly mask: SoftMask;
  /** Middle of the mask in the world, decimetres. */
  readonly at: Vector;
  /** Unit vectors along the mask's rows (to its right) and up its columns, and of the light that passes through. */
  readonly across: Vector;
  readonly up: Vector;
  readonly towardsLamp: Vector;
  /** Width of the mask in decimetres. */
  readonly width: number;
  /** Light that gets through where the mask is 0, as a share. */
  readonly leak: number;
}

/** A lamp with a size: a disc that looks at the set. */
export interface Lamp {
  readonly at: Vector;
  /** Decimetres; a larger lamp throws softer shadows. */
  readonly radius: number;
  /** Light that falls on a card at `target` that faces the lamp: 1 = full light. */
  readonly colour: LinearRgb;
  /** Distance from the place where products stand, squared: light falls off from there. */
  readonly reach: number;
  readonly gobos: readonly Gobo[];
}

/** All light of a set. */
export interface Lights {
  readonly key: Lamp;
  /** A second lamp: rim, neon, a warm bulb. */
  readonly second?: Lamp;
  /** Light from everywhere, brightest from `fillFrom`. */
  readonly fill: LinearRgb;
  readonly fillFrom: Vector;
  /** How one-sided the fill is: 0 = the same from everywhere, 1 = none from behind. */
  readonly fillSides: number;
}

/** Share of the lamp's colour that falls on a point, gobos counted and shadows not: 0, about 1 where products stand. */
export function lampAt(
  lamp: Lamp,
  x: number,
  y: number,
  z: number,
  nx: number,
  ny: number,
  nz: number,
  blur: number,
): number {
  const dx = lamp.at[0] - x;
  const dy = lamp.at[1] - y;
  const dz = lamp.at[2] - z;
  const square = dx * dx + dy * dy + dz * dz;
  const facing = dx * nx + dy * ny + dz * nz;
  if (facing <= 0) return 0;
  let light = (facing * lamp.reach) / (square * Math.sqrt(square));
  for (let i = 0; i < lamp.gobos.length; i++)
    light *= goboAt(lamp.gobos[i]!, lamp.radius, x, y, z, dx, dy, dz, blur);
  return light;
}

/** Share of the light that a gobo lets through to a point; `dx, dy, dz` leads from the point to the lamp. */
function goboAt(
  gobo: Gobo,
  lampRadius: number,
  x: number,
  y: number,
  z: number,
  dx: number,
  dy: number,
  dz: number,
  blur: number,
): number {
  const { at, across, up, towardsLamp } = gobo;
  const qx = at[0] - x;
  const qy = at[1] - y;
  const qz = at[2] - z;
  const way = qx * towardsLamp[0] + qy * towardsLamp[1] + qz * towardsLamp[2];
  // What lies beside the gobo or beyond it is as light as the gobo there: in wide sets its wall goes on.
  const step = Math.max(0, way / (dx * towardsLamp[0] + dy * towardsLamp[1] + dz * towardsLamp[2]));
  if (step >= 1) return 1;
  const hx = dx * step - qx;
  const hy = dy * step - qy;
  const hz = dz * step - qz;
  const s = 0.5 + (hx * across[0] + hy * across[1] + hz * across[2]) / gobo.width;
  const t = 0.5 - ((hx * up[0] + hy * up[1] + hz * up[2]) / gobo.width) * gobo.mask.aspect;
  // The lamp, seen from the point, covers this much of the mask; the lens blurs the point itself.
  const soft = (lampRadius * step * 0.45 + blur * (1 - step)) / gobo.width;
  return gobo.leak + (1 - gobo.leak) * sampleMask(gobo.mask, s, t, soft);
}

export function unit(v: Vector): Vector {
  const length = Math.hypot(v[0], v[1], v[2]);
  return [v[0] / length, v[1] / length, v[2] / length];
}

export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
