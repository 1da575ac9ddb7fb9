import type { Sampler } from './sampler.ts';
import type { Scene } from './scene-file.ts';
import { along, cross, fromBasis, normalize, subtract, type Vec3 } from './vector.ts';

export interface Ray {
  readonly from: Vec3;
  readonly towards: Vec3;
}

/** Draws a ray through pixel (x, y), counted from the upper left. */
export type Camera = (x: number, y: number, sampler: Sampler) => Ray;

/** A thin lens: what lies at the focus distance is sharp, the rest is as soft as the opening is wide. */
export function createCamera({ camera, width, height }: Pick<Scene, 'camera' | 'width' | 'height'>): Camera {
  const ahead = normalize(subtract(camera.towards, camera.from));
  const right = normalize(cross(ahead, [0, 1, 0]));
  const up = cross(right, ahead);
  const half = Math.tan((camera.fieldOfView * Math.PI) / 360);
  return (x, y, sampler) => {
    const px = ((2 * (x + tent(sampler.next()))) / height - width / height) * half;
    const py = (1 - (2 * (y + tent(sampler.next()))) / height) * half;
    const sharp = along(camera.from, fromBasis(right, up, ahead, px, py, 1), camera.focus);
    const r = camera.aperture * Math.sqrt(sampler.next());
    const angle = 2 * Math.PI * sampler.next();
    const from = fromBasis(right, up, ahead, r * Math.cos(angle), r * Math.sin(angle), 0);
    const lens: Vec3 = [camera.from[0] + from[0], camera.from[1] + from[1], camera.from[2] + from[2]];
    return { from: lens, towards: normalize(subtract(sharp, lens)) };
  };
}

/** A place in the pixel and half its neighbours, most often in the middle. */
const tent = (u: number): number => 0.5 + (u < 0.5 ? Math.sqrt(2 * u) - 1 : 1 - Math.sqrt(2 - 2 * u)) * 0.8;
