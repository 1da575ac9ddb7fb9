import { block } from '../renderer/block.ts';
import { axesAlong, ellipsoid } from '../renderer/ellipsoid.ts';
import { group } from '../renderer/group.ts';
import type { Vector } from '../renderer/light.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';
import { noiseTile } from '../renderer/noise-tile.ts';
import { rod } from '../renderer/rod.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { sampleLevel } from '../renderer/tile.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { matt, translucent } from './solid-materials.ts';

const DEPTH = 0.86;

/** Thick slices of pork belly on a wooden board, with rosemary and garlic. */
export const porkBelly = defineProp({
  name: 'pork-belly',
  standsFor: { ko: '삼겹살 오겹살 대패삼겹살', en: 'pork belly' },
  eyeLift: 0.24,
  make,
});

function make({ x, y, z, side, random }: PropPlacement): Prop {
  const turn = -side * 0.18;
  const slices = Array.from({ length: 4 }, (_, i) => {
    const lean = 0.42 + 0.03 * i;
    const up: Vector = [0, Math.cos(lean), Math.sin(lean)];
    const into: Vector = [0, -Math.sin(lean), Math.cos(lean)];
    return block({
      x: x + 0.12 * (random() - 0.5) - side * 0.12,
      y: y + 0.2,
      z: z - 0.5 + 0.36 * i,
      width: 2.3 + 0.2 * (random() - 0.5),
      height: DEPTH + 0.05 * i,
      depth: 0.27,
      axes: [[1, 0, 0], up, into],
      bevel: 0.09,
      material: layers(i * 7.3),
    });
  });
  const board = block({
    x,
    y,
    z: z + 0.1,
    width: 3.3,
    height: 0.2,
    depth: 2.3,
    turn,
    bevel: 0.05,
    material: matt([0.55, 0.085, 58], 1),
  });
  const garlic = Array.from({ length: 3 }, (_, i) =>
    ellipsoid({
      at: [x + side * (1.05 + 0.2 * i), y + 0.31, z - 0.75 + 0.26 * (i % 2)],
      radius: [0.12, 0.17, 0.11],
      axes: axesAlong([random() - 0.5, 0.15, random() - 0.5]),
      material: translucent([0.93, 0.03, 88], 0.22, 0.5),
    }),
  );
  return {
    solids: [board, ...slices, ...garlic, group(rosemary([x - side * 1.3, y + 0.24, z - 0.8], side, random))],
    height: 1.3,
    halfWidth: 1.85,
  };
}

/** Bands of meat and fat that wander along the slice, skin side up. */
function layers(seed: number): SolidMaterial {
  const meat = oklchToLinear([0.6, 0.135, 22]);
  const deep = oklchToLinear([0.5, 0.14, 23]);
  const fat = oklchToLinear([0.93, 0.028, 48]);
  const level = noiseTile().levels[0]!;
  return {
    surface: {
      gloss: 0,
      roughness: 0.2,
      sample(u, v, _footU, _footV, out) {
        const wander =
          0.07 * sampleLevel(level, u * 0.9 + seed, v * 0.5) +
          0.025 * sampleLevel(level, u * 4, v * 3 + seed);
        const at = v / DEPTH + wander;
        let share = 0;
        for (const [from, to] of FAT)
          share = Math.max(share, Math.min(1, Math.max(0, Math.min(at - from, to - at) * 40 + 0.5)));
        const fibre = 0.5 + 0.5 * sampleLevel(level, u * 7 + seed, v * 2.2);
        for (let i = 0; i < 3; i++) {
          const red = meat[i]! + (deep[i]! - meat[i]!) * fibre;
          out[i] = red + (fat[i]! - red) * share;
        }
        out[3] = 0.12 * (fibre - 0.5);
        out[4] = 1;
      },
    },
    reflectance: 0.05,
    roughness: 0.16,
    subsurface: 0.4,
  };
}

/** Where fat begins and ends, as shares of a slice's height. */
const FAT = [
  [-1, 0.07],
  [0.25, 0.37],
  [0.52, 0.66],
  [0.83, 2],
] as const;

function rosemary(foot: Vector, side: number, random: () => number): Solid[] {
  const stalk = matt([0.45, 0.06, 90]);
  const needle = translucent([0.46, 0.09, 140], 0.4, 0.3);
  const tip: Vector = [foot[0] + side * 1.15, foot[1] + 0.12, foot[2] - 0.25];
  const needles = Array.from({ length: 44 }, (_, i) => {
    const t = (i + 0.5) / 44;
    const at: Vector = [
      foot[0] + (tip[0] - foot[0]) * t,
      foot[1] + (tip[1] - foot[1]) * t,
      foot[2] + (tip[2] - foot[2]) * t,
    ];
    const round = i * 2.4;
    const end: Vector = [
      at[0] + side * 0.12,
      at[1] + 0.02 + 0.13 * Math.abs(Math.cos(round)) + 0.04 * random(),
      at[2] + 0.17 * Math.sin(round),
    ];
    return rod(at, end, 0.019, needle);
  });
  return [rod(foot, tip, 0.022, stalk), ...needles];
}
