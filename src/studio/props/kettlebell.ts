import { hexToOklch } from '../../imaging/colour.ts';
import { paintCoat } from '../materials/paint.ts';
import { axesAlong } from '../renderer/ellipsoid.ts';
import { lathe } from '../renderer/lathe.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';
import type { ProfilePoint } from '../renderer/outline.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { torus } from '../renderer/torus.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { glazed } from './solid-materials.ts';

/** A kettlebell with a band in the accent colour, a small weight plate leaning behind it. */
export const kettlebell = defineProp({
  name: 'kettlebell',
  standsFor: {
    ko: '운동 헬스 PT 피티 1대1PT 그룹PT 웨이트 근력운동 크로스핏 회원권 헬스회원권 등록 재등록 체력관리',
    en: 'workout, training, membership, gym membership, personal trainer',
  },
  make,
});

function make({ x, y, z, palette, side }: PropPlacement): Prop {
  const [l, c, h] = hexToOklch(palette.accent);
  const iron: SolidMaterial = {
    surface: paintCoat(oklchToLinear([0.3, 0.006, 260]), 1),
    reflectance: 0.05,
    roughness: 0.24,
  };
  const band = glazed([Math.min(0.8, Math.max(0.5, l)), Math.min(0.19, c), h], 0.16);
  const body: ProfilePoint[] = [
    { r: 0, y: 0 },
    { r: 0.58, y: 0 },
    ...Array.from({ length: 14 }, (_, i) => {
      const angle = -0.95 + (i / 13) * 2.3;
      return { r: 0.9 * Math.cos(angle), y: 0.86 + 0.9 * Math.sin(angle) };
    }),
    { r: 0.18, y: 1.76 },
    { r: 0, y: 1.76 },
  ];
  const handle = torus({
    at: [x, y + 1.86, z],
    axes: [
      [1, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
    ],
    radius: [0.5, 0.5],
    tube: [0.13, 0.14],
    material: iron,
  });
  const collar = (px: number): Solid =>
    torus({
      at: [x + px, y + 1.62, z],
      axes: axesAlong([px * 0.55, 1, 0]),
      radius: [0.12, 0.12],
      tube: [0.04, 0.06],
      material: band,
    });
  const plate = lathe({
    x: x + side * 1.2,
    y: y + 0.84,
    z: z + 0.75,
    outline: [
      { r: 0.12, y: -0.1 },
      { r: 0.7, y: -0.1 },
      { r: 0.84, y: -0.08 },
      { r: 0.84, y: 0.08 },
      { r: 0.72, y: 0.1 },
      { r: 0.66, y: 0.06 },
      { r: 0.24, y: 0.06 },
      { r: 0.2, y: 0.1 },
      { r: 0.12, y: 0.1 },
      { r: 0.12, y: -0.1 },
    ],
    materials: [iron],
    axes: axesAlong([-side * 0.3, 0.2, -0.93]),
    crease: 30,
  });
  return {
    solids: [
      { ...lathe({ x, y, z, outline: body, materials: [iron], crease: 60 }), selfShadows: false },
      handle,
      collar(-0.5),
      collar(0.5),
      plate,
    ],
    height: 2.5,
    halfWidth: 2,
  };
}
