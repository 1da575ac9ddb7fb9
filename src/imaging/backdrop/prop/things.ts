import { hexToOklch, type Oklch } from '../../colour.ts';
import { oklchToLinear } from '../../linear-colour.ts';
import { block } from '../../set/block.ts';
import { axesAlong, ellipsoid } from '../../set/ellipsoid.ts';
import { group } from '../../set/group.ts';
import { lathe, type Turn } from '../../set/lathe.ts';
import type { Vector } from '../../set/light.ts';
import { ring } from '../../set/ring.ts';
import { rod } from '../../set/rod.ts';
import type { Skin, Solid } from '../../set/solid.ts';
import { paintCoat } from '../material/paint.ts';
import { labelled, shifted } from './label.ts';
import type { Prop, PropPlace } from './prop.ts';
import { drink, GLASS, GOLD, glazed, matt, STEEL, tender } from './skins.ts';
import { innerRadius, rounded, tumbler } from './vessel.ts';

/** A candle in a glass, burning. */
export function candle(place: PropPlace): Prop {
  const { x, y, z, palette } = place;
  const [, c, h] = hexToOklch(palette.accent);
  const vessel = { x, y, z, foot: 0.86, rim: 0.88, height: 1.75, wall: 0.05, base: 0.16 };
  const level = 1.25;
  const wax = tender([0.93, 0.03, 85], 0.3, 0.6);
  const inner = innerRadius(vessel, level);
  const fill: Turn[] = [
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
    skin: labelled([0.95, Math.min(0.03, c * 0.2), h], [0.35, Math.min(0.06, c), h], 0.04, 0.58, 0.3),
  });
  return {
    solids: [
      tumbler(vessel),
      lathe({ x, y, z, outline: fill, skins: [wax], crease: 60 }),
      rod([x, y + level - 0.05, z], [x + 0.02, y + level + 0.13, z], 0.02, matt([0.2, 0.01, 60])),
      flame(x + 0.02, y + level + 0.3, z),
      label,
    ],
    height: 1.8,
    reach: 0.9,
  };
}

function flame(x: number, y: number, z: number): Solid {
  const glow: Skin = { material: paintCoat([0, 0, 0], 0), mirror: 0, roughness: 1, glow: [5.5, 3.1, 0.95] };
  const outline: Turn[] = [
    { r: 0, y: -0.17 },
    { r: 0.05, y: -0.14 },
    { r: 0.082, y: -0.05 },
    { r: 0.07, y: 0.06 },
    { r: 0.035, y: 0.18 },
    { r: 0, y: 0.28 },
  ];
  return { ...lathe({ x, y, z, outline, skins: [glow], crease: 80 }), hollow: false, passes: 1 };
}

/** A jar of honey or jam with a cloth-covered lid. */
export function jar(place: PropPlace): Prop {
  const { x, y, z, palette, side } = place;
  const [, c, h] = hexToOklch(palette.accent);
  const amber = drink([0.95, 0.58, 0.07]);
  const vessel = { x, y, z, foot: 0.82, rim: 0.82, height: 1.6, wall: 0.05, base: 0.12 };
  const shoulder: Turn[] = [
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
  const fill: Turn[] = [
    { r: 0, y: 0.117 },
    { r: 0.774, y: 0.137 },
    { r: 0.754, y: 1.36 },
    { r: 0.7, y: 1.44 },
    { r: 0, y: 1.44 },
  ];
  const lid: Turn[] = [
    { r: 0.7, y: 1.62 },
    { r: 0.71, y: 1.66 },
    ...rounded(0.67, 1.86, 0.04, 0, 90, 5),
    { r: 0, y: 1.9 },
  ];
  const paper = shifted(labelled([0.94, 0.02, 85], [0.45, Math.min(0.12, c), h], 0.46, 1.03, 0.4), 0.45);
  const band: Turn[] = [
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
    skin: matt([0.64, 0.085, 65]),
  });
  return {
    solids: [
      { ...lathe({ x, y, z, outline: shoulder, skins: [GLASS], crease: 60 }), passes: 0.7 },
      { ...lathe({ x, y, z, outline: fill, skins: [amber], crease: 60 }), passes: 0.65 },
      {
        ...lathe({ x, y, z, outline: lid, skins: [{ ...GOLD, roughness: 0.2 }], crease: 50 }),
        hollow: false,
      },
      { ...lathe({ x, y, z, outline: band, skins: [paper] }), hollow: false },
      dip,
      head,
    ],
    height: vessel.height + 0.3,
    reach: 1.4,
  };
}

/** A smartphone leaning back, its screen a soft gradient of the accent. */
export function phone({ x, y, z, palette, side }: PropPlace): Prop {
  const [l, c, h] = hexToOklch(palette.accent);
  const low = oklchToLinear([Math.min(0.62, Math.max(0.4, l - 0.1)), Math.min(0.17, c), h - 35]);
  const high = oklchToLinear([0.86, Math.min(0.1, c), h + 25]);
  const turn = -side * 0.32;
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const tilt = 0.14;
  const up: Vector = [Math.sin(tilt) * sin, Math.cos(tilt), Math.sin(tilt) * cos];
  const across: Vector = [cos, 0, -sin];
  const back: Vector = [
    across[1] * up[2] - across[2] * up[1],
    across[2] * up[0] - across[0] * up[2],
    across[0] * up[1] - across[1] * up[0],
  ];
  const into: Vector = [-back[0], -back[1], -back[2]];
  const axes = [across, up, into[2] > 0 ? into : back] as const;
  const width = 1.22;
  const height = 2.5;
  const edge = 0.07;
  const black = oklchToLinear([0.16, 0.005, 270]);
  const screen: Skin = {
    material: {
      gloss: 0,
      roughness: 0.03,
      sample(u, v, _footU, _footV, out) {
        const inside = Math.min(width / 2 - Math.abs(u), v, height - v) - edge;
        const t = v / height + 0.16 * Math.sin(u * 2.4 + v * 1.2) + 0.1 * Math.sin(v * 3.1 - u);
        const share = Math.min(1, Math.max(0, inside / 0.01));
        for (let i = 0; i < 3; i++) {
          const glow = low[i]! + (high[i]! - low[i]!) * Math.min(1, Math.max(0, t));
          out[i] = black[i]! + (glow - black[i]!) * share;
        }
        out[3] = 0;
        out[4] = 1;
      },
    },
    mirror: 0.05,
    roughness: 0.02,
    glow: [0.03, 0.03, 0.03],
  };
  const metal: Skin = { ...STEEL, material: paintCoat([0.34, 0.34, 0.37], 0), roughness: 0.2 };
  const rest = matt([0.9, 0.01, 85]);
  return {
    solids: [
      block({
        x,
        y: y + 0.05,
        z,
        width,
        height,
        depth: 0.13,
        axes,
        bevel: 0.03,
        skin: screen,
        others: [metal, metal],
      }),
      block({ x, y, z: z + 0.12, width: 0.9, height: 0.16, depth: 0.6, turn, bevel: 0.03, skin: rest }),
    ],
    height: 2.5,
    reach: 0.9,
  };
}

/** A gold ring with a stone, standing in the slot of a pale block. */
export function jewel({ x, y, z, palette }: PropPlace): Prop {
  const [, c, h] = hexToOklch(palette.accent);
  const velvet = matt([0.9, Math.min(0.03, c * 0.3), h], 0.6);
  const stone: Skin = {
    material: paintCoat([1, 1, 1], 0),
    mirror: 0.17,
    roughness: 0,
    clear: { index: 2.1, tint: [0.97, 0.98, 1], rank: 3 },
  };
  const base = 0.62;
  const hoop = 0.62;
  const top = y + base + hoop * 1.72;
  const cut: Turn[] = [
    { r: 0, y: -0.3 },
    { r: 0.3, y: 0 },
    { r: 0.3, y: 0.03 },
    { r: 0.19, y: 0.13 },
    { r: 0, y: 0.13 },
  ];
  const claws = Array.from({ length: 6 }, (_, i) => {
    const turn = (i / 6) * 6.28;
    return rod(
      [x + Math.cos(turn) * 0.1, top - 0.12, z + Math.sin(turn) * 0.1],
      [x + Math.cos(turn) * 0.27, top + 0.26, z + Math.sin(turn) * 0.27],
      0.024,
      GOLD,
    );
  });
  return {
    solids: [
      {
        ...lathe({
          x,
          y,
          z,
          outline: [
            { r: 0, y: 0 },
            ...rounded(0.86, 0.05, 0.05, -90, 0, 4),
            ...rounded(0.86, base - 0.06, 0.05, 0, 90, 4),
            { r: 0, y: base },
          ],
          skins: [velvet],
          crease: 50,
        }),
        hollow: false,
      },
      ring({
        at: [x, y + base + hoop * 0.78, z],
        axes: [
          [1, 0, 0],
          [0, 0, 1],
          [0, 1, 0],
        ],
        radius: [hoop, hoop],
        tube: [0.062, 0.09],
        skin: { ...GOLD, roughness: 0.05 },
      }),
      group(claws),
      { ...lathe({ x, y: top + 0.2, z, outline: cut, skins: [stone], crease: 10 }), passes: 0.85 },
    ],
    height: 2.2,
    reach: 1.05,
  };
}

/** A kettlebell with a band in the accent colour, a small weight plate leaning behind it. */
export function kettlebell({ x, y, z, palette, side }: PropPlace): Prop {
  const [l, c, h] = hexToOklch(palette.accent);
  const iron: Skin = {
    material: paintCoat(oklchToLinear([0.3, 0.006, 260]), 1),
    mirror: 0.05,
    roughness: 0.24,
  };
  const band = glazed([Math.min(0.8, Math.max(0.5, l)), Math.min(0.19, c), h], 0.16);
  const body: Turn[] = [
    { r: 0, y: 0 },
    { r: 0.58, y: 0 },
    ...Array.from({ length: 14 }, (_, i) => {
      const angle = -0.95 + (i / 13) * 2.3;
      return { r: 0.9 * Math.cos(angle), y: 0.86 + 0.9 * Math.sin(angle) };
    }),
    { r: 0.18, y: 1.76 },
    { r: 0, y: 1.76 },
  ];
  const handle = ring({
    at: [x, y + 1.86, z],
    axes: [
      [1, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
    ],
    radius: [0.5, 0.5],
    tube: [0.13, 0.14],
    skin: iron,
  });
  const collar = (px: number): Solid =>
    ring({
      at: [x + px, y + 1.62, z],
      axes: axesAlong([px * 0.55, 1, 0]),
      radius: [0.12, 0.12],
      tube: [0.04, 0.06],
      skin: band,
    });
  const plate = lathe({
    x: x + side * 1.2,
    y: y + 0.84,
    z: z + 0.75,
    outline: [
      { r: 0.12, y: -0.1 },
      { r: 0.7, y: -0.1 },
      { r: 0.84, y: -0.08 },
      { r: 0.84, y: 0.08 },
      { r: 0.72, y: 0.1 },
      { r: 0.66, y: 0.06 },
      { r: 0.24, y: 0.06 },
      { r: 0.2, y: 0.1 },
      { r: 0.12, y: 0.1 },
      { r: 0.12, y: -0.1 },
    ],
    skins: [iron],
    axes: axesAlong([-side * 0.3, 0.2, -0.93]),
    crease: 30,
  });
  return {
    solids: [
      { ...lathe({ x, y, z, outline: body, skins: [iron], crease: 60 }), hollow: false },
      handle,
      collar(-0.5),
      collar(0.5),
      plate,
    ],
    height: 2.5,
    reach: 2,
  };
}

/** Spectacles lying open, in tortoise or the accent. */
export function spectacles({ x, y, z, palette, side }: PropPlace): Prop {
  const [, c, h] = hexToOklch(palette.accent);
  const frame: Skin = { ...glazed([0.3, Math.min(0.07, c), h], 0.06) };
  const turn = -side * 0.28;
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const at = (px: number, py: number, pz: number): Vector => [
    x + px * cos + pz * sin,
    y + py,
    z - px * sin + pz * cos,
  ];
  const across: Vector = [cos, 0, -sin];
  const into: Vector = [sin, 0, cos];
  const lens: Skin = { ...GLASS, clear: { index: 1.15, tint: [0.97, 0.98, 0.99], rank: 1 } };
  const eye = (px: number): Solid[] => [
    ring({
      at: at(px, 0.69, 0),
      axes: [across, into, [0, 1, 0]],
      radius: [0.68, 0.6],
      tube: [0.085, 0.09],
      skin: frame,
    }),
    {
      ...ellipsoid({
        at: at(px, 0.69, 0),
        radius: [0.67, 0.59, 0.03],
        axes: [across, [0, 1, 0], into],
        skin: lens,
      }),
      passes: 0.9,
    },
  ];
  const temple = (px: number): Solid[] => [
    rod(at(px, 0.92, 0), at(px * 0.98, 0.86, 1.6), 0.05, frame),
    rod(at(px * 0.98, 0.86, 1.6), at(px * 0.96, 0.3, 2.1), 0.05, frame),
  ];
  return {
    solids: [
      ...eye(-0.86),
      ...eye(0.86),
      rod(at(-0.24, 0.92, 0), at(0.24, 0.92, 0), 0.055, frame),
      ...temple(-1.54),
      ...temple(1.54),
    ],
    height: 1.4,
    reach: 1.7,
  };
}

/** A pet's bowl with biscuits, and a ball. */
export function petBowl({ x, y, z, palette, side, random }: PropPlace): Prop {
  const [l, c, h] = hexToOklch(palette.accent);
  const colour: Oklch = [Math.min(0.75, Math.max(0.55, l)), Math.min(0.13, c), h];
  const body: Turn[] = [
    { r: 0, y: 0 },
    { r: 1.5, y: 0 },
    { r: 1.5, y: 0.08 },
    { r: 1.28, y: 0.78 },
    ...rounded(1.2, 0.78, 0.08, 0, 180, 6),
    { r: 0.98, y: 0.36 },
    { r: 0, y: 0.32 },
  ];
  const biscuit = [
    tender([0.55, 0.09, 58], 0.5, 0.1),
    tender([0.64, 0.09, 65], 0.5, 0.1),
    tender([0.46, 0.08, 50], 0.5, 0.1),
  ];
  const heap = Array.from({ length: 60 }, (_, i) => {
    const turn = random() * 6.28;
    const away = Math.sqrt(random());
    return ellipsoid({
      at: [
        x + Math.cos(turn) * away * 0.92,
        y + 0.52 + 0.42 * (1 - away * away) + 0.06 * random(),
        z + Math.sin(turn) * away * 0.92,
      ],
      radius: [0.15, 0.075, 0.15],
      axes: axesAlong([random() - 0.5, 0.9, random() - 0.5]),
      skin: biscuit[i % 3]!,
    });
  });
  const toy = ellipsoid({
    at: [x + side * 1.95, y + 0.42, z - 0.45],
    radius: 0.42,
    skin: tender([0.9, 0.14, 105], 0.5, 0.2),
  });
  return {
    solids: [lathe({ x, y, z, outline: body, skins: [glazed(colour, 0.07)], crease: 60 }), group(heap), toy],
    height: 1.2,
    reach: 2.3,
  };
}
