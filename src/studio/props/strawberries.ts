import type { Random } from '../../imaging/random.ts';
import { createRamp, writeRampColour } from '../materials/colour-ramp.ts';
import { axesAlong, axesFacing, ellipsoid } from '../renderer/ellipsoid.ts';
import { group } from '../renderer/group.ts';
import { lathe } from '../renderer/lathe.ts';
import type { Vector } from '../renderer/light.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';
import type { Material } from '../renderer/material.ts';
import type { ProfilePoint } from '../renderer/outline.ts';
import { rod } from '../renderer/rod.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { LEAF, LIGHT_LEAF } from './solid-materials.ts';

/** The surface of a strawberry: pips in hollows, in staggered rows, on red that pales to the neck. */
function strawberryMaterial(length: number, widest: number): SolidMaterial {
  const ramp = createRamp(
    [
      [0.42, 0.17, 25],
      [0.52, 0.2, 26],
      [0.66, 0.15, 32],
    ],
    { seed: 0, tint: '#ffffff', tintShare: 0, lightAlong: [0, 0] },
  );
  const pip = oklchToLinear([0.74, 0.12, 78]);
  const around = 14;
  const pitch = length / 10;
  const material: Material = {
    gloss: 0,
    roughness: 0.1,
    sample(u, v, _footU, _footV, out) {
      const row = Math.floor(v / pitch);
      const turn = (u / widest / (2 * Math.PI) + 1) * around + (row & 1) * 0.5;
      const px = (turn - Math.floor(turn) - 0.5) * 1.1;
      const py = (v / pitch - row - 0.5) * 1.25;
      const away = px * px * 1.7 + py * py * 0.75;
      const hollow = Math.max(0, 1 - away / 0.11);
      writeRampColour(ramp, 0.42 + 0.5 * Math.max(0, 1 - v / (0.3 * length)) * 0.6 - hollow * 0.3, 1, out);
      const seed = Math.min(1, Math.max(0, (0.02 - away) / 0.014));
      for (let i = 0; i < 3; i++) out[i]! += (pip[i]! - out[i]!) * seed;
      out[3] = -0.35 * hollow + 0.5 * seed;
      out[4] = 1 - 0.5 * hollow;
    },
  };
  return { surface: material, reflectance: 0.05, roughness: 0.1, subsurface: 0.3 };
}

/**
 * A strawberry. `axis` points from its crown to its tip.
 *
 * @param at middle of the crown end
 * @param leaves whether it still has its green crown
 */
export function strawberry(at: Vector, axis: Vector, size: number, leaves: boolean, random: Random): Solid {
  const wide = size * (0.4 + 0.05 * random());
  const axes = axesAlong(axis, random() * 6.28);
  const outline: ProfilePoint[] = Array.from({ length: 15 }, (_, i) => {
    const t = i / 14;
    const r = wide * Math.sin(Math.PI * Math.min(1, 0.16 + 0.84 * t) ** 0.8) ** 0.72 * (1 - 0.18 * t);
    return { r: i === 14 || i === 0 ? (i === 0 ? wide * 0.35 : 0) : r, y: size * t };
  });
  const berry = lathe({
    x: at[0],
    y: at[1],
    z: at[2],
    outline: [{ r: 0, y: size * 0.02 }, ...outline],
    materials: [strawberryMaterial(size, wide)],
    axes,
    crease: 80,
  });
  if (!leaves) return { ...berry, selfShadows: false };
  const crown: Solid[] = [];
  const [a, b, c] = axes;
  for (let i = 0; i < 8; i++) {
    const turn = (i / 8) * 6.28 + 0.3 * random();
    const out: Vector = [
      a[0] * Math.cos(turn) + c[0] * Math.sin(turn) - b[0] * (0.05 + 0.3 * random()),
      a[1] * Math.cos(turn) + c[1] * Math.sin(turn) - b[1] * (0.05 + 0.3 * random()),
      a[2] * Math.cos(turn) + c[2] * Math.sin(turn) - b[2] * (0.05 + 0.3 * random()),
    ];
    const reach = size * 0.2;
    crown.push(
      ellipsoid({
        at: [at[0] + out[0] * reach, at[1] + out[1] * reach, at[2] + out[2] * reach],
        radius: [size * 0.08, reach * 1.05, size * 0.022],
        axes: axesFacing(out, [-b[0], -b[1], -b[2]]),
        material: i % 2 === 0 ? LEAF : LIGHT_LEAF,
      }),
    );
  }
  crown.push(
    rod(
      at,
      [at[0] - b[0] * size * 0.22, at[1] - b[1] * size * 0.22, at[2] - b[2] * size * 0.22],
      size * 0.03,
      LIGHT_LEAF,
    ),
  );
  return group([berry, ...crown]);
}

/** A strawberry that lies on a level place. */
export function lyingStrawberry(x: number, y: number, z: number, size: number, random: Random): Solid {
  const turn = random() * 6.28;
  const axis: Vector = [Math.cos(turn), -0.12, Math.sin(turn)];
  return strawberry(
    [x - axis[0] * size * 0.4, y + size * 0.4, z - axis[2] * size * 0.4],
    axis,
    size,
    true,
    random,
  );
}

/** A heap of strawberries. */
export const strawberries = defineProp({
  name: 'strawberries',
  standsFor: { ko: '딸기 설향딸기 산딸기', en: 'strawberry, berry' },
  eyeLift: 0.12,
  make,
});

function make({ x, y, z, random }: PropPlacement): Prop {
  const places: readonly (readonly [number, number, number, number])[] = [
    [-0.95, 0, 0.1, 0.82],
    [-0.1, 0, -0.45, 0.9],
    [0.85, 0, -0.1, 0.84],
    [0.35, 0, 0.75, 0.8],
    [-0.55, 0, 0.85, 0.78],
    [-0.35, 0.58, 0.2, 0.84],
    [0.42, 0.55, 0.2, 0.8],
    [0.05, 1.05, 0.25, 0.82],
    [1.6, 0, -0.5, 0.76],
    [-1.65, 0, -0.35, 0.74],
  ];
  const solids = places.map(([px, py, pz, size]) =>
    lyingStrawberry(x + px, y + py, z + pz, size * (0.94 + 0.1 * random()), random),
  );
  return { solids, height: 1.9, halfWidth: 2.1 };
}
