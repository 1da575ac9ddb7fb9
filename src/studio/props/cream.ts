import type { Oklch } from '../../imaging/colour.ts';
import { paintCoat } from '../materials/paint.ts';
import { lathe } from '../renderer/lathe.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';
import type { ProfilePoint } from '../renderer/outline.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { defineProp } from './define-prop.ts';
import { drum, shades } from './packaging.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { glazed } from './solid-materials.ts';
import { rounded } from './vessel.ts';

/** A jar of cream, open, its lid leaning on it. */
export const cream = defineProp({
  name: 'cream',
  standsFor: {
    ko: '수분크림 보습크림 아이크림 나이트크림 바디크림 화장품 기초화장품 스킨케어 비건화장품 화장품세트 스킨케어세트 클렌징밤 밤크림 재생크림 크림류 ~수분크림 ~보습크림',
    en: 'face cream, moisturiser, moisturizer, cosmetic, skincare, skin care',
  },
  eyeLift: 0.1,
  make,
});

function make(place: PropPlacement): Prop {
  const { x, y, z, side } = place;
  const { main, pale } = shades(place);
  const glass = glazed(main, 0.08);
  const body: ProfilePoint[] = [
    { r: 0, y: 0 },
    ...rounded(1.02, 0.1, 0.1, -90, 0, 6),
    { r: 1.12, y: 0.86 },
    { r: 1.02, y: 0.9 },
    { r: 1, y: 1.1 },
    ...rounded(0.965, 1.1, 0.03, 0, 180, 5),
    { r: 0.93, y: 1.02 },
    { r: 0, y: 1.02 },
  ];
  const swirl: ProfilePoint[] = [
    { r: 0.932, y: 0.98 },
    { r: 0.932, y: 1.04 },
    { r: 0.8, y: 1.1 },
    { r: 0.5, y: 1.16 },
    { r: 0.28, y: 1.24 },
    { r: 0.1, y: 1.36 },
    { r: 0, y: 1.42 },
  ];
  const soft: SolidMaterial = {
    surface: (() => {
      const coat = paintCoat(oklchToLinear([0.96, 0.012, 80]), 0);
      return {
        gloss: 0,
        roughness: 0.3,
        sample(u: number, v: number, footU: number, footV: number, out: Float32Array): void {
          coat.sample(u, v, footU, footV, out);
          out[3] = 0.14 * Math.sin((u / 0.93) * 1 + v * 17);
        },
      };
    })(),
    reflectance: 0.045,
    roughness: 0.22,
    subsurface: 0.5,
  };
  const lid: ProfilePoint[] = [
    { r: 0, y: 0 },
    ...rounded(1.0, 0.05, 0.05, -90, 0, 4),
    ...rounded(1.0, 0.36, 0.05, 0, 90, 4),
    { r: 0, y: 0.41 },
  ];
  const lean = Math.PI / 2 - 0.34;
  const axis = [side * Math.sin(lean) * 0.82, Math.cos(lean), -Math.sin(lean) * 0.57] as const;
  const cross = [0.57 * side * side, 0, 0.82 * side] as const;
  const size = Math.hypot(...cross);
  const flat = [cross[0] / size, 0, cross[2] / size] as const;
  const third = [
    axis[1] * flat[2] - axis[2] * flat[1],
    axis[2] * flat[0] - axis[0] * flat[2],
    axis[0] * flat[1] - axis[1] * flat[0],
  ] as const;
  return {
    solids: [
      lathe({ x, y, z, outline: body, materials: [glass], crease: 45 }),
      { ...lathe({ x, y, z, outline: swirl, materials: [soft], crease: 80 }), selfShadows: false },
      {
        ...lathe({
          x: x + side * 1.16,
          y: y + 1.0,
          z: z - 0.62,
          outline: lid,
          materials: [glazed(pale, 0.08)],
          axes: [flat, axis, third],
          crease: 45,
        }),
        selfShadows: false,
      },
    ],
    height: 1.45,
    halfWidth: 2,
  };
}

export function jar(
  x: number,
  y: number,
  z: number,
  radius: number,
  colour: Oklch,
  lid: SolidMaterial,
): Solid[] {
  return [
    drum(x, y, z, radius, radius * 0.8, radius * 0.08, glazed(colour, 0.1)),
    drum(x, y + radius * 0.8, z, radius * 1.01, radius * 0.42, radius * 0.05, lid),
  ];
}
