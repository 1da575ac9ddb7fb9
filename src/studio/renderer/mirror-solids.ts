import { depthAt } from './camera.ts';
import { sampleEnvironment } from './environment.ts';
import { type FirstHits, frameOf, hides } from './first-hits.ts';
import type { LinearPicture } from './linear-picture.ts';
import type { Strip } from './profile.ts';
import { schlick } from './row-light.ts';
import { aimRay, createRay, type Solid } from './solid.ts';
import { radiance } from './trace.ts';
import { interleavedNoise, nearestSolid, type TracedScene } from './traced-scene.ts';

/** Fainter mirror images than this are left out: share of the light. */
const FAINTEST = 0.02;

/**
 * Adds the mirror images of solids to glossy level boards, in place: the room's own image in the gloss is replaced
 * by the solid's where the mirrored ray meets one. On rough boards the image is blurred, so it is worked out for four
 * pixels at once, in several directions.
 */
export function mirrorSolids(
  scene: TracedScene,
  seen: FirstHits,
  strips: readonly Strip[],
  picture: LinearPicture,
): void {
  const { camera, solids, environment } = scene;
  const ray = createRay();
  const thing = new Float32Array(3);
  const room = new Float32Array(3);
  for (const strip of strips) {
    if (strip.kind !== 'level' || strip.material.gloss < 0.1) continue;
    const { gloss, roughness } = strip.material;
    const frame = frameOf(
      camera,
      solids.map((solid) => upsideDown(solid, strip.y)),
    );
    if (frame === undefined) continue;
    const step = roughness > 0.06 ? 2 : 1;
    const asked = roughness > 0.06 ? 4 : 1;
    for (let row = frame.top; row < frame.top + frame.height; row += step) {
      const z = depthAt(camera, row + 0.5 * step, strip.y);
      if (z < strip.near || z > strip.far) continue;
      for (let column = frame.left; column < frame.left + frame.width; column += step) {
        if (hides(seen, solids, column, row) && hides(seen, solids, column + step, row + step)) continue;
        const x = ((column + 0.5 * step - camera.centre) * z) / camera.focal;
        const far = Math.hypot(x, camera.eyeHeight - strip.y, z);
        const dy = (camera.eyeHeight - strip.y) / far;
        const fresnel = gloss * schlick(dy) * (1 - 0.6 * roughness);
        if (fresnel < FAINTEST) continue;
        let r = 0;
        let g = 0;
        let b = 0;
        for (let k = 0; k < asked; k++) {
          const jitter = interleavedNoise(column + 19 * k, row + 7 * k) - 0.5;
          const other = interleavedNoise(row + 31 * k, column) - 0.5;
          const across = x / far + roughness * 0.7 * jitter;
          aimRay(ray, x, strip.y + 1e-3, z, across, dy + roughness * 1.2 * other * dy, z / far);
          const solid = nearestSolid(scene.casters, ray);
          if (solid === undefined) continue;
          const share = fresnel / (asked * (1 + roughness * 3 * ray.t));
          radiance(scene, solid, ray, 0.5 + jitter, 1, undefined, thing);
          sampleEnvironment(environment, ray.ox, ray.oy, ray.oz, ray.dx, ray.dy, ray.dz, roughness, room);
          r += share * (Math.min(2, thing[0]!) - room[0]!);
          g += share * (Math.min(2, thing[1]!) - room[1]!);
          b += share * (Math.min(2, thing[2]!) - room[2]!);
        }
        if (r !== 0 || g !== 0 || b !== 0) addBlock(picture, column, row, step, r, g, b);
      }
    }
  }
}

function addBlock(
  picture: LinearPicture,
  column: number,
  row: number,
  step: number,
  r: number,
  g: number,
  b: number,
): void {
  for (let y = row; y < Math.min(picture.height, row + step); y++) {
    for (let x = column; x < Math.min(picture.width, column + step); x++) {
      const i = y * picture.width + x;
      picture.r.data[i] = Math.max(0, picture.r.data[i]! + r);
      picture.g.data[i] = Math.max(0, picture.g.data[i]! + g);
      picture.b.data[i] = Math.max(0, picture.b.data[i]! + b);
    }
  }
}

/** The solid's mirror image in the level `y`, as far as its bounds go. */
function upsideDown(solid: Solid, y: number): Solid {
  const [x0, y0, z0, x1, y1, z1] = solid.bounds;
  return { ...solid, bounds: [x0, 2 * y - y1, z0, x1, 2 * y - y0, z1] };
}
