import { hexToOklch, type Oklch } from '../../imaging/colour.ts';
import type { Random } from '../../imaging/random.ts';
import { createRamp, writeRampColour } from '../materials/colour-ramp.ts';
import { axesAlong, axesFacing, ellipsoid } from '../renderer/ellipsoid.ts';
import { group } from '../renderer/group.ts';
import { lathe } from '../renderer/lathe.ts';
import { unit, type Vector } from '../renderer/light.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';
import { noiseTile } from '../renderer/noise-tile.ts';
import type { ProfilePoint } from '../renderer/outline.ts';
import { rod } from '../renderer/rod.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { sampleLevel } from '../renderer/tile.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { glazed, translucent } from './solid-materials.ts';
import { smoothed } from './vessel.ts';

/** Flowers in a vase: full blooms in the accent's family, small ones between, leaves. */
export const bouquet = defineProp({
  name: 'bouquet',
  standsFor: {
    ko: '꽃 생화 꽃다발 미니꽃다발 부케 장미 빨간장미 분홍장미 튤립 수국 카네이션 작약 라넌큘러스 리시안셔스 프리지아 백합 해바라기 꽃바구니 카네이션꽃바구니 꽃병 화병 드라이플라워 ~꽃다발 ~꽃바구니 ~장미 ~튤립',
    en: 'flower, bouquet, rose, tulip, carnation, hydrangea, peony, sunflower, lily, dried flowers bouquet, flower class',
  },
  make,
});

function make(place: PropPlacement): Prop {
  const { x, y, z, palette, random } = place;
  const [, c, h] = hexToOklch(palette.accent);
  const chroma = Math.min(0.15, Math.max(0.08, c));
  const blooms: readonly Oklch[] = [
    [0.72, chroma, h],
    [0.86, chroma * 0.5, h + 8],
    [0.93, 0.025, 85],
    [0.8, chroma * 0.7, h - 25],
  ];
  const vase: ProfilePoint[] = [
    { r: 0, y: 0 },
    ...smoothed([
      { r: 0.5, y: 0 },
      { r: 0.6, y: 0.1 },
      { r: 0.74, y: 0.42 },
      { r: 0.7, y: 0.8 },
      { r: 0.48, y: 1.1 },
      { r: 0.4, y: 1.22 },
      { r: 0.46, y: 1.32 },
    ]),
    { r: 0.42, y: 1.33 },
    { r: 0.36, y: 1.22 },
    { r: 0, y: 1.2 },
  ];
  const neck: Vector = [x, y + 1.2, z];
  const stems: Solid[] = [];
  const heads: Solid[] = [];
  const green = translucent([0.5, 0.1, 135], 0.4, 0.3);
  const pale = translucent([0.6, 0.085, 145], 0.4, 0.35);
  const places: readonly (readonly [number, number, number, number])[] = [
    [0, 2.1, -0.35, 0.52],
    [-0.72, 1.9, -0.1, 0.46],
    [0.74, 1.95, -0.12, 0.48],
    [-0.36, 2.5, 0.1, 0.44],
    [0.42, 2.52, 0.12, 0.42],
    [-1.12, 2.2, 0.25, 0.34],
    [1.14, 2.28, 0.2, 0.34],
    [0.02, 2.86, 0.3, 0.36],
    [-0.34, 1.66, -0.55, 0.34],
    [0.4, 1.62, -0.55, 0.36],
  ];
  for (const [i, [px, py, pz, size]] of places.entries()) {
    const at: Vector = [x + px * 0.88 + 0.06 * (random() - 0.5), y + py + 0.06 * (random() - 0.5), z + pz];
    stems.push(rod(neck, at, 0.025, green));
    const out = unit([at[0] - x, (at[1] - neck[1]) * 0.55, at[2] - z - 0.9]);
    heads.push(...bloom(at, out, size * (0.92 + 0.16 * random()), blooms[i % blooms.length]!, random));
  }
  const leaves: Solid[] = [];
  for (let i = 0; i < 46; i++) {
    // All round behind the blooms, and some in front below them.
    const turn = random() * 6.28;
    const front = i % 4 === 0;
    const reach = front ? 0.5 + 0.3 * random() : 1 + 0.6 * random();
    const rise = front ? 1.5 + 0.25 * random() : 2.2 + Math.sin(turn) * reach * 0.56;
    const at: Vector = [
      x + Math.cos(turn) * reach,
      y + Math.max(1.45, rise),
      z + (front ? -0.55 : 0.3 + 0.2 * random()),
    ];
    const out: Vector = [
      Math.cos(turn) * 0.9,
      front ? -0.25 + 0.5 * random() : 0.25 + Math.max(0, Math.sin(turn)),
      front ? -0.4 : -0.1,
    ];
    leaves.push(
      ellipsoid({
        at,
        radius: [0.075 + 0.035 * random(), 0.24 + 0.1 * random(), 0.012],
        axes: axesFacing(out, [0.5 * (random() - 0.5), 0.5, -0.8]),
        material: i % 3 === 0 ? pale : green,
      }),
    );
    if (!front)
      stems.push(
        rod([x, y + 1.6, z + 0.1], [at[0] - out[0] * 0.2, at[1] - out[1] * 0.2, at[2]], 0.014, green),
      );
  }
  return {
    solids: [
      lathe({ x, y, z, outline: vase, materials: [glazed([0.92, 0.012, 80], 0.16)], crease: 70 }),
      group(stems),
      group(heads),
      group(leaves),
    ],
    height: 3,
    halfWidth: 1.5,
  };
}

/** A full bloom that looks along `out`: shells of petals, each ring wider open than the one within. */
function bloom(at: Vector, out: Vector, size: number, colour: Oklch, random: Random): Solid[] {
  const [l, c, h] = colour;
  const [a, b, d] = axesAlong(out, random() * 6.28);
  const solids: Solid[] = [];
  const rings = [
    { count: 8, open: 1.3, reach: 0.66, wide: 0.36, long: 0.44, tone: 0.05 },
    { count: 8, open: 1.0, reach: 0.52, wide: 0.34, long: 0.44, tone: 0.03 },
    { count: 7, open: 0.72, reach: 0.38, wide: 0.3, long: 0.42, tone: 0 },
    { count: 6, open: 0.46, reach: 0.25, wide: 0.25, long: 0.38, tone: -0.03 },
    { count: 4, open: 0.24, reach: 0.13, wide: 0.2, long: 0.34, tone: -0.05 },
  ];
  for (const [r, one] of rings.entries()) {
    const material = petal([Math.min(0.96, l + one.tone), c, h]);
    for (let i = 0; i < one.count; i++) {
      const turn = (i / one.count) * 6.28 + r * 0.55 + 0.3 * (random() - 0.5);
      const open = one.open * (0.9 + 0.2 * random());
      const size1 = size * (0.88 + 0.24 * random());
      const side = mixed(a, d, Math.cos(turn), Math.sin(turn));
      const grow = unit(mixed(side, b, Math.sin(open), Math.cos(open)));
      const middle = mixed3(at, side, b, one.reach * size, (0.16 + 0.22 * (2 - open)) * size * 0.6);
      // The petal's thin axis lies between the flower's axis and its own side.
      const thin = unit(mixed(side, b, -Math.cos(open), Math.sin(open)));
      const wide: Vector = [
        grow[1] * thin[2] - grow[2] * thin[1],
        grow[2] * thin[0] - grow[0] * thin[2],
        grow[0] * thin[1] - grow[1] * thin[0],
      ];
      solids.push(
        ellipsoid({
          at: middle,
          radius: [one.wide * size1, one.long * size1, 0.045 * size],
          axes: [wide, grow, thin],
          material,
        }),
      );
    }
  }
  solids.push(
    ellipsoid({
      at: mixed3(at, b, b, 0.26 * size, 0),
      radius: [0.13 * size, 0.24 * size, 0.13 * size],
      axes: [a, b, d],
      material: petal([l - 0.06, c * 1.1, h]),
    }),
  );
  return solids;
}

const mixed = (p: Vector, q: Vector, s: number, t: number): Vector => [
  p[0] * s + q[0] * t,
  p[1] * s + q[1] * t,
  p[2] * s + q[2] * t,
];

const mixed3 = (at: Vector, p: Vector, q: Vector, s: number, t: number): Vector => [
  at[0] + p[0] * s + q[0] * t,
  at[1] + p[1] * s + q[1] * t,
  at[2] + p[2] * s + q[2] * t,
];

/** A petal: fine veins, paler to its edge, light comes through it. */
function petal(colour: Oklch): SolidMaterial {
  const [l, c, h] = colour;
  const ramp = createRamp([[l - 0.07, c * 1.2, h - 4], colour, [Math.min(0.97, l + 0.05), c * 0.7, h + 4]], {
    seed: 0,
    tint: '#ffffff',
    tintShare: 0,
    lightAlong: [0, 0],
  });
  const noise = noiseTile();
  const level = noise.levels[0]!;
  const edge = oklchToLinear([Math.min(0.98, l + 0.06), c * 0.5, h]);
  return {
    surface: {
      gloss: 0,
      roughness: 0.5,
      sample(u, v, _footU, _footV, out) {
        const vein = sampleLevel(level, u * 14, v * 2);
        writeRampColour(ramp, 0.45 + v * 1.3 + vein * 0.1, 1, out);
        const rim = Math.max(0, v - 0.16) * 2;
        for (let i = 0; i < 3; i++) out[i]! += (edge[i]! - out[i]!) * Math.min(0.5, rim);
        out[3] = vein * 0.1;
        out[4] = 1;
      },
    },
    reflectance: 0.025,
    roughness: 0.5,
    subsurface: 0.5,
  };
}
