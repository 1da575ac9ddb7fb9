import { createRamp, writeRampColour } from '../materials/colour-ramp.ts';
import { axesAlong, axesFacing, ellipsoid } from '../renderer/ellipsoid.ts';
import { lathe } from '../renderer/lathe.ts';
import type { Vector } from '../renderer/light.ts';
import { noiseTile } from '../renderer/noise-tile.ts';
import type { ProfilePoint } from '../renderer/outline.ts';
import { rod } from '../renderer/rod.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { sampleLevel } from '../renderer/tile.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { LEAF, translucent } from './solid-materials.ts';

/** Red apples, one lying against another. */
export const apples = defineProp({
  name: 'apples',
  standsFor: { ko: '사과 부사 청사과', en: 'apple, fruit' },
  make,
});

function make({ x, y, z, side, random }: PropPlacement): Prop {
  const ramp = createRamp(
    [
      [0.4, 0.16, 24],
      [0.52, 0.19, 27],
      [0.78, 0.13, 75],
    ],
    { seed: 0, tint: '#ffffff', tintShare: 0, lightAlong: [0, 0] },
  );
  const noise = noiseTile();
  const level = noise.levels[0]!;
  const material: SolidMaterial = {
    surface: {
      gloss: 0,
      roughness: 0.08,
      sample(u, v, _footU, _footV, out) {
        const streak = sampleLevel(level, u * 9, v * 1.1);
        const cloud = sampleLevel(level, u * 1.2 + 7, v * 0.8);
        const dot = sampleLevel(level, u * 16, v * 16 + 5);
        writeRampColour(ramp, 0.34 + streak * 0.22 + cloud * 0.34 + (dot > 0.55 ? 0.3 : 0), 1, out);
        out[3] = 0;
        out[4] = 1;
      },
    },
    reflectance: 0.05,
    roughness: 0.07,
    subsurface: 0.2,
  };
  const one = (px: number, pz: number, size: number, lean: Vector): Solid[] => {
    const outline: ProfilePoint[] = Array.from({ length: 25 }, (_, i) => {
      const a = -Math.PI / 2 + (i / 24) * Math.PI;
      const dip =
        0.2 * Math.exp(-(((Math.PI / 2 - a) / 0.34) ** 2)) +
        0.1 * Math.exp(-(((a + Math.PI / 2) / 0.3) ** 2));
      return {
        r: Math.max(0, size * Math.cos(a) * (1 + 0.06 * Math.sin(a))),
        y: size * (0.86 + 0.9 * Math.sin(a) * (1 - dip)),
      };
    });
    const axes = axesAlong(lean, random() * 6);
    const top = size * 1.5;
    return [
      lathe({ x: px, y, z: pz, outline, materials: [material], axes, crease: 90 }),
      rod(
        [px + lean[0] * top, y + lean[1] * top, pz + lean[2] * top],
        [px + lean[0] * size * 2.05 + 0.08, y + lean[1] * size * 2.05, pz + lean[2] * size * 2.05],
        0.032,
        translucent([0.36, 0.05, 60]),
      ),
    ];
  };
  const solids = [
    ...one(x - side * 0.2, z, 0.82, [0.06, 1, -0.05]),
    ...one(x + side * 1.35, z - 0.3, 0.72, [side * 0.12, 1, -0.1]),
    ellipsoid({
      at: [x - side * 0.2 + 0.28, y + 1.75, z],
      radius: [0.14, 0.36, 0.02],
      axes: axesFacing([0.8, 0.5, -0.25], [-0.2, 0.7, -0.7]),
      material: LEAF,
    }),
  ];
  return { solids, height: 1.9, halfWidth: 2 };
}
