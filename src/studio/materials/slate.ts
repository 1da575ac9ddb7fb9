import { seededRandom } from '../../imaging/random.ts';
import type { Material } from '../renderer/material.ts';
import { noiseTile } from '../renderer/noise-tile.ts';
import { levelFor, sampleLevel, type TileLevel } from '../renderer/tile.ts';
import { createRamp, type MaterialOptions, writeRampColour } from './colour-ramp.ts';
import { defineMaterial } from './define-material.ts';

/** Riven slate: dark, in shallow layers whose edges catch the light. */
export const slate = defineMaterial({
  name: 'slate',
  title: { ko: '석판', en: 'slate' },
  words: [
    {
      ko: {
        슬레이트: 'slate',
        돌: 'stone',
        검은돌: 'black stone',
        현무암: 'basalt',
        돌판: 'stone plate',
        석판: 'slate board',
        자갈: 'pebbles',
        바위: 'rock',
        흑요석: 'obsidian',
      },
      en: ['stone', 'black stone', 'rock', 'basalt'],
    },
  ],
  shownBy: 'table',
  prompt: 'dark slate',
  lightness: { natural: 0.28, range: [0.2, 0.42] },
  make,
});

function make(options: MaterialOptions): Material {
  const random = seededRandom(options.seed);
  const ramp = createRamp(
    [
      [0.17, 0.01, 250],
      [0.27, 0.014, 245],
      [0.4, 0.016, 240],
    ],
    options,
  );
  const noise = noiseTile();
  const place = random() * 64;
  const [lu, lv] = options.lightAlong;
  let foot = -1;
  let cloud: TileLevel = noise.levels[0]!;
  let layer = cloud;
  let tooth = cloud;
  /** Height of the split stone: terraces, each with a short steep edge. */
  const height = (u: number, v: number): number => {
    const raw =
      sampleLevel(cloud, place + u * 0.42, place + v * 0.6) * 3.2 +
      sampleLevel(layer, place * 2 + u * 1.9, v * 2.3) * 0.6;
    const step = Math.floor(raw);
    const within = raw - step;
    return step + (within < 0.8 ? within * 0.35 : 0.28 + (within - 0.8) * 3.6);
  };
  return {
    gloss: 0.34,
    roughness: 0.22,
    sample(u, v, footU, footV, out) {
      const wide = Math.max(footU, 0.6 * footV);
      if (wide !== foot) {
        foot = wide;
        cloud = levelFor(noise, wide * 0.8);
        layer = levelFor(noise, wide * 2.6);
        tooth = levelFor(noise, wide * 22);
      }
      const here = height(u, v);
      const reach = Math.max(0.03, wide);
      const lit = (height(u + lu * reach, v + lv * reach) - here) / (reach / 0.03);
      const blot = sampleLevel(layer, place * 3 + u * 0.8, v * 0.8);
      const grit = sampleLevel(tooth, place * 5 + u * 22, v * 22);
      const fine = sampleLevel(tooth, place * 7 + u * 9, v * 9 + u * 2);
      writeRampColour(ramp, 0.45 + blot * 0.24 + fine * 0.16 + grit * 0.13, 1, out);
      out[3] = Math.max(-0.6, Math.min(0.9, -lit * 2.2)) + fine * 0.16 + grit * 0.14;
      out[4] = Math.max(0.2, 0.8 + fine * 0.8 + grit * 0.5);
    },
  };
}
