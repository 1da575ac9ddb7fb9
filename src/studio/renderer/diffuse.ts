import { lampAt } from './light.ts';
import type { Ray, Solid } from './solid.ts';
import type { TracedScene, Visibility } from './traced-scene.ts';

/** What is known of a lit surface before its reflection is. */
export interface DiffuseLight {
  /** Light that it scatters. */
  r: number;
  g: number;
  b: number;
  /** Colour of its material. */
  albedoR: number;
  albedoG: number;
  albedoB: number;
  /** Share of the light that it mirrors towards the eye. */
  reflectance: number;
}

export const createDiffuseLight = (): DiffuseLight => ({
  r: 0,
  g: 0,
  b: 0,
  albedoR: 0,
  albedoG: 0,
  albedoB: 0,
  reflectance: 0,
});

const sample = new Float32Array(5);
const NONE = [0, 0, 0] as const;

/** Light scattered by the surface that the ray has met, into `lit`. */
export function diffuse(
  scene: TracedScene,
  solid: Solid,
  ray: Ray,
  visibility: Visibility,
  lit: DiffuseLight,
): void {
  const { camera, lights, environment } = scene;
  const material = solid.materials[ray.materialIndex] ?? solid.materials[0]!;
  const { nx, ny, nz, t } = ray;
  const x = ray.ox + ray.dx * t;
  const y = ray.oy + ray.dy * t;
  const z = ray.oz + ray.dz * t;
  const facing = -(ray.dx * nx + ray.dy * ny + ray.dz * nz);
  const foot = t / camera.focal / Math.max(0.15, Math.abs(facing));
  material.surface.sample(ray.u, ray.v, foot, foot, sample);
  const [ar, ag, ab] = [sample[0]!, sample[1]!, sample[2]!];
  const relief = 1 + sample[3]!;
  const soft = material.subsurface ?? 0;
  const key = visibility.key * relief * lampOn(lights.key, x, y, z, nx, ny, nz, soft);
  const second =
    lights.second === undefined
      ? 0
      : visibility.second * relief * lampOn(lights.second, x, y, z, nx, ny, nz, soft);
  const up = 0.5 + 0.5 * ny;
  const under = (1 - up) * (1 - 0.75 * Math.exp(-Math.max(0, y) / 0.25)) * (0.4 + 0.6 * visibility.sky);
  const { fillFrom, fillSides, fill } = lights;
  const toFill = 0.5 + 0.5 * (nx * fillFrom[0] + ny * fillFrom[1] + nz * fillFrom[2]);
  const ambient = up * visibility.sky * (1 - fillSides + 2 * fillSides * toFill) * 1.45;
  const [kr, kg, kb] = lights.key.colour;
  const [sr, sg, sb] = lights.second?.colour ?? NONE;
  const [gr, gg, gb] = material.emission ?? NONE;
  const { bounce } = environment;
  // Metal scatters nothing: all that is seen in it is mirrored.
  const matt = material.metal === true ? 0 : 1;
  lit.r = matt * ar * (kr * key + sr * second + fill[0] * ambient + bounce[0] * under) + gr;
  lit.g = matt * ag * (kg * key + sg * second + fill[1] * ambient + bounce[1] * under) + gg;
  lit.b = matt * ab * (kb * key + sb * second + fill[2] * ambient + bounce[2] * under) + gb;
  lit.albedoR = ar;
  lit.albedoG = ag;
  lit.albedoB = ab;
  const grazing = 1 - Math.min(1, Math.max(0, facing));
  const g2 = grazing * grazing;
  const rough = (1 - material.roughness) ** 3;
  lit.reflectance =
    (material.reflectance + (1 - material.reflectance) * g2 * g2 * grazing * rough) * sample[4]!;
}

/** The lamp's light on a surface; on a soft one it creeps round the edge of the shade. */
function lampOn(
  lamp: TracedScene['lights']['key'],
  x: number,
  y: number,
  z: number,
  nx: number,
  ny: number,
  nz: number,
  soft: number,
): number {
  if (soft === 0) return lampAt(lamp, x, y, z, nx, ny, nz, 0);
  const dx = lamp.at[0] - x;
  const dy = lamp.at[1] - y;
  const dz = lamp.at[2] - z;
  const far = Math.sqrt(dx * dx + dy * dy + dz * dz);
  const cosine = (dx * nx + dy * ny + dz * nz) / far;
  const wrapped = (cosine + soft) / (1 + soft);
  if (wrapped <= 0) return 0;
  // As on a surface that faces the lamp, times the wrapped cosine.
  return lampAt(lamp, x, y, z, dx / far, dy / far, dz / far, 0) * wrapped * wrapped * (1 / (1 + 0.3 * soft));
}
