import type { Random } from '../../imaging/random.ts';
import { createRamp, writeRampColour } from '../materials/colour-ramp.ts';
import { axesAlong, ellipsoid } from '../renderer/ellipsoid.ts';
import { group } from '../renderer/group.ts';
import type { Vector } from '../renderer/light.ts';
import { noiseTile } from '../renderer/noise-tile.ts';
import { rod } from '../renderer/rod.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { sampleLevel } from '../renderer/tile.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { translucent } from './solid-materials.ts';

/** Baked dough: dark where it rose, pale in the cuts, dusted with flour. `cuts` per radian across. */
function crust(cuts: number, along: number, random: Random): SolidMaterial {
  const ramp = createRamp(
    [
      [0.36, 0.075, 48],
      [0.53, 0.105, 58],
      [0.68, 0.1, 68],
      [0.88, 0.05, 80],
    ],
    { seed: 0, tint: '#ffffff', tintShare: 0, lightAlong: [0, 0] },
  );
  const noise = noiseTile();
  const level = noise.levels[0]!;
  const place = random() * 64;
  return {
    surface: {
      gloss: 0,
      roughness: 0.4,
      sample(u, v, _footU, _footV, out) {
        const cloud = sampleLevel(level, place + u * 1.6, place + v * 1.6);
        const grain = sampleLevel(level, place * 2 + u * 9, v * 9);
        const flour = sampleLevel(level, place * 3 + u * 22, v * 22);
        const phase = v * along + cuts * u + 0.12 * cloud;
        const cut = Math.max(0, 1 - Math.abs(phase - Math.round(phase)) / 0.09);
        const lip = Math.max(0, 1 - Math.abs(Math.abs(phase - Math.round(phase)) - 0.115) / 0.03);
        const dust = Math.max(0, flour * 0.8 + cloud * 0.7 - 0.25);
        writeRampColour(
          ramp,
          0.4 + cloud * 0.26 + grain * 0.12 + cut * 0.4 - lip * 0.14 + dust * 0.6 * (1 - cut),
          1,
          out,
        );
        out[3] = grain * 0.24 + cut * 0.2 * grain + (lip - cut * 0.5) * 0.3;
        out[4] = 1 - cut;
      },
    },
    reflectance: 0.035,
    roughness: 0.32,
    subsurface: 0.15,
  };
}

/** A country loaf with a roll at its side and an ear of wheat. */
export const bread = defineProp({
  name: 'bread',
  standsFor: {
    ko: '빵 식빵 소금빵 시오빵 크루아상 크로와상 크루와상 바게트 치아바타 캄파뉴 깜빠뉴 사워도우 호밀빵 통밀빵 잡곡빵 건강빵 브리오슈 모닝빵 단팥빵 크림빵 소보로빵 마늘빵 우유식빵 탕종식빵 ~바게트 ~식빵 ~캄파뉴',
    en: 'bread, sourdough, loaf, croissant, baguette, bread roll, bun, focaccia, ciabatta bread, toast bread',
  },
  eyeLift: 0.1,
  make,
});

function make({ x, y, z, side, random }: PropPlacement): Prop {
  const loaf = ellipsoid({
    at: [x - side * 0.15, y + 0.6, z],
    radius: [1.05, 1.62, 0.7],
    axes: [
      [0.2 * side, 0, -0.98],
      [0.98, 0, 0.2 * side],
      [0, 1, 0],
    ],
    material: crust(0.5, 0.82, random),
  });
  const roll = (px: number, pz: number, size: number): Solid =>
    ellipsoid({
      at: [px, y + size * 0.66, pz],
      radius: [size, size, size * 0.74],
      axes: [
        [0.7, 0, 0.7],
        [0.7, 0, -0.7],
        [0, 1, 0],
      ],
      material: crust(0.5, 0.5, random),
    });
  const solids: Solid[] = [
    loaf,
    roll(x + side * 1.42, z - 0.75, 0.56),
    ...wheat(x - side * 1.3, y, z - 1.15, side, random),
  ];
  return { solids, height: 1.35, halfWidth: 2.2 };
}

function wheat(x: number, y: number, z: number, side: number, random: Random): Solid[] {
  const straw = translucent([0.8, 0.09, 85], 0.4, 0.3);
  const ears: Solid[] = [];
  for (let stalk = 0; stalk < 2; stalk++) {
    const turn = -0.25 * side + stalk * 0.35 * side;
    const along: Vector = [Math.cos(turn), 0.03, Math.sin(turn)];
    const at = (t: number, up: number): Vector => [
      x + along[0] * t,
      y + 0.06 + up,
      z + along[2] * t + stalk * 0.1,
    ];
    ears.push(rod(at(-1, 0), at(0.5, 0.02), 0.022, straw));
    for (let i = 0; i < 14; i++) {
      const t = 0.5 + i * 0.06;
      const out = (i % 2 === 0 ? 1 : -1) * 0.5;
      const lean: Vector = [along[0] - along[2] * out, 0.12 + 0.2 * random(), along[2] + along[0] * out];
      const base = at(t, 0.03);
      ears.push(
        ellipsoid({
          at: [base[0] + lean[0] * 0.06, base[1] + 0.02, base[2] + lean[2] * 0.06],
          radius: [0.035, 0.1, 0.035],
          axes: axesAlong(lean),
          material: straw,
        }),
      );
    }
  }
  return [group(ears)];
}
