import { hexToOklch, type Oklch } from '../../imaging/colour.ts';
import { paintCoat } from '../materials/paint.ts';
import { block } from '../renderer/block.ts';
import { group } from '../renderer/group.ts';
import type { Vector } from '../renderer/light.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';
import { rod } from '../renderer/rod.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';

/** Fresh towels, folded and stacked. */
export const towels = defineProp({
  name: 'towels',
  standsFor: {
    ko: '수건 빨래 세탁 이불빨래 이불세탁 대형세탁 셀프세탁',
    en: 'towel, laundry, duvet washing',
  },
  eyeLift: 0.06,
  make,
});

function make({ x, y, z, palette, side, random }: PropPlacement): Prop {
  const [, c, h] = hexToOklch(palette.accent);
  const tones: readonly Oklch[] = [
    [0.72, Math.min(0.09, c), h],
    [0.95, 0.012, h],
    [0.84, Math.min(0.055, c), h],
    [0.96, 0.008, 90],
  ];
  const solids: Solid[] = [];
  let foot = y;
  for (const [i, tone] of tones.entries()) {
    const thick = 0.46 + 0.04 * (random() - 0.5);
    const turn = -side * 0.3 + 0.08 * (random() - 0.5);
    solids.push(
      folded([x + 0.05 * (random() - 0.5), foot, z], 2.25 - 0.06 * i, 1.5, thick, turn, terry(tone)),
    );
    foot += thick;
  }
  return { solids, height: foot - y, halfWidth: 1.5 };
}

/** A towel folded in two: two layers, joined by a round fold at the front. */
function folded(
  at: Vector,
  width: number,
  depth: number,
  thick: number,
  turn: number,
  material: SolidMaterial,
): Solid {
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const place = (px: number, py: number, pz: number): Vector => [
    at[0] + px * cos + pz * sin,
    at[1] + py,
    at[2] - px * sin + pz * cos,
  ];
  const layer = thick / 2;
  const half = width / 2 - layer / 2;
  const round = (py: number, pz: number): Solid =>
    rod(place(-half, py, pz), place(half, py, pz), layer / 2, material);
  const sheet = (foot: number): Solid => {
    const [bx, by, bz] = place(0, foot, 0);
    return block({
      x: bx,
      y: by,
      z: bz,
      width: width - 0.02,
      height: layer,
      depth,
      turn,
      bevel: 0.09,
      material,
    });
  };
  return group([
    sheet(0),
    sheet(layer),
    round(layer / 2, -depth / 2),
    round(layer * 1.5, -depth / 2),
    // The fold closes over both.
    rod(
      place(-half, layer, -depth / 2 - 0.03),
      place(half, layer, -depth / 2 - 0.03),
      layer * 0.72,
      material,
    ),
  ]);
}

/** Loops of cotton: a coarse tooth that takes light softly. */
function terry(tone: Oklch): SolidMaterial {
  const coat = paintCoat(oklchToLinear(tone), 1);
  return {
    surface: {
      ...coat,
      sample(u, v, footU, footV, out) {
        coat.sample(u * 1.6, v * 1.6, footU, footV, out);
        const loop = Math.sin(u * 62) * Math.sin(v * 62 + u * 9);
        out[3] = out[3]! * 2 + 0.1 * loop;
      },
    },
    reflectance: 0.01,
    roughness: 0.6,
    subsurface: 0.45,
  };
}
