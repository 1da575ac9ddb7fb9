import { hexToOklch } from '../../imaging/colour.ts';
import { paintCoat } from '../materials/paint.ts';
import { block } from '../renderer/block.ts';
import { axesAlong, ellipsoid } from '../renderer/ellipsoid.ts';
import { lathe } from '../renderer/lathe.ts';
import type { Vector } from '../renderer/light.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';
import type { ProfilePoint } from '../renderer/outline.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { torus } from '../renderer/torus.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { GOLD, glazed, STEEL } from './solid-materials.ts';
import { turnedAbout } from './turned-about.ts';

/** A photographer's camera: a silver top, a body in leather, and a lens that looks out of the picture. */
export const camera = defineProp({
  name: 'camera',
  standsFor: {
    ko: '카메라 필름카메라 사진촬영 촬영 가족사진 증명사진 여권사진 취업사진 프로필사진 프로필촬영 우정사진 커플사진 커플촬영 만삭사진 만삭촬영 돌사진 백일사진 아기사진 졸업사진 웨딩촬영 웨딩사진 스냅촬영 흑백사진 셀프촬영 제품촬영 음식촬영 증명사진촬영 장수사진',
    en: 'camera, photo shoot, family portrait, portrait',
  },
  make,
});

function make({ x, y, z, palette, side }: PropPlacement): Prop {
  const [, c, h] = hexToOklch(palette.accent);
  const turn = -side * 0.34;
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const place = turnedAbout({ x, y, z }, turn);
  const front: Vector = [-sin, 0, -cos];
  const silver: SolidMaterial = { ...STEEL, surface: paintCoat([0.5, 0.5, 0.52], 0.4), roughness: 0.26 };
  const leather: SolidMaterial = {
    surface: paintCoat(oklchToLinear([0.3, Math.min(0.06, c), h]), 1),
    reflectance: 0.04,
    roughness: 0.32,
  };
  const part = (
    px: number,
    foot: number,
    width: number,
    height: number,
    depth: number,
    material: SolidMaterial,
  ): Solid => {
    const [bx, by, bz] = place(px, foot, 0);
    return block({ x: bx, y: by, z: bz, width, height, depth, turn, bevel: 0.06, material });
  };
  const [lx, ly, lz] = place(0.12, 0.82, -0.36);
  const knob = (px: number, foot: number, radius: number, height: number, material: SolidMaterial): Solid => {
    const [kx, ky, kz] = place(px, foot, 0.02);
    const outline: ProfilePoint[] = [
      { r: 0, y: 0 },
      { r: radius, y: 0 },
      { r: radius, y: height - 0.03 },
      { r: radius - 0.03, y: height },
      { r: 0, y: height },
    ];
    return {
      ...lathe({ x: kx, y: ky, z: kz, outline, materials: [material], crease: 30 }),
      selfShadows: false,
    };
  };
  return {
    solids: [
      part(0, 0, 2.7, 0.18, 0.72, silver),
      part(0, 0.18, 2.7, 1.12, 0.74, leather),
      part(0, 1.3, 2.7, 0.3, 0.72, silver),
      part(0.12, 1.6, 0.95, 0.3, 0.6, silver),
      window(place(0.12, 1.75, -0.31), 0.24, front),
      window(place(-0.95, 1.44, -0.37), 0.12, front),
      knob(-0.98, 1.6, 0.24, 0.17, silver),
      knob(0.98, 1.6, 0.28, 0.2, silver),
      knob(0.62, 1.6, 0.09, 0.14, GOLD),
      ...lens([lx, ly, lz], front, glazed([0.64, Math.min(0.17, c), h], 0.2)),
    ],
    height: 1.9,
    halfWidth: 1.5,
  };
}

/** A pane of dark glass in the front. */
const window = (at: Vector, size: number, front: Vector): Solid =>
  ellipsoid({
    at,
    radius: [size, 0.03, size * 0.7],
    axes: axesAlong(front),
    material: glazed([0.2, 0.02, 250], 0.02),
  });

function lens(at: Vector, front: Vector, line: SolidMaterial): Solid[] {
  const black: SolidMaterial = { ...glazed([0.2, 0.005, 260], 0.22) };
  const axes = axesAlong(front);
  const along = (by: number): Vector => [at[0] + front[0] * by, at[1] + front[1] * by, at[2] + front[2] * by];
  const barrel: ProfilePoint[] = [
    { r: 0.66, y: 0 },
    { r: 0.66, y: 0.16 },
    { r: 0.6, y: 0.18 },
    { r: 0.6, y: 0.46 },
    { r: 0.64, y: 0.48 },
    { r: 0.64, y: 0.66 },
    { r: 0.6, y: 0.7 },
    { r: 0.53, y: 0.7 },
    { r: 0.46, y: 0.52 },
    { r: 0, y: 0.5 },
  ];
  const glass: SolidMaterial = {
    surface: paintCoat([0.012, 0.014, 0.03], 0),
    reflectance: 0.16,
    roughness: 0.02,
  };
  return [
    lathe({ x: at[0], y: at[1], z: at[2], outline: barrel, materials: [black], axes, crease: 30 }),
    torus({ at: along(0.17), axes, radius: [0.63, 0.63], tube: [0.03, 0.03], material: line }),
    ellipsoid({ at: along(0.5), radius: [0.45, 0.13, 0.45], axes, material: glass }),
  ];
}
