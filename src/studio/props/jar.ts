import { hexToOklch } from '../../imaging/colour.ts';
import { axesAlong, ellipsoid } from '../renderer/ellipsoid.ts';
import { lathe } from '../renderer/lathe.ts';
import type { ProfilePoint } from '../renderer/outline.ts';
import { rod } from '../renderer/rod.ts';
import { defineProp } from './define-prop.ts';
import { labelled, shifted } from './label.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { clearLiquid, GLASS, GOLD, matt } from './solid-materials.ts';
import { rounded } from './vessel.ts';

/** A jar of honey or jam with a cloth-covered lid. */
export const jar = defineProp({
  name: 'jar',
  standsFor: { ko: '꿀 벌꿀 잼 딸기잼 수제청 과일청 레몬청 자몽청 매실청 청 된장 고추장 쌈장 ~잼' },
  make,
});

function make(place: PropPlacement): Prop {
  const { x, y, z, palette, side } = place;
  const [, c, h] = hexToOklch(palette.accent);
  const amber = clearLiquid([0.95, 0.58, 0.07]);
  const vessel = { x, y, z, foot: 0.82, rim: 0.82, height: 1.6, wall: 0.05, base: 0.12 };
  const shoulder: ProfilePoint[] = [
    { r: 0, y: 0 },
    ...rounded(0.74, 0.08, 0.08, -90, 0, 6),
    ...rounded(0.64, 1.36, 0.18, 0, 75, 7),
    { r: 0.66, y: 1.56 },
    { r: 0.66, y: 1.7 },
    { r: 0.61, y: 1.7 },
    { r: 0.61, y: 1.54 },
    { r: 0.75, y: 1.36 },
    { r: 0.77, y: 0.14 },
    { r: 0, y: 0.12 },
  ];
  const fill: ProfilePoint[] = [
    { r: 0, y: 0.117 },
    { r: 0.774, y: 0.137 },
    { r: 0.754, y: 1.36 },
    { r: 0.7, y: 1.44 },
    { r: 0, y: 1.44 },
  ];
  const lid: ProfilePoint[] = [
    { r: 0.7, y: 1.62 },
    { r: 0.71, y: 1.66 },
    ...rounded(0.67, 1.86, 0.04, 0, 90, 5),
    { r: 0, y: 1.9 },
  ];
  const paper = shifted(labelled([0.94, 0.02, 85], [0.45, Math.min(0.12, c), h], 0.46, 1.03, 0.4), 0.45);
  const band: ProfilePoint[] = [
    { r: 0.822, y: 0.45 },
    { r: 0.828, y: 0.46 },
    { r: 0.828, y: 1.04 },
    { r: 0.822, y: 1.05 },
  ];
  const dip = rod(
    [x - side * 1.15, y + 0.1, z - 0.8],
    [x + side * 0.1, y + 0.16, z - 1.15],
    0.05,
    matt([0.66, 0.08, 65]),
  );
  const head = ellipsoid({
    at: [x - side * 1.25, y + 0.17, z - 0.78],
    radius: [0.17, 0.26, 0.17],
    axes: axesAlong([side, 0.03, -0.28]),
    material: matt([0.64, 0.085, 65]),
  });
  return {
    solids: [
      { ...lathe({ x, y, z, outline: shoulder, materials: [GLASS], crease: 60 }), shadowTransmittance: 0.7 },
      { ...lathe({ x, y, z, outline: fill, materials: [amber], crease: 60 }), shadowTransmittance: 0.65 },
      {
        ...lathe({ x, y, z, outline: lid, materials: [{ ...GOLD, roughness: 0.2 }], crease: 50 }),
        selfShadows: false,
      },
      { ...lathe({ x, y, z, outline: band, materials: [paper] }), selfShadows: false },
      dip,
      head,
    ],
    height: vessel.height + 0.3,
    halfWidth: 1.4,
  };
}
