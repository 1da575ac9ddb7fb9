import { hexToOklch } from '../../imaging/colour.ts';
import { paintCoat } from '../materials/paint.ts';
import { block } from '../renderer/block.ts';
import { lathe } from '../renderer/lathe.ts';
import type { ProfilePoint } from '../renderer/outline.ts';
import { rod } from '../renderer/rod.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { defineProp } from './define-prop.ts';
import { labelled } from './label.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { matt, translucent } from './solid-materials.ts';
import { innerRadius, tumbler } from './vessel.ts';

/** A candle in a glass, burning. */
export const candle = defineProp({
  name: 'candle',
  standsFor: { ko: '캔들 향초 소이캔들 양초 ~캔들 ~향초', en: 'candle, scented candle, meditation class' },
  make,
});

function make(place: PropPlacement): Prop {
  const { x, y, z, palette } = place;
  const [, c, h] = hexToOklch(palette.accent);
  const vessel = { x, y, z, foot: 0.86, rim: 0.88, height: 1.75, wall: 0.05, base: 0.16 };
  const level = 1.25;
  const wax = translucent([0.93, 0.03, 85], 0.3, 0.6);
  const inner = innerRadius(vessel, level);
  const fill: ProfilePoint[] = [
    { r: 0, y: 0.157 },
    { r: innerRadius(vessel, 0.2) + 0.004, y: 0.157 },
    { r: inner + 0.004, y: level },
    { r: inner * 0.85, y: level - 0.02 },
    { r: 0, y: level - 0.045 },
  ];
  const label = block({
    x,
    y: y + 0.5,
    z: z - 0.885,
    width: 0.72,
    height: 0.62,
    depth: 0.01,
    bevel: 0.003,
    material: labelled([0.95, Math.min(0.03, c * 0.2), h], [0.35, Math.min(0.06, c), h], 0.04, 0.58, 0.3),
  });
  return {
    solids: [
      tumbler(vessel),
      lathe({ x, y, z, outline: fill, materials: [wax], crease: 60 }),
      rod([x, y + level - 0.05, z], [x + 0.02, y + level + 0.13, z], 0.02, matt([0.2, 0.01, 60])),
      flame(x + 0.02, y + level + 0.3, z),
      label,
    ],
    height: 1.8,
    halfWidth: 0.9,
  };
}

function flame(x: number, y: number, z: number): Solid {
  const glow: SolidMaterial = {
    surface: paintCoat([0, 0, 0], 0),
    reflectance: 0,
    roughness: 1,
    emission: [5.5, 3.1, 0.95],
  };
  const outline: ProfilePoint[] = [
    { r: 0, y: -0.17 },
    { r: 0.05, y: -0.14 },
    { r: 0.082, y: -0.05 },
    { r: 0.07, y: 0.06 },
    { r: 0.035, y: 0.18 },
    { r: 0, y: 0.28 },
  ];
  return {
    ...lathe({ x, y, z, outline, materials: [glow], crease: 80 }),
    selfShadows: false,
    shadowTransmittance: 1,
  };
}
