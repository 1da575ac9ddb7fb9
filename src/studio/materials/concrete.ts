import { seededRandom } from '../../imaging/random.ts';
import type { Material } from '../renderer/material.ts';
import { noiseTile } from '../renderer/noise-tile.ts';
import { levelFor, sampleLevel, type TileLevel } from '../renderer/tile.ts';
import { createRamp, type MaterialOptions, writeRampColour } from './colour-ramp.ts';
import { defineMaterial } from './define-material.ts';

/** Cast concrete: cloudy, with small pits, nearly matt. */
export const concrete = defineMaterial({
  name: 'concrete',
  title: { ko: '콘크리트', en: 'concrete' },
  words: [
    {
      ko: {
        콘크리트: 'concrete',
        노출콘크리트: 'exposed concrete',
        시멘트: 'cement',
        인더스트리얼: 'industrial concrete',
        회색벽: 'grey concrete wall',
        아스팔트: 'asphalt',
      },
      en: ['cement', 'exposed concrete', 'industrial'],
    },
  ],
  shownBy: 'table',
  prompt: 'smooth concrete',
  lightness: { natural: 0.68, range: [0.42, 0.8] },
  make,
});

function make(options: MaterialOptions): Material {
  const random = seededRandom(options.seed);
  const ramp = createRamp(
    [
      [0.52, 0.006, 80],
      [0.68, 0.006, 85],
      [0.78, 0.006, 90],
    ],
    options,
    0.6,
  );
  const noise = noiseTile();
  const place = random() * 64;
  const [lu, lv] = options.lightAlong;
  let foot = -1;
  let cloud: TileLevel = noise.levels[0]!;
  let patch = cloud;
  let pore = cloud;
  let sand = cloud;
  return {
    gloss: 0.14,
    roughness: 0.3,
    sample(u, v, footU, footV, out) {
      const wide = Math.max(footU, 0.6 * footV);
      if (wide !== foot) {
        foot = wide;
        cloud = levelFor(noise, wide * 0.5);
        patch = levelFor(noise, wide * 2.2);
        pore = levelFor(noise, wide * 9);
        sand = levelFor(noise, wide * 34);
      }
      const slow = sampleLevel(cloud, place + u * 0.33, place + v * 0.33);
      const blot = sampleLevel(patch, place * 2 + u * 1.7 + slow, v * 1.7 - slow);
      const small = sampleLevel(patch, place * 3 + u * 4.1, v * 4.1);
      const hole = sampleLevel(pore, place * 5 + u * 9, v * 9);
      const rim = sampleLevel(pore, place * 5 + u * 9 + lu * 0.22, v * 9 + lv * 0.22);
      const grit = sampleLevel(sand, place * 7 + u * 34, v * 34);
      // Bubbles gathered here and there as it was cast.
      const min = 0.66 - 0.14 * blot;
      const pit = hole > min ? Math.min(1, (hole - min) * 7) : 0;
      const lit = rim > min ? Math.min(1, (rim - min) * 7) : 0;
      writeRampColour(ramp, 0.6 + slow * 0.3 + blot * 0.17 + small * 0.09 + grit * 0.07 - pit * 0.26, 1, out);
      out[3] = 0.5 * (lit - pit) * 0.6 + grit * 0.05;
      out[4] = 0.75 + 0.5 * slow;
    },
  };
}
