import type { Oklch } from '../../imaging/colour.ts';
import { seededRandom } from '../../imaging/random.ts';
import type { Material } from '../renderer/material.ts';
import { noiseTile } from '../renderer/noise-tile.ts';
import { levelFor, sampleLevel, type TileLevel } from '../renderer/tile.ts';
import { createRamp, type MaterialOptions, writeRampColour } from './colour-ramp.ts';

/** Polished veined stone. */
export interface Stone {
  /** From the vein's middle to the ground, OKLCH. */
  readonly stops: readonly Oklch[];
  /** How strong the broad, middle and hair veins are, 0–1. */
  readonly veins: readonly [broad: number, middle: number, hair: number];
  /** Slow clouds in the ground, 0–1 of the ramp. */
  readonly clouds: number;
  readonly gloss: number;
}

/**
 * Veins are the zero lines of noise whose place is bent by slower noise; they swell, thin out and break off. A vein
 * thinner than a pixel takes a pixel's width and that much less strength.
 */
export function stone(kind: Stone, options: MaterialOptions): Material {
  const random = seededRandom(options.seed);
  const ramp = createRamp(kind.stops, options, 0.9);
  const noise = noiseTile();
  const place = random() * 64;
  const turn = (random() < 0.5 ? 1 : -1) * (0.45 + 0.5 * random());
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const [broad, middle, hair] = kind.veins;
  let foot = -1;
  let slow: TileLevel = noise.levels[0]!;
  let fast = slow;
  let fine = slow;
  return {
    gloss: kind.gloss,
    roughness: 0.045,
    sample(u, v, footU, footV, out) {
      const wide = Math.max(footU, 0.6 * footV);
      if (wide !== foot) {
        foot = wide;
        slow = levelFor(noise, wide * 0.5);
        fast = levelFor(noise, wide * 1.6);
        fine = levelFor(noise, wide * 5);
      }
      const a = u * cos + v * sin;
      const b = v * cos - u * sin;
      const bendA = sampleLevel(slow, place + a * 0.3, place + b * 0.42);
      const bendB = sampleLevel(slow, place * 2 + a * 0.38, b * 0.5);
      const jag = sampleLevel(fast, place * 3 + a * 1.7, b * 2.3);
      const fret = sampleLevel(fine, place * 4 + a * 4.6, b * 6);
      const x = a + 0.8 * bendA + 0.16 * jag;
      const y = b + 0.9 * bendB + 0.15 * jag + 0.035 * fret;
      const first = sampleLevel(slow, place * 5 + x * 0.13, y * 0.62);
      const second = sampleLevel(fast, place * 7 + x * 0.5 + 0.3 * bendB, y * 1.3);
      const third = sampleLevel(fast, place * 11 + x * 1.1 + bendA, y * 2.1 + 0.5 * first);
      const swell = clamp(0.45 + 1.1 * bendB + 0.7 * jag);
      const one = broad * vein(first, 0.018 + 0.05 * swell * swell, wide * 0.62) * (0.55 + 0.45 * swell);
      // Colour has bled from the vein into the stone, more to one side.
      const haze =
        broad * vein(first, first > 0 ? 0.5 : 0.16, 0) * (0.16 + 0.5 * clamp(bendA + 0.2 * jag + 0.1));
      const two =
        middle * vein(second, 0.03 + 0.03 * swell, wide * 1.3) * clamp(0.25 + 1.7 * bendA + 0.8 * first);
      const three = hair * vein(third, 0.03, wide * 2.1) * clamp(0.2 + 1.5 * bendB + 0.6 * jag);
      const grain = sampleLevel(fine, place * 13 + u * 5, v * 5);
      const dark = Math.max(one, two, three) * 0.8 + 0.25 * (one + two + three) + haze;
      writeRampColour(
        ramp,
        0.93 - kind.clouds * (0.45 - bendA * 0.8 - jag * 0.5 - fret * 0.25) - dark + grain * 0.02,
        1,
        out,
      );
      out[3] = 0;
      out[4] = 1;
    },
  };
}

/** 1 on the zero line of a noise, 0 beyond `width` of it; `min` is the width of a pixel in the same measure. */
function vein(noise: number, width: number, min: number): number {
  const real = Math.max(width, min);
  const share = Math.abs(noise) / real;
  if (share >= 1) return 0;
  const t = 1 - share;
  return (t * t * (3 - 2 * t) * width) / real;
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
