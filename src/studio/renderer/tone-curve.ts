import { fromLinear } from '../../imaging/colour.ts';

/** How light becomes a picture. */
export interface Tones {
  /** Multiplies all light; 1 = as it is. */
  readonly exposure: number;
  /** Brightens shade and middle tones so many times, highlights less and less: 1 = as it is, up to 3. */
  readonly lift: number;
}

/** Linear light in, encoded 0–255 out; fractions are kept. */
export type ToneCurve = (r: number, g: number, b: number, out: Float32Array) => void;

/** Light up to this level keeps its value; 0.6 linear is 80 % grey as encoded. */
const KNEE = 0.6;
const BLACK = 5;
const WHITE = 251;
/** From this level on a colour bleaches, as film does in the middle of a flame; twice as bright again and it is white. */
const BLEACH = 1.5;
/** Tables are read by the square root of light, which spreads their steps evenly over what is seen. */
const LAST = 4095;
/** They end at 16 times white. */
const SCALE = LAST / 4;

const ENCODED = Float32Array.from(
  { length: LAST + 1 },
  (_, i) => BLACK + fromLinear(Math.min(1, (i / LAST) ** 2)) * (WHITE - BLACK),
);

/**
 * A straight line up to middle tones, then a shoulder that brings any highlight under white without a corner. It is
 * laid on the strongest channel and the others follow, so that a colour in full light keeps its hue and most of its
 * chroma; black and white are never quite reached, as on paper.
 */
export function toneCurve({ exposure, lift }: Tones): ToneCurve {
  const plain = lift === 1 ? KNEE : 0;
  const ratios = Float32Array.from({ length: LAST + 1 }, (_, i) => {
    const light = (Math.max(i, 0.5) / SCALE) ** 2;
    return shoulder(lifted(light, lift)) / light;
  });
  return (red, green, blue, out) => {
    let r = red > 0 ? red * exposure : 0;
    let g = green > 0 ? green * exposure : 0;
    let b = blue > 0 ? blue * exposure : 0;
    const top = Math.max(r, g, b);
    if (top > plain) {
      const at = Math.sqrt(top) * SCALE;
      const below = at >= LAST ? LAST - 1 : at | 0;
      const from = ratios[below]!;
      const ratio =
        at >= LAST ? (ratios[LAST]! * 16) / top : from + (ratios[below + 1]! - from) * (at - below);
      r *= ratio;
      g *= ratio;
      b *= ratio;
      if (top > BLEACH) {
        const white = top * ratio;
        const share = 1 - BLEACH / top;
        const bleached = share * share * (3 - 2 * share);
        r += (white - r) * bleached;
        g += (white - g) * bleached;
        b += (white - b) * bleached;
      }
    }
    out[0] = encode(r);
    out[1] = encode(g);
    out[2] = encode(b);
  };
}

/** @param linear 0–1 */
function encode(linear: number): number {
  const at = Math.sqrt(linear) * LAST;
  if (at >= LAST) return WHITE;
  const below = at | 0;
  const from = ENCODED[below]!;
  return from + (ENCODED[below + 1]! - from) * (at - below);
}

/** Slope `lift` in the dark; white stays white. */
const lifted = (light: number, lift: number): number => (lift * light) / (1 + (lift - 1) * light);

const shoulder = (light: number): number =>
  light <= KNEE ? light : KNEE + (1 - KNEE) * (1 - Math.exp(-(light - KNEE) / (1 - KNEE)));
