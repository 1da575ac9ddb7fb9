import { hexToOklch } from '../../imaging/colour.ts';
import { seededRandom } from '../../imaging/random.ts';
import type { Material } from '../renderer/material.ts';
import { noiseTile } from '../renderer/noise-tile.ts';
import { levelFor, sampleLevel, type Tile, type TileLevel } from '../renderer/tile.ts';
import { createRamp, type MaterialOptions, writeRampColour } from './colour-ramp.ts';
import { defineMaterial } from './define-material.ts';
import { fibreTile } from './fibre.ts';

let fibres: Tile | undefined;

/** Korean mulberry paper: long pale fibres in a cloudy sheet. */
export const hanji = defineMaterial({
  name: 'hanji',
  title: { ko: '한지', en: 'mulberry paper' },
  words: [
    {
      ko: {
        한지: 'hanji paper',
        창호지: 'hanji window paper',
        닥종이: 'mulberry paper',
        수묵화: 'ink wash',
        먹: 'ink wash',
        동양화: 'ink painting',
        문창살: 'lattice window',
      },
      en: ['hanji paper', 'mulberry paper', 'rice paper', 'ink wash'],
      scene: 'hanji',
    },
  ],
  shownBy: 'hanji',
  prompt: 'hanji paper',
  lightness: { range: [0.6, 0.94] },
  make,
});

function make(options: MaterialOptions): Material {
  fibres ??= fibreTile({ count: 520, length: 120, bend: 0.7, width: 1.5 }, 0x4a21);
  const tile = fibres;
  const random = seededRandom(options.seed);
  const [tintL, tintC, tintH] = hexToOklch(options.tint);
  const own = options.lightness ?? Math.max(0.85, tintL);
  const chroma = Math.min(0.035, Math.max(0.015, tintC));
  const ramp = createRamp(
    [
      [own - 0.1, chroma * 1.5, tintH],
      [own, chroma, tintH],
      [own + 0.07, chroma * 0.6, tintH],
    ],
    { ...options, tintShare: 0 },
  );
  const noise = noiseTile();
  const place = random() * 64;
  const [lu, lv] = options.lightAlong;
  let foot = -1;
  let cloud: TileLevel = noise.levels[0]!;
  let tooth = cloud;
  let strand: TileLevel = tile.levels[0]!;
  return {
    gloss: 0,
    roughness: 0.6,
    sample(u, v, footU, footV, out) {
      const wide = Math.max(footU, 0.6 * footV);
      if (wide !== foot) {
        foot = wide;
        cloud = levelFor(noise, wide * 2);
        tooth = levelFor(noise, wide * 26);
        strand = levelFor(tile, wide);
      }
      const slow = sampleLevel(cloud, place + u * 0.5, place + v * 0.5);
      const patch = sampleLevel(cloud, place * 2 + u * 2, v * 2);
      const grit = sampleLevel(tooth, place * 3 + u * 26, v * 26);
      const su = place + u;
      const sv = place * 2 + v;
      const hair = sampleLevel(strand, su, sv);
      const shadow = sampleLevel(strand, su + lu * 0.018, sv + lv * 0.018);
      writeRampColour(
        ramp,
        0.48 + slow * 0.2 + patch * 0.14 + grit * 0.1 + hair * 0.34 - shadow * 0.2,
        1,
        out,
      );
      out[3] = (hair - shadow) * 0.16 + grit * 0.05;
      out[4] = 1;
    },
  };
}
