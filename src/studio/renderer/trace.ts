import { fresnel, leave, mediumOf } from './clear-media.ts';
import { createDiffuseLight, diffuse } from './diffuse.ts';
import { sampleEnvironment } from './environment.ts';
import { aimRay, createRay, type Ray, type Solid, type SolidMaterial, type Transmission } from './solid.ts';
import { nearestSolid, type TracedScene, type Visibility } from './traced-scene.ts';
import { estimateVisibility, traceVisibility } from './visibility.ts';

/** A camera ray goes through at most so many surfaces, and is reflected at most so often. */
const SURFACES = 8;
const DEEPEST = 2;

/** Working memory for each depth, so that nothing is made while looking. */
const levels = Array.from({ length: DEEPEST + 2 }, () => ({
  ray: createRay(),
  onward: createRay(),
  lit: createDiffuseLight(),
  visibility: { key: 1, second: 1, sky: 1 } satisfies Visibility,
  seen: new Float32Array(3),
  inside: [] as Transmission[],
}));

/**
 * Light that comes back along the ray from the surface that it has met.
 *
 * @param turn turns the points that are asked for shadows, 0–1
 * @param depth 0 for what the camera sees
 * @param known how much light reaches the place, where that is known
 */
export function radiance(
  scene: TracedScene,
  solid: Solid,
  ray: Ray,
  turn: number,
  depth: number,
  known: Visibility | undefined,
  out: Float32Array,
): void {
  const material = solid.materials[ray.materialIndex] ?? solid.materials[0]!;
  if (material.transmission !== undefined) refracted(scene, material.transmission, ray, turn, depth, out);
  else scattered(scene, solid, material, ray, turn, depth, known, out);
}

function scattered(
  scene: TracedScene,
  solid: Solid,
  material: SolidMaterial,
  ray: Ray,
  turn: number,
  depth: number,
  known: Visibility | undefined,
  out: Float32Array,
): void {
  const { lit, visibility, seen } = levels[depth]!;
  if (known === undefined) {
    if (depth === 0) traceVisibility(scene, solid, ray, turn, visibility);
    else estimateVisibility(scene, solid, ray, visibility);
  }
  diffuse(scene, solid, ray, known ?? visibility, lit);
  const { r, g, b, reflectance } = lit;
  out[0] = r;
  out[1] = g;
  out[2] = b;
  if (reflectance < 0.004) return;
  const [mr, mg, mb] = material.metal === true ? [lit.albedoR, lit.albedoG, lit.albedoB] : WHITE;
  const { dx, dy, dz, nx, ny, nz, t } = ray;
  const facing = dx * nx + dy * ny + dz * nz;
  const sky = (known ?? visibility).sky;
  glance(
    scene,
    material.roughness < 0.25,
    ray.ox + dx * t + nx * 1e-3,
    ray.oy + dy * t + ny * 1e-3,
    ray.oz + dz * t + nz * 1e-3,
    dx - 2 * facing * nx,
    dy - 2 * facing * ny,
    dz - 2 * facing * nz,
    material.roughness,
    turn,
    depth,
    seen,
  );
  // What is shut in a corner mirrors the corner.
  const share = reflectance * (0.35 + 0.65 * sky);
  out[0] = r + share * mr * seen[0]!;
  out[1] = g + share * mg * seen[1]!;
  out[2] = b + share * mb * seen[2]!;
}

const WHITE = [1, 1, 1] as const;

/** What is seen from a point along a direction: things if `things`, else the room. */
function glance(
  scene: TracedScene,
  things: boolean,
  x: number,
  y: number,
  z: number,
  dx: number,
  dy: number,
  dz: number,
  spread: number,
  turn: number,
  depth: number,
  out: Float32Array,
): void {
  if (things && depth < DEEPEST) {
    const { ray } = levels[depth]!;
    aimRay(ray, x, y, z, dx, dy, dz);
    const found = nearestSolid(scene.casters, ray);
    if (found !== undefined) {
      radiance(scene, found, ray, turn, depth + 1, undefined, out);
      return;
    }
  }
  sampleEnvironment(scene.environment, x, y, z, dx, dy, dz, spread, out);
}

/**
 * Follows the ray through glass, ice and drinks: bent and partly mirrored at each surface, tinted in between
 * (Snell, Fresnel, Beer and Lambert). Mirror images are followed at the first surface only; from those inside, the
 * room is seen.
 */
function refracted(
  scene: TracedScene,
  transmission: Transmission,
  ray: Ray,
  turn: number,
  depth: number,
  out: Float32Array,
): void {
  const { onward, seen, inside } = levels[depth]!;
  inside.length = 0;
  aimRay(onward, ray.ox, ray.oy, ray.oz, ray.dx, ray.dy, ray.dz);
  onward.t = ray.t;
  onward.nx = ray.nx;
  onward.ny = ray.ny;
  onward.nz = ray.nz;
  let here = transmission;
  let r = 0;
  let g = 0;
  let b = 0;
  // What is left of the light of a ray that has come so far.
  let wr = 1;
  let wg = 1;
  let wb = 1;
  for (let surface = 0; surface < SURFACES; surface++) {
    const { dx, dy, dz, t } = onward;
    const x = onward.ox + dx * t;
    const y = onward.oy + dy * t;
    const z = onward.oz + dz * t;
    let { nx, ny, nz } = onward;
    let cosine = dx * nx + dy * ny + dz * nz;
    const entering = cosine < 0;
    const before = mediumOf(inside);
    if (entering) inside.push(here);
    else leave(inside, here);
    const after = mediumOf(inside);
    if (!entering) {
      nx = -nx;
      ny = -ny;
      nz = -nz;
    } else cosine = -cosine;
    onward.ox = x;
    onward.oy = y;
    onward.oz = z;
    const ratio = (before?.ior ?? 1) / (after?.ior ?? 1);
    if (ratio !== 1) {
      const root = 1 - ratio * ratio * (1 - cosine * cosine);
      const rx = dx + 2 * cosine * nx;
      const ry = dy + 2 * cosine * ny;
      const rz = dz + 2 * cosine * nz;
      if (root <= 0) {
        // Mirrored wholly, it stays where it was.
        if (entering) leave(inside, here);
        else inside.push(here);
        onward.dx = rx;
        onward.dy = ry;
        onward.dz = rz;
      } else {
        const bent = Math.sqrt(root);
        const mirrors = fresnel(cosine, bent, ratio);
        if (mirrors > 0.004 && surface < 6) {
          const outside = surface === 0 && depth < DEEPEST;
          glance(
            scene,
            outside,
            x + nx * 1e-3,
            y + ny * 1e-3,
            z + nz * 1e-3,
            rx,
            ry,
            rz,
            0.01,
            turn,
            depth,
            seen,
          );
          // Inside, the image is broken up by the walls: it glimmers and does not glare.
          const max = surface === 0 ? 30 : 1.6;
          const share = surface === 0 ? mirrors : mirrors * 0.6;
          r += wr * share * Math.min(max, seen[0]!);
          g += wg * share * Math.min(max, seen[1]!);
          b += wb * share * Math.min(max, seen[2]!);
        }
        wr *= 1 - mirrors;
        wg *= 1 - mirrors;
        wb *= 1 - mirrors;
        const along = ratio * cosine - bent;
        onward.dx = ratio * dx + along * nx;
        onward.dy = ratio * dy + along * ny;
        onward.dz = ratio * dz + along * nz;
      }
    }
    onward.t = Number.POSITIVE_INFINITY;
    if (surface === SURFACES - 1) {
      // Lost between the walls of the glass: it comes out somewhere.
      const { bounce } = scene.environment;
      r += wr * 0.8 * bounce[0];
      g += wg * 0.8 * bounce[1];
      b += wb * 0.8 * bounce[2];
      break;
    }
    const next = nearestSolid(scene.casters, onward);
    const medium = mediumOf(inside);
    if (next === undefined) {
      sampleEnvironment(scene.environment, x, y, z, onward.dx, onward.dy, onward.dz, 0.004, seen);
      r += wr * Math.min(3, seen[0]!);
      g += wg * Math.min(3, seen[1]!);
      b += wb * Math.min(3, seen[2]!);
      break;
    }
    if (medium !== undefined) {
      wr *= medium.tint[0] ** onward.t;
      wg *= medium.tint[1] ** onward.t;
      wb *= medium.tint[2] ** onward.t;
    }
    const material = next.materials[onward.materialIndex] ?? next.materials[0]!;
    if (material.transmission === undefined) {
      radiance(scene, next, onward, turn, depth + 1, undefined, seen);
      r += wr * seen[0]!;
      g += wg * seen[1]!;
      b += wb * seen[2]!;
      break;
    }
    here = material.transmission;
  }
  out[0] = r;
  out[1] = g;
  out[2] = b;
}
