import type { LightPicture } from '../light-picture.ts';
import { depthAt } from './camera.ts';
import type { Frame } from './look.ts';
import type { Strip } from './profile.ts';
import { schlick } from './render-room.ts';
import { createRay } from './solid.ts';
import { firstOf, grainAt, type Still } from './still.ts';
import { lookAround } from './surroundings.ts';
import { radiance } from './trace.ts';

/**
 * Adds the mirror images of solids to glossy level boards, in place: the room's own image in the gloss is replaced
 * by the solid's where the mirrored ray meets one.
 */
export function mirrorSolids(
  still: Still,
  frame: Frame,
  strips: readonly Strip[],
  picture: LightPicture,
): void {
  const { camera, solids, around } = still;
  const ray = createRay();
  const thing = new Float32Array(3);
  const room = new Float32Array(3);
  for (const strip of strips) {
    if (strip.kind !== 'level' || strip.material.gloss < 0.1) continue;
    const { gloss, roughness } = strip.material;
    const bottom = Math.min(camera.height, frame.top + frame.height * 2);
    for (let row = frame.top; row < bottom; row++) {
      const z = depthAt(camera, row + 0.5, strip.y);
      if (z < strip.near || z > strip.far) continue;
      for (let column = frame.left; column < frame.left + frame.width; column++) {
        const x = ((column + 0.5 - camera.centre) * z) / camera.focal;
        const far = Math.hypot(x, camera.eyeHeight - strip.y, z);
        const dy = (camera.eyeHeight - strip.y) / far;
        // A rough board is asked in several directions.
        let [r, g, b] = [0, 0, 0];
        const asked = roughness > 0.06 ? 4 : 1;
        for (let k = 0; k < asked; k++) {
          const jitter = grainAt(column + 19 * k, row + 7 * k) - 0.5;
          const other = grainAt(row + 31 * k, column) - 0.5;
          ray.ox = x;
          ray.oy = strip.y + 1e-3;
          ray.oz = z;
          ray.dx = x / far + roughness * 0.7 * jitter;
          ray.dy = dy + roughness * 1.2 * other * dy;
          ray.dz = z / far;
          ray.t = Number.POSITIVE_INFINITY;
          const solid = firstOf(solids, ray);
          if (solid === undefined) continue;
          const share = 1 / (asked * (1 + roughness * 3 * ray.t));
          radiance(still, solid, ray, 0.5 + jitter, 1, undefined, thing);
          lookAround(around, ray.ox, ray.oy, ray.oz, ray.dx, ray.dy, ray.dz, roughness, room);
          r += share * (Math.min(2, thing[0]!) - room[0]!);
          g += share * (Math.min(2, thing[1]!) - room[1]!);
          b += share * (Math.min(2, thing[2]!) - room[2]!);
        }
        if (r === 0 && g === 0 && b === 0) continue;
        const fresnel = gloss * schlick(dy) * (1 - 0.6 * roughness);
        const i = row * camera.width + column;
        picture.r.data[i] = Math.max(0, picture.r.data[i]! + fresnel * r);
        picture.g.data[i] = Math.max(0, picture.g.data[i]! + fresnel * g);
        picture.b.data[i] = Math.max(0, picture.b.data[i]! + fresnel * b);
      }
    }
  }
}
