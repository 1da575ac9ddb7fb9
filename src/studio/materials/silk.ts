import { hexToOklch } from '../../imaging/colour.ts';
import { seededRandom } from '../../imaging/random.ts';
import type { Material } from '../renderer/material.ts';
import { noiseTile } from '../renderer/noise-tile.ts';
import { levelFor, sampleLevel, type TileLevel } from '../renderer/tile.ts';
import { createRamp, type MaterialOptions, writeRampColour } from './colour-ramp.ts';
import { defineMaterial } from './define-material.ts';

/** Satin silk lying in long soft folds: bright ridges, deep valleys. */
export const silk = defineMaterial({
  name: 'silk',
  title: { ko: '실크', en: 'silk' },
  words: [
    {
      ko: {
        실크: 'silk',
        비단: 'silk',
        새틴: 'satin',
        벨벳: 'velvet',
        공단: 'satin',
        쉬폰: 'chiffon fabric',
        천주름: 'draped fabric',
        주름진천: 'draped fabric',
        드레이프: 'draped fabric',
      },
      en: ['satin', 'velvet', 'draped fabric', 'silk fabric'],
      scene: 'fabric',
    },
  ],
  shownBy: 'fabric',
  prompt: 'silk',
  lightness: { range: [0.2, 0.9] },
  make,
});

function make(options: MaterialOptions): Material {
  const random = seededRandom(options.seed);
  const [tintL, tintC, tintH] = hexToOklch(options.tint);
  const own = options.lightness ?? tintL;
  const ramp = createRamp(
    [
      [own - 0.2, tintC * 1.1, tintH - 4],
      [own, tintC, tintH],
      [own + 0.12, tintC * 0.7, tintH + 4],
    ],
    { ...options, tintShare: 0 },
  );
  const noise = noiseTile();
  const place = random() * 64;
  const turn = 0.5 + random() * 0.6;
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const [lu, lv] = options.lightAlong;
  let foot = -1;
  let slow: TileLevel = noise.levels[0]!;
  let thread = slow;
  const height = (u: number, v: number): number => {
    const a = u * cos - v * sin;
    const b = u * sin + v * cos;
    const bend = sampleLevel(slow, place + a * 0.12, place + b * 0.12);
    const fold = Math.sin(a * 1.5 + bend * 7 + sampleLevel(slow, place * 2 + a * 0.2, b * 0.1) * 3);
    return fold * (0.5 + bend) + 0.5 * sampleLevel(slow, place * 3 + a * 0.5 + bend, b * 0.16);
  };
  return {
    gloss: 0.25,
    roughness: 0.35,
    sample(u, v, footU, footV, out) {
      const wide = Math.max(footU, 0.6 * footV);
      if (wide !== foot) {
        foot = wide;
        slow = levelFor(noise, wide * 0.6);
        thread = levelFor(noise, wide * 30);
      }
      const here = height(u, v);
      const lit = here - height(u + lu * 0.1, v + lv * 0.1);
      const line = sampleLevel(thread, place * 5 + u * 30, v * 2.5);
      writeRampColour(ramp, 0.5 + lit * 1.5 + line * 0.04, 1, out);
      out[3] = Math.max(-0.65, Math.min(1.1, lit * 3.2));
      out[4] = Math.max(0.2, Math.min(2, 1 + lit * 5));
    },
  };
}
