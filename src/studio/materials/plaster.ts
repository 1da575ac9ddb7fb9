import { hexToOklch } from '../../imaging/colour.ts';
import { seededRandom } from '../../imaging/random.ts';
import type { Material } from '../renderer/material.ts';
import { noiseTile } from '../renderer/noise-tile.ts';
import { levelFor, sampleLevel, type TileLevel } from '../renderer/tile.ts';
import { createRamp, type MaterialOptions, writeRampColour } from './colour-ramp.ts';
import { defineMaterial } from './define-material.ts';

/** Hand-smoothed plaster in the tint's own colour: slow clouds, trowel strokes, a fine tooth. */
export const plaster = defineMaterial({
  name: 'plaster',
  title: { ko: '회벽', en: 'plaster' },
  words: [
    {
      ko: {
        회벽: 'plaster wall',
        석고: 'plaster',
        흰벽: 'white plaster wall',
        하얀벽: 'white plaster wall',
        화이트벽: 'white plaster wall',
        미장벽: 'plaster wall',
        스투코: 'stucco',
        황토: 'ochre clay',
        흙벽: 'clay wall',
      },
      en: ['white wall', 'plaster wall', 'stucco', 'clay wall'],
    },
  ],
  shownBy: 'gobo',
  prompt: 'hand-trowelled plaster',
  wall: true,
  lightness: { range: [0.2, 0.93] },
  make,
});

function make(options: MaterialOptions): Material {
  const random = seededRandom(options.seed);
  const [l, c, h] = hexToOklch(options.tint);
  const own = options.lightness ?? l;
  const ramp = createRamp(
    [
      [own - 0.06, c * 1.12, h - 4],
      [own, c, h],
      [own + 0.045, c * 0.9, h + 3],
    ],
    { ...options, tintShare: 0 },
  );
  const noise = noiseTile();
  const place = random() * 64;
  const [lu, lv] = options.lightAlong;
  let foot = -1;
  let cloud: TileLevel = noise.levels[0]!;
  let stroke = cloud;
  let tooth = cloud;
  return {
    gloss: 0,
    roughness: 0.6,
    sample(u, v, footU, footV, out) {
      const wide = Math.max(footU, 0.7 * footV);
      if (wide !== foot) {
        foot = wide;
        cloud = levelFor(noise, wide * 0.4);
        stroke = levelFor(noise, wide * 3);
        tooth = levelFor(noise, wide * 26);
      }
      const slow = sampleLevel(cloud, place + u * 0.36, place + v * 0.36);
      const bend = sampleLevel(cloud, place * 2 + u * 0.5, v * 0.5);
      const su = u * 1.3 + bend * 0.7 + v * 0.35;
      const sv = v * 1.7 + slow * 0.7 - u * 0.3;
      const trowel =
        sampleLevel(stroke, place * 3 + su, sv) + 0.5 * sampleLevel(stroke, place * 4 + su * 2.3, sv * 2.6);
      const lit =
        sampleLevel(stroke, place * 3 + su + lu * 0.1, sv + lv * 0.1) -
        sampleLevel(stroke, place * 3 + su, sv);
      const grit = sampleLevel(tooth, place + u * 26, v * 26);
      writeRampColour(ramp, 0.5 + slow * 0.14 + trowel * 0.14 + grit * 0.07, 1, out);
      out[3] = lit * 0.34 + grit * 0.045;
      out[4] = 1;
    },
  };
}
