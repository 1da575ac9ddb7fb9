import { LINEAR_OF_BYTE } from '../../colour.ts';
import { gaussianBlur } from '../../filter.ts';
import type { LightPicture } from '../../light-picture.ts';
import { noiseTile } from '../../noise-tile.ts';
import { createPlane, type Plane, type Raster } from '../../raster.ts';
import type { Camera } from '../../set/camera.ts';
import type { Material } from '../../set/material.ts';
import { levelFor, sampleLevel, type TileLevel } from '../../tile.ts';

export interface MuralOptions {
  readonly camera: Camera;
  /** Depth of the upright board that it is painted on, decimetres. */
  readonly depth: number;
  /** Standard deviation of the lens blur there, pixels; 0 unless said otherwise. */
  readonly blur?: number;
  /** How rough the coat looks, 0–1. */
  readonly tooth?: number;
}

/**
 * A board with a picture painted on it. The picture is given as the camera sees it: one of its pixels is one of the
 * camera's, and its colours are albedo as a screen shows it.
 */
export function mural(picture: Raster, options: MuralOptions): Material {
  const { width, height } = picture;
  const channel = (at: number): Plane => gaussianBlur(linear(picture, at), options.blur ?? 0);
  return muralOf({ width, height, r: channel(0), g: channel(1), b: channel(2) }, options);
}

/** As `mural`, of a picture in linear light. */
export function muralOf(picture: LightPicture, { camera, depth, tooth = 0.4 }: MuralOptions): Material {
  const { width, height } = picture;
  const [r, g, b] = [picture.r.data, picture.g.data, picture.b.data];
  const scale = camera.focal / depth;
  const noise = noiseTile();
  let foot = -1;
  let fine: TileLevel = noise.levels[0]!;
  return {
    gloss: 0,
    roughness: 0.5,
    sample(u, v, footU, _footV, out) {
      if (footU !== foot) {
        foot = footU;
        fine = levelFor(noise, footU * 24);
      }
      const x = Math.max(0, Math.min(width - 1.001, camera.centre + u * scale - 0.5));
      const y = Math.max(0, Math.min(height - 1.001, camera.eyeRow + (camera.eyeHeight - v) * scale - 0.5));
      const left = x | 0;
      const top = y | 0;
      const fx = x - left;
      const fy = y - top;
      const i = top * width + left;
      const j = i + width;
      const grit = tooth === 0 ? 0 : sampleLevel(fine, u * 24, v * 24) * tooth;
      const level = 1 + grit * 0.05;
      const a = (1 - fx) * (1 - fy) * level;
      const c = fx * (1 - fy) * level;
      const d = (1 - fx) * fy * level;
      const e = fx * fy * level;
      out[0] = r[i]! * a + r[i + 1]! * c + r[j]! * d + r[j + 1]! * e;
      out[1] = g[i]! * a + g[i + 1]! * c + g[j]! * d + g[j + 1]! * e;
      out[2] = b[i]! * a + b[i + 1]! * c + b[j]! * d + b[j + 1]! * e;
      out[3] = grit * 0.07;
      out[4] = 1;
    },
  };
}

function linear({ width, height, data }: Raster, at: number): Plane {
  const plane = createPlane(width, height);
  for (let i = 0; i < plane.data.length; i++) plane.data[i] = LINEAR_OF_BYTE[data[i * 4 + at]!]!;
  return plane;
}
