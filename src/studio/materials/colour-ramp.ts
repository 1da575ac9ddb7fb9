import type { HexColour } from '../../ad/scene.ts';
import { hexToOklch, type Oklch } from '../../imaging/colour.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';

/** What a material is made for. */
export interface MaterialOptions {
  readonly seed: number;
  /** Mean lightness that it shall have, OKLab 0–1; absent = as it is by nature. */
  readonly lightness?: number;
  /** Colour that it leans to. */
  readonly tint: HexColour;
  /** How much it leans, 0–1. */
  readonly tintShare: number;
  /** Direction of the key light along the surface (u, v), for relief; length up to 1, longer = more raking. */
  readonly lightAlong: readonly [u: number, v: number];
}

/** A ramp of 256 linear colours, three floats each. */
export type Ramp = Float32Array;

/**
 * Colours from first to last stop, moved in lightness so that the `middle` of the ramp (0–1) has the wanted
 * lightness, and leaning to the tint's hue and chroma.
 */
export function createRamp(stops: readonly Oklch[], options: MaterialOptions, middle = 0.5): Ramp {
  const wanted = options.lightness;
  const shift = wanted === undefined ? 0 : wanted - stopAt(stops, middle)[0];
  const tint = hexToOklch(options.tint);
  const ramp = new Float32Array(256 * 3);
  for (let i = 0; i < 256; i++) {
    const [l, c, h] = stopAt(stops, i / 255);
    const [leanC, leanH] = lean(c, h, tint[1], tint[2], options.tintShare);
    // Near white and black the ramp keeps its detail by giving way, not by clipping.
    const moved = Math.min(0.985, Math.max(0.06, l + shift * (shift > 0 ? 1 : 1)));
    const linear = oklchToLinear([moved, leanC, leanH]);
    ramp[i * 3] = linear[0];
    ramp[i * 3 + 1] = linear[1];
    ramp[i * 3 + 2] = linear[2];
  }
  return ramp;
}

function stopAt(stops: readonly Oklch[], share: number): Oklch {
  const place = share * (stops.length - 1);
  const below = Math.min(stops.length - 2, Math.floor(place));
  const from = stops[below]!;
  const to = stops[below + 1]!;
  const t = place - below;
  return [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t, from[2] + (to[2] - from[2]) * t];
}

/** Chroma and hue mixed as a vector, so that hues never go round the wrong way. */
function lean(
  c: number,
  h: number,
  toC: number,
  toH: number,
  share: number,
): readonly [c: number, h: number] {
  const from = (h * Math.PI) / 180;
  const to = (toH * Math.PI) / 180;
  const a = c * Math.cos(from) * (1 - share) + toC * Math.cos(to) * share;
  const b = c * Math.sin(from) * (1 - share) + toC * Math.sin(to) * share;
  return [Math.hypot(a, b), ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360];
}

/** Writes the ramp's colour at `tone` (0–1, clamped) times `gain` into out[0…2]. */
export function writeRampColour(ramp: Ramp, tone: number, gain: number, out: Float32Array): void {
  const place = tone <= 0 ? 0 : tone >= 1 ? 254.999 : tone * 254.999;
  const below = place | 0;
  const t = place - below;
  const i = below * 3;
  out[0] = (ramp[i]! + (ramp[i + 3]! - ramp[i]!) * t) * gain;
  out[1] = (ramp[i + 1]! + (ramp[i + 4]! - ramp[i + 1]!) * t) * gain;
  out[2] = (ramp[i + 2]! + (ramp[i + 5]! - ramp[i + 2]!) * t) * gain;
}
