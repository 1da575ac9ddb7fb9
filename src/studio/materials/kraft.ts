import { seededRandom } from '../../imaging/random.ts';
import type { Material } from '../renderer/material.ts';
import { noiseTile } from '../renderer/noise-tile.ts';
import { levelFor, sampleLevel, type Tile, type TileLevel } from '../renderer/tile.ts';
import { createRamp, type MaterialOptions, writeRampColour } from './colour-ramp.ts';
import { defineMaterial } from './define-material.ts';
import { fibreTile } from './fibre.ts';

let flecks: Tile | undefined;

/** Brown wrapping paper: fine ribs, short dark and light fibres. */
export const kraft = defineMaterial({
  name: 'kraft',
  title: { ko: '크라프트지', en: 'kraft paper' },
  words: [
    {
      ko: {
        크라프트지: 'kraft paper',
        크라프트: 'kraft paper',
        갱지: 'brown paper',
        종이봉투: 'paper bag',
        골판지: 'corrugated cardboard',
        박스종이: 'cardboard',
      },
      en: ['kraft', 'brown paper', 'cardboard'],
    },
  ],
  shownBy: 'paper-cut',
  prompt: 'kraft paper',
  lightness: { natural: 0.68, range: [0.54, 0.76] },
  make,
});

function make(options: MaterialOptions): Material {
  flecks ??= fibreTile({ count: 1500, length: 22, bend: 0.5, width: 1 }, 0x9bf3);
  const tile = flecks;
  const random = seededRandom(options.seed);
  const ramp = createRamp(
    [
      [0.54, 0.07, 65],
      [0.68, 0.07, 70],
      [0.77, 0.06, 75],
    ],
    options,
    0.55,
  );
  const noise = noiseTile();
  const place = random() * 64;
  let foot = -1;
  let cloud: TileLevel = noise.levels[0]!;
  let rib = cloud;
  let tooth = cloud;
  let strand: TileLevel = tile.levels[0]!;
  return {
    gloss: 0.06,
    roughness: 0.5,
    sample(u, v, footU, footV, out) {
      const wide = Math.max(footU, 0.6 * footV);
      if (wide !== foot) {
        foot = wide;
        cloud = levelFor(noise, wide * 1.2);
        rib = levelFor(noise, wide * 16);
        tooth = levelFor(noise, wide * 40);
        strand = levelFor(tile, wide);
      }
      const slow = sampleLevel(cloud, place + u * 0.6, place + v * 0.6);
      const lines = sampleLevel(rib, place * 2 + u * 18, v * 1.2);
      const grit = sampleLevel(tooth, place * 3 + u * 40, v * 40);
      const dark = sampleLevel(strand, place + u, v);
      const pale = sampleLevel(strand, place * 2 + v, u);
      writeRampColour(
        ramp,
        0.55 + slow * 0.2 + lines * 0.1 + grit * 0.14 - dark * 0.26 + pale * 0.16,
        1,
        out,
      );
      out[3] = lines * 0.05 + grit * 0.05;
      out[4] = 1;
    },
  };
}
