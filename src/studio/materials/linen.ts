import { hexToOklch } from '../../imaging/colour.ts';
import { seededRandom } from '../../imaging/random.ts';
import type { Material } from '../renderer/material.ts';
import { noiseTile } from '../renderer/noise-tile.ts';
import { levelFor, sampleLevel, type TileLevel } from '../renderer/tile.ts';
import { createRamp, type MaterialOptions, writeRampColour } from './colour-ramp.ts';
import { defineMaterial } from './define-material.ts';

/** Threads in one decimetre: a coarse table cloth. */
const THREADS = 26;

/** Washed linen: woven threads with slubs, and soft creases that the light finds. */
export const linen = defineMaterial({
  name: 'linen',
  title: { ko: '리넨', en: 'linen' },
  words: [
    {
      ko: {
        린넨: 'linen',
        리넨: 'linen',
        면: 'cotton cloth',
        광목: 'cotton cloth',
        천: 'cloth',
        패브릭: 'fabric',
        테이블보: 'tablecloth',
        식탁보: 'tablecloth',
        체크무늬천: 'checked cloth',
        마: 'hemp cloth',
        모시: 'ramie cloth',
      },
      en: ['linen cloth', 'cotton cloth', 'tablecloth', 'cloth'],
    },
  ],
  shownBy: 'table',
  prompt: 'natural linen',
  lightness: { range: [0.34, 0.92] },
  make,
});

function make(options: MaterialOptions): Material {
  const random = seededRandom(options.seed);
  const [tintL, tintC, tintH] = hexToOklch(options.tint);
  const own = options.lightness ?? Math.min(0.9, Math.max(0.35, tintL));
  const chroma = Math.min(tintC, 0.06);
  const ramp = createRamp(
    [
      [own - 0.16, chroma * 1.25, tintH],
      [own, chroma, tintH],
      [own + 0.07, chroma * 0.8, tintH],
    ],
    { ...options, tintShare: 0 },
  );
  const noise = noiseTile();
  const place = random() * 64;
  const turn = (random() - 0.5) * 0.3;
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const [lu, lv] = options.lightAlong;
  let foot = -1;
  let fold: TileLevel = noise.levels[0]!;
  let slubs = fold;
  let seen = 1;
  const crease = (u: number, v: number): number => {
    const bend = sampleLevel(fold, place + u * 0.16, place + v * 0.2);
    const line = sampleLevel(fold, place * 2 + u * 0.3 + bend * 1.4, v * 0.55 + bend);
    return bend * 0.9 + (1 - Math.abs(line) * 1.8) * 0.32;
  };
  return {
    gloss: 0,
    roughness: 0.6,
    sample(u, v, footU, footV, out) {
      const wide = Math.max(footU, 0.6 * footV);
      if (wide !== foot) {
        foot = wide;
        fold = levelFor(noise, wide * 0.6);
        slubs = levelFor(noise, wide * 8);
        seen = Math.min(1, Math.max(0, 1.1 - 2.6 * wide * THREADS));
      }
      const here = crease(u, v);
      const lit = crease(u + lu * 0.14, v + lv * 0.14) - here;
      const p = (u * cos - v * sin + here * 0.12) * THREADS;
      const q = (u * sin + v * cos + here * 0.1) * THREADS;
      const warp = sampleLevel(slubs, place * 3 + Math.floor(p) * 0.37, q * 0.05);
      const weft = sampleLevel(slubs, place * 5 + p * 0.05, Math.floor(q) * 0.37);
      let weave = 0;
      let over = 0;
      if (seen > 0) {
        const fp = p - Math.floor(p);
        const fq = q - Math.floor(q);
        const roundP = 1 - (2 * fp - 1) ** 2;
        const roundQ = 1 - (2 * fq - 1) ** 2;
        over = (Math.floor(p) + Math.floor(q)) & 1;
        const top = over === 1 ? roundP * (0.6 + 0.4 * roundQ) : roundQ * (0.6 + 0.4 * roundP);
        weave = seen * (top - 0.62);
      }
      const thread = over === 1 ? warp : weft;
      writeRampColour(
        ramp,
        0.5 + weave * 0.3 + (seen * thread + (1 - seen) * 0.5 * (warp + weft)) * 0.36,
        1,
        out,
      );
      out[3] = Math.max(-0.7, Math.min(0.7, -lit * 3.4)) + weave * 0.14;
      out[4] = 1;
    },
  };
}
