import { ellipsoid } from './ellipsoid.ts';
import type { Solid, SolidMaterial } from './solid.ts';

export interface BallOptions {
  readonly x: number;
  /** Of its middle. */
  readonly y: number;
  readonly z: number;
  readonly radius: number;
  /** Squeezed or stretched upright; 1 = a sphere. */
  readonly tall?: number;
  readonly material: SolidMaterial;
}

/** A sphere, or an upright egg. */
export const ball = ({ x, y, z, radius, tall = 1, material }: BallOptions): Solid =>
  ellipsoid({ at: [x, y, z], radius: [radius, radius * tall, radius], material });
