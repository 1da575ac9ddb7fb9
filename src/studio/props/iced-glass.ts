import { hexToOklch, type Oklch } from '../../imaging/colour.ts';
import { block } from '../renderer/block.ts';
import { axesAlong } from '../renderer/ellipsoid.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';
import type { Material } from '../renderer/material.ts';
import { rod } from '../renderer/rod.ts';
import type { Solid } from '../renderer/solid.ts';
import { layered, liquidSurface } from './liquids.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { ICE } from './solid-materials.ts';
import { filling, innerRadius, tumbler } from './vessel.ts';

/** Whole milk, OKLCH. */
export const MILK: Oklch = [0.95, 0.018, 88];

/** What is in the glass: two drinks, one on the other. */
export interface Brew {
  /** Colours from the bottom to the top. */
  readonly stops: readonly Oklch[];
  /** Where the lower one ends, share of the filled height. */
  readonly border: number;
  /** Half width of the turn, decimetres. */
  readonly spread: number;
  /** How far the upper sinks into the lower in threads, decimetres; below 0 = the lower rises. */
  readonly threads: number;
  readonly top: Oklch;
  readonly foam: Oklch;
}

/** A tall glass of an iced drink with milk, in layers, with ice and a paper straw. */
export function icedGlass(place: PropPlacement, brew: Brew): Prop {
  const { x, y, z, random } = place;
  const height = 2.35;
  const vessel = { x, y, z, foot: 0.56, rim: 0.74, height, wall: 0.045, base: 0.16 };
  const level = height * (0.83 + 0.03 * random());
  const filled = level - vessel.base;
  const { stops, spread, threads } = brew;
  const sides = layered(
    { stops, middle: filled * brew.border, spread, threads },
    innerRadius(vessel, vessel.base),
    random,
  );
  const top = liquidSurface(brew.top, brew.foam, innerRadius(vessel, level), random);
  const solids: Solid[] = [
    tumbler(vessel),
    filling(vessel, level, sides, top),
    ...iceCubes(place, innerRadius(vessel, level), level, 3, 0.2),
    straw(place, vessel.rim - vessel.wall, height),
  ];
  return { solids, height: height + 0.4, halfWidth: vessel.rim };
}

/** Cubes of ice in a ring, floating at `level`, each sunk by about `1 − afloat` of its size. */
export function iceCubes(
  { x, y, z, random }: PropPlacement,
  radius: number,
  level: number,
  count: number,
  afloat: number,
): Solid[] {
  const away = (radius - 0.3) * 0.85;
  const start = random() * 6.28;
  return Array.from({ length: count }, (_, i) => {
    const angle = start + (i * 6.28) / count;
    const size = 0.36 + 0.06 * random();
    return {
      ...block({
        x: x + Math.cos(angle) * away,
        y: y + level - size * (0.82 - afloat - 0.25 * random()),
        z: z + Math.sin(angle) * away,
        width: size,
        height: size,
        depth: size,
        axes: axesAlong([(random() - 0.5) * 0.5, 1, (random() - 0.5) * 0.5], random() * 3),
        bevel: 0.07,
        material: ICE,
      }),
      shadowTransmittance: 0.8,
    };
  });
}

/**
 * A paper straw with slanting stripes in the accent colour, leaning on the rim away from the light.
 *
 * @param rim inner radius at the rim, `height` above the foot
 */
export function straw({ x, y, z, palette, random, side }: PropPlacement, rim: number, height: number): Solid {
  const [l, c, h] = hexToOklch(palette.accent);
  const paper = oklchToLinear([0.95, 0.012, 85]);
  const stripe = oklchToLinear([Math.min(0.68, Math.max(0.42, l)), Math.min(0.15, c), h]);
  const thick = 0.062;
  const material: Material = {
    gloss: 0,
    roughness: 0.5,
    sample(u, v, foot, _foot, out) {
      const phase = v * 2.3 + u / (2 * Math.PI * thick);
      const within = Math.abs((((phase % 1) + 1) % 1) - 0.5) * 2;
      const soft = Math.max(0.06, foot * 5);
      const share = Math.min(1, Math.max(0, (within - 0.5) / soft + 0.5));
      for (let i = 0; i < 3; i++) out[i] = paper[i]! + (stripe[i]! - paper[i]!) * share;
      out[3] = 0;
      out[4] = 1;
    },
  };
  const lean = -side;
  const top = height + 0.62;
  const slope = (rim + 0.2) / (height - 0.2);
  const back = 0.16 + 0.1 * random();
  return rod(
    [x + lean * (rim - 0.08 - slope * (height - 1.4)), y + 1.4, z + back * 0.5],
    [x + lean * (rim - 0.08 + slope * (top - height)), y + top, z + back],
    thick,
    { surface: material, reflectance: 0.03, roughness: 0.5 },
  );
}
