import type { Camera } from '../renderer/camera.ts';
import type { LinearPicture } from '../renderer/linear-picture.ts';
import type { Material } from '../renderer/material.ts';
import { samplePlane } from '../renderer/soft-mask.ts';

/**
 * A material that ink has soaked into: where the stain is 1 it is as before, where it is 0 it is black. The stain is
 * given as the camera sees it on an upright board at `depth`, at any scale.
 */
export function stained(base: Material, stain: LinearPicture, camera: Camera, depth: number): Material {
  const scale = camera.focal / depth;
  return {
    gloss: base.gloss,
    roughness: base.roughness,
    sample(u, v, footU, footV, out) {
      base.sample(u, v, footU, footV, out);
      const s = (camera.centre + u * scale) / camera.width;
      const t = (camera.eyeRow + (camera.eyeHeight - v) * scale) / camera.height;
      out[0]! *= samplePlane(stain.r, s, t);
      out[1]! *= samplePlane(stain.g, s, t);
      out[2]! *= samplePlane(stain.b, s, t);
    },
  };
}
