import { LINEAR_OF_BYTE } from './colour.ts';
import { createPlane, type Plane, type Raster } from './raster.ts';

/** A picture in OKLab, one plane a channel, all three times 100: L 0–100, a and b about −40–40. */
export interface OklabPlanes {
  readonly l: Plane;
  readonly a: Plane;
  readonly b: Plane;
}

/** The same picture with every channel put through `change`. */
export const mapOklab = ({ l, a, b }: OklabPlanes, change: (plane: Plane) => Plane): OklabPlanes => ({
  l: change(l),
  a: change(a),
  b: change(b),
});

/** Cube roots of 0–1 at 4,096 steps; between them the curve is straight enough, but for the darkest step. */
const STEPS = 4096;
const CUBE_ROOTS = Float32Array.from({ length: STEPS + 2 }, (_, step) => Math.cbrt(step / STEPS));

function cubeRoot(value: number): number {
  const at = value * STEPS;
  const step = at | 0;
  if (step === 0) return Math.cbrt(value);
  const below = CUBE_ROOTS[step]!;
  return below + (CUBE_ROOTS[step + 1]! - below) * (at - step);
}

/** The raster's colours in OKLab; alpha plays no part. Matrices as in colour.ts. */
export function toOklabPlanes(raster: Raster): OklabPlanes {
  const { width, height, data } = raster;
  const planes = {
    l: createPlane(width, height),
    a: createPlane(width, height),
    b: createPlane(width, height),
  };
  const lightness = planes.l.data;
  const greenRed = planes.a.data;
  const blueYellow = planes.b.data;
  for (let i = 0, at = 0; i < lightness.length; i++, at += 4) {
    const r = LINEAR_OF_BYTE[data[at]!]!;
    const g = LINEAR_OF_BYTE[data[at + 1]!]!;
    const b = LINEAR_OF_BYTE[data[at + 2]!]!;
    const long = cubeRoot(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const medium = cubeRoot(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const short = cubeRoot(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    lightness[i] = 100 * (0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short);
    greenRed[i] = 100 * (1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short);
    blueYellow[i] = 100 * (0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short);
  }
  return planes;
}
