import { hexToOklch, type Oklch } from '../../colour.ts';
import { type LinearRgb, oklchToLinear } from '../../linear-colour.ts';
import { block } from '../../set/block.ts';
import { lathe, type Turn } from '../../set/lathe.ts';
import { loft } from '../../set/loft.ts';
import type { Skin, Solid } from '../../set/solid.ts';
import { paintCoat } from '../material/paint.ts';
import { labelled, shifted } from './label.ts';
import type { Prop, PropPlace } from './prop.ts';
import { drink, GLASS, GOLD, glazed, matt } from './skins.ts';
import { rounded } from './vessel.ts';

/** Main, pale and deep shade of a set of packs, from the palette. */
function shades({ palette }: PropPlace): {
  readonly main: Oklch;
  readonly pale: Oklch;
  readonly deep: Oklch;
} {
  const [, c, h] = hexToOklch(palette.accent);
  return {
    main: [0.74, Math.min(0.1, c * 0.6), h],
    pale: [0.93, Math.min(0.03, c * 0.2), h],
    deep: [0.36, Math.min(0.07, c * 0.5), h],
  };
}

/** A cylinder with eased ends. */
function drum(
  x: number,
  y: number,
  z: number,
  radius: number,
  height: number,
  ease: number,
  skin: Skin,
): Solid {
  const outline: Turn[] = [
    { r: 0, y: 0 },
    ...rounded(radius - ease, ease, ease, -90, 0, 5),
    ...rounded(radius - ease, height - ease, ease, 0, 90, 5),
    { r: 0, y: height },
  ];
  return { ...lathe({ x, y, z, outline, skins: [skin], crease: 50 }), hollow: false };
}

/** A pump bottle: shampoo, lotion, hand soap. */
export function bottle(place: PropPlace): Prop {
  const { x, y, z, side } = place;
  const { main, pale, deep } = shades(place);
  const body: Turn[] = [
    { r: 0, y: 0 },
    ...rounded(0.6, 0.08, 0.08, -90, 0, 5),
    ...rounded(0.5, 1.45, 0.18, 0, 80, 7),
    { r: 0.3, y: 1.68 },
    { r: 0.27, y: 1.72 },
    { r: 0.27, y: 1.78 },
    { r: 0, y: 1.78 },
  ];
  const cap = glazed(pale, 0.1);
  const solids: Solid[] = [
    {
      ...lathe({
        x,
        y,
        z,
        outline: body,
        skins: [shifted(labelled(main, deep, 0.35, 1.35, 0.42), -0.52)],
        crease: 50,
      }),
      hollow: false,
    },
    drum(x, y + 1.76, z, 0.3, 0.26, 0.03, cap),
    drum(x, y + 2, z, 0.075, 0.24, 0.01, cap),
    drum(x, y + 2.2, z, 0.22, 0.12, 0.03, cap),
    block({
      x: x - side * 0.3,
      y: y + 2.22,
      z: z - 0.12,
      width: 0.5,
      height: 0.09,
      depth: 0.16,
      turn: -side * 0.38,
      bevel: 0.03,
      skin: cap,
    }),
    ...jar(x + side * 1.25, y, z - 0.55, 0.52, pale, GOLD),
  ];
  return { solids, height: 2.35, reach: 1.8 };
}

/** A dropper bottle of amber glass, a small one beside it. */
export function serum(place: PropPlace): Prop {
  const { x, y, z, side } = place;
  const { pale, deep } = shades(place);
  const amber: LinearRgb = [0.55, 0.2, 0.035];
  return {
    solids: [
      ...dropper(x, y, z, 1, amber, pale, deep),
      ...dropper(x + side * 1.2, y, z - 0.5, 0.68, amber, pale, deep),
    ],
    height: 2.45,
    reach: 1.7,
  };
}

function dropper(
  x: number,
  y: number,
  z: number,
  size: number,
  tint: LinearRgb,
  paper: Oklch,
  ink: Oklch,
): Solid[] {
  const k = size;
  const glass: Skin = { ...GLASS, clear: { index: 1.5, tint, rank: 1 } };
  const outside: Turn[] = [
    { r: 0, y: 0 },
    ...rounded(0.54 * k, 0.06 * k, 0.06 * k, -90, 0, 6),
    ...rounded(0.46 * k, 1.12 * k, 0.14 * k, 0, 78, 8),
    { r: 0.27 * k, y: 1.32 * k },
    { r: 0.25 * k, y: 1.5 * k },
  ];
  const inside: Turn[] = [
    { r: 0.2 * k, y: 1.5 * k },
    { r: 0.22 * k, y: 1.3 * k },
    { r: 0.5 * k, y: 1.12 * k },
    { r: 0.54 * k, y: 0.14 * k },
    { r: 0, y: 0.12 * k },
  ];
  const fluid = drink([tint[0] * 0.9, tint[1] * 0.8, tint[2]]);
  const fill: Turn[] = [
    { r: 0, y: 0.117 * k },
    { r: 0.543 * k, y: 0.137 * k },
    { r: 0.522 * k, y: 0.86 * k },
    { r: 0, y: 0.86 * k },
  ];
  // A paper band round the belly.
  const band: Turn[] = [
    { r: 0.601 * k, y: 0.3 * k },
    { r: 0.606 * k, y: 0.31 * k },
    { r: 0.606 * k, y: 0.99 * k },
    { r: 0.601 * k, y: 1 * k },
  ];
  const rubber = matt([0.22, 0.01, 60], 0.2);
  const bulb: Turn[] = [
    { r: 0.2 * k, y: 1.82 * k },
    { r: 0.19 * k, y: 2 * k },
    { r: 0.185 * k, y: 2.2 * k },
    ...rounded(0.04 * k, 2.28 * k, 0.14 * k, 0, 90, 6),
    { r: 0, y: 2.42 * k },
  ];
  const label = labelled(paper, ink, 0.32 * k, 0.97 * k, 0.34 * k);
  return [
    { ...lathe({ x, y, z, outline: [...outside, ...inside], skins: [glass], crease: 60 }), passes: 0.5 },
    { ...lathe({ x, y, z, outline: fill, skins: [fluid] }), passes: 0.6 },
    {
      ...lathe({ x, y, z, outline: band, skins: [shifted(label, 0.3 * k)] }),
      hollow: false,
    },
    drum(x, y + 1.46 * k, z, 0.285 * k, 0.36 * k, 0.02 * k, GOLD),
    { ...lathe({ x, y, z, outline: bulb, skins: [rubber], crease: 60 }), hollow: false },
  ];
}

/** A jar of cream, open, its lid leaning on it. */
export function cream(place: PropPlace): Prop {
  const { x, y, z, side } = place;
  const { main, pale } = shades(place);
  const glass = glazed(main, 0.08);
  const body: Turn[] = [
    { r: 0, y: 0 },
    ...rounded(1.02, 0.1, 0.1, -90, 0, 6),
    { r: 1.12, y: 0.86 },
    { r: 1.02, y: 0.9 },
    { r: 1, y: 1.1 },
    ...rounded(0.965, 1.1, 0.03, 0, 180, 5),
    { r: 0.93, y: 1.02 },
    { r: 0, y: 1.02 },
  ];
  const swirl: Turn[] = [
    { r: 0.932, y: 0.98 },
    { r: 0.932, y: 1.04 },
    { r: 0.8, y: 1.1 },
    { r: 0.5, y: 1.16 },
    { r: 0.28, y: 1.24 },
    { r: 0.1, y: 1.36 },
    { r: 0, y: 1.42 },
  ];
  const soft: Skin = {
    material: (() => {
      const coat = paintCoat(oklchToLinear([0.96, 0.012, 80]), 0);
      return {
        gloss: 0,
        roughness: 0.3,
        sample(u: number, v: number, footU: number, footV: number, out: Float32Array): void {
          coat.sample(u, v, footU, footV, out);
          out[3] = 0.14 * Math.sin((u / 0.93) * 1 + v * 17);
        },
      };
    })(),
    mirror: 0.045,
    roughness: 0.22,
    soft: 0.5,
  };
  const lid: Turn[] = [
    { r: 0, y: 0 },
    ...rounded(1.0, 0.05, 0.05, -90, 0, 4),
    ...rounded(1.0, 0.36, 0.05, 0, 90, 4),
    { r: 0, y: 0.41 },
  ];
  const lean = Math.PI / 2 - 0.34;
  const axis = [side * Math.sin(lean) * 0.82, Math.cos(lean), -Math.sin(lean) * 0.57] as const;
  const cross = [0.57 * side * side, 0, 0.82 * side] as const;
  const size = Math.hypot(...cross);
  const flat = [cross[0] / size, 0, cross[2] / size] as const;
  const third = [
    axis[1] * flat[2] - axis[2] * flat[1],
    axis[2] * flat[0] - axis[0] * flat[2],
    axis[0] * flat[1] - axis[1] * flat[0],
  ] as const;
  return {
    solids: [
      lathe({ x, y, z, outline: body, skins: [glass], crease: 45 }),
      { ...lathe({ x, y, z, outline: swirl, skins: [soft], crease: 80 }), hollow: false },
      {
        ...lathe({
          x: x + side * 1.16,
          y: y + 1.0,
          z: z - 0.62,
          outline: lid,
          skins: [glazed(pale, 0.08)],
          axes: [flat, axis, third],
          crease: 45,
        }),
        hollow: false,
      },
    ],
    height: 1.45,
    reach: 2,
  };
}

function jar(x: number, y: number, z: number, radius: number, colour: Oklch, lid: Skin): Solid[] {
  return [
    drum(x, y, z, radius, radius * 0.8, radius * 0.08, glazed(colour, 0.1)),
    drum(x, y + radius * 0.8, z, radius * 1.01, radius * 0.42, radius * 0.05, lid),
  ];
}

/** A squeeze tube standing on its cap. */
export function tube(place: PropPlace): Prop {
  const { x, y, z, side } = place;
  const { main, pale, deep } = shades(place);
  const skin = labelled(main, deep, 0.75, 1.75, 0.4);
  const body = loft({
    x,
    y,
    z,
    sections: [
      { y: 0.42, x: 0.5, z: 0.44 },
      { y: 0.6, x: 0.6, z: 0.52 },
      { y: 1.4, x: 0.63, z: 0.4 },
      { y: 2.2, x: 0.66, z: 0.06 },
      { y: 2.42, x: 0.66, z: 0.035 },
    ],
    skins: [skin],
  });
  return {
    solids: [
      body,
      drum(x, y, z, 0.46, 0.44, 0.05, glazed(pale, 0.12)),
      ...jar(x + side * 1.3, y, z - 0.45, 0.56, pale, glazed(main, 0.1)),
    ],
    height: 2.42,
    reach: 1.8,
  };
}

/** A square flacon of scent with a heavy foot and a golden cap. */
export function perfume(place: PropPlace): Prop {
  const { x, y, z, side, palette } = place;
  const [, c, h] = hexToOklch(palette.accent);
  const tint = oklchToLinear([0.86, Math.min(0.1, c * 0.6), h]);
  const turn = -side * 0.3;
  const outer = block({
    x,
    y,
    z,
    width: 1.5,
    height: 1.62,
    depth: 0.85,
    turn,
    bevel: 0.08,
    skin: { ...GLASS, clear: { index: 1.52, tint: [0.985, 0.988, 0.985], rank: 1 } },
  });
  const inner = block({
    x,
    y: y + 0.26,
    z,
    width: 1.26,
    height: 1.08,
    depth: 0.62,
    turn,
    bevel: 0.06,
    skin: drink([tint[0] ** 1.4, tint[1] ** 1.4, tint[2] ** 1.4]),
  });
  const air = block({
    x,
    y: y + 1.34,
    z,
    width: 1.26,
    height: 0.14,
    depth: 0.62,
    turn,
    bevel: 0.03,
    skin: { ...GLASS, clear: { index: 1, tint: [1, 1, 1], rank: 4 } },
  });
  return {
    solids: [
      { ...outer, passes: 0.75 },
      { ...inner, passes: 0.8 },
      { ...air, passes: 1 },
      drum(x, y + 1.6, z, 0.24, 0.12, 0.02, GOLD),
      drum(x, y + 1.7, z, 0.36, 0.62, 0.04, GOLD),
    ],
    height: 2.32,
    reach: 0.9,
  };
}

/** A lipstick turned out, its cap beside it. */
export function lipstick(place: PropPlace): Prop {
  const { x, y, z, side, palette } = place;
  const [l, c, h] = hexToOklch(palette.accent);
  const pigment = {
    ...glazed([Math.min(0.56, Math.max(0.42, l)), Math.min(0.19, Math.max(0.12, c)), h], 0.24),
    soft: 0.2,
  };
  const black = glazed([0.2, 0.01, 300], 0.07);
  const bullet = loft({
    x,
    y,
    z,
    sections: [
      { y: 1.35, x: 0.25, z: 0.25 },
      { y: 1.9, x: 0.25, z: 0.25 },
      { y: 2.1, x: 0.244, z: 0.235 },
      { y: 2.28, x: 0.21, z: 0.17 },
      { y: 2.39, x: 0.14, z: 0.09 },
      { y: 2.43, x: 0.05, z: 0.03 },
    ],
    skins: [pigment],
  });
  return {
    solids: [
      drum(x, y, z, 0.42, 0.95, 0.03, black),
      drum(x, y + 0.93, z, 0.35, 0.32, 0.02, GOLD),
      drum(x, y + 1.2, z, 0.29, 0.22, 0.02, GOLD),
      bullet,
      drum(x + side * 1.15, y, z - 0.35, 0.43, 1.25, 0.03, black),
      drum(x + side * 1.15, y + 0.02, z - 0.35, 0.437, 0.1, 0.01, GOLD),
    ],
    height: 2.42,
    reach: 1.6,
  };
}
