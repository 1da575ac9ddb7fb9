import { hexToOklch, type Oklch } from '../../colour.ts';
import { oklchToLinear } from '../../linear-colour.ts';
import { noiseTile } from '../../noise-tile.ts';
import type { Random } from '../../random.ts';
import { axesAlong, ellipsoid } from '../../set/ellipsoid.ts';
import { group } from '../../set/group.ts';
import { lathe, type Turn } from '../../set/lathe.ts';
import type { Vector } from '../../set/light.ts';
import { ring } from '../../set/ring.ts';
import { rod } from '../../set/rod.ts';
import type { Skin, Solid } from '../../set/solid.ts';
import { sampleLevel } from '../../tile.ts';
import { createRamp, paint } from '../material/tone.ts';
import type { Prop, PropPlace } from './prop.ts';
import { tender } from './skins.ts';
import { rounded } from './vessel.ts';

/** Baked dough: dark where it rose, pale in the cuts, dusted with flour. `cuts` per radian across. */
function crust(cuts: number, along: number, random: Random): Skin {
  const ramp = createRamp(
    [
      [0.36, 0.075, 48],
      [0.53, 0.105, 58],
      [0.68, 0.1, 68],
      [0.88, 0.05, 80],
    ],
    { seed: 0, tint: '#ffffff', tintShare: 0, lightAlong: [0, 0] },
  );
  const noise = noiseTile();
  const level = noise.levels[0]!;
  const place = random() * 64;
  return {
    material: {
      gloss: 0,
      roughness: 0.4,
      sample(u, v, _footU, _footV, out) {
        const cloud = sampleLevel(level, place + u * 1.6, place + v * 1.6);
        const grain = sampleLevel(level, place * 2 + u * 9, v * 9);
        const flour = sampleLevel(level, place * 3 + u * 22, v * 22);
        const phase = v * along + cuts * u + 0.12 * cloud;
        const cut = Math.max(0, 1 - Math.abs(phase - Math.round(phase)) / 0.09);
        const lip = Math.max(0, 1 - Math.abs(Math.abs(phase - Math.round(phase)) - 0.115) / 0.03);
        const dust = Math.max(0, flour * 0.8 + cloud * 0.7 - 0.25);
        paint(
          ramp,
          0.4 + cloud * 0.26 + grain * 0.12 + cut * 0.4 - lip * 0.14 + dust * 0.6 * (1 - cut),
          1,
          out,
        );
        out[3] = grain * 0.24 + cut * 0.2 * grain + (lip - cut * 0.5) * 0.3;
        out[4] = 1 - cut;
      },
    },
    mirror: 0.035,
    roughness: 0.32,
    soft: 0.15,
  };
}

/** A country loaf with a roll at its side and an ear of wheat. */
export function bread({ x, y, z, side, random }: PropPlace): Prop {
  const loaf = ellipsoid({
    at: [x - side * 0.15, y + 0.6, z],
    radius: [1.05, 1.62, 0.7],
    axes: [
      [0.2 * side, 0, -0.98],
      [0.98, 0, 0.2 * side],
      [0, 1, 0],
    ],
    skin: crust(0.5, 0.82, random),
  });
  const roll = (px: number, pz: number, size: number): Solid =>
    ellipsoid({
      at: [px, y + size * 0.66, pz],
      radius: [size, size, size * 0.74],
      axes: [
        [0.7, 0, 0.7],
        [0.7, 0, -0.7],
        [0, 1, 0],
      ],
      skin: crust(0.5, 0.5, random),
    });
  const solids: Solid[] = [
    loaf,
    roll(x + side * 1.42, z - 0.75, 0.56),
    ...wheat(x - side * 1.3, y, z - 1.15, side, random),
  ];
  return { solids, height: 1.35, reach: 2.2 };
}

function wheat(x: number, y: number, z: number, side: number, random: Random): Solid[] {
  const straw = tender([0.8, 0.09, 85], 0.4, 0.3);
  const ears: Solid[] = [];
  for (let stalk = 0; stalk < 2; stalk++) {
    const turn = -0.25 * side + stalk * 0.35 * side;
    const along: Vector = [Math.cos(turn), 0.03, Math.sin(turn)];
    const at = (t: number, up: number): Vector => [
      x + along[0] * t,
      y + 0.06 + up,
      z + along[2] * t + stalk * 0.1,
    ];
    ears.push(rod(at(-1, 0), at(0.5, 0.02), 0.022, straw));
    for (let i = 0; i < 14; i++) {
      const t = 0.5 + i * 0.06;
      const out = (i % 2 === 0 ? 1 : -1) * 0.5;
      const lean: Vector = [along[0] - along[2] * out, 0.12 + 0.2 * random(), along[2] + along[0] * out];
      const base = at(t, 0.03);
      ears.push(
        ellipsoid({
          at: [base[0] + lean[0] * 0.06, base[1] + 0.02, base[2] + lean[2] * 0.06],
          radius: [0.035, 0.1, 0.035],
          axes: axesAlong(lean),
          skin: straw,
        }),
      );
    }
  }
  return [group(ears)];
}

/** Two doughnuts, one leaning on the other, glazed and strewn with sugar. */
export function donut({ x, y, z, palette, side, random }: PropPlace): Prop {
  const [, c, h] = hexToOklch(palette.accent);
  const icings: readonly Oklch[] = [
    [0.8, Math.min(0.12, Math.max(0.07, c * 0.7)), h],
    [0.34, 0.06, 45],
    [0.92, 0.03, 85],
  ];
  const pick = Math.floor(random() * 2);
  const lying = ring({
    at: [x - side * 0.1, y + 0.4, z],
    axes: UPRIGHT,
    radius: [0.72, 0.72],
    tube: [0.46, 0.4],
    skin: iced(icings[pick]!, c, h, random),
  });
  const second = ring({
    at: [x - side * 0.05, y + 1.14, z + 0.05],
    axes: axesAlong([0.06 * side, 1, -0.05]),
    radius: [0.7, 0.7],
    tube: [0.45, 0.38],
    skin: iced(icings[pick + 1]!, c, h, random),
  });
  const leaning = ring({
    at: [x + side * 1.5, y + 1.02, z + 0.15],
    axes: axesAlong([side * 0.38, 0.36, -0.86]),
    radius: [0.64, 0.64],
    tube: [0.42, 0.36],
    skin: iced(icings[(pick + 2) % 3]!, c, h, random),
  });
  return { solids: [lying, second, leaning], height: 1.6, reach: 2.3 };
}

const UPRIGHT: readonly [Vector, Vector, Vector] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** Dough below, glaze above with a wavy border, sugar strands on it. */
function iced(icing: Oklch, c: number, h: number, random: Random): Skin {
  const dough = createRamp(
    [
      [0.58, 0.1, 62],
      [0.74, 0.09, 72],
    ],
    { seed: 0, tint: '#ffffff', tintShare: 0, lightAlong: [0, 0] },
  );
  const glaze = oklchToLinear(icing);
  const strands = (
    [
      [0.95, 0.01, 90],
      [0.75, Math.min(0.14, c), h],
      [0.82, 0.13, 95],
      [0.74, 0.1, 200],
    ] satisfies Oklch[]
  ).map((colour) => oklchToLinear(colour));
  const noise = noiseTile();
  const level = noise.levels[0]!;
  const place = random() * 64;
  const cell = 0.15;
  return {
    material: {
      gloss: 0,
      roughness: 0.2,
      sample(u, v, foot, _foot, out) {
        const wave = 0.09 * Math.sin(u * 4.2 + place) + 0.12 * sampleLevel(level, place + u * 1.6, 2);
        // v runs round the tube: the top is about a quarter turn.
        const up = Math.sin(v / 0.46);
        const border = 0.02 + wave * 2;
        const share = Math.min(1, Math.max(0, (up - border) / Math.max(0.04, foot * 3) + 0.5));
        const grain = sampleLevel(level, place + u * 7, v * 7);
        paint(dough, 0.5 + 0.4 * up + grain * 0.25, 1, out);
        for (let i = 0; i < 3; i++) out[i]! += (glaze[i]! - out[i]!) * share;
        out[3] = grain * 0.1 * (1 - share) + 0.2 * Math.max(0, 1 - Math.abs(up - border - 0.06) / 0.08);
        out[4] = 0.2 + 0.8 * share;
        if (share > 0.9 && up > 0.3) strew(u, v, out);
      },
    },
    mirror: 0.05,
    roughness: 0.1,
    soft: 0.2,
  };

  function strew(u: number, v: number, out: Float32Array): void {
    const column = Math.floor(u / cell);
    const row = Math.floor(v / cell);
    const lot = Math.abs(Math.sin(column * 12.9898 + row * 78.233 + place) * 43758.5453) % 1;
    if (lot < 0.35) return;
    const angle = lot * 40;
    const px = u - (column + 0.5) * cell;
    const py = v - (row + 0.5) * cell;
    const along = px * Math.cos(angle) + py * Math.sin(angle);
    const across = py * Math.cos(angle) - px * Math.sin(angle);
    const away = Math.max(0, Math.abs(along) - 0.035);
    const cover = 1 - (away * away + across * across) / (0.017 * 0.017);
    if (cover <= 0) return;
    const colour = strands[Math.floor(lot * 977) % strands.length]!;
    for (let i = 0; i < 3; i++) out[i]! += (colour[i]! - out[i]!) * Math.min(1, cover * 3);
    out[3] = 0.3 * (across / 0.017);
  }
}

/** A tower of macarons in pastel shades, one leaning on it. */
export function macarons({ x, y, z, palette, side, random }: PropPlace): Prop {
  const [, c, h] = hexToOklch(palette.accent);
  const tones: readonly Oklch[] = [
    [0.84, Math.min(0.09, 0.04 + c * 0.3), h],
    [0.88, 0.05, 140],
    [0.87, 0.06, 85],
    [0.82, 0.06, 310],
    [0.62, 0.06, 55],
  ];
  const start = Math.floor(random() * tones.length);
  const solids: Solid[] = [];
  for (let i = 0; i < 4; i++) {
    solids.push(
      ...macaron(
        [x + (random() - 0.5) * 0.1 - side * 0.2, y + i * 0.63, z + (random() - 0.5) * 0.08],
        [0.03 * (random() - 0.5), 1, 0.03 * (random() - 0.5)],
        tones[(start + i) % tones.length]!,
      ),
    );
  }
  solids.push(
    ...macaron(
      [x + side * 1.12, y + 0.66, z - 0.32],
      [side * 0.86, 0.2, -0.5],
      tones[(start + 4) % tones.length]!,
    ),
  );
  return { solids, height: 2.55, reach: 1.9 };
}

/** Two shells with their frilled feet and the filling between, standing along `axis`. */
function macaron(at: Vector, axis: Vector, colour: Oklch): Solid[] {
  const radius = 0.72;
  const shell = tender(colour, 0.4, 0.25);
  const [l, c, h] = colour;
  const frill: Skin = {
    ...tender([l - 0.03, c, h], 0.6, 0.2),
    material: (() => {
      const coat = tender([l - 0.03, c, h]).material;
      const noise = noiseTile();
      const level = noise.levels[0]!;
      return {
        gloss: 0,
        roughness: 0.6,
        sample(u: number, v: number, footU: number, footV: number, out: Float32Array): void {
          coat.sample(u, v, footU, footV, out);
          out[3] = 0.6 * sampleLevel(level, u * 9, v * 16);
        },
      };
    })(),
  };
  const cream = tender([0.95, 0.02, 85], 0.5, 0.4);
  const outline: Turn[] = [
    { r: 0, y: 0 },
    { r: radius * 0.6, y: 0.01 },
    ...rounded(radius - 0.16, 0.16, 0.16, -80, -8, 6),
    { r: radius, y: 0.18, skin: 1 },
    { r: radius + 0.015, y: 0.21, skin: 1 },
    { r: radius - 0.02, y: 0.25, skin: 2 },
    { r: radius - 0.05, y: 0.27, skin: 2 },
    { r: radius - 0.05, y: 0.35, skin: 1 },
    { r: radius - 0.02, y: 0.37, skin: 1 },
    { r: radius + 0.015, y: 0.41, skin: 1 },
    { r: radius, y: 0.44 },
    ...rounded(radius - 0.16, 0.46, 0.16, 8, 80, 6),
    { r: radius * 0.6, y: 0.615 },
    { r: 0, y: 0.625 },
  ];
  return [
    lathe({
      x: at[0],
      y: at[1],
      z: at[2],
      outline,
      skins: [shell, frill, cream],
      axes: axesAlong(axis),
      crease: 50,
    }),
  ];
}
