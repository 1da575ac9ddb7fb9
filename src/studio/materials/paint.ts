import type { LinearRgb } from '../renderer/linear-colour.ts';
import type { Material } from '../renderer/material.ts';
import { noiseTile } from '../renderer/noise-tile.ts';
import { levelFor, sampleLevel, type TileLevel } from '../renderer/tile.ts';

/**
 * An even coat of colour with a fine tooth.
 *
 * @param tooth how rough it looks, 0–1
 */
export function paintCoat(colour: LinearRgb, tooth = 0.3, gloss = 0, roughness = 0.4): Material {
  const noise = noiseTile();
  const [r, g, b] = colour;
  let foot = -1;
  let fine: TileLevel = noise.levels[0]!;
  return {
    gloss,
    roughness,
    sample(u, v, footU, footV, out) {
      const wide = Math.max(footU, footV);
      if (wide !== foot) {
        foot = wide;
        fine = levelFor(noise, wide * 24);
      }
      const grit = tooth === 0 ? 0 : sampleLevel(fine, u * 24, v * 24) * tooth;
      const level = 1 + grit * 0.05;
      out[0] = r * level;
      out[1] = g * level;
      out[2] = b * level;
      out[3] = grit * 0.07;
      out[4] = 1;
    },
  };
}
