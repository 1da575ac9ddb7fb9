import { hexToOklch } from '../../imaging/colour.ts';
import { paintCoat } from '../materials/paint.ts';
import { group } from '../renderer/group.ts';
import { lathe } from '../renderer/lathe.ts';
import type { ProfilePoint } from '../renderer/outline.ts';
import { rod } from '../renderer/rod.ts';
import type { SolidMaterial } from '../renderer/solid.ts';
import { torus } from '../renderer/torus.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { GOLD, matt } from './solid-materials.ts';
import { rounded } from './vessel.ts';

/** A gold ring with a stone, standing in the slot of a pale block. */
export const jewel = defineProp({
  name: 'jewel',
  standsFor: {
    ko: '반지 커플링 결혼반지 약혼반지 다이아반지 목걸이 펜던트 귀걸이 팔찌 예물 주얼리 쥬얼리 진주목걸이 은반지 ~반지 ~목걸이 ~귀걸이 ~팔찌',
    en: 'ring, wedding ring, engagement ring, necklace, bracelet, earring',
  },
  make,
});

function make({ x, y, z, palette }: PropPlacement): Prop {
  const [, c, h] = hexToOklch(palette.accent);
  const velvet = matt([0.9, Math.min(0.03, c * 0.3), h], 0.6);
  const stone: SolidMaterial = {
    surface: paintCoat([1, 1, 1], 0),
    reflectance: 0.17,
    roughness: 0,
    transmission: { ior: 2.1, tint: [0.97, 0.98, 1], priority: 3 },
  };
  const base = 0.62;
  const hoop = 0.62;
  const top = y + base + hoop * 1.72;
  const cut: ProfilePoint[] = [
    { r: 0, y: -0.3 },
    { r: 0.3, y: 0 },
    { r: 0.3, y: 0.03 },
    { r: 0.19, y: 0.13 },
    { r: 0, y: 0.13 },
  ];
  const claws = Array.from({ length: 6 }, (_, i) => {
    const turn = (i / 6) * 6.28;
    return rod(
      [x + Math.cos(turn) * 0.1, top - 0.12, z + Math.sin(turn) * 0.1],
      [x + Math.cos(turn) * 0.27, top + 0.26, z + Math.sin(turn) * 0.27],
      0.024,
      GOLD,
    );
  });
  return {
    solids: [
      {
        ...lathe({
          x,
          y,
          z,
          outline: [
            { r: 0, y: 0 },
            ...rounded(0.86, 0.05, 0.05, -90, 0, 4),
            ...rounded(0.86, base - 0.06, 0.05, 0, 90, 4),
            { r: 0, y: base },
          ],
          materials: [velvet],
          crease: 50,
        }),
        selfShadows: false,
      },
      torus({
        at: [x, y + base + hoop * 0.78, z],
        axes: [
          [1, 0, 0],
          [0, 0, 1],
          [0, 1, 0],
        ],
        radius: [hoop, hoop],
        tube: [0.062, 0.09],
        material: { ...GOLD, roughness: 0.05 },
      }),
      group(claws),
      {
        ...lathe({ x, y: top + 0.2, z, outline: cut, materials: [stone], crease: 10 }),
        shadowTransmittance: 0.85,
      },
    ],
    height: 2.2,
    halfWidth: 1.05,
  };
}
