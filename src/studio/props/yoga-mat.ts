import { hexToOklch } from '../../imaging/colour.ts';
import { axesAlong, ellipsoid } from '../renderer/ellipsoid.ts';
import { lathe } from '../renderer/lathe.ts';
import type { Vector } from '../renderer/light.ts';
import type { ProfilePoint } from '../renderer/outline.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { matt } from './solid-materials.ts';

const RADIUS = 0.62;
const LENGTH = 2.5;
const LAYER = 0.085;

/** A rolled mat that lies with its end to the front, two straps round it, and a ball behind it. */
export const yogaMat = defineProp({
  name: 'yoga-mat',
  standsFor: {
    ko: '요가 하타요가 새벽요가 주말요가 필라테스 소도구필라테스 그룹필라테스',
    en: 'yoga class, pilates class, yoga session, yoga mat',
  },
  make,
});

function make({ x, y, z, palette, side }: PropPlacement): Prop {
  const [, c, h] = hexToOklch(palette.accent);
  const turn = side * 0.95;
  const along: Vector = [Math.sin(turn), 0, Math.cos(turn)];
  const foot: Vector = [x - (along[0] * LENGTH) / 2, y + RADIUS, z - (along[2] * LENGTH) / 2];
  const axes = axesAlong(along);
  const roll: ProfilePoint[] = [
    { r: 0, y: 0, material: 1 },
    { r: RADIUS - 0.03, y: 0 },
    { r: RADIUS, y: 0.03 },
    { r: RADIUS, y: LENGTH - 0.03 },
    { r: RADIUS - 0.03, y: LENGTH },
    { r: 0, y: LENGTH },
  ];
  const foam = matt([0.66, Math.min(0.085, c), h], 1);
  const strap = (at: number): Solid => {
    const outline: ProfilePoint[] = [
      { r: RADIUS + 0.002, y: at },
      { r: RADIUS + 0.03, y: at + 0.01 },
      { r: RADIUS + 0.03, y: at + 0.14 },
      { r: RADIUS + 0.002, y: at + 0.15 },
    ];
    const material = matt([0.93, 0.02, 85], 0.6);
    return {
      ...lathe({ x: foot[0], y: foot[1], z: foot[2], outline, materials: [material], axes }),
      selfShadows: false,
    };
  };
  return {
    solids: [
      {
        ...lathe({
          x: foot[0],
          y: foot[1],
          z: foot[2],
          outline: roll,
          materials: [foam, spiral(foam)],
          axes,
          crease: 40,
        }),
        selfShadows: false,
      },
      strap(0.55),
      strap(LENGTH - 0.75),
      ellipsoid({
        at: [x - side * 0.95, y + 0.72, z + 0.75],
        radius: 0.72,
        material: matt([0.86, Math.min(0.05, c), h], 0.4),
      }),
    ],
    height: 1.5,
    halfWidth: 1.8,
  };
}

/** The end of the roll: where layers meet there is a fine dark line. */
const spiral = (foam: SolidMaterial): SolidMaterial => ({
  ...foam,
  surface: {
    ...foam.surface,
    sample(u, v, footU, footV, out) {
      foam.surface.sample(u, v, footU, footV, out);
      const away = Math.hypot(u, v) / LAYER + Math.atan2(v, u) / (2 * Math.PI);
      const toLine = Math.abs(away - Math.round(away)) * LAYER;
      const dark = 0.6 * Math.max(0, 1 - toLine / Math.max(0.016, footU));
      for (let i = 0; i < 3; i++) out[i]! *= 1 - dark;
    },
  },
});
