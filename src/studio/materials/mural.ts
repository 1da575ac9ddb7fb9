import { LINEAR_OF_BYTE } from '../../imaging/colour.ts';
import type { Raster } from '../../imaging/raster.ts';
import type { Camera } from '../renderer/camera.ts';
import type { LinearPicture } from '../renderer/linear-picture.ts';
import type { Material } from '../renderer/material.ts';
import { noiseTile } from '../renderer/noise-tile.ts';
import { levelFor, sampleLevel, type TileLevel } from '../renderer/tile.ts';

export interface MuralOptions {
  readonly camera: Camera;
  /** Depth of the upright board that it is painted on, decimetres. */
  readonly depth: number;
  /** How rough the coat looks, 0–1; 0.4 unless said otherwise. */
  readonly tooth?: number;
}

/**
 * A board with a picture painted on it. The picture is given as the camera sees it: one of its pixels is one of the
 * camera's, and its colours are albedo as a screen shows it.
 */
export function mural({ data, width, height }: Raster, options: MuralOptions): Material {
  return painted(width, height, options, (i, level, out) => {
    out[0] = LINEAR_OF_BYTE[data[i * 4]!]! * level;
    out[1] = LINEAR_OF_BYTE[data[i * 4 + 1]!]! * level;
    out[2] = LINEAR_OF_BYTE[data[i * 4 + 2]!]! * level;
  });
}

/** As `mural`, of a picture in linear light. */
export function muralOf({ width, height, r, g, b }: LinearPicture, options: MuralOptions): Material {
  return painted(width, height, options, (i, level, out) => {
    out[0] = r.data[i]! * level;
    out[1] = g.data[i]! * level;
    out[2] = b.data[i]! * level;
  });
}

/** @param read writes the colour of a pixel, times `level`, into out[0…2] */
function painted(
  width: number,
  height: number,
  { camera, depth, tooth = 0.4 }: MuralOptions,
  read: (i: number, level: number, out: Float32Array) => void,
): Material {
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
      const x = Math.max(0, Math.min(width - 1, Math.floor(camera.centre + u * scale)));
      const y = Math.max(0, Math.min(height - 1, Math.floor(camera.eyeRow + (camera.eyeHeight - v) * scale)));
      const grit = tooth === 0 ? 0 : sampleLevel(fine, u * 24, v * 24) * tooth;
      read(y * width + x, 1 + grit * 0.05, out);
      out[3] = grit * 0.07;
      out[4] = 1;
    },
  };
}
