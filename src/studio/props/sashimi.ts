import type { Oklch } from '../../imaging/colour.ts';
import { axesAlong, ellipsoid } from '../renderer/ellipsoid.ts';
import { group } from '../renderer/group.ts';
import { lathe } from '../renderer/lathe.ts';
import type { Vector } from '../renderer/light.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { citrusSlice } from './citrus.ts';
import { plateOutline } from './crockery.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { glazed, translucent } from './solid-materials.ts';

/** Slices of white fish and of salmon in two rows on a dark plate, with leaves, lemon and wasabi. */
export const sashimi = defineProp({
  name: 'sashimi',
  standsFor: { ko: '회 활어회 모둠회 광어 광어회 우럭 참돔 연어 연어회', en: 'sashimi, raw fish' },
  eyeLift: 0.36,
  make,
});

function make({ x, y, z, side, random }: PropPlacement): Prop {
  const white = flesh([0.93, 0.022, 40], [0.86, 0.055, 30]);
  const salmon = flesh([0.75, 0.135, 46], [0.9, 0.06, 55]);
  const leaf = translucent([0.52, 0.13, 140], 0.3, 0.4);
  const leaves = Array.from({ length: 16 }, (_, i) => {
    const turn = (i / 16) * 6.28;
    return ellipsoid({
      at: [x + Math.cos(turn) * 1.02, y + 0.36 + 0.06 * random(), z + 0.22 + Math.sin(turn) * 0.92],
      radius: [0.22, 0.32, 0.018],
      axes: axesAlong([Math.cos(turn), 0.5 + 0.5 * random(), Math.sin(turn)], random() * 2),
      material: leaf,
    });
  });
  return {
    solids: [
      lathe({ x, y, z, outline: plateOutline(), materials: [glazed([0.24, 0.012, 250], 0.14)], crease: 60 }),
      group(leaves),
      group([
        ...row([x, y + 0.6, z + 0.42], 7, 0.33, white),
        ...row([x - side * 0.05, y + 0.42, z - 0.42], 8, 0.3, salmon),
      ]),
      ellipsoid({
        at: [x + side * 1.12, y + 0.2, z - 0.78],
        radius: [0.17, 0.13, 0.16],
        material: translucent([0.74, 0.13, 128], 0.6, 0.3),
      }),
      citrusSlice(
        [x - side * 1.15, y + 0.4, z - 0.68],
        [side * 0.25, 0.35, -0.9],
        0.36,
        0.07,
        [0.9, 0.13, 103],
        [0.86, 0.17, 95],
      ),
    ],
    height: 1.2,
    halfWidth: 1.8,
  };
}

/** Slices that lean on each other, from left to right. */
function row(at: Vector, count: number, step: number, material: SolidMaterial): Solid[] {
  return Array.from({ length: count }, (_, i) => {
    const aside = i - (count - 1) / 2;
    return ellipsoid({
      at: [at[0] + aside * step, at[1] + 0.015 * i - 0.012 * aside * aside, at[2] + 0.03 * aside * aside],
      radius: [0.36, 0.055, 0.36],
      axes: axesAlong([-0.85, 0.75, -0.25 + 0.03 * aside], 0.15 * aside),
      material,
    });
  });
}

/** Flesh with fine lines of another tone across it. */
function flesh(colour: Oklch, line: Oklch): SolidMaterial {
  const base = translucent(colour, 0.14, 0.55);
  const other = oklchToLinear(line);
  return {
    ...base,
    reflectance: 0.045,
    surface: {
      ...base.surface,
      sample(u, v, footU, footV, out) {
        base.surface.sample(u, v, footU, footV, out);
        const wave = Math.sin(u * 40 + 20 * v);
        const share = Math.max(0, wave - 0.35) * 0.8;
        for (let i = 0; i < 3; i++) out[i]! += (other[i]! - out[i]!) * share;
      },
    },
  };
}
