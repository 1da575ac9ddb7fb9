import { drawn } from '../../canvas.ts';
import { hexToOklch, LINEAR_OF_BYTE, type Oklch, oklchToHex } from '../../colour.ts';
import type { Random } from '../../random.ts';
import { axesAlong, ellipsoid } from '../../set/ellipsoid.ts';
import { group } from '../../set/group.ts';
import { lathe, type Turn } from '../../set/lathe.ts';
import type { Vector } from '../../set/light.ts';
import { ring } from '../../set/ring.ts';
import { rod } from '../../set/rod.ts';
import type { Skin, Solid } from '../../set/solid.ts';
import type { Prop, PropPlace } from './prop.ts';
import { glazed, matt, tender } from './skins.ts';
import { rounded } from './vessel.ts';

/** Outline of a bowl with a foot ring; its inside ends at `r` 0. */
const bowlOutline = (rim: number, height: number): Turn[] => [
  { r: 0, y: 0.06 },
  { r: rim * 0.4, y: 0.06 },
  { r: rim * 0.42, y: 0 },
  { r: rim * 0.47, y: 0 },
  { r: rim * 0.48, y: 0.1 },
  { r: rim * 0.7, y: height * 0.3 },
  { r: rim * 0.9, y: height * 0.62 },
  { r: rim * 0.99, y: height * 0.94 },
  ...rounded(rim - 0.025, height - 0.02, 0.025, 0, 180, 6),
  { r: rim * 0.93, y: height * 0.9 },
  { r: rim * 0.84, y: height * 0.6 },
  { r: rim * 0.6, y: height * 0.3 },
  { r: 0, y: height * 0.2 },
];

/** A bowl of noodle soup with an egg, spring onions and chopsticks. */
export function noodles(place: PropPlace): Prop {
  const { x, y, z, palette, side, random } = place;
  const [, c, h] = hexToOklch(palette.accent);
  const dark = random() < 0.6;
  const clay = glazed(dark ? [0.27, 0.015, 60] : [0.88, Math.min(0.03, c), h], 0.12);
  const rim = 1.5;
  const height = 1.25;
  const level = height * 0.86;
  const surface = rim * 0.93;
  const solids: Solid[] = [
    lathe({ x, y, z, outline: bowlOutline(rim, height), skins: [clay], crease: 60 }),
    {
      ...lathe({
        x,
        y,
        z,
        outline: [
          { r: surface, y: level - 0.03 },
          { r: surface, y: level },
          { r: 0, y: level },
        ],
        skins: [broth(surface)],
      }),
      hollow: false,
    },
    strands(x, y + level, z, surface, random),
    ...egg(x - side * 0.55, y + level + 0.06, z - 0.5, side),
    group(onions(x + side * 0.4, y + level + 0.1, z - 0.35, random)),
    ...chopsticks(x, y + height, z, rim, side),
  ];
  return { solids, height: 1.75, reach: 1.8 };
}

/** A clear orange soup with drops of oil. */
function broth(radius: number): Skin {
  const base = glazed([0.55, 0.12, 52], 0.05);
  return {
    ...base,
    material: {
      gloss: 0,
      roughness: 0.05,
      sample(u, v, footU, footV, out) {
        base.material.sample(u, v, footU, footV, out);
        const cell = 0.21;
        const cx = Math.floor(u / cell);
        const cy = Math.floor(v / cell);
        const lot = Math.abs(Math.sin(cx * 12.9898 + cy * 78.233) * 43758.5453) % 1;
        const size = 0.02 + 0.06 * lot;
        const away = Math.hypot(u - (cx + 0.5) * cell, v - (cy + 0.5) * cell) / size;
        const oil = away < 1 ? 0.35 : 0;
        const rim = Math.hypot(u, v) / radius;
        out[0] = out[0]! * (1 + oil) * (1 - 0.25 * Math.max(0, rim - 0.7));
        out[1] = out[1]! * (1 + oil * 0.9);
        out[3] = 0;
      },
    },
    soft: 0.3,
  };
}

/** A nest of noodles: loops of a thick thread, lying over each other. */
function strands(x: number, y: number, z: number, radius: number, random: Random): Solid {
  const dough = tender([0.88, 0.07, 88], 0.18, 0.4);
  const loops = Array.from({ length: 26 }, (_, i) => {
    const turn = random() * 6.28;
    const away = radius * 0.42 * Math.sqrt(random());
    const wide = radius * (0.22 + 0.26 * random());
    return ring({
      at: [
        x + Math.cos(turn) * away,
        y - 0.02 + 0.16 * (i / 26) * (1 - away / radius),
        z + Math.sin(turn) * away,
      ],
      axes: axesAlong([0.28 * (random() - 0.5), 1, 0.28 * (random() - 0.5)], random() * 3),
      radius: [wide, wide * (0.55 + 0.4 * random())],
      tube: [0.042, 0.042],
      skin: dough,
    });
  });
  return group(loops);
}

/** A boiled egg, halved, its yolk up. */
function egg(x: number, y: number, z: number, side: number): Solid[] {
  const axis: Vector = [0.35 * side, 0.85, -0.42];
  const [a, b, d] = axesAlong(axis);
  const white = tender([0.96, 0.012, 90], 0.2, 0.45);
  const yolk = tender([0.76, 0.16, 68], 0.12, 0.4);
  const at = (up: number): Vector => [x + b[0] * up, y + b[1] * up, z + b[2] * up];
  const half = lathe({
    x,
    y,
    z,
    outline: [
      ...Array.from({ length: 9 }, (_, i) => {
        const angle = -Math.PI / 2 + (i / 8) * (Math.PI / 2);
        return { r: 0.4 * Math.cos(angle), y: 0.36 * Math.sin(angle) + 0.1 };
      }),
      { r: 0, y: 0.1 },
    ],
    skins: [white],
    axes: [a, b, d],
  });
  return [
    { ...half, hollow: false },
    ellipsoid({ at: at(0.085), radius: [0.23, 0.06, 0.23], axes: [a, b, d], skin: yolk }),
  ];
}

function onions(x: number, y: number, z: number, random: Random): Solid[] {
  const greens = [
    tender([0.62, 0.15, 132], 0.3, 0.4),
    tender([0.76, 0.13, 125], 0.3, 0.4),
    tender([0.5, 0.12, 140], 0.3, 0.4),
  ];
  return Array.from({ length: 22 }, (_, i) => {
    const turn = random() * 6.28;
    const away = 0.55 * Math.sqrt(random());
    const wide = 0.055 + 0.03 * random();
    return ring({
      at: [
        x + Math.cos(turn) * away,
        y + 0.03 * random() + 0.05 * (1 - away),
        z + Math.sin(turn) * away * 0.8,
      ],
      axes: axesAlong([0.9 * (random() - 0.5), 1, 0.9 * (random() - 0.5)]),
      radius: [wide, wide],
      tube: [0.018, 0.04],
      skin: greens[i % 3]!,
    });
  });
}

function chopsticks(x: number, y: number, z: number, rim: number, side: number): Solid[] {
  const wood = glazed([0.34, 0.06, 45], 0.2);
  const stick = (shift: number): Solid =>
    rod(
      [x - side * 0.5 + shift * 0.6, y + 0.06, z - rim * 0.8],
      [x + side * (rim + 1.1), y + 0.12, z + 0.55 + shift],
      0.04,
      wood,
    );
  return [stick(0), stick(0.17)];
}

/** A bowl of salad or mixed rice: heaped vegetables in sectors round an egg yolk. */
export function bibimbap(place: PropPlace): Prop {
  const { x, y, z, random } = place;
  const rim = 1.5;
  const height = 1.15;
  const stone = matt([0.26, 0.008, 60], 1);
  const surface = rim * 0.92;
  const level = height * 0.82;
  const heap: Turn[] = [
    { r: surface, y: level - 0.05 },
    { r: surface, y: level },
    { r: surface * 0.8, y: level + 0.1 },
    { r: surface * 0.4, y: level + 0.16 },
    { r: 0, y: level + 0.17 },
  ];
  const solids: Solid[] = [
    lathe({ x, y, z, outline: bowlOutline(rim, height), skins: [stone], crease: 60 }),
    {
      ...lathe({ x, y, z, outline: heap, skins: [tender([0.93, 0.02, 90], 0.5, 0.4)], crease: 80 }),
      hollow: false,
    },
    group(vegetables(x, y + level, z, surface, random)),
    ellipsoid({
      at: [x, y + level + 0.2, z],
      radius: [0.44, 0.07, 0.42],
      skin: tender([0.96, 0.012, 95], 0.2, 0.45),
    }),
    ellipsoid({
      at: [x + 0.03, y + level + 0.28, z - 0.03],
      radius: [0.22, 0.13, 0.22],
      skin: { ...tender([0.76, 0.165, 65], 0.08, 0.4), mirror: 0.05 },
    }),
  ];
  return { solids, height: 1.5, reach: 1.6 };
}

/** Sticks and leaves of vegetables, a colour to each sector. */
function vegetables(x: number, y: number, z: number, radius: number, random: Random): Solid[] {
  const sectors: readonly Oklch[] = [
    [0.7, 0.17, 52],
    [0.5, 0.11, 138],
    [0.9, 0.04, 100],
    [0.36, 0.05, 45],
    [0.74, 0.12, 122],
    [0.5, 0.15, 28],
  ];
  const solids: Solid[] = [];
  for (const [i, colour] of sectors.entries()) {
    const skins = [
      tender(colour, 0.3, 0.35),
      tender([colour[0] + 0.05, colour[1] * 0.9, colour[2]], 0.3, 0.35),
    ];
    for (let k = 0; k < 22; k++) {
      const turn = ((i + 0.12 + 0.76 * random()) / sectors.length) * 6.28;
      const away = radius * (0.36 + 0.56 * random());
      const lie = turn + (random() - 0.5) * 1.2;
      const at: Vector = [
        x + Math.cos(turn) * away,
        y + 0.12 + 0.12 * random() - 0.1 * (away / radius),
        z + Math.sin(turn) * away,
      ];
      solids.push(
        ellipsoid({
          at,
          radius: [0.035 + 0.02 * random(), 0.16 + 0.1 * random(), 0.03],
          axes: axesAlong([Math.cos(lie), 0.3 * (random() - 0.5), Math.sin(lie)], random() * 3),
          skin: skins[k % 2]!,
        }),
      );
    }
  }
  return solids;
}

/** Fried chicken heaped on a dark plate, with salad leaves. */
export function chicken(place: PropPlace): Prop {
  const { x, y, z, random } = place;
  const plate: Turn[] = [
    { r: 0, y: 0 },
    { r: 0.95, y: 0 },
    { r: 1.05, y: 0.06 },
    ...rounded(1.72, 0.19, 0.03, -70, 110, 5),
    { r: 1.1, y: 0.11 },
    { r: 0, y: 0.08 },
  ];
  const pieces: Solid[] = [];
  const crisp = crust(random);
  const places: readonly (readonly [number, number, number, number])[] = [
    [-0.75, 0.42, 0.1, 0.52],
    [0.15, 0.44, -0.6, 0.5],
    [0.8, 0.42, 0.15, 0.54],
    [0, 0.44, 0.65, 0.5],
    [-0.3, 0.98, -0.05, 0.52],
    [0.42, 0.96, 0.1, 0.5],
    [0.05, 1.46, 0.1, 0.46],
  ];
  for (const [px, py, pz, size] of places) {
    const lean: Vector = [random() - 0.5, 0.5 * (random() - 0.5), random() - 0.5];
    pieces.push(...lump([x + px, y + py, z + pz], lean, size, crisp, random));
  }
  return {
    solids: [
      lathe({ x, y, z, outline: plate, skins: [glazed([0.24, 0.008, 60], 0.16)], crease: 60 }),
      group(pieces),
      ...garnish(x, y + 0.12, z, random),
    ],
    height: 1.95,
    reach: 1.8,
  };
}

/** A piece in batter: knobs grown together. */
function lump(at: Vector, lean: Vector, size: number, skin: Skin, random: Random): Solid[] {
  const axes = axesAlong(lean);
  const knobs = [ellipsoid({ at, radius: [size * 0.72, size * 1.12, size * 0.66], axes, skin })];
  for (let i = 0; i < 15; i++) {
    const turn = random() * 6.28;
    const rise = 1 - 2 * random();
    const flat = Math.sqrt(1 - rise * rise);
    const out: Vector = [Math.cos(turn) * flat, rise, Math.sin(turn) * flat];
    const away = size * (0.62 + 0.16 * random());
    knobs.push(
      ellipsoid({
        at: [at[0] + out[0] * away, at[1] + out[1] * away * 0.85, at[2] + out[2] * away],
        radius: size * (0.15 + 0.24 * random()),
        skin,
      }),
    );
  }
  return knobs;
}

const CRUST_SIDE = 256;

/** Fried batter: golden flakes with dark and pale edges. */
function crust(random: Random): Skin {
  const raster = drawn(CRUST_SIDE, CRUST_SIDE, (context) => {
    context.fillStyle = oklchToHex([0.56, 0.115, 58]);
    context.fillRect(0, 0, CRUST_SIDE, CRUST_SIDE);
    for (let i = 0; i < 900; i++) {
      const l = 0.4 + 0.36 * random();
      context.fillStyle = oklchToHex([l, 0.12, 50 + 24 * (l - 0.4)]);
      const size = 2 + 7 * random();
      context.beginPath();
      context.ellipse(
        random() * CRUST_SIDE,
        random() * CRUST_SIDE,
        size,
        size * (0.4 + 0.6 * random()),
        random() * 3,
        0,
        6.3,
      );
      context.fill();
    }
  });
  return {
    material: {
      gloss: 0,
      roughness: 0.3,
      sample(u, v, _footU, _footV, out) {
        const column = Math.floor((u * 0.9 + 4) * CRUST_SIDE) & (CRUST_SIDE - 1);
        const row = Math.floor((v * 0.9 + 4) * CRUST_SIDE) & (CRUST_SIDE - 1);
        const i = (row * CRUST_SIDE + column) * 4;
        out[0] = LINEAR_OF_BYTE[raster.data[i]!]!;
        out[1] = LINEAR_OF_BYTE[raster.data[i + 1]!]!;
        out[2] = LINEAR_OF_BYTE[raster.data[i + 2]!]!;
        const beside =
          LINEAR_OF_BYTE[raster.data[(row * CRUST_SIDE + ((column + 2) & (CRUST_SIDE - 1))) * 4 + 1]!]!;
        out[3] = Math.max(-0.5, Math.min(0.5, (out[1]! - beside) * 3));
        out[4] = 1;
      },
    },
    mirror: 0.045,
    roughness: 0.24,
    soft: 0.15,
  };
}

function garnish(x: number, y: number, z: number, random: Random): Solid[] {
  const leaf = tender([0.58, 0.14, 135], 0.35, 0.35);
  return [
    group(
      Array.from({ length: 12 }, (_, i) => {
        const turn = 3.6 + (i / 12) * 2.2;
        const out: Vector = [Math.cos(turn), 0.35 + 0.5 * random(), Math.sin(turn)];
        return ellipsoid({
          at: [x + Math.cos(turn) * 1.25, y + 0.16, z + Math.sin(turn) * 1.25],
          radius: [0.17, 0.26, 0.02],
          axes: axesAlong(out, random() * 6),
          skin: leaf,
        });
      }),
    ),
  ];
}
