import type { Oklch } from '../../imaging/colour.ts';
import { createRamp, writeRampColour } from '../materials/colour-ramp.ts';
import { axesAlong, axesFacing, ellipsoid } from '../renderer/ellipsoid.ts';
import { lathe } from '../renderer/lathe.ts';
import type { Vector } from '../renderer/light.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';
import type { Material } from '../renderer/material.ts';
import { noiseTile } from '../renderer/noise-tile.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { sampleLevel } from '../renderer/tile.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { LEAF } from './solid-materials.ts';

/** Peel with pores. */
function peel(colour: Oklch, pale: Oklch, radius: number): SolidMaterial {
  const ramp = createRamp([colour, pale], { seed: 0, tint: '#ffffff', tintShare: 0, lightAlong: [0, 0] });
  const noise = noiseTile();
  const level = noise.levels[0]!;
  const material: Material = {
    gloss: 0,
    roughness: 0.2,
    sample(u, v, _footU, _footV, out) {
      const pore = sampleLevel(level, (u / radius) * 9, (v / radius) * 13);
      const cloud = sampleLevel(level, (u / radius) * 1.3 + 9, (v / radius) * 1.3);
      writeRampColour(ramp, 0.3 + cloud * 0.5, 1 - Math.max(0, pore - 0.25) * 0.16, out);
      out[3] = -Math.max(0, pore - 0.2) * 0.4;
      out[4] = 1;
    },
  };
  return { surface: material, reflectance: 0.05, roughness: 0.2, subsurface: 0.25 };
}

/** The cut face of a citrus fruit: peel, pith, and flesh in segments. Coordinates are from the middle. */
function citrusFace(flesh: Oklch, rind: Oklch, radius: number): SolidMaterial {
  const colours = [oklchToLinear(rind), oklchToLinear([0.94, 0.04, 95]), oklchToLinear(flesh)] as const;
  const noise = noiseTile();
  const level = noise.levels[0]!;
  const segments = 10;
  const material: Material = {
    gloss: 0,
    roughness: 0.15,
    sample(u, v, foot, _foot, out) {
      const away = Math.sqrt(u * u + v * v) / radius;
      const turn = (Math.atan2(v, u) / (2 * Math.PI) + 1) * segments;
      const toWall = (0.5 - Math.abs(turn - Math.floor(turn) - 0.5)) * ((away * 2 * Math.PI) / segments);
      const soft = Math.max(0.02, (1.5 * foot) / radius);
      const flesh =
        Math.min(1, Math.max(0, (0.8 - away) / soft)) *
        Math.min(1, Math.max(0, (toWall - 0.02) / soft)) *
        Math.min(1, Math.max(0, (away - 0.1) / soft));
      const peeled = Math.min(1, Math.max(0, (away - 0.92) / soft));
      const fibre = sampleLevel(level, turn * 2.2, away * 3.4);
      for (let i = 0; i < 3; i++) {
        const inner = colours[1][i]! + (colours[2][i]! * (1 + 0.22 * fibre) - colours[1][i]!) * flesh;
        out[i] = inner + (colours[0][i]! - inner) * peeled;
      }
      out[3] = flesh * fibre * 0.2;
      out[4] = 0.4 + 0.6 * flesh;
    },
  };
  return { surface: material, reflectance: 0.04, roughness: 0.12, subsurface: 0.4 };
}

/** A round slice of citrus, `thick` decimetres, whose face looks along `axis`. */
export function citrusSlice(
  at: Vector,
  axis: Vector,
  radius: number,
  thick: number,
  flesh: Oklch,
  rind: Oklch,
): Solid {
  const face = citrusFace(flesh, rind, radius);
  return {
    ...lathe({
      x: at[0],
      y: at[1],
      z: at[2],
      outline: [
        { r: 0, y: 0 },
        { r: radius, y: 0, material: 1 },
        { r: radius, y: thick },
        { r: 0, y: thick },
      ],
      materials: [face, peel(rind, rind, radius)],
      axes: axesAlong(axis),
    }),
    selfShadows: false,
  };
}

const ORANGE: Oklch = [0.72, 0.17, 58];

/** Oranges: two whole and a half with its face to the front. */
export const oranges = defineProp({
  name: 'oranges',
  standsFor: { ko: '오렌지 귤 감귤 제주감귤 한라봉 천혜향 레드향 황금향', en: 'orange, tangerine' },
  make,
});

function make({ x, y, z, side, random }: PropPlacement): Prop {
  const material = peel(ORANGE, [0.78, 0.16, 68], 0.72);
  const whole = (px: number, pz: number, radius: number): Solid[] => [
    ellipsoid({
      at: [px, y + radius * 0.95, pz],
      radius: [radius, radius * 0.95, radius],
      axes: axesAlong([0.3 * (random() - 0.5), 1, 0.3 * (random() - 0.5)]),
      material,
    }),
    ellipsoid({ at: [px, y + radius * 1.88, pz], radius: [0.05, 0.03, 0.05], material: LEAF }),
  ];
  const face: Vector = [-0.28 * side, 0.42, -1];
  const axes = axesAlong(face);
  const radius = 0.62;
  const half = lathe({
    x: x - side * 0.75,
    y: y + 0.58,
    z: z - 0.75,
    outline: [
      ...Array.from({ length: 12 }, (_, i) => {
        const angle = -Math.PI / 2 + (i / 11) * (Math.PI / 2);
        return { r: radius * Math.cos(angle), y: radius * Math.sin(angle), material: i === 11 ? 1 : 0 };
      }),
      { r: 0, y: 0 },
    ],
    materials: [material, citrusFace([0.75, 0.16, 62], ORANGE, radius)],
    axes,
    crease: 60,
  });
  const leaf = ellipsoid({
    at: [x + side * 0.1, y + 1.5, z + 0.05],
    radius: [0.13, 0.36, 0.02],
    axes: axesFacing([side * 0.9, 0.35, -0.3], [0, 0.7, -0.7]),
    material: LEAF,
  });
  return {
    solids: [...whole(x + side * 0.05, z, 0.74), ...whole(x + side * 1.32, z - 0.25, 0.66), half, leaf],
    height: 1.6,
    halfWidth: 2,
  };
}
