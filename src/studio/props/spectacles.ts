import { hexToOklch } from '../../imaging/colour.ts';
import { ellipsoid } from '../renderer/ellipsoid.ts';
import type { Vector } from '../renderer/light.ts';
import { rod } from '../renderer/rod.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { torus } from '../renderer/torus.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { GLASS, glazed } from './solid-materials.ts';
import { turnedAbout } from './turned-about.ts';

/** Spectacles lying open, in tortoise or the accent. */
export const spectacles = defineProp({
  name: 'spectacles',
  standsFor: {
    ko: '안경 안경테 뿔테 뿔테안경 금테안경 티타늄안경테 안경렌즈 누진다초점렌즈 아이웨어 시력검사 안경맞춤 선글라스 어린이안경 돋보기 ~안경 ~안경테 ~선글라스',
    en: 'spectacles, frame, sunglass, glasses fitting, eye exam, eye test',
  },
  make,
});

function make({ x, y, z, palette, side }: PropPlacement): Prop {
  const [, c, h] = hexToOklch(palette.accent);
  const frame: SolidMaterial = { ...glazed([0.3, Math.min(0.07, c), h], 0.06) };
  const turn = -side * 0.28;
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const at = turnedAbout({ x, y, z }, turn);
  const across: Vector = [cos, 0, -sin];
  const into: Vector = [sin, 0, cos];
  const lens: SolidMaterial = {
    ...GLASS,
    transmission: { ior: 1.15, tint: [0.97, 0.98, 0.99], priority: 1 },
  };
  const eye = (px: number): Solid[] => [
    torus({
      at: at(px, 0.69, 0),
      axes: [across, into, [0, 1, 0]],
      radius: [0.68, 0.6],
      tube: [0.085, 0.09],
      material: frame,
    }),
    {
      ...ellipsoid({
        at: at(px, 0.69, 0),
        radius: [0.67, 0.59, 0.03],
        axes: [across, [0, 1, 0], into],
        material: lens,
      }),
      shadowTransmittance: 0.9,
    },
  ];
  const temple = (px: number): Solid[] => [
    rod(at(px, 0.92, 0), at(px * 0.98, 0.86, 1.6), 0.05, frame),
    rod(at(px * 0.98, 0.86, 1.6), at(px * 0.96, 0.3, 2.1), 0.05, frame),
  ];
  return {
    solids: [
      ...eye(-0.86),
      ...eye(0.86),
      rod(at(-0.24, 0.92, 0), at(0.24, 0.92, 0), 0.055, frame),
      ...temple(-1.54),
      ...temple(1.54),
    ],
    height: 1.4,
    halfWidth: 1.7,
  };
}
