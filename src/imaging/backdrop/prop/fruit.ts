import type { Oklch } from '../../colour.ts';
import { oklchToLinear } from '../../linear-colour.ts';
import { noiseTile } from '../../noise-tile.ts';
import type { Random } from '../../random.ts';
import { axesAlong, axesFacing, ellipsoid } from '../../set/ellipsoid.ts';
import { group } from '../../set/group.ts';
import { lathe, type Turn } from '../../set/lathe.ts';
import type { Vector } from '../../set/light.ts';
import type { Material } from '../../set/material.ts';
import { rod } from '../../set/rod.ts';
import type { Skin, Solid } from '../../set/solid.ts';
import { sampleLevel } from '../../tile.ts';
import { createRamp, paint } from '../material/tone.ts';
import type { Prop, PropPlace } from './prop.ts';
import { tender } from './skins.ts';

const LEAF = tender([0.52, 0.11, 135], 0.4, 0.3);
const LIGHT_LEAF = tender([0.62, 0.12, 130], 0.4, 0.3);

/** Strawberry skin: pips in hollows, in staggered rows, on red that pales to the neck. */
function strawberrySkin(length: number, widest: number): Skin {
  const ramp = createRamp(
    [
      [0.42, 0.17, 25],
      [0.52, 0.2, 26],
      [0.66, 0.15, 32],
    ],
    { seed: 0, tint: '#ffffff', tintShare: 0, lightAlong: [0, 0] },
  );
  const pip = oklchToLinear([0.74, 0.12, 78]);
  const around = 14;
  const pitch = length / 10;
  const material: Material = {
    gloss: 0,
    roughness: 0.1,
    sample(u, v, _footU, _footV, out) {
      const row = Math.floor(v / pitch);
      const turn = (u / widest / (2 * Math.PI) + 1) * around + (row & 1) * 0.5;
      const px = (turn - Math.floor(turn) - 0.5) * 1.1;
      const py = (v / pitch - row - 0.5) * 1.25;
      const away = px * px * 1.7 + py * py * 0.75;
      const hollow = Math.max(0, 1 - away / 0.11);
      paint(ramp, 0.42 + 0.5 * Math.max(0, 1 - v / (0.3 * length)) * 0.6 - hollow * 0.3, 1, out);
      const seed = Math.min(1, Math.max(0, (0.02 - away) / 0.014));
      for (let i = 0; i < 3; i++) out[i]! += (pip[i]! - out[i]!) * seed;
      out[3] = -0.35 * hollow + 0.5 * seed;
      out[4] = 1 - 0.5 * hollow;
    },
  };
  return { material, mirror: 0.05, roughness: 0.1, soft: 0.3 };
}

/**
 * A strawberry. `axis` points from its crown to its tip.
 *
 * @param at middle of the crown end
 * @param leaves whether it still has its green crown
 */
export function strawberry(at: Vector, axis: Vector, size: number, leaves: boolean, random: Random): Solid {
  const wide = size * (0.4 + 0.05 * random());
  const axes = axesAlong(axis, random() * 6.28);
  const outline: Turn[] = Array.from({ length: 15 }, (_, i) => {
    const t = i / 14;
    const r = wide * Math.sin(Math.PI * Math.min(1, 0.16 + 0.84 * t) ** 0.8) ** 0.72 * (1 - 0.18 * t);
    return { r: i === 14 || i === 0 ? (i === 0 ? wide * 0.35 : 0) : r, y: size * t };
  });
  const berry = lathe({
    x: at[0],
    y: at[1],
    z: at[2],
    outline: [{ r: 0, y: size * 0.02 }, ...outline],
    skins: [strawberrySkin(size, wide)],
    axes,
    crease: 80,
  });
  if (!leaves) return { ...berry, hollow: false };
  const crown: Solid[] = [];
  const [a, b, c] = axes;
  for (let i = 0; i < 8; i++) {
    const turn = (i / 8) * 6.28 + 0.3 * random();
    const out: Vector = [
      a[0] * Math.cos(turn) + c[0] * Math.sin(turn) - b[0] * (0.05 + 0.3 * random()),
      a[1] * Math.cos(turn) + c[1] * Math.sin(turn) - b[1] * (0.05 + 0.3 * random()),
      a[2] * Math.cos(turn) + c[2] * Math.sin(turn) - b[2] * (0.05 + 0.3 * random()),
    ];
    const reach = size * 0.2;
    crown.push(
      ellipsoid({
        at: [at[0] + out[0] * reach, at[1] + out[1] * reach, at[2] + out[2] * reach],
        radius: [size * 0.08, reach * 1.05, size * 0.022],
        axes: axesFacing(out, [-b[0], -b[1], -b[2]]),
        skin: i % 2 === 0 ? LEAF : LIGHT_LEAF,
      }),
    );
  }
  crown.push(
    rod(
      at,
      [at[0] - b[0] * size * 0.22, at[1] - b[1] * size * 0.22, at[2] - b[2] * size * 0.22],
      size * 0.03,
      LIGHT_LEAF,
    ),
  );
  return group([berry, ...crown]);
}

/** A strawberry that lies on a level place. */
export function lyingStrawberry(x: number, y: number, z: number, size: number, random: Random): Solid {
  const turn = random() * 6.28;
  const axis: Vector = [Math.cos(turn), -0.12, Math.sin(turn)];
  return strawberry(
    [x - axis[0] * size * 0.4, y + size * 0.4, z - axis[2] * size * 0.4],
    axis,
    size,
    true,
    random,
  );
}

/** Peel with pores. */
function peel(colour: Oklch, pale: Oklch, radius: number): Skin {
  const ramp = createRamp([colour, pale], { seed: 0, tint: '#ffffff', tintShare: 0, lightAlong: [0, 0] });
  const noise = noiseTile();
  const level = noise.levels[0]!;
  const material: Material = {
    gloss: 0,
    roughness: 0.2,
    sample(u, v, _footU, _footV, out) {
      const pore = sampleLevel(level, (u / radius) * 9, (v / radius) * 13);
      const cloud = sampleLevel(level, (u / radius) * 1.3 + 9, (v / radius) * 1.3);
      paint(ramp, 0.3 + cloud * 0.5, 1 - Math.max(0, pore - 0.25) * 0.16, out);
      out[3] = -Math.max(0, pore - 0.2) * 0.4;
      out[4] = 1;
    },
  };
  return { material, mirror: 0.05, roughness: 0.2, soft: 0.25 };
}

/** The cut face of a citrus fruit: peel, pith, and flesh in segments. Coordinates are from the middle. */
function citrusFace(flesh: Oklch, rind: Oklch, radius: number): Skin {
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
  return { material, mirror: 0.04, roughness: 0.12, soft: 0.4 };
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
        { r: radius, y: 0, skin: 1 },
        { r: radius, y: thick },
        { r: 0, y: thick },
      ],
      skins: [face, peel(rind, rind, radius)],
      axes: axesAlong(axis),
    }),
    hollow: false,
  };
}

const ORANGE: Oklch = [0.72, 0.17, 58];

/** Oranges: two whole and a half with its face to the front. */
export function oranges({ x, y, z, side, random }: PropPlace): Prop {
  const skin = peel(ORANGE, [0.78, 0.16, 68], 0.72);
  const whole = (px: number, pz: number, radius: number): Solid[] => [
    ellipsoid({
      at: [px, y + radius * 0.95, pz],
      radius: [radius, radius * 0.95, radius],
      axes: axesAlong([0.3 * (random() - 0.5), 1, 0.3 * (random() - 0.5)]),
      skin,
    }),
    ellipsoid({ at: [px, y + radius * 1.88, pz], radius: [0.05, 0.03, 0.05], skin: LEAF }),
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
        return { r: radius * Math.cos(angle), y: radius * Math.sin(angle), skin: i === 11 ? 1 : 0 };
      }),
      { r: 0, y: 0 },
    ],
    skins: [skin, citrusFace([0.75, 0.16, 62], ORANGE, radius)],
    axes,
    crease: 60,
  });
  const leaf = ellipsoid({
    at: [x + side * 0.1, y + 1.5, z + 0.05],
    radius: [0.13, 0.36, 0.02],
    axes: axesFacing([side * 0.9, 0.35, -0.3], [0, 0.7, -0.7]),
    skin: LEAF,
  });
  return {
    solids: [...whole(x + side * 0.05, z, 0.74), ...whole(x + side * 1.32, z - 0.25, 0.66), half, leaf],
    height: 1.6,
    reach: 2,
  };
}

/** A heap of strawberries. */
export function strawberries({ x, y, z, random }: PropPlace): Prop {
  const places: readonly (readonly [number, number, number, number])[] = [
    [-0.95, 0, 0.1, 0.82],
    [-0.1, 0, -0.45, 0.9],
    [0.85, 0, -0.1, 0.84],
    [0.35, 0, 0.75, 0.8],
    [-0.55, 0, 0.85, 0.78],
    [-0.35, 0.58, 0.2, 0.84],
    [0.42, 0.55, 0.2, 0.8],
    [0.05, 1.05, 0.25, 0.82],
    [1.6, 0, -0.5, 0.76],
    [-1.65, 0, -0.35, 0.74],
  ];
  const solids = places.map(([px, py, pz, size]) =>
    lyingStrawberry(x + px, y + py, z + pz, size * (0.94 + 0.1 * random()), random),
  );
  return { solids, height: 1.9, reach: 2.1 };
}

/** Red apples, one lying against another. */
export function apples({ x, y, z, side, random }: PropPlace): Prop {
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
  const skin: Skin = {
    material: {
      gloss: 0,
      roughness: 0.08,
      sample(u, v, _footU, _footV, out) {
        const streak = sampleLevel(level, u * 9, v * 1.1);
        const cloud = sampleLevel(level, u * 1.2 + 7, v * 0.8);
        const dot = sampleLevel(level, u * 16, v * 16 + 5);
        paint(ramp, 0.34 + streak * 0.22 + cloud * 0.34 + (dot > 0.55 ? 0.3 : 0), 1, out);
        out[3] = 0;
        out[4] = 1;
      },
    },
    mirror: 0.05,
    roughness: 0.07,
    soft: 0.2,
  };
  const one = (px: number, pz: number, size: number, lean: Vector): Solid[] => {
    const outline: Turn[] = Array.from({ length: 25 }, (_, i) => {
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
      lathe({ x: px, y, z: pz, outline, skins: [skin], axes, crease: 90 }),
      rod(
        [px + lean[0] * top, y + lean[1] * top, pz + lean[2] * top],
        [px + lean[0] * size * 2.05 + 0.08, y + lean[1] * size * 2.05, pz + lean[2] * size * 2.05],
        0.032,
        tender([0.36, 0.05, 60]),
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
      skin: LEAF,
    }),
  ];
  return { solids, height: 1.9, reach: 2 };
}
