import type { Oklch } from '../../imaging/colour.ts';
import type { Random } from '../../imaging/random.ts';
import { createRamp, writeRampColour } from '../materials/colour-ramp.ts';
import type { Material } from '../renderer/material.ts';
import { noiseTile } from '../renderer/noise-tile.ts';
import type { SolidMaterial } from '../renderer/solid.ts';
import { levelFor, sampleLevel, type TileLevel } from '../renderer/tile.ts';

/** Colours of a drink in layers, from the bottom to the top, and where it turns from one to the other. */
export interface Layers {
  readonly stops: readonly Oklch[];
  /** Height of the middle of the turn and half its width, decimetres. */
  readonly middle: number;
  readonly spread: number;
  /** How far the one sinks into the other in threads, decimetres. */
  readonly threads: number;
}

/** Two drinks poured on each other and not yet stirred. `foot` is what the lathe counts before the sides begin. */
export function layered(
  { stops, middle, spread, threads }: Layers,
  foot: number,
  random: Random,
): SolidMaterial {
  const ramp = createRamp(stops, { seed: 0, tint: '#ffffff', tintShare: 0, lightAlong: [0, 0] });
  const noise = noiseTile();
  const place = random() * 64;
  let known = -1;
  let slow: TileLevel = noise.levels[0]!;
  let fine = slow;
  const material: Material = {
    gloss: 0,
    roughness: 0.2,
    sample(u, v, footU, footV, out) {
      const wide = Math.max(footU, footV);
      if (wide !== known) {
        known = wide;
        slow = levelFor(noise, wide * 1.6);
        fine = levelFor(noise, wide * 5);
      }
      const y = v - foot;
      const drift = sampleLevel(slow, place + u * 0.9, place + y * 0.5);
      const curl = sampleLevel(slow, place * 2 + u * 2.2 + drift * 0.8, y * 0.8 + drift);
      const wisp = sampleLevel(fine, place * 3 + u * 4.4 + curl * 1.6, y * 1.3 + curl * 1.2);
      // Threads hang down from the border and fade with depth.
      const hang = Math.max(0, wisp + 0.2) * threads;
      const t = (y + drift * 0.14 + curl * 0.12 + hang - middle) / spread;
      const share = t <= -1 ? 0 : t >= 1 ? 1 : 0.5 + 0.25 * t * (3 - t * t);
      writeRampColour(ramp, share + wisp * 0.03 + curl * 0.02, 1, out);
      out[3] = 0;
      out[4] = 1;
    },
  };
  return { surface: material, reflectance: 0, roughness: 0.9, subsurface: 0.5 };
}

/** The surface of a drink, seen from above, with a paler rim of foam. */
export function liquidSurface(colour: Oklch, rim: Oklch, radius: number, random: Random): SolidMaterial {
  const ramp = createRamp([colour, rim], { seed: 0, tint: '#ffffff', tintShare: 0, lightAlong: [0, 0] });
  const noise = noiseTile();
  const place = random() * 64;
  const level = noise.levels[0]!;
  const material: Material = {
    gloss: 0,
    roughness: 0.05,
    sample(u, v, _footU, _footV, out) {
      const away = Math.sqrt(u * u + v * v) / radius;
      const swirl = sampleLevel(level, place + u * 2.5, place + v * 2.5);
      const bubbles = sampleLevel(level, place * 2 + u * 11, v * 11);
      const edge = Math.max(0, (away - 0.82 + swirl * 0.09) / 0.18);
      writeRampColour(
        ramp,
        Math.min(1, edge * edge * 0.9 + Math.max(0, swirl) * 0.25 + Math.max(0, bubbles) * edge * 0.6),
        1,
        out,
      );
      out[3] = 0;
      out[4] = 1;
    },
  };
  return { surface: material, reflectance: 0.03, roughness: 0.06, subsurface: 0.3 };
}
